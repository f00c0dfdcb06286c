using CoalitionLetters.Typesetting.Documents.Pages;
using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.Typesetting.Documents.Blocks;

/// <summary>A heading, which never stands at a page's or column's foot without what it heads.</summary>
internal sealed class HeadingBlock(int level, Text text, BlockStyle style, bool inOutline) : Block
{
    private readonly BlockStyle style = style with { KeepTogether = true, KeepWithNext = true };

    public string Title => string.Concat(text.Spans.Where(span => span.Tag is not FootnoteCall).Select(span => span.Text)).Replace('\n', ' ');

    public override IEnumerable<Slice> Slices(Frame frame)
    {
        // Nothing would stand in the structure for it, and the levels after it would skip one.
        if (string.IsNullOrWhiteSpace(Title))
        {
            yield break;
        }

        var actual = frame.Sheet.NestedLevel(level);
        var role = frame.Role(StructureType.Heading1 + (actual - 1), text.Language);
        var entry = inOutline ? new OutlinePlace(Title, actual) : null;
        foreach (var slice in ParagraphBlock.Set(text.Spans, style.Scaled(frame.Scale), frame, role))
        {
            slice.Outline = entry;
            entry = null;
            yield return slice;
        }
    }

    /// <summary>The heading's stand-in at the top of a page or column.</summary>
    public IReadOnlyList<Slice> Again(string words, Frame frame) =>
        [.. ParagraphBlock.Set([new(CleanText.From(words), style.Text, null)], style, frame, null)];
}
