using System.Text;
using System.Text.RegularExpressions;

namespace CoalitionLetters.Tests.Support;

/// <summary>
/// A message as a mail program reads it (RFC 5322, RFC 2045 to 2047), as far as ours go: unfolded headers with encoded words, and the parts of a
/// <c>multipart/alternative</c>. Whatever is cut off or not well-formed is a <see cref="FormatException"/>.
/// </summary>
public sealed partial class ReadMail
{
    private readonly Dictionary<string, string> headers;

    private ReadMail(Dictionary<string, string> headers, string text, string html) => (this.headers, Text, Html) = (headers, text, html);

    public string this[string header] => headers.GetValueOrDefault(header) ?? throw new FormatException($"No {header} header.");

    public string Text { get; }

    public string Html { get; }

    public static ReadMail From(string message)
    {
        var (headers, body) = Split(message);
        var type = headers.GetValueOrDefault("Content-Type") ?? "";
        if (!type.StartsWith("multipart/alternative", StringComparison.OrdinalIgnoreCase) || Boundary().Match(type) is not { Success: true } boundary)
        {
            throw new FormatException($"The mail is {type}, not multipart/alternative.");
        }

        var pieces = $"\r\n{body}".Split($"\r\n--{boundary.Groups[1].Value}");
        if (pieces.Length < 3 || !pieces[^1].StartsWith("--", StringComparison.Ordinal))
        {
            throw new FormatException("The mail ends before its last part.");
        }

        var parts = pieces[1..^1].Select(piece => Split(piece.TrimStart('\r', '\n'))).ToList();
        return new(headers, Part(parts, "text/plain"), Part(parts, "text/html"));
    }

    private static string Part(List<(Dictionary<string, string> Headers, string Body)> parts, string type)
    {
        var (headers, body) = parts.Single(part => part.Headers["Content-Type"].StartsWith(type, StringComparison.OrdinalIgnoreCase));
        if (!headers["Content-Type"].Contains("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw new FormatException($"The part is {headers["Content-Type"]}.");
        }

        return headers.GetValueOrDefault("Content-Transfer-Encoding")?.ToLowerInvariant() switch
        {
            "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
            "quoted-printable" => QuotedPrintable(body.Replace("=\r\n", "", StringComparison.Ordinal)),
            _ => body,
        };
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string message)
    {
        var end = message.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            throw new FormatException("There is no end of the headers.");
        }

        var lines = Fold().Replace(message[..end], " ").Split("\r\n").Select(line => line.Split(':', 2));
        return (lines.ToDictionary(line => line[0], line => Decoded(line[1].Trim()), StringComparer.OrdinalIgnoreCase), message[(end + 4)..]);
    }

    private static string Decoded(string header) => EncodedWord().Replace(BetweenWords().Replace(header, "?==?"), word => word.Groups[1].Value is "B" or "b"
        ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[2].Value))
        : QuotedPrintable(word.Groups[2].Value.Replace('_', ' ')));

    private static string QuotedPrintable(string text) => Encoding.UTF8.GetString(
        [.. QuotedByte().Replace(text, hex => ((char)Convert.ToByte(hex.Groups[1].Value, 16)).ToString()).Select(c => (byte)c)]);

    [GeneratedRegex("""boundary="?([^";]+)"?""")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Fold();

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?([BbQq])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex("=([0-9A-Fa-f]{2})")]
    private static partial Regex QuotedByte();
}
