using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>A stretch of a text that is shaped alike.</summary>
/// <param name="IsMissing">No font has these characters; each cluster is shown as U+FFFD, or as a question mark where that is missing too.</param>
internal sealed record Item(int Start, int End, Span Span, FontFile Font, Script Script, byte Level, bool IsMissing)
{
    public TextStyle Style => Span.Style;

    public bool RightToLeft => (Level & 1) == 1;

    public double PointsOf(ShapedWord word) => word.Advance * Style.Size / Font.UnitsPerEm + word.Clusters * Style.LetterSpacing;
}
