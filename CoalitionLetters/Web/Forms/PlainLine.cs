using System.Text;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Web.Forms;

/// <summary>What somebody typed, made fit to be stored and printed: one line, composed characters, nothing invisible that could turn it round.</summary>
public static class PlainLine
{
    /// <summary>
    /// Control characters, line breaks and runs of blanks become one blank; halves of surrogate pairs, direction overrides and soft hyphens vanish,
    /// and joiners where they join nothing.
    /// </summary>
    public static string Of(string? typed)
    {
        var line = new StringBuilder(typed?.Length ?? 0);
        var before = new Rune(' ');
        foreach (var rune in (typed ?? "").EnumerateRunes())
        {
            if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }

                before = new Rune(' ');
            }
            else if (rune != Rune.ReplacementChar && rune.Value is not ((>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069) or 0x00ad or 0x200b or 0x2060 or 0xfeff) && !IsNoCharacter(rune.Value) && !IsIdleJoiner(rune.Value, before))
            {
                line.Append(rune.ToString());
                before = rune;
            }
        }

        return line.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Names in Persian and in Indian scripts need joiners, and so do emoji; between the letters of these three scripts they only hide a word.</summary>
    private static bool IsIdleJoiner(int codePoint, Rune before) =>
        codePoint is 0x200c or 0x200d && (before.Value is ' ' or 0x200c or 0x200d || Scripts.Of(before.Value) is Script.Latin or Script.Greek or Script.Cyrillic);

    /// <summary>Code points that Unicode keeps for no character, at the end of each plane and among the Arabic forms; they cannot be normalized.</summary>
    private static bool IsNoCharacter(int codePoint) => (codePoint & 0xfffe) == 0xfffe || codePoint is >= 0xfdd0 and <= 0xfdef;
}
