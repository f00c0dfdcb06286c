using System.Text;
using CoalitionLetters.Tests.Support.Pdf;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Pdf;

public sealed class ConformanceTests
{
    private static readonly Lazy<byte[]> Good = new(() => ADocument.Rich().ToBytes());

    [Fact]
    public void A_document_with_one_of_everything_conforms_to_both_standards()
    {
        Assert.Empty(Conformance.Check(Good.Value));
    }

    [Fact]
    public void Every_rule_has_a_file_that_breaks_it()
    {
        var broken = Breakages.Keys.ToHashSet();

        Assert.DoesNotContain(Conformance.Rules.Select(rule => rule.Clause), clause => !broken.Contains(clause));
        Assert.Equal(Conformance.Rules.Count, Conformance.Rules.Select(rule => rule.Clause).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Clauses))]
    public void A_broken_file_is_found_out(string clause)
    {
        var file = PdfDocument.Read(Good.Value);

        var findings = Breakages[clause](file) is { } bytes ? Conformance.Check(bytes) : Conformance.Check(file);

        Assert.Contains(clause, findings.Select(finding => finding.Clause));
    }

    public static IEnumerable<TheoryDataRow<string>> Clauses => Breakages.Keys.Select(clause => new TheoryDataRow<string>(clause));

    /// <summary>For each clause, what breaks it: a change to the file's objects, or other bytes.</summary>
    private static readonly Dictionary<string, Func<PdfDocument, byte[]?>> Breakages = new()
    {
        ["UA 01-003"] = file => Content(file, "/P<</MCID 1>>BDC\n", "/P<</MCID 1>>BDC /Artifact BMC\n"),
        ["UA 01-004"] = file => Content(file, "/P<</MCID 1>>BDC\n", "/Artifact BMC /P<</MCID 1>>BDC\n"),
        ["UA 01-005"] = file => Content(file, "/P<</MCID 1>>BDC\n", "/P BMC\n"),
        ["UA 01-006"] = file => Content(file, "/P<</MCID 1>>BDC\n", "/P<</MCID 77>>BDC\n"),
        ["UA 01-007"] = file => Set(file.Dictionary(file.Catalog, "MarkInfo"), "Suspects", true),
        ["UA 02-001"] = file => Set(Element(file, "P"), "S", new PdfName("Paragraph")),
        ["UA 02-004"] = file => Set(Tree(file), "RoleMap", new PdfDictionary(new() { ["P"] = new PdfName("Span") })),
        ["UA 06-001"] = file => Remove(file.Catalog, "Metadata"),
        ["UA 06-002"] = file => Metadata(file, "<pdfuaid:part>1</pdfuaid:part>", ""),
        ["UA 06-003"] = file => Metadata(file, "dc:title", "dc:source"),
        ["UA 07-001"] = file => Remove(file.Catalog, "ViewerPreferences"),
        ["UA 07-002"] = file => Set(file.Dictionary(file.Catalog, "ViewerPreferences"), "DisplayDocTitle", false),
        ["UA 09-004"] = file => Set(Element(file, "TD"), "S", new PdfName("P")),
        ["UA 09-005"] = file => Set(Element(file, "LBody"), "S", new PdfName("P")),
        ["UA 09-006"] = file => Set(Element(file, "P"), "S", new PdfName("TOCI")),
        ["UA 10-001"] = file => Stream(file.Dictionary(Font(file), "ToUnicode"), "<0002>", "<FF02>"),
        ["UA 11-001"] = file => Set(Element(file, "P"), "Lang", Text("12")),
        ["UA 11-006"] = file => Remove(file.Catalog, "Lang"),
        ["UA 13-004"] = file => Remove(Element(file, "Figure"), "Alt"),
        ["UA 14-002"] = file => Set(Element(file, "H1"), "S", new PdfName("H2")),
        ["UA 14-003"] = file => Set(Element(file, "P"), "S", new PdfName("H3")),
        ["UA 14-007"] = file => Set(Element(file, "P"), "S", new PdfName("H")),
        ["UA 15-003"] = file => Remove(Element(file, "TH"), "A") ?? Remove(Element(file, "TH"), "ID"),
        ["UA 7.5-2"] = file => Set(Element(file, "TH"), "ID", Text("another")),
        ["UA 15-005"] = file => Set(Element(file, "TD"), "A", new PdfDictionary(new() { ["O"] = new PdfName("Table"), ["ColSpan"] = 2.0 })),
        ["UA 7.2-body"] = file => Set(Element(file, "TBody"), "S", new PdfName("THead")),
        ["UA 16-001"] = file => Remove(Element(file, "L"), "A"),
        ["UA 19-003"] = file => Remove(Element(file, "Note"), "ID"),
        ["UA 19-004"] = file => Set(Element(file, "P"), "ID", Element(file, "Note").Entries["ID"]),
        ["UA 7.1"] = file => Set(Element(file, "Document"), "S", new PdfName("Part")),
        ["UA 7.1-P"] = file => Set(Element(file, "LBody"), "P", file.Dictionary(file.Catalog, "StructTreeRoot")),
        ["UA 7.3"] = file => Remove(Element(file, "Figure"), "A"),
        ["UA 21-001"] = file => Remove(Attached(file), "UF"),
        ["UA 25-001"] = file => Set(file.Catalog, "AcroForm", new PdfDictionary(new() { ["XFA"] = Text("form") })),
        ["UA 26-001"] = file => Set(file.Trailer, "Encrypt", new PdfDictionary([])),
        ["UA 28-005"] = file => Set(Link(file), "StructParent", 99.0),
        ["UA 28-009"] = file => Remove(file.Pages[0], "Tabs"),
        ["UA 28-010"] = file => Set(Link(file), "Subtype", new PdfName("Widget")),
        ["UA 28-010-one"] = file => Set(Element(file, "LBody"), "S", new PdfName("Form")),
        ["UA 28-011"] = file => Set(Element(file, "Link"), "S", new PdfName("Span")),
        ["UA 28-012"] = file => Remove(Link(file), "Contents"),
        ["UA 30-002"] = file => Stream(Typed(file, "Subtype", "Form"), "q ", "/P<</MCID 0>>BDC EMC q "),
        ["UA 31-005"] = file => Remove(Descendant(file), "CIDToGIDMap"),
        ["UA 31-009"] = file => Remove(file.Dictionary(Descendant(file), "FontDescriptor"), "FontFile2"),
        ["UA 31-011"] = file => Glyphs(file, 0x7F),
        ["UA 31-027"] = file => Remove(Font(file), "ToUnicode"),
        ["UA 31-028"] = file => Stream(file.Dictionary(Font(file), "ToUnicode"), "<0002><", "<0002><FEFF"),
        ["UA 31-030"] = file => Glyphs(file, 0),
        ["A 6.1.2"] = file => Bytes(file, "%PDF-1.7", "%PDF-2.0"),
        ["A 6.1.3-ID"] = file => Remove(file.Trailer, "ID"),
        ["A 6.1.3-Encrypt"] = file => Set(file.Trailer, "Encrypt", new PdfDictionary([])),
        ["A 6.1.3-EOF"] = file => [.. file.Bytes, .. "more"u8],
        ["A 6.1.7.1"] = file => Set(file.Dictionary(file.Pages[0], "Contents"), "F", Text("other.bin")),
        ["A 6.1.7.2"] = file => Set(file.Dictionary(file.Pages[0], "Contents"), "Filter", new PdfName("LZWDecode")),
        ["A 6.1.13"] = file => Set(file.Catalog, "Extra", new PdfName(new string('x', 128))),
        ["A 6.1.13-states"] = file => Content(file, "BT\n", string.Concat(Enumerable.Repeat("q ", 29)) + "BT\n"),
        ["A 6.1.13-strings"] = file => Set(file.Catalog, "Extra", Text(new string('x', 32_768))),
        ["A 6.1.13-pages"] = file => Set(file.Pages[0], "MediaBox", new List<object?> { 0.0, 0.0, 612.0, 20_000.0 }),
        ["A 6.2.2-operators"] = file => Content(file, "BT\n", "wave BT\n"),
        ["A 6.2.2-resources"] = file => Remove(file.Pages[0], "Resources"),
        ["A 6.2.3"] = file => Remove(file.Catalog, "OutputIntents"),
        ["A 6.2.3-profile"] = file => Stream(Profile(file), "acsp", "xxxx"),
        ["A 6.2.4.2"] = file => Stream(PictureProfile(file), "acsp", "xxxx"),
        ["A 6.2.4.3-rgb"] = file => Set(Profile(file), "N", 1.0),
        ["A 6.2.4.3-cmyk"] = file => Content(file, "BT\n", "0 0 0 1 k BT\n"),
        ["A 6.2.5"] = file => Set(State(file), "TR", new PdfName("Identity")),
        ["A 6.2.8"] = file => Set(Typed(file, "Subtype", "Form"), "Subtype", new PdfName("Image")),
        ["A 6.2.9"] = file => Set(Typed(file, "Subtype", "Form"), "Subtype", new PdfName("PS")),
        ["A 6.2.10"] = file => Set(State(file), "BM", new PdfName("Sparkle")),
        ["A 6.2.11.2"] = file => Set(Descendant(file), "Subtype", new PdfName("CIDFontType0")),
        ["A 6.2.11.3.1"] = file => Remove(Descendant(file), "CIDSystemInfo"),
        ["A 6.2.11.4.1"] = file => Set(file.Dictionary(Descendant(file), "FontDescriptor"), "FontName", new PdfName("Libertinus")),
        ["A 6.2.11.5"] = file => Set(Descendant(file), "W", new List<object?> { 0.0, Enumerable.Repeat<object?>(1.0, 200).ToList() }),
        ["A 6.2.11.7.3"] = file => Stream(file.Dictionary(Font(file), "ToUnicode"), "<0002><", "<0002><E000"),
        ["A 6.2.11.7.3-actual"] = file => Content(file, "/P<</MCID 1>>BDC", "/P<</MCID 1/ActualText<FEFFE000>>>BDC"),
        ["A 6.3.1"] = file => Set(Link(file), "Subtype", new PdfName("Movie")),
        ["A 6.3.2"] = file => Set(Link(file), "F", 2.0),
        ["A 6.3.3"] = file => Set(Link(file), "Subtype", new PdfName("Stamp")),
        ["A 6.4.1"] = file => Set(file.Catalog, "AcroForm", new PdfDictionary(new() { ["NeedAppearances"] = true })),
        ["A 6.5.1"] = file => Set(file.Dictionary(Link(file), "A"), "S", new PdfName("Launch")) ?? Set(file.Catalog, "S", new PdfName("Launch")),
        ["A 6.5.2"] = file => Set(file.Catalog, "AA", new PdfDictionary([])),
        ["A 6.6.2.1"] = file => Metadata(file, "</x:xmpmeta>", ""),
        ["A 6.6.2.1-packet"] = file => Metadata(file, "id=\"W5", "bytes=\"9\" id=\"W5"),
        ["A 6.6.2.3"] = file => Metadata(file, "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/", "<pdfaSchema:namespaceURI>http://other.example/"),
        ["A 6.6.4-part"] = file => Metadata(file, "<pdfaid:part>3", "<pdfaid:part>2"),
        ["A 6.6.4-conformance"] = file => Metadata(file, "<pdfaid:conformance>A", "<pdfaid:conformance>B"),
        ["A 6.6.3-title"] = file => Metadata(file, "Clean water", "Other water"),
        ["A 6.6.3-dates"] = file => Metadata(file, "<xmp:CreateDate>2026", "<xmp:CreateDate>2025"),
        ["A 6.7.2.2"] = file => Remove(file.Catalog, "MarkInfo"),
        ["A 6.7.3.3"] = file => Remove(file.Catalog, "StructTreeRoot"),
        ["A 6.7.4"] = file => Remove(file.Catalog, "Lang"),
        ["A 6.8-F"] = file => Remove(Attached(file), "F"),
        ["A 6.8-relationship"] = file => Remove(Attached(file), "AFRelationship"),
        ["A 6.8-AF"] = file => Remove(file.Catalog, "AF"),
        ["A 6.8-type"] = file => Remove(file.Dictionary(file.Dictionary(Attached(file), "EF"), "F"), "Subtype"),
        ["A 6.9"] = file => Set(file.Catalog, "OCProperties", new PdfDictionary([])),
        ["A 6.10"] = file => Set(file.Dictionary(file.Catalog, "Names"), "AlternatePresentations", new PdfDictionary([])),
        ["A 6.11"] = file => Set(file.Catalog, "Requirements", new List<object?>()),
    };

    private static byte[]? Set(PdfDictionary? dictionary, string key, object? value)
    {
        dictionary!.Entries[key] = value;
        return null;
    }

    private static byte[]? Remove(PdfDictionary? dictionary, string key)
    {
        dictionary!.Entries.Remove(key);
        return null;
    }

    private static byte[]? Stream(PdfDictionary? stream, string old, string replacement)
    {
        var text = Encoding.Latin1.GetString(stream!.Data!);
        Assert.Contains(old, text);
        stream.Data = Encoding.Latin1.GetBytes(text.Replace(old, replacement));
        return null;
    }

    private static byte[]? Content(PdfDocument file, string old, string replacement) => Stream(file.Dictionary(file.Pages[0], "Contents"), old, replacement);

    private static byte[]? Metadata(PdfDocument file, string old, string replacement) => Stream(file.Dictionary(file.Catalog, "Metadata"), old, replacement);

    private static byte[]? Glyphs(PdfDocument file, byte value)
    {
        Array.Fill(file.Dictionary(Descendant(file), "CIDToGIDMap")!.Data!, value);
        return null;
    }

    private static byte[] Bytes(PdfDocument file, string old, string replacement) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(file.Bytes).Replace(old, replacement, StringComparison.Ordinal));

    private static PdfString Text(string text) => new(Encoding.Latin1.GetBytes(text));

    private static PdfDictionary Tree(PdfDocument file) => file.Dictionary(file.Catalog, "StructTreeRoot")!;

    private static PdfDictionary Element(PdfDocument file, string type) => StructureReading.Of(file).All.First(node => node.Type == type).Element;

    private static PdfDictionary Typed(PdfDocument file, string key, string name) => file.All.First(value => file.Name(value, key) == name);

    private static PdfDictionary Font(PdfDocument file) => Typed(file, "Subtype", "Type0");

    private static PdfDictionary Descendant(PdfDocument file) => Typed(file, "Subtype", "CIDFontType2");

    private static PdfDictionary Attached(PdfDocument file) => Typed(file, "Type", "Filespec");

    private static PdfDictionary Link(PdfDocument file) => file.Dictionaries(file.Pages[0], "Annots").First();

    private static PdfDictionary Profile(PdfDocument file) => file.Dictionary(file.Dictionaries(file.Catalog, "OutputIntents").First(), "DestOutputProfile")!;

    private static PdfDictionary PictureProfile(PdfDocument file) => (PdfDictionary)file.Resolve(((List<object?>)file.Get(Typed(file, "Subtype", "Image"), "ColorSpace")!)[1])!;

    private static PdfDictionary State(PdfDocument file) =>
        (PdfDictionary)file.Dictionary(file.Dictionary(Typed(file, "Subtype", "Form"), "Resources"), "ExtGState")!.Entries.Values.First()!;
}
