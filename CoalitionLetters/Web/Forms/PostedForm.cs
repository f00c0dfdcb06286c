using System.Globalization;
using Microsoft.AspNetCore.Http.Features;

namespace CoalitionLetters.Web.Forms;

/// <summary>Reads what was posted to a public form, within its limits. What is no form, or too much of one, is refused before anything else happens.</summary>
public static class PostedForm
{
    // Far more than any picture may have: whoever chooses a photograph straight from a phone or a camera is told so beside the field, and keeps what was typed.
    public const long MostBytes = 64 * 1024 * 1024;
    private const int MostFields = 200;
    private const int LongestField = 64 * 1024;

    /// <summary>Before the first byte is read: the server itself would end the reading at 30 million.</summary>
    public static void Admit(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = MostBytes;
        }
    }

    /// <param name="request">What was posted.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <param name="longestField">How many characters one field may have.</param>
    /// <exception cref="BadHttpRequestException">It is no form, or it is too large.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request, CancellationToken cancel, int longestField = LongestField)
    {
        if (!request.HasFormContentType)
        {
            throw new BadHttpRequestException("This is no form.", StatusCodes.Status415UnsupportedMediaType);
        }

        if (request.ContentLength > MostBytes)
        {
            throw new BadHttpRequestException("The form is too large.", StatusCodes.Status413PayloadTooLarge);
        }

        var form = await request.ReadFormAsync(cancel);
        return form.Count <= MostFields && form.All(field => field.Value.ToString().Length <= longestField)
            ? form
            : throw new BadHttpRequestException("The form is too large.", StatusCodes.Status413PayloadTooLarge);
    }

    /// <summary>The number in a field that a page has filled in itself, like the revision of what it showed; 0, which nothing has, where none was sent.</summary>
    public static int NumberIn(this IFormCollection fields, string name) =>
        int.TryParse(fields[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
