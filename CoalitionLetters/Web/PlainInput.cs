using CoalitionLetters.Web.Forms;
using Microsoft.Extensions.Primitives;

namespace CoalitionLetters.Web;

/// <summary>
/// Refuses what no keyboard types and no store keeps: the character NUL in an address or a field. PostgreSQL would fail on it,
/// and the failure would look like a fault of ours.
/// </summary>
public static class PlainInput
{
    public static void UsePlainInput(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (HasNul(context.Request.Path.Value) || HasNul(context.Request.Query) || !await HasPlainFormAsync(context))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await next(context);
    });

    private static async Task<bool> HasPlainFormAsync(HttpContext context)
    {
        // One that is too large is not read here, so that its own page can say so.
        if (!context.Request.HasFormContentType || context.Request.ContentLength > PostedForm.MostBytes)
        {
            return true;
        }

        PostedForm.Admit(context.Request);
        try
        {
            return !HasNul(await context.Request.ReadFormAsync(context.RequestAborted));
        }
        catch (Exception broken) when (broken is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            // Cut off in the middle, too many fields, or no form at all.
            return false;
        }
    }

    private static bool HasNul(IEnumerable<KeyValuePair<string, StringValues>> fields) => fields.Any(field => HasNul(field.Key) || field.Value.Any(HasNul));

    private static bool HasNul(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;
}
