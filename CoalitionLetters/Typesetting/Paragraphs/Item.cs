using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>A stretch of a text that is shaped alike.</summary>
/// <param name="isMissing">No font has these characters; each is shown as U+FFFD, or as a question mark where that is missing too.</param>
internal sealed class Item(int start, Span span, FontFile font, Script script, byte level, bool isMissing)
{
    private WordCache? words;
    private ShapedWord? hyphen;

    public int Start { get; } = start;

    public int End { get; set; } = start;

    public Span Span => span;

    public TextStyle Style => span.Style;

    public FontFile Font => font;

    public Script Script => script;

    public byte Level => level;

    public bool IsMissing => isMissing;

    public bool RightToLeft => (level & 1) == 1;

    /// <summary>What a line ends in when it is broken within a word of this item.</summary>
    public ShapedWord Hyphen => hyphen ??= Words.Shape("-");

    public double HyphenWidth => PointsOf(Hyphen);

    private WordCache Words => words ??= WordCache.For(font, script, RightToLeft, Style.Language);

    public double PointsOf(ShapedWord word) => word.Advance * Style.Size / font.UnitsPerEm + word.Clusters * Style.LetterSpacing;

    public ShapedWord Shape(ReadOnlySpan<char> source) => isMissing ? Words.Shape(Shown(source)) : Words.Shape(source);

    /// <summary>What is drawn for a stretch of this item.</summary>
    public string Shown(ReadOnlySpan<char> source)
    {
        if (!isMissing)
        {
            return source.ToString();
        }

        var count = 0;
        foreach (var _ in source.EnumerateRunes())
        {
            count++;
        }

        return new string(font.Covers(0xFFFD) ? '\uFFFD' : '?', count);
    }
}
