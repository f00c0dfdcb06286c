using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Images;
using CoalitionLetters.Typesetting.Shaping;

namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>
/// A page to draw on, in points from its top-left corner, y growing downwards. Every drawing is inside a structure element
/// (<see cref="Begin"/>) or an artifact (<see cref="BeginArtifact"/>); these may nest, the inner interrupting the outer.
/// </summary>
public sealed class PdfPage
{
    private readonly PdfFile file;
    private readonly Stack<Mark> marks = [];
    private readonly List<PageAnnotation> annotations = [];
    private readonly List<Drawing> drawings = [];

    internal PdfPage(PdfFile file, int index, double width, double height)
    {
        this.file = file;
        Index = index;
        Width = width;
        Height = height;
        Content = new PageContent(this);
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>The number that viewers show for the page, where it is not its place in the file.</summary>
    public string? Label { get; set; }

    /// <summary>Counted from 0.</summary>
    internal int Index { get; }

    internal PageContent Content { get; }

    /// <summary>What was drawn, in order, where the file keeps it: see <see cref="PdfFile.KeepsDrawings"/>.</summary>
    public IReadOnlyList<Drawing> Drawings => drawings;

    internal IReadOnlyList<PageAnnotation> Annotations => annotations;

    /// <summary>What is drawn until <see cref="End"/> is this element's content.</summary>
    public void Begin(StructureElement element) => marks.Push(new Mark(element, default));

    /// <summary>What is drawn until <see cref="End"/> belongs to the page, not to the text.</summary>
    public void BeginArtifact(ArtifactKind kind) => marks.Push(new Mark(null, kind));

    public void End() => marks.Pop();

    /// <summary>Shows shaped glyphs.</summary>
    /// <param name="x">The left edge, also of text that runs to the left.</param>
    /// <param name="actualText">What the run stands for in the logical text, where it is more or less than the run's own text: a hyphen at a line's
    /// end that the word does not have, a space that is not shown.</param>
    /// <exception cref="TypesettingException">The font has no glyph for a character of the run.</exception>
    public void Show(GlyphRun run, double x, double baseline, Color color, string? actualText = null)
    {
        var mark = Current(new Area(x, baseline - run.Size * run.Font.Ascent / run.Font.UnitsPerEm, run.Width, run.Size));
        Content.EnterText();
        Content.MoveTo(x, baseline);
        new RunWriter(Content, file.RunReader, file.Use(run.Font), run, mark).Write(color, actualText ?? run.Text);
        Keep(new Drawing.Glyphs(run, x, baseline, 0, color));
    }

    /// <summary>Shows glyphs turned about the point where they begin, as an artifact: a watermark.</summary>
    /// <param name="degrees">Counterclockwise.</param>
    public void ShowTurned(GlyphRun run, double x, double baseline, double degrees, Color color)
    {
        var mark = Current(new Area(x, baseline, 0, 0));
        if (mark.Element is not null)
        {
            throw new InvalidOperationException("Turned text is an artifact.");
        }

        Content.Enter(mark, forText: false);
        Content.Turn(x, baseline, degrees);
        new RunWriter(Content, file.RunReader, file.Use(run.Font), run, mark: null).Write(color, run.Text);
        Content.TurnBack();
        Keep(new Drawing.Glyphs(run, x, baseline, degrees, color));
    }

    /// <summary>Marks a line across the page below which nothing belongs to what stands above it, such as the foot of columns. It is not seen and belongs to no text:
    /// two blanks, far apart, for readers that find the order of columns by the places of their text.</summary>
    /// <param name="font">With a glyph for the blank.</param>
    public void Divide(double x, double y, double width, FontFile font)
    {
        var use = file.Use(font);
        if (use.Space != 0)
        {
            Content.EnterText();
            Content.Enter(new Mark(null, ArtifactKind.Layout), forText: true);
            Content.MoveTo(x, y);
            Content.ShowBlanks(use, width);
        }
    }

    public void Fill(Area area, Color color)
    {
        Content.Enter(Current(area), forText: false);
        Content.Fill(area, color);
        Keep(new Drawing.Filled(area, color));
    }

    public void Line(double x1, double y1, double x2, double y2, double width, Color color)
    {
        Content.Enter(Current(new Area(Math.Min(x1, x2), Math.Min(y1, y2), Math.Abs(x2 - x1), Math.Abs(y2 - y1))), forText: false);
        Content.Line(x1, y1, x2, y2, width, color);
        Keep(new Drawing.Stroke(x1, y1, x2, y2, width, color));
    }

    /// <summary>Draws a picture, stretched to the area. In a document it belongs in a Figure with an <see cref="StructureElement.Alternative"/>.</summary>
    public void Draw(Picture picture, Area area)
    {
        Content.Enter(Current(area), forText: false);
        Content.Draw(file.Use(picture), area, picture is JpegPicture { Orientation: var orientation } ? orientation : 1);
        Keep(new Drawing.Image(picture, area));
    }

    /// <summary>Makes an area of the page a link.</summary>
    public void Link(Area area, LinkTarget target, StructureElement link, string description) => Link([area], target, link, description);

    /// <summary>Makes areas of the page, such as the parts of a phrase that is broken over lines, one link.</summary>
    /// <param name="link">The Link element that holds the phrase.</param>
    /// <param name="description">What a reader hears in place of an address.</param>
    public void Link(IReadOnlyList<Area> areas, LinkTarget target, StructureElement link, string description)
    {
        ArgumentOutOfRangeException.ThrowIfZero(areas.Count);
        ArgumentException.ThrowIfNullOrWhiteSpace(description);

        Add(new LinkAnnotation(this, areas, target, link, description));
    }

    internal void Add(PageAnnotation annotation)
    {
        annotations.Add(annotation);
        annotation.Element.AddAnnotation(annotation);
    }

    internal void NoteAwake() => file.NoteAwake(this);

    internal void AddMissing(string text) => file.AddMissing(text);

    private void Keep(Drawing drawing)
    {
        if (file.KeepsDrawings)
        {
            drawings.Add(drawing);
        }
    }

    /// <summary>What a drawing on this area belongs to.</summary>
    private Mark Current(Area area)
    {
        if (!marks.TryPeek(out var mark))
        {
            throw new InvalidOperationException("Drawing on a page happens between Begin or BeginArtifact and End.");
        }

        mark.Element?.Cover(this, area);
        return mark;
    }
}

/// <summary>What drawings belong to: a structure element, or an artifact where there is none.</summary>
internal readonly record struct Mark(StructureElement? Element, ArtifactKind Kind, bool HasActualText = false);
