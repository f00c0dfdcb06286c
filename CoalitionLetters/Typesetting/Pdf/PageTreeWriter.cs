namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>Writes the page objects under a tree of equal depth, so that a viewer finds a page of thousands without reading them all.</summary>
internal sealed class PageTreeWriter(
    PdfFile file, PdfObjects objects, int[] pages, IReadOnlyDictionary<PageAnnotation, int> annotations, int resources, int[] contents)
{
    private const int KidsPerNode = 32;

    /// <returns>The number of the tree's root.</returns>
    public int Write()
    {
        var level = pages.Select((number, index) => new Node(number, 1, parent => WritePage(file.Pages[index], parent))).ToList();
        do
        {
            level = [.. level.Chunk(KidsPerNode).Select(Join)];
        }
        while (level.Count > 1);

        level[0].Write(null);
        return level[0].Number;
    }

    private Node Join(Node[] kids)
    {
        var number = objects.Allocate();
        var count = kids.Sum(kid => kid.Pages);
        return new Node(number, count, parent =>
        {
            var text = objects.Begin(number).Add("<</Type/Pages/Count "u8).Add(count);
            if (parent is { } above)
            {
                text.Add("/Parent "u8).AddReference(above);
            }

            text.Add("/Kids["u8);
            foreach (var kid in kids)
            {
                text.AddReference(kid.Number).Add(' ');
            }

            text.Add("]>>"u8);
            foreach (var kid in kids)
            {
                kid.Write(number);
            }
        });
    }

    private void WritePage(PdfPage page, int? parent)
    {
        var text = objects.Begin(pages[page.Index])
            .Add("<</Type/Page/Parent "u8).AddReference(parent!.Value)
            .Add("/MediaBox[0 0 "u8).Add(page.Width).Add(' ').Add(page.Height)
            .Add("]/Resources "u8).AddReference(resources)
            .Add("/Contents "u8).AddReference(contents[page.Index])
            .Add("/StructParents "u8).Add(page.Index).Add("/Tabs/S"u8);

        if (page.Annotations.Count > 0)
        {
            text.Add("/Annots["u8);
            foreach (var annotation in page.Annotations)
            {
                text.AddReference(annotations[annotation]).Add(' ');
            }

            text.Add(']');
        }

        text.Add(">>"u8);
    }

    /// <param name="Pages">How many pages are under it.</param>
    /// <param name="Write">Writes it and all under it, given its parent's number.</param>
    private sealed record Node(int Number, int Pages, Action<int?> Write);
}
