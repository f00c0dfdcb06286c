using System.Text.RegularExpressions;
using static CoalitionLetters.Tests.Support.Pdf.Subject;

namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>PDF/UA-1: the document as a whole, its content, its language and its attachments.</summary>
internal static partial class AccessibilityRules
{
    public static readonly Rule[] All =
    [
        new("UA 01-003", "Artifacts do not stand inside tagged content.", file =>
            Pieces(file, piece => piece.Marks.SkipWhile(mark => !mark.IsArtifact).Any(mark => mark.Number is not null))),
        new("UA 01-004", "Tagged content does not stand inside artifacts.", file =>
            Pieces(file, piece => piece.Marks.SkipWhile(mark => mark.Number is null).Any(mark => mark.IsArtifact))),
        new("UA 01-005", "Content is marked as an artifact or tagged.", file => Pieces(file, piece => piece.Number is null && !piece.IsArtifact)),
        new("UA 01-006", "Every piece of tagged content belongs to an element, and the parent tree names that element.", BelongingBreaches),
        new("UA 01-007", "The file does not say that its tags are suspect.", file =>
            Unless(file.File.Get(MarkInfo(file), "Suspects") is not true, "MarkInfo")),
        new("UA 06-001", "The file has an XMP metadata stream.", file => Unless(file.Metadata.Length > 0, "catalog")),
        new("UA 07-001", "The viewer preferences say whether the title is displayed.", file =>
            Unless(file.File.Get(file.File.Dictionary(file.File.Catalog, "ViewerPreferences"), "DisplayDocTitle") is bool, "catalog")),
        new("UA 07-002", "The window displays the document's title.", file =>
            Unless(file.File.Get(file.File.Dictionary(file.File.Catalog, "ViewerPreferences"), "DisplayDocTitle") is not false, "catalog")),
        new("UA 11-006", "The document's language is known.", file => Unless(IsLanguage(file.File.Text(file.File.Catalog, "Lang")), "catalog")),
        new("UA 11-001", "Languages of elements are language tags.", file =>
            file.Structure.All.Where(node => node.Element.Entries.ContainsKey("Lang") && !IsLanguage(file.File.Text(node.Element, "Lang"))).Select(node => node.Type)),
        new("UA 11-004", "Languages in content are language tags.", file =>
            file.Contents.SelectMany(content => content.Opened).Select(mark => mark.Language).OfType<string>().Where(language => !IsLanguage(language))),
        new("UA 21-001", "Attached files are named twice, for old and for new readers.", file =>
            file.AttachedFiles.Where(attached => string.IsNullOrEmpty(file.File.Text(attached, "F")) || string.IsNullOrEmpty(file.File.Text(attached, "UF"))).Select(_ => "Filespec")),
        new("UA 25-001", "There is no XFA form.", file => Unless(file.File.Get(file.File.Dictionary(file.File.Catalog, "AcroForm"), "XFA") is null, "AcroForm")),
        new("UA 26-001", "The file is not encrypted against assistive technology.", file => Unless(!file.File.Trailer.Entries.ContainsKey("Encrypt"), "trailer")),
        new("UA 28-009", "The tab order of pages with annotations follows the structure.", file =>
            file.File.Pages.Where(page => file.File.List(page, "Annots").Count > 0 && file.File.Name(page, "Tabs") != "S").Select(_ => "page")),
        new("UA 30-002", "A drawing with marks of its own is drawn once.", file =>
            file.Drawings.Where(drawing => drawing.Data.AsSpan().IndexOf("MCID"u8) >= 0).Select(_ => "form")),
    ];

    private static PdfDictionary? MarkInfo(Subject file) => file.File.Dictionary(file.File.Catalog, "MarkInfo");

    private static IEnumerable<string> Pieces(Subject file, Func<ContentPiece, bool> isBreach) =>
        file.Pages.SelectMany((page, index) => page.Content.Pieces.Where(isBreach).Select(piece => $"page {index + 1}, “{piece.Text}”"));

    private static IEnumerable<string> BelongingBreaches(Subject file)
    {
        var parents = ParentTree.Of(file.File);
        var owners = file.Structure.All.SelectMany(node => node.Contents.Select(content => (content, node.Element))).ToLookup(pair => pair.content, pair => pair.Element);
        foreach (var (page, content) in file.Pages)
        {
            var named = parents.Of(file.File.Number(page, "StructParents")) as List<object?> ?? [];
            foreach (var number in content.Pieces.Where(piece => !piece.IsArtifact).Select(piece => piece.Number).OfType<int>().Distinct())
            {
                var owner = owners[(page, number)].ToList();
                if (owner.Count != 1 || !ReferenceEquals(file.File.Resolve(named.ElementAtOrDefault(number)), owner[0]))
                {
                    yield return $"content {number}";
                }
            }
        }
    }

    private static bool IsLanguage(string? tag) => tag is not null && Language().IsMatch(tag);

    [GeneratedRegex("^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$")]
    private static partial Regex Language();
}

/// <summary>The number tree that leads from content and annotations to their elements.</summary>
internal sealed class ParentTree
{
    private readonly PdfDocument file;
    private readonly Dictionary<double, object?> entries = [];

    private ParentTree(PdfDocument file) => this.file = file;

    public static ParentTree Of(PdfDocument file)
    {
        var tree = new ParentTree(file);
        if (file.Dictionary(file.Dictionary(file.Catalog, "StructTreeRoot"), "ParentTree") is { } root)
        {
            tree.Add(root);
        }

        return tree;
    }

    public object? Of(double? key) => key is { } number ? entries.GetValueOrDefault(number) : null;

    private void Add(PdfDictionary node)
    {
        foreach (var pair in file.List(node, "Nums").Chunk(2))
        {
            entries[(double)pair[0]!] = file.Resolve(pair[1]);
        }

        foreach (var kid in file.Dictionaries(node, "Kids"))
        {
            Add(kid);
        }
    }
}
