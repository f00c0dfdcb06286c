using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace CoalitionLetters.FinalLetters.Desk;

/// <summary>
/// Pictures of pages for the editors that are open, by the SHA-256 of what they show: a page that did not change keeps its address,
/// and the browser does not fetch it again. The oldest go when there are too many.
/// </summary>
public sealed class PagePictures
{
    private const int MostBytes = 48 * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly Dictionary<string, byte[]> pictures = [];
    private readonly Queue<string> order = new();
    private long bytes;

    /// <returns>The picture's name in its address.</returns>
    public string Keep(string svg)
    {
        var plain = Encoding.UTF8.GetBytes(svg);
        var hash = Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 16));
        lock (gate)
        {
            if (pictures.ContainsKey(hash))
            {
                return hash;
            }
        }

        var packed = Packed(plain);
        lock (gate)
        {
            if (pictures.TryAdd(hash, packed))
            {
                order.Enqueue(hash);
                bytes += packed.Length;
            }

            while (bytes > MostBytes && order.TryDequeue(out var oldest) && pictures.Remove(oldest, out var gone))
            {
                bytes -= gone.Length;
            }
        }

        return hash;
    }

    /// <summary>The SVG, compressed with gzip.</summary>
    public byte[]? Find(string hash)
    {
        lock (gate)
        {
            return pictures.GetValueOrDefault(hash);
        }
    }

    private static byte[] Packed(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(plain);
        }

        return packed.ToArray();
    }
}
