using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>How lines are broken and placed. Lengths are points.</summary>
public sealed record ParagraphFormat
{
    /// <summary>Left and Right are sides of the paper in any direction of text.</summary>
    public Alignment Alignment { get; init; }

    /// <summary>Extra room at the start of the first line; the start is on the right where the paragraph runs right to left, unless its lines are flush left.</summary>
    public double FirstIndent { get; init; }

    /// <summary>Extra room at the start of all lines after the first.</summary>
    public double HangingIndent { get; init; }

    /// <summary>Divides words where their span's language has patterns: English and Spanish.</summary>
    public bool Hyphenate { get; init; }

    public BaseDirection Direction { get; init; }

    /// <summary>Makes lines of about equal length without taking more of them, for headings and names.</summary>
    public bool Balance { get; init; }
}

public enum Alignment
{
    /// <summary>Flush with the start: left, or right where the paragraph runs right to left.</summary>
    Start,
    Left,
    Right,
    Center,
    Justified,
}
