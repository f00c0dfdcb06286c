namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>How a stretch of text looks. Lengths are points.</summary>
public sealed record TextStyle
{
    public required string Family { get; init; }

    public required double Size { get; init; }

    public bool Bold { get; init; }

    public bool Italic { get; init; }

    public bool Underline { get; init; }

    public Color Color { get; init; } = Color.Black;

    /// <summary>How far the baseline stands above that of the line; negative for below.</summary>
    public double Rise { get; init; }

    /// <summary>Extra space after each cluster of glyphs.</summary>
    public double LetterSpacing { get; init; }

    /// <summary>A BCP 47 tag. It chooses hyphenation patterns, glyph variants and fallback fonts.</summary>
    public string Language { get; init; } = "en-US";
}
