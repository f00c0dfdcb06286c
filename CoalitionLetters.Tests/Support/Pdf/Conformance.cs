namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>A rule that a file breaks, and where.</summary>
/// <param name="Clause">The clause's number, with UA for the Matterhorn protocol 1.1 of PDF/UA-1 and A for ISO 19005-3.</param>
public sealed record Finding(string Clause, string Rule, string Where)
{
    public override string ToString() => $"{Clause} {Rule} ({Where})";
}

/// <summary>
/// Checks the rules of PDF/UA-1 and PDF/A-3a that a program can check and that concern files such as ours. Left out is what such files cannot hold at all, since a reader of theirs refuses it
/// (cross-reference tables, encryption) or another rule does (optional content, fonts other than TrueType with codes of two bytes), and: separations and other inks (6.2.4.4), JPEG 2000 (6.2.8.3),
/// media (6.3.1, 7.18.6), formulas and ruby (7.7), embedded documents that claim to be PDF/A themselves (6.8).
/// </summary>
public static class Conformance
{
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        .. AccessibilityRules.All, .. StructureRules.All, .. FontRules.All, .. SyntaxRules.All, .. MetadataRules.All, .. ArchiveRules.All, .. SignatureRules.All, .. ArchiveContentRules.All,
        .. AnnotationRules.All,
    ];

    /// <returns>Nothing for a file that conforms to both standards.</returns>
    public static IReadOnlyList<Finding> Check(byte[] pdf) => Check(PdfDocument.Read(pdf));

    public static IReadOnlyList<Finding> Check(PdfDocument file)
    {
        var subject = new Subject(file);
        return [.. Rules.SelectMany(rule => rule.Breaches(subject).Select(where => new Finding(rule.Clause, rule.Sentence, where)))];
    }
}

/// <param name="Sentence">What is asked.</param>
/// <param name="Breaches">Where the file does not do so.</param>
public sealed record Rule(string Clause, string Sentence, Func<Subject, IEnumerable<string>> Breaches);

/// <summary>A file under examination, with what several rules look at.</summary>
public sealed class Subject(PdfDocument file)
{
    private IReadOnlyList<(PdfDictionary Page, PageReading Content)>? pages;
    private IReadOnlyList<PageReading>? contents;

    public PdfDocument File { get; } = file;

    /// <summary>All dictionaries, also those in others.</summary>
    public IReadOnlyList<PdfDictionary> All { get; } = [.. file.All];

    /// <summary>All values outside of content, the keys of dictionaries among them.</summary>
    public IReadOnlyList<object?> Values { get; } = [.. file.Values];

    public StructureReading Structure { get; } = StructureReading.Of(file);

    public IReadOnlyList<(PdfDictionary Page, PageReading Content)> Pages => pages ??= [.. File.Pages.Select(page => (page, PageReading.Of(File, page)))];

    public IEnumerable<PdfDictionary> Drawings => All.Where(value => File.Name(value, "Subtype") == "Form" && value.Data is not null);

    /// <summary>What stands on pages and in drawings.</summary>
    public IReadOnlyList<PageReading> Contents => contents ??= [.. Pages.Select(page => page.Content), .. Drawings.Select(drawing => PageReading.Of(File, drawing))];

    /// <summary>All values of a kind, in the file and in content.</summary>
    public IEnumerable<T> Each<T>() => Values.Concat(Contents.SelectMany(content => content.Values)).OfType<T>();

    /// <summary>Where the file is not written as a clause asks.</summary>
    public IEnumerable<string> Faults(string clause) => File.Faults.Concat(Contents.SelectMany(content => content.Faults)).Where(fault => fault.Clause == clause).Select(fault => fault.Where);

    public IEnumerable<PdfFont> Fonts => Pages.SelectMany(page => page.Content.Fonts).DistinctBy(font => font.Dictionary);

    public IEnumerable<PdfDictionary> Annotations => File.Pages.SelectMany(page => File.Dictionaries(page, "Annots"));

    public IEnumerable<PdfDictionary> AttachedFiles => All.Where(value => File.Name(value, "Type") == "Filespec");

    public byte[] MetadataBytes => File.Dictionary(File.Catalog, "Metadata")?.Data ?? [];

    public string Metadata => System.Text.Encoding.UTF8.GetString(MetadataBytes);

    /// <summary>Codes shown in a font, with the piece of content each stands in.</summary>
    public IEnumerable<(PdfFont Font, int Code, ContentPiece Piece)> Shown =>
        from page in Pages from piece in page.Content.Pieces where piece.Font is not null from code in piece.Codes select (piece.Font, code, piece);

    /// <summary>One breach where something is not so.</summary>
    public static IEnumerable<string> Unless(bool isSo, string where) => isSo ? [] : [where];
}
