namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>Something on a page that a viewer acts on, and the element that it belongs to.</summary>
internal class PageAnnotation(PdfPage page, StructureElement element)
{
    public PdfPage Page { get; } = page;

    public StructureElement Element { get; } = element;
}

/// <summary>A place of one or more rectangles that leads elsewhere.</summary>
internal sealed class LinkAnnotation(PdfPage page, IReadOnlyList<Area> areas, LinkTarget target, StructureElement element, string description)
    : PageAnnotation(page, element)
{
    public IReadOnlyList<Area> Areas { get; } = areas;

    public LinkTarget Target { get; } = target;

    public string Description { get; } = description;
}
