using System.Text;

namespace CoalitionLetters.Mail;

/// <summary>
/// Words as they may stand in a header: plain ASCII as it is, folded where a line grows long (RFC 5322), anything else as encoded words (RFC 2047).
/// What comes out holds no line break but those of folding, whatever went in.
/// </summary>
internal static class MailHeader
{
    /// <summary>So that the longest name of a header, an encoded word and its frame stay within the 76 characters that RFC 2047 allows a line.</summary>
    private const int BytesInAWord = 39;

    private const int LongLine = 66;

    public static string Mailbox(string? name, string address)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return address;
        }

        var written = IsPlain(name) ? Quoted(name) : Encoded(name);
        return $"{written}{(written.Length + address.Length < LongLine ? "" : "\r\n")} <{address}>";
    }

    public static string Words(string text)
    {
        if (!IsPlain(text))
        {
            return Encoded(text);
        }

        var line = new StringBuilder();
        var length = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var breaks = length > 0 && length + word.Length >= LongLine;
            line.Append(length == 0 ? "" : breaks ? "\r\n " : " ").Append(word);
            length = breaks ? word.Length : length + word.Length + 1;
        }

        return line.ToString();
    }

    /// <summary>ASCII that no reader takes for an encoded word.</summary>
    private static bool IsPlain(string text) => text.All(c => c is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal);

    private static string Quoted(string name) => $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Encoded(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > BytesInAWord)
            {
                words.Add(word.ToString());
                word.Clear();
                bytes = 0;
            }

            word.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        words.Add(word.ToString());
        return string.Join("\r\n ", words.Select(part => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(part))}?="));
    }
}
