using CoalitionLetters.Web.Forms;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoalitionLetters.Staff;

/// <summary>
/// A form of the desk that was sent after its session had ended. Its answers come back on a page that sends them once more when the
/// member has signed in; nothing of them is kept here. The form's own token holds again for the same member and for nobody else.
/// </summary>
internal static class LostSession
{
    private const long MostBytes = 256 * 1024;

    public static async Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.ContentLength is null or > MostBytes || context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
        {
            context.Response.Redirect(context.RedirectUri);
            return;
        }

        IFormCollection form;
        try
        {
            form = await PostedForm.ReadAsync(request, context.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException)
        {
            // No form of the desk; nothing of it can be given back.
            context.Response.Redirect(context.RedirectUri);
            return;
        }

        if (form.Keys.Any(name => name.Contains("password", StringComparison.OrdinalIgnoreCase)))
        {
            // A password does not stand in a page.
            context.Response.Redirect(context.RedirectUri);
            return;
        }

        var fields = form.SelectMany(field => field.Value.Select(value => (Name: field.Key, Value: value ?? ""))).ToList();
        await new RazorComponentResult<LostSessionPage>(new { Address = request.Path + request.QueryString, Fields = fields, HadFiles = form.Files.Count > 0 }) { StatusCode = StatusCodes.Status401Unauthorized }.ExecuteAsync(context.HttpContext);
    }
}
