namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>Writes the places within the document that links and outline entries lead to.</summary>
internal sealed class Destinations(int[] pages)
{
    /// <summary>How far above the target's top a viewer scrolls, in points, so that the line is not cut by the window's edge.</summary>
    private const double Lead = 6;

    public void Write(LinkTarget target, PdfBuffer text)
    {
        var (page, y) = target switch
        {
            PageTarget place => (place.Page, place.Y),
            ElementTarget { Element.Start: { } start } => (start.Page, start.Top - Lead),
            ElementTarget { Element: var element } => throw new TypesettingException(
                $"A link leads to a {element.Type} “{element.Title ?? element.Id}” that is on no page."),
            _ => throw new ArgumentException("An address is no place within the document.", nameof(target)),
        };

        text.Add('[').AddReference(pages[page.Index]).Add("/XYZ 0 "u8).Add(page.Height - Math.Max(0, y)).Add(" null]"u8);
    }
}
