using CoalitionLetters.Typesetting.Paragraphs;

namespace CoalitionLetters.Typesetting.Documents;

/// <summary>How a block of text is set: its letters, the distance of its lines, the space around it. All lengths in points.</summary>
/// <param name="Text">The letters.</param>
/// <param name="Leading">From baseline to baseline; a line with taller letters takes what it needs.</param>
public sealed record BlockStyle(TextStyle Text, double Leading)
{
    /// <summary>From baseline to baseline, in points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or no number.</exception>
    public double Leading { get; init => field = Length(value); } = Length(Leading);

    public ParagraphFormat Format { get; init; } = new();

    /// <summary>Between two blocks stands the larger of the upper one's space after and the lower one's space before.</summary>
    public double SpaceBefore { get; init => field = Length(value); }

    public double SpaceAfter { get; init => field = Length(value); }

    /// <summary>All its lines stay on one page and in one column.</summary>
    public bool KeepTogether { get; init; }

    /// <summary>Stays on the page of the block that follows.</summary>
    public bool KeepWithNext { get; init; }

    private static double Length(double points) =>
        points >= 0 && double.IsFinite(points) ? points : throw new ArgumentOutOfRangeException(nameof(points), points, "A distance is no negative number of points.");

    internal BlockStyle Scaled(double scale) => scale == 1 ? this : this with
    {
        Text = Text with { Size = Text.Size * scale },
        Leading = Leading * scale,
        SpaceBefore = SpaceBefore * scale,
        SpaceAfter = SpaceAfter * scale,
    };
}

/// <summary>The styles that a sheet gives to blocks which name none of their own.</summary>
public sealed record StyleSheet
{
    public required BlockStyle Body { get; init; }

    /// <summary>For levels 1 to 6, in this order; deeper levels take the last.</summary>
    public required IReadOnlyList<BlockStyle> Headings { get; init; }

    public required BlockStyle Quote { get; init; }

    public required BlockStyle Note { get; init; }

    public required BlockStyle Cell { get; init; }

    public required BlockStyle CellHead { get; init; }

    /// <summary>For running heads and page numbers.</summary>
    public required BlockStyle Margin { get; init; }

    public SheetWords Words { get; init; } = SheetWords.English;

    public Color LinkColor { get; init; } = Color.FromHex("0B3D78");

    public Color RuleColor { get; init; } = Color.FromHex("8A8A8A");

    public double ListIndent { get; init; } = 20;

    public double QuoteIndent { get; init; } = 28;

    public BlockStyle Heading(int level) => Headings[Math.Clamp(level, 1, Headings.Count) - 1];
}
