using System.Globalization;

namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>Grapheme clusters (UAX #29, as .NET has them): what a line is never broken within.</summary>
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

        return StringInfo.GetNextTextElementLength(text[..length]);
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
}
