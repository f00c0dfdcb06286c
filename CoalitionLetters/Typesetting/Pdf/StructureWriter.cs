namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>
/// Writes the structure tree, and the parent tree by which a viewer finds the element of a piece of content or of a link
/// (ISO 32000-1, 14.7).
/// </summary>
internal sealed class StructureWriter
{
    private const int ParentsPerNode = 64;

    private readonly PdfFile file;
    private readonly PdfObjects objects;
    private readonly int[] pages;
    private readonly IReadOnlyDictionary<PageAnnotation, int> annotations;
    private readonly List<StructureElement> elements = [];
    private readonly Dictionary<StructureElement, int> numbers = [];
    private readonly SortedDictionary<string, StructureElement> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<StructureElement, string> idOf = [];

    /// <param name="pages">The object number of each page.</param>
    /// <param name="annotations">The object number of each annotation.</param>
    public StructureWriter(PdfFile file, PdfObjects objects, int[] pages, IReadOnlyDictionary<PageAnnotation, int> annotations)
    {
        this.file = file;
        this.objects = objects;
        this.pages = pages;
        this.annotations = annotations;
        NumberElements();
        NameElements();
    }

    public void Write(int number)
    {
        foreach (var element in elements)
        {
            Write(element, objects.Begin(numbers[element]), element.Parent is { } parent ? numbers[parent] : number);
        }

        var parents = WriteParentTree();
        var text = objects.Begin(number)
            .Add("<</Type/StructTreeRoot/K "u8).AddReference(numbers[file.Root])
            .Add("/ParentTree "u8).AddReference(parents)
            .Add("/ParentTreeNextKey "u8).Add(pages.Length + annotations.Count);
        WriteIds(text);
        text.Add(">>"u8);
    }

    private void NumberElements()
    {
        var waiting = new Stack<StructureElement>([file.Root]);
        while (waiting.TryPop(out var element))
        {
            numbers.Add(element, objects.Allocate());
            elements.Add(element);
            for (var kid = element.Kids.Count - 1; kid >= 0; kid--)
            {
                if (element.Kids[kid].Element is { } child)
                {
                    waiting.Push(child);
                }
            }
        }
    }

    /// <summary>Notes need an id (ISO 14289-1, 7.9), and so do header cells that other cells name.</summary>
    private void NameElements()
    {
        foreach (var element in elements)
        {
            if (element.Id is { } id && !Name(element, id))
            {
                throw new TypesettingException($"Two structure elements have the id “{id}”.");
            }
        }

        var headers = elements.SelectMany(element => element.Headers).ToHashSet();
        var count = 0;
        foreach (var element in elements)
        {
            if (element.Id is null && (element.Type == StructureType.Note || headers.Contains(element)))
            {
                while (!Name(element, $"id-{++count}"))
                {
                }
            }
        }
    }

    private bool Name(StructureElement element, string id)
    {
        if (!ids.TryAdd(id, element))
        {
            return false;
        }

        idOf.Add(element, id);
        return true;
    }

    private void Write(StructureElement element, PdfBuffer text, int parent)
    {
        text.Add("<</S"u8).AddName(StructureTypes.NameOf(element.Type)).Add("/P "u8).AddReference(parent);
        WriteWords(element, text);
        WriteAttributes(element, text);
        WriteKids(element, text);
        text.Add(">>"u8);
    }

    private void WriteWords(StructureElement element, PdfBuffer text)
    {
        if (idOf.TryGetValue(element, out var id))
        {
            text.Add("/ID"u8).AddString(id);
        }

        AddString("/Lang"u8, element.Language);
        AddString("/T"u8, element.Title);
        AddString("/Alt"u8, element.Alternative);
        AddString("/ActualText"u8, element.ActualText);
        AddString("/E"u8, element.Expansion);

        void AddString(ReadOnlySpan<byte> key, string? value)
        {
            if (value is not null)
            {
                text.Add(key).AddString(value);
            }
        }
    }

    private void WriteAttributes(StructureElement element, PdfBuffer text)
    {
        var start = text.Length;
        text.Add("/A["u8);
        var empty = text.Length;

        if (element.Numbering is { } numbering)
        {
            text.Add("<</O/List/ListNumbering"u8).AddName(numbering.ToString()).Add(">>"u8);
        }

        WriteTableAttributes(element, text);
        WriteLayoutAttributes(element, text);

        if (text.Length == empty)
        {
            text.CutTo(start);
        }
        else
        {
            text.Add(']');
        }
    }

