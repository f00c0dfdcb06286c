namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>
/// A node of the logical structure. Its kids are elements, content and links, and stand in the order in which
/// <see cref="Add"/>, the first drawing after <see cref="PdfPage.Begin"/> and <see cref="PdfPage.Link(Area, LinkTarget, StructureElement, string)"/> made them:
/// draw in the order in which the text is to be read, wherever on the page it stands.
/// </summary>
public sealed class StructureElement
{
    private static readonly Details None = new();

    // A list has two elements for each name, and most have a single kid and no more than a type and a language: what few have stands apart.
    private Details? details;
    private StructureKid[] kids = [];
    private int count;

    internal StructureElement(StructureType type, StructureElement? parent)
    {
        Type = type;
        Parent = parent;
    }

    public StructureType Type { get; }

    public StructureElement? Parent { get; }

    /// <summary>Words that stand for a picture.</summary>
    public string? Alternative
    {
        get => Known.Alternative;
        set => Changed.Alternative = value;
    }

    /// <summary>The text that the content stands for, where the glyphs do not say it.</summary>
    public string? ActualText
    {
        get => Known.ActualText;
        set => Changed.ActualText = value;
    }

    /// <summary>What an abbreviation is short for.</summary>
    public string? Expansion
    {
        get => Known.Expansion;
        set => Changed.Expansion = value;
    }

    /// <summary>BCP 47; null where it is the parent's.</summary>
    public string? Language { get; set; }

    /// <summary>Unique in the document. Notes and header cells that others name get one by themselves.</summary>
    public string? Id
    {
        get => Known.Id;
        set => Changed.Id = value;
    }

    public string? Title
    {
        get => Known.Title;
        set => Changed.Title = value;
    }

    /// <summary>Of a list.</summary>
    public ListNumbering? Numbering
    {
        get => Known.Numbering;
        set => Changed.Numbering = value;
    }

    /// <summary>Of a table's header cell.</summary>
    public TableScope? Scope
    {
        get => Known.Scope;
        set => Changed.Scope = value;
    }

    /// <summary>Of a table's cell.</summary>
    public int ColumnSpan
    {
        get => Known.ColumnSpan;
        set => Changed.ColumnSpan = value;
    }

    /// <summary>Of a table's cell.</summary>
    public int RowSpan
    {
        get => Known.RowSpan;
        set => Changed.RowSpan = value;
    }

    /// <summary>The header cells that speak for a table's cell, where scope does not say it.</summary>
    public IReadOnlyList<StructureElement> Headers
    {
        get => Known.Headers;
        set => Changed.Headers = value;
    }

    public Placement? Placement
    {
        get => Known.Placement;
        set => Changed.Placement = value;
    }

    internal ArraySegment<StructureKid> Kids => new(kids, 0, count);

    /// <summary>Where the first content stands.</summary>
    internal (PdfPage Page, double Top)? Start { get; private set; }

    /// <summary>What a figure covers on its page, for its BBox.</summary>
    internal Area? Bounds
    {
        get => Known.Bounds;
        private set => Changed.Bounds = value;
    }

    private Details Known => details ?? None;

    private Details Changed => details ??= new Details();

    public StructureElement Add(StructureType type)
    {
        var element = new StructureElement(type, this);
        AddKid(new StructureKid(element));
        return element;
    }

    internal bool EndsWith(PdfPage page, int markedContent) =>
        count > 0 && kids[count - 1] is { Element: null, Annotation: null } last && last.Page == page && last.MarkedContent == markedContent;

    internal void AddContent(PdfPage page, int markedContent) => AddKid(new StructureKid(page, markedContent));

    internal void AddAnnotation(PageAnnotation annotation) => AddKid(new StructureKid(annotation));

    internal void Cover(PdfPage page, Area area)
    {
        for (var element = this; element is not null && element.Start is null; element = element.Parent)
        {
            element.Start = (page, area.Y);
        }

        if (Type == StructureType.Figure)
        {
            Bounds = Bounds is { } bounds && Start!.Value.Page == page ? bounds.Union(area) : Bounds ?? area;
        }
    }

    private void AddKid(StructureKid kid)
    {
        if (count == kids.Length)
        {
            Array.Resize(ref kids, Math.Max(1, 2 * count));
        }

        kids[count++] = kid;
    }

    private sealed class Details
    {
        public string? Alternative { get; set; }

        public string? ActualText { get; set; }

        public string? Expansion { get; set; }

        public string? Id { get; set; }

        public string? Title { get; set; }

        public ListNumbering? Numbering { get; set; }

        public TableScope? Scope { get; set; }

        public int ColumnSpan { get; set; } = 1;

        public int RowSpan { get; set; } = 1;

        public IReadOnlyList<StructureElement> Headers { get; set; } = [];

        public Placement? Placement { get; set; }

        public Area? Bounds { get; set; }
    }
}

/// <summary>A kid of a structure element: one of an element, a piece of a page's content, a link.</summary>
internal readonly struct StructureKid
{
    private readonly object what;

    public StructureKid(StructureElement element) => what = element;

    public StructureKid(PageAnnotation annotation) => what = annotation;

    public StructureKid(PdfPage page, int markedContent)
    {
        what = page;
        MarkedContent = markedContent;
    }

    public StructureElement? Element => what as StructureElement;

    public PageAnnotation? Annotation => what as PageAnnotation;

    /// <summary>Of content or a link.</summary>
    public PdfPage? Page => what as PdfPage ?? Annotation?.Page;

    public int MarkedContent { get; }
}
