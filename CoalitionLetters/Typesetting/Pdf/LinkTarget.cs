namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>Where a link or an outline entry leads.</summary>
public abstract record LinkTarget
{
    private protected LinkTarget()
    {
    }

    public static LinkTarget ToAddress(string address) => new AddressTarget(address);

    /// <param name="y">Points from the page's top.</param>
    public static LinkTarget ToPage(PdfPage page, double y) => new PageTarget(page, y);

    /// <summary>Leads to where the element's first content stands, which may be drawn after the link.</summary>
    public static LinkTarget ToElement(StructureElement element) => new ElementTarget(element);
}

internal sealed record AddressTarget(string Address) : LinkTarget;

internal sealed record PageTarget(PdfPage Page, double Y) : LinkTarget;

internal sealed record ElementTarget(StructureElement Element) : LinkTarget;
