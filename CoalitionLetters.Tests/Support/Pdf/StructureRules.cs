using static CoalitionLetters.Tests.Support.Pdf.Subject;

namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>PDF/UA-1: the structure tree.</summary>
internal static class StructureRules
{
    private static readonly HashSet<string> StandardTypes =
    [
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6",
        "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot",
        "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
    ];

    private static readonly Dictionary<string, string[]> ParentsOf = new()
    {
        ["LI"] = ["L"],
        ["LBody"] = ["LI"],
        ["TR"] = ["Table", "THead", "TBody", "TFoot"],
        ["TH"] = ["TR"],
        ["TD"] = ["TR"],
        ["THead"] = ["Table"],
        ["TBody"] = ["Table"],
        ["TFoot"] = ["Table"],
        ["TOCI"] = ["TOC"],
    };

    private static readonly Dictionary<string, string[]> KidsOf = new()
    {
        ["L"] = ["LI", "L", "Caption"],
        ["LI"] = ["Lbl", "LBody"],
        ["Table"] = ["TR", "THead", "TBody", "TFoot", "Caption"],
        ["TR"] = ["TH", "TD"],
        ["THead"] = ["TR"],
        ["TBody"] = ["TR"],
        ["TFoot"] = ["TR"],
        ["TOC"] = ["TOCI", "TOC", "Caption"],
    };

