using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace CoalitionLetters.Web;

/// <summary>Beside a limit on a form: shows the form again, with what was typed, where its address has sent too many.</summary>
public sealed record TooManyForms(Func<HttpContext, Task<IResult>> Answer);

/// <summary>How often one address may try. Section <c>Limits</c> of the settings.</summary>
/// <param name="FormsPerMinute">Public forms, like signing; many people may sit behind one address.</param>
/// <param name="LogosPerHour">Pictures that come with a form to sign, or with an office's.</param>
/// <param name="UnconfirmedPerHour">Supporters' forms whose mails nobody has answered; each that is confirmed gives its own room back.</param>
public sealed record RateLimits(int SignInsPerMinute, int FormsPerMinute, int LogosPerHour, int UnconfirmedPerHour)
{
    /// <summary>The name of the limit on signing in and on asking for mailed keys.</summary>
    public const string SignIn = "sign-in";

    /// <summary>The name of the limit on public forms.</summary>
    public const string Forms = "forms";

    public static RateLimits From(IConfiguration configuration)
    {
        var section = new SettingsSection(configuration, "Limits");
        var limits = new RateLimits(section.Number("SignInsPerMinute", 30, 1, 100_000), section.Number("FormsPerMinute", 600, 1, 1_000_000), section.Number("LogosPerHour", 20, 1, 100_000),
            section.Number("UnconfirmedPerHour", 40, 1, 1_000_000));
        section.Done();
        return limits;
    }

    public void AddTo(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (rejected, _) =>
        {
            var context = rejected.HttpContext;
            if (context.GetEndpoint()?.Metadata.GetMetadata<TooManyForms>() is { } form)
            {
                await (await form.Answer(context)).ExecuteAsync(context);
            }
        };
        options.AddPolicy(SignIn, context => Posts(context, SignInsPerMinute));
        options.AddPolicy(Forms, context => Posts(context, FormsPerMinute));
    }

    /// <summary>Looking at a form is free; sending it counts.</summary>
    private static RateLimitPartition<string> Posts(HttpContext context, int perMinute) => HttpMethods.IsPost(context.Request.Method)
        ? RateLimitPartition.GetFixedWindowLimiter($"from {context.Connection.RemoteIpAddress}", _ => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) })
        : RateLimitPartition.GetNoLimiter("looking");
}
