using CoalitionLetters.Typesetting.Shaping;

namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>One line of a set paragraph, in points from the paragraph's left edge and the line's baseline.</summary>
/// <param name="X">Where the visible text begins.</param>
/// <param name="Width">Of the visible text; spaces at the end of the line hang outside of it.</param>
/// <param name="Ascent">Of the tallest font on the line, above the baseline.</param>
/// <param name="Descent">Of the deepest font on the line, below the baseline; positive.</param>
/// <param name="Fragments">In visual order, from left to right. Only the line between two hard breaks has none.</param>
public sealed record Line(double X, double Width, double Ascent, double Descent, IReadOnlyList<Fragment> Fragments)
{
    public IReadOnlyList<Fragment> InReadingOrder => Fragments.Count < 2 ? Fragments : [.. Fragments.OrderBy(fragment => fragment.ReadingIndex)];

    /// <summary>How far the ink of its letters reaches above the baseline.</summary>
    public double InkAbove => Fragments.Select(fragment => fragment.Run.Ink.Above + fragment.Style.Rise).DefaultIfEmpty().Max();

    /// <summary>How far the ink of its letters reaches below the baseline; positive.</summary>
    public double InkBelow => Fragments.Select(fragment => fragment.Run.Ink.Below - fragment.Style.Rise).DefaultIfEmpty().Max();

    /// <summary>What the line says, in reading order. A line that does not end the paragraph ends in the space at which it was broken.</summary>
    public string Text => string.Concat(InReadingOrder.Select(fragment => fragment.ActualText));
}

/// <summary>Text of one line in one style, font, script and direction.</summary>
/// <param name="X">Of the run's first glyph, in points from the paragraph's left edge.</param>
/// <param name="Width">Of the visible part, for underlines and links: a space at the end of the line is in the run and not in here.</param>
/// <param name="Tag">The span's.</param>
/// <param name="ActualText">What the fragment stands for. It differs from the run's text for a character that no font has (shown as
/// U+FFFD) and for the hyphen of a divided word (which reads as U+00AD, a soft hyphen).</param>
/// <param name="ReadingIndex">The place in reading order among the line's fragments, from 0.</param>
public sealed record Fragment(double X, double Width, GlyphRun Run, TextStyle Style, object? Tag, string ActualText, int ReadingIndex)
{
    /// <summary>Where the visible part begins; differs from X where a space hangs to the left of a line that runs right to left.</summary>
    public double VisibleX { get; init; } = X;

    /// <summary>No font has these characters.</summary>
    public bool IsMissing { get; init; }
}