    public static readonly Rule[] All =
    [
        new("UA 02-001", "Structure types are standard ones.", file => Nodes(file, node => !StandardTypes.Contains(node.Type))),
        new("UA 02-004", "Standard structure types are not mapped to others.", file =>
            (file.File.Dictionary(file.File.Dictionary(file.File.Catalog, "StructTreeRoot"), "RoleMap")?.Entries.Keys ?? Enumerable.Empty<string>()).Where(StandardTypes.Contains)),
        new("UA 09-004", "Tables are nested as the standard says.", file => Nesting(file, "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot")),
        new("UA 09-005", "Lists are nested as the standard says.", file => Nesting(file, "L", "LI", "LBody")),
        new("UA 09-006", "Tables of contents are nested as the standard says.", file => Nesting(file, "TOC", "TOCI")),
        new("UA 13-004", "Figures have an alternative or an actual text.", file =>
            Nodes(file, node => node.Type == "Figure" && string.IsNullOrWhiteSpace(file.File.Text(node.Element, "Alt")) && file.File.Text(node.Element, "ActualText") is null)),
        new("UA 14-002", "The first heading is of the first level.", file => Headings(file).Take(1).Where(level => level != 1).Select(level => $"H{level}")),
        new("UA 14-003", "No level of headings is left out.", file =>
            Headings(file).Zip(Headings(file).Skip(1)).Where(pair => pair.Second > pair.First + 1).Select(pair => $"H{pair.Second} after H{pair.First}")),
        new("UA 14-007", "Headings are all numbered or none is.", file =>
            Unless(!file.Structure.All.Any(node => node.Type == "H") || !Headings(file).Any(), "headings")),
        new("UA 14-006", "No element has two headings without a number.", file => Nodes(file, node => node.Children.Count(kid => kid.Type == "H") > 1)),
        new("UA 15-003", "Header cells say which cells they speak for.", file =>
            Nodes(file, node => node.Type == "TH" && Attribute(file, node, "Table", "Scope") is null && node.Element.Entries.GetValueOrDefault("ID") is null)),
        new("UA 7.5-2", "Cells name header cells that there are.", file =>
            Nodes(file, node => (Attribute(file, node, "Table", "Headers") as List<object?> ?? []).OfType<PdfString>().Any(id => !file.Structure.All.Any(header =>
                header.Type == "TH" && header.Element.Entries.GetValueOrDefault("ID") is PdfString known && known.Bytes.AsSpan().SequenceEqual(id.Bytes))))),
        new("UA 15-005", "All rows of a table reach over the same columns.", file =>
            Nodes(file, node => node.Type == "Table" && !IsFull(Grid(file, node)))),
        new("UA 15-003-blank", "Header cells have words.", file => Nodes(file, node => node.Type == "TH" && string.IsNullOrWhiteSpace(node.Text) && !node.Descendants.Any(kid => kid.Type == "Figure"))),
        new("UA 7.2-body", "Where rows are grouped, a table has a body, and no more than one head and foot.", file =>
            Nodes(file, node => node.Type == "Table" && node.Children.Any(kid => kid.Type is "THead" or "TFoot")
                && (node.Children.All(kid => kid.Type != "TBody") || node.Children.Count(kid => kid.Type == "THead") > 1 || node.Children.Count(kid => kid.Type == "TFoot") > 1))),
        new("UA 16-001", "A list with labels says how they are made.", file =>
            Nodes(file, node => node.Type == "L" && Labels(node).Any() && Attribute(file, node, "List", "ListNumbering") is null)),
        new("UA 16-002", "A list whose labels number says how.", file =>
            Nodes(file, node => node.Type == "L" && Labels(node).Any(label => label.Text.Any(char.IsLetterOrDigit))
                && file.File.Resolve(Attribute(file, node, "List", "ListNumbering")) is not PdfName { Value: "Decimal" or "UpperRoman" or "LowerRoman" or "UpperAlpha" or "LowerAlpha" })),
        new("UA 19-003", "Notes have an id.", file => Nodes(file, node => node.Type == "Note" && string.IsNullOrEmpty(file.File.Text(node.Element, "ID")))),
        new("UA 19-004", "Ids are unique.", file =>
            file.Structure.All.Select(node => file.File.Text(node.Element, "ID")).OfType<string>().GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key)),
        new("UA 7.1", "The tree begins with one Document element.", file => Unless(file.Structure.Root.Children.Select(node => node.Type).SequenceEqual(["Document"]), "root")),
        new("UA 7.1-P", "Every element names its parent.", file =>
            Nodes(file, node => !ReferenceEquals(file.File.Dictionary(node.Element, "P"), node.Parent!.Element))),
        new("UA 7.3", "Figures say where they stand.", file => Nodes(file, node => node.Type == "Figure" && Attribute(file, node, "Layout", "BBox") is null)),
    ];

    public static object? Attribute(Subject file, StructureNode node, string owner, string key)
    {
        var attributes = file.File.Get(node.Element, "A");
        return (attributes as List<object?> ?? [attributes]).Select(file.File.Resolve).OfType<PdfDictionary>()
            .Where(attribute => file.File.Name(attribute, "O") == owner)
            .Select(attribute => file.File.Get(attribute, key)).FirstOrDefault(value => value is not null);
    }

    private static IEnumerable<string> Nodes(Subject file, Func<StructureNode, bool> isBreach) =>
        file.Structure.All.Where(isBreach).Select(node => $"{node.Type} “{(node.Text.Length > 40 ? node.Text[..40] : node.Text)}”");

    private static IEnumerable<string> Nesting(Subject file, params string[] types) =>
        Nodes(file, node => types.Contains(node.Type)
            && ((ParentsOf.TryGetValue(node.Type, out var parents) && !parents.Contains(node.Parent!.Type))
                || (KidsOf.TryGetValue(node.Type, out var kids) && (node.Contents.Count > 0 || node.Children.Any(kid => !kids.Contains(kid.Type))))));

    private static IEnumerable<StructureNode> Labels(StructureNode list) => list.Children.SelectMany(item => item.Children).Where(kid => kid.Type == "Lbl");

    private static IEnumerable<StructureNode> Rows(StructureNode table) => table.Children.SelectMany(kid => kid.Type == "TR" ? [kid] : kid.Children.Where(row => row.Type == "TR"));

    /// <summary>How many cells cover each place of each row. Rows below the last one count too, where a cell reaches over them.</summary>
    private static List<Dictionary<int, int>> Grid(Subject file, StructureNode table)
    {
        var grid = new List<Dictionary<int, int>>();
        foreach (var (cells, row) in Rows(table).Select((row, index) => (row.Children, index)))
        {
            var column = 0;
            Grow(grid, row + 1);
            foreach (var cell in cells)
            {
                while (grid[row].ContainsKey(column))
                {
                    column++;
                }

                var (width, height) = (Span(file, cell, "ColSpan"), Span(file, cell, "RowSpan"));
                for (var place = 0; place < width * height; place++)
                {
                    var (y, x) = (row + place / width, column + place % width);
                    Grow(grid, y + 1);
                    grid[y][x] = grid[y].GetValueOrDefault(x) + 1;
                }
            }
        }

        return grid;
    }

    private static void Grow(List<Dictionary<int, int>> grid, int rows)
    {
        while (grid.Count < rows)
        {
            grid.Add([]);
        }
    }

    private static bool IsFull(List<Dictionary<int, int>> grid) =>
        grid.Count == 0 || grid.TrueForAll(row => row.Count > 0 && row.Count == grid[0].Count && row.Keys.Max() == row.Count - 1 && row.Values.All(cells => cells == 1));

    private static int Span(Subject file, StructureNode cell, string key) => (int)(Attribute(file, cell, "Table", key) as double? ?? 1);

    private static IEnumerable<int> Headings(Subject file) =>
        file.Structure.All.Where(node => node.Type is ['H', >= '1' and <= '6']).Select(node => node.Type[1] - '0');
}
