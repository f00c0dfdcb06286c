using System.Security.Cryptography;
using System.Text;

namespace CoalitionLetters.Letters;

/// <summary>
/// The exact words that a signer agrees to. Layout, list and count are not among them; every formal part is.
/// Normalized: Unicode NFC, lines end in LF, no trailing blanks, at most one empty line in a row, one LF at the end.
/// </summary>
public static class LetterText
{
    public static string Normalize(LetterContent content)
    {
        var text = new StringBuilder();
        Part(content.Title);
        foreach (var lead in content.Letterhead)
        {
            Part([lead.Name, lead.Office, .. lead.Address]);
        }

        Part(content.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Part(content.Delivery);
        foreach (var recipient in content.Recipients)
        {
            Part([.. recipient.Lines()]);
        }

        Part(content.Re is null ? null : $"RE: {content.Re}");
        Part([.. content.Dockets]);
        Part(content.Salutation);
        Part(content.Body);
        Part(content.Closing);
        Part([.. content.Cc.Select(line => $"cc: {line}")]);
        Part([.. content.Enclosures.Select(line => $"Enclosure: {line}")]);
        Part(content.Contact);
        Part(content.NounsInText);
        return Tidy(text.ToString());

        void Part(params string?[] lines)
        {
            foreach (var line in lines)
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    text.Append(line).Append('\n');
                }
            }

            text.Append('\n');
        }
    }

    /// <summary>SHA-256 of the normalized text in UTF-8, as 64 lower-case hexadecimal digits.</summary>
    public static string HashOf(string normalized) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(normalized)));

    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var empty = 1;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = raw.TrimEnd();
            empty = line.Length == 0 ? empty + 1 : 0;
            if (empty < 2)
            {
                tidy.Append(line).Append('\n');
            }
        }

        return OnlyCharacters(tidy.ToString().TrimEnd('\n') + "\n").Normalize(NormalizationForm.FormC);
    }

    /// <summary>Without lone surrogates, U+FFFE and U+FFFF: none is a character, and some cannot be normalized.</summary>
    private static string OnlyCharacters(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace("\uFFFE", "", StringComparison.Ordinal).Replace("\uFFFF", "", StringComparison.Ordinal);
}
