using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace CoalitionLetters.Web;

/// <summary>
/// A public answer, made once and served from memory: its bytes as they are, in Brotli and in gzip, each known by a strong ETag.
/// Whoever holds one asks whether it still stands, and hears "304" if it does.
/// </summary>
public sealed class Rendered
{
    private const int BrotliQuality = 5;
    private const int BrotliWindow = 20;

    private readonly byte[] plain;
    private readonly byte[] brotli;
    private readonly byte[] gzip;
    private readonly string mediaType;
    private readonly string? fileName;
    private readonly string tag;

    /// <param name="text">The whole answer.</param>
    /// <param name="mediaType">Without the character set, which is always UTF-8.</param>
    /// <param name="fileName">Offered when it is saved; null for what is read in the browser.</param>
    public Rendered(string text, string mediaType, string? fileName = null)
    {
        plain = Encoding.UTF8.GetBytes(text);
        brotli = Brotli(plain);
        gzip = Gzip(plain);
        this.mediaType = mediaType + "; charset=utf-8";
        this.fileName = fileName;
        tag = Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 12));
    }

    public async Task WriteAsync(HttpContext context)
    {
        var (bytes, encoding, etag) = Chosen(context.Request);
        var headers = context.Response.Headers;
        headers.ETag = etag;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.CacheControl = "public, no-cache";

        if (StillHeld(context.Request, etag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = mediaType;
        context.Response.ContentLength = bytes.Length;
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        if (fileName is not null)
        {
            headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = fileName }.ToString();
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    private (byte[] Bytes, string? Encoding, string ETag) Chosen(HttpRequest request) => BestFor(request) switch
    {
        "br" => (brotli, "br", $"\"{tag}-br\""),
        "gzip" => (gzip, "gzip", $"\"{tag}-gz\""),
        _ => (plain, null, $"\"{tag}\""),
    };

    /// <summary>The encoding to answer this request in: <c>br</c>, <c>gzip</c>, or none.</summary>
    internal static string? BestFor(HttpRequest request)
    {
        double Wish(string encoding) => request.GetTypedHeaders().AcceptEncoding
            .Where(wish => wish.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase)).Select(wish => wish.Quality ?? 1).FirstOrDefault();

        var (br, gz) = (Wish("br"), Wish("gzip"));
        return br > 0 && br >= gz ? "br" : gz > 0 ? "gzip" : null;
    }

    private static bool StillHeld(HttpRequest request, string etag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(held => held.Tag.Equals("*", StringComparison.Ordinal) || held.Tag.Equals(etag, StringComparison.Ordinal));

    internal static byte[] Brotli(byte[] bytes)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, packed, out var written, BrotliQuality, BrotliWindow)
            ? packed[..written]
            : throw new InvalidOperationException("Brotli did not fit where it always fits.");
    }

    internal static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Optimal))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }
}
