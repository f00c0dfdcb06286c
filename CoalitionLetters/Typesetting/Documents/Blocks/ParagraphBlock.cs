using CoalitionLetters.Typesetting.Documents.Footnotes;
using CoalitionLetters.Typesetting.Documents.Pages;
using CoalitionLetters.Typesetting.Paragraphs;
using CoalitionLetters.Typesetting.Pdf;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.Documents.Blocks;

/// <summary>A paragraph. Its first two lines stay together, and its last two.</summary>
internal sealed class ParagraphBlock(Text text, BlockStyle style, StructureType type) : Block
{
    public override IEnumerable<Slice> Slices(Frame frame) => Set(text.Spans, style.Scaled(frame.Scale), frame, frame.Role(type, text.Language));

    public override (double Least, double Natural) Widths(Sheet sheet) => (text.Spans.Select(sheet.WidthOfLongestWord).DefaultIfEmpty().Max(), sheet.WidthOf(text.Spans));

    public override bool IsBlank => text.Spans.All(span => string.IsNullOrWhiteSpace(span.Text));

    public override bool RunsToTheLeft
    {
        get
        {
            Bidi.Levels(string.Concat(text.Spans.Select(span => span.Text)), style.Format.Direction, out var level);
            return level == 1;
        }
    }

    /// <summary>Sets text as slices that a page may end between.</summary>
    public static IEnumerable<LinesSlice> Set(IReadOnlyList<Span> spans, BlockStyle style, Frame frame, Role? role)
    {
        if (spans.Count == 0)
        {
            yield break;
        }

        if (frame.Scale != 1)
        {
            spans = [.. spans.Select(span => span with { Style = span.Style with { Size = span.Style.Size * frame.Scale, Rise = span.Style.Rise * frame.Scale } })];
        }

        var lines = LinesSlice.Measure(ParagraphSetter.Set(spans, style.Format, frame.Width, frame.Sheet.Fonts), style, frame.Sheet);
        var hasNotes = role is not null && spans.Any(span => span.Tag is FootnoteCall);
        var limit = style.KeepTogether ? frame.Sheet.TextHeight : 0;
        for (var first = 0; first < lines.Length;)
        {
            var count = CountTogether(lines, first, limit);
            yield return new LinesSlice(lines, first, count, role, hasNotes ? frame : null)
            {
                Left = frame.Left,
                Section = frame.Section,
                SpaceBefore = first == 0 ? style.SpaceBefore : 0,
                SpaceAfter = first + count == lines.Length ? style.SpaceAfter : 0,
                KeepWithNext = style.KeepWithNext && (style.KeepTogether || first + count == lines.Length),
            };
            first += count;
        }
    }

    private static int CountTogether(SetLine[] lines, int first, double limit)
    {
        var left = lines.Length - first;
        if (limit > 0 && first == 0 && lines.Sum(line => line.Height) <= limit)
        {
            return left;
        }

        return first == 0 && left > 3 ? 2 : left <= 3 && (left <= 2 || first == 0) ? left : 1;
    }
}

/// <summary>A line with the room it takes, in points.</summary>
/// <param name="Above">From the top of its room to the baseline.</param>
internal readonly record struct SetLine(Line Line, double Above, double Height);

/// <summary>Lines of one paragraph that stay together.</summary>
internal sealed class LinesSlice : Slice
{
    /// <summary>In parts of the type size.</summary>
    private const double SharedRoom = 0.14;

    private readonly SetLine[] lines;
    private readonly int first;
    private readonly int count;
    private readonly Role? role;

    /// <param name="role">None for what belongs to the page, such as a repeated heading.</param>
    /// <param name="noteFrame">The place of the paragraph, when its text calls notes.</param>
    public LinesSlice(SetLine[] lines, int first, int count, Role? role, Frame? noteFrame)
    {
        this.lines = lines;
        this.first = first;
        this.count = count;
        this.role = role;
        for (var i = first; i < first + count; i++)
        {
            Height += lines[i].Height;
        }

        Notes = noteFrame is { } frame ? CalledNotes(frame) : [];
    }

    public override IReadOnlyList<Footnote> Notes { get; }

    public override double FirstBaseline => lines[first].Above;

    /// <summary>
    /// Gives each line the style's leading, and more where its letters are taller. Fonts of other scripts ask for half a line more than what most of their letters
    /// fill, so theirs count by their ink, and that may reach a little into the room of its neighbors: their tallest letter hardly ever stands just there.
    /// </summary>
    public static SetLine[] Measure(IReadOnlyList<Line> lines, BlockStyle style, Sheet sheet)
    {
        var (ascent, descent) = sheet.ExtentOf(style.Text);
        var above = (style.Leading - ascent - descent) / 2 + ascent;
        var (below, shared) = (style.Leading - above, style.Text.Size * SharedRoom);
        var measured = new SetLine[lines.Count];
        for (var i = 0; i < measured.Length; i++)
        {
            var lineAbove = lines[i].Ascent <= above ? above : Math.Max(above, Math.Min(lines[i].Ascent, lines[i].InkAbove - shared));
            var lineBelow = lines[i].Descent <= below ? below : Math.Max(below, Math.Min(lines[i].Descent, lines[i].InkBelow - shared));
            measured[i] = new SetLine(lines[i], lineAbove, lineAbove + lineBelow);
        }

        return measured;
    }

    protected override void DrawContent(PageCanvas canvas, double x, double top)
    {
        for (var i = first; i < first + count; i++)
        {
            canvas.Show(lines[i].Line, role, x, top + lines[i].Above);
            top += lines[i].Height;
        }
    }

    private List<Footnote> CalledNotes(Frame frame)
    {
        var notes = new List<Footnote>();
        for (var i = first; i < first + count; i++)
        {
            foreach (var fragment in lines[i].Line.Fragments)
            {
                if (fragment.Tag is FootnoteCall call && !notes.Contains(call.Note))
                {
                    call.Note.Set(frame.Sheet.NoteFrame);
                    notes.Add(call.Note);
                }
            }
        }

        return notes;
    }
}
