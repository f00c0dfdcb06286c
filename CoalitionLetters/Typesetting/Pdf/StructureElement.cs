namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>
/// A node of the logical structure. Its kids are elements, content and links, and stand in the order in which
/// <see cref="Add"/>, the first drawing after <see cref="PdfPage.Begin"/> and <see cref="PdfPage.Link(Area, LinkTarget, StructureElement, string)"/> made them:
/// draw in the order in which the text is to be read, wherever on the page it stands.
/// </summary>
public sealed class StructureElement
{
    private readonly List<StructureKid> kids = [];

    internal StructureElement(StructureType type, StructureElement? parent)
    {
        Type = type;
        Parent = parent;
    }

    public StructureType Type { get; }

    public StructureElement? Parent { get; }

    /// <summary>Words that stand for a picture.</summary>
    public string? Alternative { get; set; }

    /// <summary>The text that the content stands for, where the glyphs do not say it.</summary>
    public string? ActualText { get; set; }

    /// <summary>What an abbreviation is short for.</summary>
    public string? Expansion { get; set; }

    /// <summary>BCP 47; null where it is the parent's.</summary>
    public string? Language { get; set; }

    /// <summary>Unique in the document. Notes and header cells that others name get one by themselves.</summary>
    public string? Id { get; set; }

    public string? Title { get; set; }

    /// <summary>Of a list.</summary>
    public ListNumbering? Numbering { get; set; }

    /// <summary>Of a table's header cell.</summary>
    public TableScope? Scope { get; set; }

    /// <summary>Of a table's cell.</summary>
    public int ColumnSpan { get; set; } = 1;

    /// <summary>Of a table's cell.</summary>
    public int RowSpan { get; set; } = 1;

    /// <summary>The header cells that speak for a table's cell, where scope does not say it.</summary>
    public IReadOnlyList<StructureElement> Headers { get; set; } = [];

    public Placement? Placement { get; set; }

    internal IReadOnlyList<StructureKid> Kids => kids;

    /// <summary>Where the first content stands.</summary>
    internal (PdfPage Page, double Top)? Start { get; private set; }

    /// <summary>What a figure covers on its page, for its BBox.</summary>
    internal Area? Bounds { get; private set; }

    public StructureElement Add(StructureType type)
    {
        var element = new StructureElement(type, this);
        kids.Add(new StructureKid(element));
        return element;
    }

    internal bool EndsWith(PdfPage page, int markedContent) =>
        kids.Count > 0 && kids[^1] is { Element: null, Annotation: null } last && last.Page == page && last.MarkedContent == markedContent;

    internal void AddContent(PdfPage page, int markedContent) => kids.Add(new StructureKid(page, markedContent));

    internal void AddAnnotation(PageAnnotation annotation) => kids.Add(new StructureKid(annotation));

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
}

/// <summary>A kid of a structure element: one of an element, a piece of a page's content, a link.</summary>
internal readonly struct StructureKid
{
    public StructureKid(StructureElement element) => Element = element;

    public StructureKid(PageAnnotation annotation)
    {
        Annotation = annotation;
        Page = annotation.Page;
    }

    public StructureKid(PdfPage page, int markedContent)
    {
        Page = page;
        MarkedContent = markedContent;
    }

    public StructureElement? Element { get; }

    public PageAnnotation? Annotation { get; }

    public PdfPage? Page { get; }

    public int MarkedContent { get; }
}
