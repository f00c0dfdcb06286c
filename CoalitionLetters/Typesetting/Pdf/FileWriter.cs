namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>Writes a finished file, object by object.</summary>
internal sealed class FileWriter(PdfFile file, Stream stream)
{
    public void Write()
    {
        using var objects = new PdfObjects(stream);
        var (catalog, information, tree, resources) = (objects.Allocate(), objects.Allocate(), objects.Allocate(), objects.Allocate());
        var pages = file.Pages.Select(_ => objects.Allocate()).ToArray();

        var numbers = WriteFonts(objects, resources);
        WritePages(objects, pages, tree, resources, numbers);
        objects.Begin(tree).Add($"<</Type/Pages/Count {pages.Length}/Kids[{string.Join(' ', pages.Select(page => $"{page} 0 R"))}]>>");
        objects.Begin(information).Add("<</Title"u8).AddString(file.Info.Title).Add(">>"u8);
        objects.Begin(catalog).Add($"<</Type/Catalog/Pages {tree} 0 R>>");
        objects.Finish(catalog, information);
    }

    private List<IReadOnlyDictionary<ushort, ushort>> WriteFonts(PdfObjects objects, int resources)
    {
        var numbers = new List<IReadOnlyDictionary<ushort, ushort>>();
        var names = new PdfText();
        foreach (var use in file.Fonts)
        {
            var number = objects.Allocate();
            var writer = new FontWriter(objects, use);
            writer.Write(number);
            numbers.Add(writer.Numbers);
            names.Add("/F"u8).Add(use.Index).Add((byte)' ').AddReference(number);
        }

        objects.Begin(resources).Add("<</Font<<"u8).Add(names.Written).Add(">>>>"u8);
        return numbers;
    }

    private void WritePages(PdfObjects objects, int[] pages, int tree, int resources, List<IReadOnlyDictionary<ushort, ushort>> numbers)
    {
        var content = new PdfText(16 * 1024);
        foreach (var page in file.Pages)
        {
            content.Clear();
            page.Content.Finish();
            page.Content.CopyTo(content, numbers);

            var number = objects.Allocate();
            objects.WriteStream(number, "", content.Written);
            objects.Begin(pages[page.Index])
                .Add("<</Type/Page/Parent "u8).AddReference(tree)
                .Add("/MediaBox[0 0 "u8).Add(page.Width).Add((byte)' ').Add(page.Height)
                .Add("]/Resources "u8).AddReference(resources).Add("/Contents "u8).AddReference(number).Add(">>"u8);
        }
    }
}
