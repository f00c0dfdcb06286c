using CoalitionLetters.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Web.Errors;

/// <summary>
/// Every refusal and every fault as a plain page with a next step: no stack trace in any environment. A broken rule that a page
/// did not show by itself is a page too.
/// </summary>
public static class ErrorAnswers
{
    public sealed record Answer(int Status, string Title, string Text);

    public static readonly Answer NotFound = new(StatusCodes.Status404NotFound, "This page is not here",
        "The address may have been mistyped, or what stood here has been withdrawn.");

    public static void UseErrorAnswers(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            AllowStatusCode404Response = true,
            ExceptionHandler = context => WriteAsync(context, To(context.Features.Get<IExceptionHandlerFeature>()!.Error)),
            SuppressDiagnosticsCallback = failure => To(failure.Exception).Status < StatusCodes.Status500InternalServerError,
        });
        app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null or 0 })
            {
                await AnswerAsync(context);
            }
        });
    }

    private static Task AnswerAsync(HttpContext context)
    {
        if (LostItsForm(context))
        {
            // The invitation was accepted in another window, the letter closed meanwhile: the page itself says so.
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.ContentType = null;
            context.Response.Headers.Location = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
            return Task.CompletedTask;
        }

        return WriteAsync(context, To(context.Response.StatusCode));
    }

    private static bool LostItsForm(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status400BadRequest
        && HttpMethods.IsPost(context.Request.Method)
        && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
        && context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true };

    internal static Answer To(Exception fault) => fault switch
    {
        RuleBrokenException rule => new(StatusCodes.Status409Conflict, "This cannot be done", rule.Message),
        DbUpdateConcurrencyException => new(StatusCodes.Status409Conflict, "Somebody was faster", "What you were changing has been changed meanwhile. Go back, load the page again, and look whether your change is still needed."),
        BadHttpRequestException bad => To(bad.StatusCode),
        AntiforgeryValidationException => To(StatusCodes.Status400BadRequest),
        OperationCanceledException => To(StatusCodes.Status499ClientClosedRequest),
        _ => To(StatusCodes.Status500InternalServerError),
    };

    internal static Answer To(int status) => status switch
    {
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status403Forbidden => new(status, "Your role does not allow this", "Ask an owner of this coalition if you should be able to do it."),
        StatusCodes.Status401Unauthorized => new(status, "Sign in first", "This page is for the coalition's staff."),
        StatusCodes.Status405MethodNotAllowed => new(status, "This page is not here", "This address does something else than what was asked of it."),
        StatusCodes.Status413PayloadTooLarge => new(status, "This is too large", "Go back and choose a smaller file; what you typed should still be there."),
        StatusCodes.Status429TooManyRequests => new(status, "Too many tries", "Wait a few minutes, then go back and try again."),
        >= 500 => new(status, "Something went wrong here", "It is our fault, and it has been noted. Nothing was saved half-way. Go back and try again in a minute."),
        _ => new(status, "This request was not understood", "Go back, load the page again, and try once more."),
    };

    private static async Task WriteAsync(HttpContext context, Answer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = null;
        context.Response.ContentLength = null;
        context.Response.Headers.Remove("blazor-enhanced-nav");
        if (!Accepts(context.Request, "text/html"))
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync($"{answer.Title}. {answer.Text}\n");
            return;
        }

        // A scope renders one page, and the page that failed may have been begun in this one.
        var begun = context.RequestServices;
        await using var scope = begun.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await new RazorComponentResult<ErrorPage>(new { answer.Title, answer.Text, IsDesk = context.Request.Path.StartsWithSegments(Links.Desk) }) { StatusCode = answer.Status }.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = begun;
        }
    }

    private static bool Accepts(HttpRequest request, string type)
    {
        var accept = request.Headers.Accept.ToString();
        return accept.Length == 0 || accept.Contains(type, StringComparison.OrdinalIgnoreCase) || accept.Contains("*/*", StringComparison.Ordinal);
    }
}
