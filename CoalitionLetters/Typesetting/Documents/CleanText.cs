using System.Text;

namespace CoalitionLetters.Typesetting.Documents;

/// <summary>Makes any string fit to be set: control characters go, tabs become spaces, lone surrogates become U+FFFD, line ends become \n.</summary>
internal static class CleanText
{
    public static string From(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsUnfit(text[i]) || (char.IsSurrogate(text[i]) && !IsPairAt(text, ref i)))
            {
                return Rewritten(text);
            }
        }

        return text;
    }

    private static bool IsPairAt(string text, ref int i)
    {
        if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
        {
            return false;
        }

        i++;
        return true;
    }

    private static bool IsUnfit(char c) => (char.IsControl(c) && c != '\n') || c is '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF' or '\uFEFF';

    private static string Rewritten(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\n' or '\r' or 0x0B or 0x0C or 0x85 or 0x2028 or 0x2029:
                    clean.Append('\n');
                    break;
                case '\t':
                    clean.Append(' ');
                    break;
                case var value when Rune.IsControl(rune) || value == 0xFEFF || (value & 0xFFFE) == 0xFFFE:
                    break;
                default:
                    clean.Append(rune.ToString());
                    break;
            }
        }

        return clean.ToString();
    }
}
