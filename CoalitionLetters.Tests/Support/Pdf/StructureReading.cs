namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>The structure tree with its text, as a screen reader walks it.</summary>
public sealed class StructureReading
{
    private readonly PdfDocument file;
    private readonly IReadOnlyList<PdfDictionary> pages;
    private readonly Dictionary<(PdfDictionary Page, int Number), string> texts = [];

    private StructureReading(PdfDocument file)
    {
        this.file = file;
        pages = file.Pages;
        foreach (var page in pages)
        {
            ReadTexts(page);
        }

        var root = file.Dictionary(file.Catalog, "StructTreeRoot");
        Root = new StructureNode(root ?? new PdfDictionary([]), null, "StructTreeRoot", null);
        if (root is not null)
        {
            AddKids(Root, null);
        }
    }

    /// <summary>The root of the tree, above the Document element.</summary>
    public StructureNode Root { get; }

    public IEnumerable<StructureNode> All => Root.Descendants;

    public static StructureReading Of(PdfDocument file) => new(file);

    private void ReadTexts(PdfDictionary page)
    {
        MarkedContent? replaced = null;
        foreach (var piece in PageReading.Of(file, page).Pieces.Where(piece => piece.Number is not null))
        {
            var known = texts.GetValueOrDefault((page, piece.Number!.Value), "");
            var replacement = piece.Replacement;
            var text = replacement is null ? piece.Text : ReferenceEquals(replacement, replaced) ? "" : replacement.ActualText!;
            texts[(page, piece.Number.Value)] = known + text;
            replaced = replacement;
        }
    }

    private void AddKids(StructureNode node, PdfDictionary? page)
    {
        page = file.Dictionary(node.Element, "Pg") ?? page;
        var kids = file.Get(node.Element, "K");
        foreach (var kid in (kids as List<object?> ?? [kids]).Select(file.Resolve))
        {
            switch (kid)
            {
                case double number:
                    AddContent(node, page, (int)number);
                    break;
                case PdfDictionary reference when file.Name(reference, "Type") == "MCR":
                    AddContent(node, file.Dictionary(reference, "Pg") ?? page, (int)file.Number(reference, "MCID")!);
                    break;
                case PdfDictionary reference when file.Name(reference, "Type") == "OBJR":
                    node.Objects.Add(file.Dictionary(reference, "Obj")!);
                    break;
                case PdfDictionary element:
                    var child = new StructureNode(element, node, file.Name(element, "S") ?? "", file.Text(element, "ActualText"));
                    node.Kids.Add((child, null));
                    AddKids(child, page);
                    break;
            }
        }
    }

    private void AddContent(StructureNode node, PdfDictionary? page, int number)
    {
        node.Contents.Add((page!, number));
        node.Kids.Add((null, texts.GetValueOrDefault((page!, number), "")));
    }
}

/// <summary>An element of the structure tree.</summary>
public sealed class StructureNode(PdfDictionary element, StructureNode? parent, string type, string? actualText)
{
    public PdfDictionary Element { get; } = element;

    public StructureNode? Parent { get; } = parent;

    /// <summary>The name in the file, such as P.</summary>
    public string Type { get; } = type;

    /// <summary>Elements and texts in reading order.</summary>
    public List<(StructureNode? Node, string? Text)> Kids { get; } = [];

    public List<(PdfDictionary Page, int Number)> Contents { get; } = [];

    /// <summary>Annotations that belong to it.</summary>
    public List<PdfDictionary> Objects { get; } = [];

    public IEnumerable<StructureNode> Children => Kids.Select(kid => kid.Node).OfType<StructureNode>();

    public IEnumerable<StructureNode> Descendants => Children.SelectMany(child => child.Descendants.Prepend(child));

    public IEnumerable<StructureNode> Ancestors => Parent is null ? [] : Parent.Ancestors.Prepend(Parent);

    /// <summary>All that is read aloud of it.</summary>
    public string Text => actualText ?? string.Concat(Kids.Select(kid => kid.Text ?? kid.Node!.Text));
}
