using CoalitionLetters.Coalitions;
using CoalitionLetters.Staff;
using CoalitionLetters.Web;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoalitionLetters.Mail;

public static class MailSetup
{
    public static void AddMail(this WebApplicationBuilder builder)
    {
        var settings = MailSettings.Read(builder.Configuration, builder.Environment.ContentRootPath);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<MailMessages>();
        builder.Services.AddSingleton<IInterceptor, MailArrivals>();
        builder.Services.AddScoped<Outbox>();
        builder.Services.AddSingleton<KeptFiles>();
        ReadBounces.Check(settings);
        if (settings.IsSending)
        {
            builder.Services.AddSingleton<IMailCarrier, SmtpCarrier>();
        }
        else
        {
            FolderCarrier.Check(settings);
            builder.Services.AddSingleton<IMailCarrier, FolderCarrier>();
        }
    }

    /// <summary>The HTML twin of each example, for the frame of its preview.</summary>
    public static void MapMail(this WebApplication app) => app.MapGet(Links.MailPreviewTwin("{kind}"), (string kind, CurrentCoalition coalition, Links links) =>
            MailKinds.Sample(kind) is { } sample
                ? Results.Content(MailTwins.Html(sample.Body(coalition.Value, links), coalition.Value, sample.Subject, sample.Language), "text/html; charset=utf-8")
                : Results.NotFound())
        .RequireAuthorization(Policies.ManageMail);
}
