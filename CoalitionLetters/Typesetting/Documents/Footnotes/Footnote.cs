using System.Globalization;
using CoalitionLetters.Typesetting.Documents.Blocks;
using CoalitionLetters.Typesetting.Documents.Pages;
using CoalitionLetters.Typesetting.Paragraphs;
using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.Typesetting.Documents.Footnotes;

/// <summary>A note at the foot of the page that first calls it.</summary>
public sealed class Footnote
{
    private readonly Stack content;
    private StructureElement? reference;

    internal Footnote(Stack content) => this.content = content;

    /// <summary>From 1, in the order of the calls; 0 before the first.</summary>
    public int Number { get; internal set; }

    internal string Mark => Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The Note in the structure, right after the paragraph that calls it first.</summary>
    internal Role? Role { get; private set; }

    /// <summary>It has its place at a page's foot, so that a second call reserves none.</summary>
    internal bool IsPlaced { get; set; }

    /// <summary>Its height in points, once it is set.</summary>
    internal IReadOnlyList<Slice>? Slices { get; private set; }

    internal void CalledFrom(StructureElement call, Role paragraph)
    {
        reference ??= call;
        Role!.MakeAfter(paragraph);
    }

    internal IReadOnlyList<Slice> Set(Frame frame)
    {
        if (Slices is not null)
        {
            return Slices;
        }

        var style = frame.Sheet.Styles.Note;
        var indent = style.Text.Size * 0.9 + (Mark.Length - 1) * style.Text.Size * 0.35;
        var toTheLeft = content.RunsToTheLeft;
        Role = new Role(StructureType.Note, null);
        var slices = content.Slices(frame with { Left = toTheLeft ? 0 : indent, Width = frame.Width - indent, Parent = Role, Section = null, IsInRow = true }).ToList();
        if (slices.Count > 0)
        {
            var mark = SetMark(style, frame);
            slices[0].AddLabel(new Label(mark, new Role(StructureType.Label, Role), toTheLeft ? frame.Width - mark.Width : 0));
        }

        return Slices = slices;
    }

    private Line SetMark(BlockStyle style, Frame frame)
    {
        var raised = style.Text with { Size = style.Text.Size * 0.72, Rise = style.Text.Size * 0.3 };
        var back = new LinkSpan(() => LinkTarget.ToElement(reference!), $"{frame.Sheet.Styles.Words.BackToText} {Number}");
        return ParagraphSetter.Set([new Span(Mark, raised, back)], new ParagraphFormat(), frame.Width, frame.Sheet.Fonts)[0];
    }
}
