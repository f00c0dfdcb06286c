namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>Writes a finished file, object by object.</summary>
internal sealed class FileWriter
{
    private readonly PdfFile file;
    private readonly PdfObjects objects;
    private readonly Destinations destinations;
    private readonly int catalog;
    private readonly int information;
    private readonly int resources;
    private readonly int[] pages;
    private readonly SignatureField? signature;
    private readonly Dictionary<PageAnnotation, int> annotations = [];

    /// <param name="signature">Of a file that is signed.</param>
    public FileWriter(PdfFile file, PdfObjects objects, SignatureField? signature)
    {
        this.file = file;
        this.signature = signature;
        this.objects = objects;
        (catalog, information, resources) = (objects.Allocate(), objects.Allocate(), objects.Allocate());
        pages = [.. file.Pages.Select(_ => objects.Allocate())];
        destinations = new Destinations(pages);
        foreach (var annotation in file.Pages.SelectMany(page => page.Annotations))
        {
            annotations.Add(annotation, objects.Allocate());
        }
    }

    public void Write()
    {
        WriteResources();
        var contents = WriteContents();
        var tree = new PageTreeWriter(file, objects, pages, annotations, resources, contents).Write();
        WriteAnnotations();

        var structure = objects.Allocate();
        new StructureWriter(file, objects, pages, annotations).Write(structure);

        WriteCatalog(tree, structure);
        objects.Finish(catalog, information);
    }

    /// <summary>The fonts and pictures of all pages, which share one dictionary.</summary>
    private void WriteResources()
    {
        var text = new PdfBuffer().Add("<</Font<<"u8);
        foreach (var use in file.Fonts)
        {
            var number = objects.Allocate();
            new FontWriter(objects, use).Write(number);
            text.Add("/F"u8).Add(use.Index).Add(' ').AddReference(number);
        }

        text.Add(">>/XObject<<"u8);
        var (index, writer) = (0, new PictureWriter(objects));
        foreach (var picture in file.Pictures)
        {
            var number = objects.Allocate();
            writer.Write(number, picture);
            text.Add("/P"u8).Add(index++).Add(' ').AddReference(number);
        }

        objects.Begin(resources).Add(text.Add(">>>>"u8).Written);
    }

    /// <summary>Deflates the pages side by side and writes them in their order.</summary>
    /// <returns>The object number of each page's content.</returns>
    private int[] WriteContents()
    {
        var contents = file.Pages.AsParallel().AsOrdered().Select(page => PdfObjects.Deflate(page.Content));
        return [.. contents.AsSequential().Select(WriteContent)];

        int WriteContent(byte[] content)
        {
            var number = objects.Allocate();
            objects.WriteDeflated(number, [], content);
            return number;
        }
    }

    private void WriteAnnotations()
    {
        var writer = new LinkWriter(objects, destinations);
        var structParent = pages.Length;
        foreach (var (annotation, number) in annotations)
        {
            if (annotation is LinkAnnotation link)
            {
                writer.Write(number, link, structParent++);
            }
            else
            {
                signature!.Write(number, pages[annotation.Page.Index], structParent++);
            }
        }
    }

    private void WriteCatalog(int tree, int structure)
    {
        var metadata = new Metadata(file.Info);
        metadata.WriteInformation(objects.Begin(information));

        var text = new PdfBuffer()
            .Add("<</Type/Catalog/Pages "u8).AddReference(tree)
            .Add("/Lang"u8).AddString(file.Info.Language)
            .Add("/MarkInfo<</Marked true>>/StructTreeRoot "u8).AddReference(structure)
            .Add("/ViewerPreferences<</DisplayDocTitle true>>/Metadata "u8).AddReference(WriteXmp(metadata))
            .Add("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile "u8)
            .AddReference(WriteProfile()).Add(">>]"u8);

        WriteOutline(text);
        WritePageLabels(text);
        new AttachmentWriter(objects).Write(file.Attachments, text);
        signature?.WriteForm(text);
        objects.Begin(catalog).Add(text.Add(">>"u8).Written);
    }

    private void WriteOutline(PdfBuffer text)
    {
        if (file.Outline.Entries.Count == 0)
        {
            return;
        }

        var number = objects.Allocate();
        new OutlineWriter(objects, destinations).Write(number, file.Outline);
        text.Add("/Outlines "u8).AddReference(number).Add("/PageMode/UseOutlines"u8);
    }

    private void WritePageLabels(PdfBuffer text)
    {
        if (file.Pages.All(page => page.Label is null))
        {
            return;
        }

        text.Add("/PageLabels<</Nums["u8);
        foreach (var page in file.Pages)
        {
            text.Add(page.Index).Add("<</P"u8).AddString(page.Label ?? $"{page.Index + 1}").Add(">>"u8);
        }

        text.Add("]>>"u8);
    }

    private int WriteXmp(Metadata metadata)
    {
        // Not deflated, so that programs that know no PDF find the metadata.
        var number = objects.Allocate();
        objects.WritePlain(number, "/Type/Metadata/Subtype/XML"u8, metadata.ToXmp());
        return number;
    }

    private int WriteProfile()
    {
        var number = objects.Allocate();
        objects.WriteStream(number, "/N 3"u8, SrgbProfile.Create());
        return number;
    }
}