    private void WriteTableAttributes(StructureElement element, PdfBuffer text)
    {
        if (element is { Scope: null, ColumnSpan: 1, RowSpan: 1, Headers.Count: 0 })
        {
            return;
        }

        text.Add("<</O/Table"u8);
        if (element.Scope is { } scope)
        {
            text.Add("/Scope"u8).AddName(scope.ToString());
        }

        if (element.ColumnSpan != 1)
        {
            text.Add("/ColSpan "u8).Add(element.ColumnSpan);
        }

        if (element.RowSpan != 1)
        {
            text.Add("/RowSpan "u8).Add(element.RowSpan);
        }

        if (element.Headers.Count > 0)
        {
            text.Add("/Headers["u8);
            foreach (var header in element.Headers)
            {
                text.AddString(idOf[header]);
            }

            text.Add(']');
        }

        text.Add(">>"u8);
    }

    private static void WriteLayoutAttributes(StructureElement element, PdfBuffer text)
    {
        if (element.Placement is null && element.Bounds is null)
        {
            return;
        }

        text.Add("<</O/Layout/Placement"u8).AddName((element.Placement ?? Placement.Block).ToString());
        if (element.Bounds is { } box)
        {
            var height = element.Start!.Value.Page.Height;
            text.Add("/BBox["u8).Add(box.X).Add(' ').Add(height - box.Bottom).Add(' ').Add(box.Right).Add(' ').Add(height - box.Y).Add(']');
        }

        text.Add(">>"u8);
    }

    /// <summary>Content is told by its number alone where it stands on the element's own page, the page of its first content.</summary>
    private void WriteKids(StructureElement element, PdfBuffer text)
    {
        var kids = element.Kids;
        if (kids.Count == 0)
        {
            return;
        }

        var page = PageOf(kids);
        if (page is not null)
        {
            text.Add("/Pg "u8).AddReference(pages[page.Index]);
        }

        text.Add(kids.Count == 1 ? "/K"u8 : "/K["u8);
        for (var index = 0; index < kids.Count; index++)
        {
            if (kids.Count == 1 || index > 0)
            {
                text.Add(' ');
            }

            WriteKid(kids[index], page, text);
        }

        if (kids.Count > 1)
        {
            text.Add(']');
        }
    }

    private static PdfPage? PageOf(ArraySegment<StructureKid> kids)
    {
        foreach (var kid in kids)
        {
            if (kid.Page is { } page)
            {
                return page;
            }
        }

        return null;
    }

    private void WriteKid(StructureKid kid, PdfPage? page, PdfBuffer text)
    {
        if (kid.Element is not null)
        {
            text.AddReference(numbers[kid.Element]);
        }
        else if (kid.Annotation is not null)
        {
            text.Add("<</Type/OBJR/Pg "u8).AddReference(pages[kid.Page!.Index]).Add("/Obj "u8).AddReference(annotations[kid.Annotation]).Add(">>"u8);
        }
        else if (kid.Page == page)
        {
            text.Add(kid.MarkedContent);
        }
        else
        {
            text.Add("<</Type/MCR/Pg "u8).AddReference(pages[kid.Page!.Index]).Add("/MCID "u8).Add(kid.MarkedContent).Add(">>"u8);
        }
    }

    /// <summary>A number tree: the elements of each page's content by the page's index, then the element of each annotation.</summary>
    private int WriteParentTree()
    {
        var nodes = new List<(int Number, int First, int Last)>();
        var count = pages.Length + annotations.Count;
        var owners = file.Pages.SelectMany(page => page.Annotations).Select(annotation => annotation.Element).ToList();

        for (var first = 0; first < count; first += ParentsPerNode)
        {
            var last = Math.Min(first + ParentsPerNode, count) - 1;
            var number = objects.Allocate();
            var text = objects.Begin(number).Add("<</Limits["u8).Add(first).Add(' ').Add(last).Add("]/Nums["u8);
            for (var key = first; key <= last; key++)
            {
                text.Add(key).Add(' ');
                if (key < pages.Length)
                {
                    WriteParents(file.Pages[key], text);
                }
                else
                {
                    text.AddReference(numbers[owners[key - pages.Length]]).Add(' ');
                }
            }

            text.Add("]>>"u8);
            nodes.Add((number, first, last));
        }

        var root = objects.Allocate();
        objects.Begin(root).Add($"<</Kids[{string.Join(' ', nodes.Select(node => $"{node.Number} 0 R"))}]>>");
        return root;
    }

    private void WriteParents(PdfPage page, PdfBuffer text)
    {
        text.Add('[');
        foreach (var element in page.Content.Elements)
        {
            text.AddReference(numbers[element]).Add(' ');
        }

        text.Add(']');
    }

    private void WriteIds(PdfBuffer text)
    {
        if (ids.Count == 0)
        {
            return;
        }

        text.Add("/IDTree<</Names["u8);
        foreach (var (id, element) in ids)
        {
            text.AddString(id).AddReference(numbers[element]).Add(' ');
        }

        text.Add("]>>"u8);
    }
}
