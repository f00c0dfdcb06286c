using System.Globalization;

namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>What a line is never broken within: grapheme clusters (UAX #29, as .NET has them), in Thai and Lao with the vowels that stand beside them.</summary>
internal static class Cluster
{
    /// <summary>Longer ones, thousands of marks on one letter, are cut, so that the work stays in proportion to the text.</summary>
    private const int Longest = 64;

    /// <summary>In UTF-16 units, at the start of the text.</summary>
    public static int LengthOf(ReadOnlySpan<char> text)
    {
        var length = Math.Min(text.Length, Longest);
        if (length < text.Length && char.IsHighSurrogate(text[length - 1]))
        {
            length--;
        }

        var end = StringInfo.GetNextTextElementLength(text[..length]);
        while (end < length && IsThaiOrLao(text[end - 1]) && IsThaiOrLao(text[end]) && (BelongsToLetterBefore(text[end]) || StandsBeforeItsLetter(text[end - 1])))
        {
            end += StringInfo.GetNextTextElementLength(text[end..length]);
        }

        return end;
    }

    /// <summary>Where a text may be cut so that no more than this many UTF-16 units stay.</summary>
    public static int BorderWithin(ReadOnlySpan<char> text, int most)
    {
        var border = 0;
        while (border < text.Length && border + LengthOf(text[border..]) is var next && next <= most)
        {
            border = next;
        }

        return border;
    }

    private static bool IsThaiOrLao(char unit) => unit is >= '\u0E01' and <= '\u0EFF';

    /// <summary>Thai and Lao write some vowels behind the letter after which they are spoken; a line that begins with one cannot be read.</summary>
    private static bool BelongsToLetterBefore(char unit) =>
        unit is '\u0E30' or '\u0E32' or '\u0E33' or '\u0E45' or '\u0E2F' or '\u0E46' or '\u0EB0' or '\u0EB2' or '\u0EB3' or '\u0EBD' or '\u0EC6' or '\u0EAF';

    /// <summary>And others before it.</summary>
    private static bool StandsBeforeItsLetter(char unit) => unit is >= '\u0E40' and <= '\u0E44' or >= '\u0EC0' and <= '\u0EC4';
}
