using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace CoalitionLetters.Web.Forms;

/// <summary>Reads what was posted, within limits. What is no form, or too much of one, is refused before anything else happens.</summary>
public static class PostedForm
{
    private const int MostBytes = 3 * 1024 * 1024;

    private static readonly FormOptions Limits = new()
    {
        ValueCountLimit = 200,
        KeyLengthLimit = 200,
        ValueLengthLimit = 64 * 1024,
        MultipartBodyLengthLimit = MostBytes,
        BufferBodyLengthLimit = MostBytes,
        MultipartHeadersLengthLimit = 8 * 1024,
        MultipartBoundaryLengthLimit = 128,
    };

    /// <summary>For the endpoint that reads such a form.</summary>
    public static readonly IRequestSizeLimitMetadata SizeLimit = new Size();

    /// <exception cref="BadHttpRequestException">It is no form, or it is too large.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!request.HasFormContentType)
        {
            throw new BadHttpRequestException("This is no form.", StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            return await new FormFeature(request, Limits).ReadFormAsync(cancel);
        }
        catch (Exception fault) when (fault is InvalidDataException or ArgumentException or FormatException || fault is IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form could not be read.", StatusCodes.Status400BadRequest, fault);
        }
    }

    private sealed class Size : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => MostBytes;
    }
}
