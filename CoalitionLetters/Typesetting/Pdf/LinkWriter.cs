namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>Writes link annotations (ISO 32000-1, 12.5.6.5), each tied to its Link element and described in words (ISO 14289-1, 7.18.5).</summary>
internal sealed class LinkWriter(PdfObjects objects, Destinations destinations)
{
    private const int Print = 4;

    /// <param name="structParent">The link's key in the parent tree.</param>
    public void Write(int number, LinkAnnotation link, int structParent)
    {
        var bounds = link.Areas.Aggregate((all, area) => all.Union(area));
        var height = link.Page.Height;
        var text = objects.Begin(number)
            .Add("<</Type/Annot/Subtype/Link/F "u8).Add(Print)
            .Add("/Border[0 0 0]/Rect["u8).Add(bounds.X).Add(' ').Add(height - bounds.Bottom).Add(' ').Add(bounds.Right).Add(' ').Add(height - bounds.Y)
            .Add("]/Contents"u8).AddString(link.Description)
            .Add("/StructParent "u8).Add(structParent);

        if (link.Areas.Count > 1)
        {
            WriteQuadrilaterals(link, text);
        }

        if (link.Target is AddressTarget { Address: var address })
        {
            text.Add("/A<</S/URI/URI"u8).AddString(Ascii(address)).Add(">>"u8);
        }
        else
        {
            text.Add("/Dest"u8);
            destinations.Write(link.Target, text);
        }

        text.Add(">>"u8);
    }

    /// <summary>The corners of each area in the order that viewers expect: upper left, upper right, lower left, lower right.</summary>
    private static void WriteQuadrilaterals(LinkAnnotation link, PdfBuffer text)
    {
        var height = link.Page.Height;
        text.Add("/QuadPoints["u8);
        foreach (var area in link.Areas)
        {
            foreach (var (x, y) in new[] { (area.X, area.Y), (area.Right, area.Y), (area.X, area.Bottom), (area.Right, area.Bottom) })
            {
                text.Add(x).Add(' ').Add(height - y).Add(' ');
            }
        }

        text.Add(']');
    }

    /// <summary>Addresses are ASCII in a PDF; other characters are escaped as in a web address.</summary>
    private static string Ascii(string address) =>
        System.Text.Ascii.IsValid(address) ? address : string.Concat(address.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
}
