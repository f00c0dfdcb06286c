namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>How a stretch of text looks. Lengths are points.</summary>
public sealed record TextStyle
{
    /// <summary>A page's own bound, 200 inches.</summary>
    private const double LargestSize = 14_400;

    public required string Family { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">No letters have this size.</exception>
    public required double Size { get; init => field = value is > 0 and <= LargestSize ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"Type is more than 0 and at most {LargestSize} points large."); }

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
