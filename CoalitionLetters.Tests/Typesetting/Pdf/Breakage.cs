using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using CoalitionLetters.Tests.Support.Pdf;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Pdf;

/// <summary>What breaks a clause in a file that conforms.</summary>
/// <param name="Break">Changes the file's objects, or gives other bytes.</param>
/// <param name="IsSigned">The file has a signature.</param>
internal sealed record Breakage(string Clause, Func<PdfDocument, byte[]?> Break, bool IsSigned = false)
{
    public static readonly IReadOnlyList<Breakage> All =
    [
        new("UA 01-003", file => Content(file, "/P<</MCID 1>>BDC\n", "/P<</MCID 1>>BDC /Artifact BMC\n")),
        new("UA 01-004", file => Content(file, "/P<</MCID 1>>BDC\n", "/Artifact BMC /P<</MCID 1>>BDC\n")),
        new("UA 01-005", file => Content(file, "/P<</MCID 1>>BDC\n", "/P BMC\n")),
        new("UA 01-006", file => Content(file, "/P<</MCID 1>>BDC\n", "/P<</MCID 77>>BDC\n")),
        new("UA 01-007", file => Set(file.Dictionary(file.Catalog, "MarkInfo"), "Suspects", true)),
        new("UA 02-001", file => Set(Element(file, "P"), "S", new PdfName("Paragraph"))),
        new("UA 02-004", file => Set(Tree(file), "RoleMap", Dictionary(("P", new PdfName("Span"))))),
        new("UA 06-001", file => Remove(file.Catalog, "Metadata")),
        new("UA 06-002", file => Metadata(file, "<pdfuaid:part>1</pdfuaid:part>", "")),
        new("UA 06-002", file => Metadata(file, "pdfuaid", "uaid")),
        new("UA 06-003", file => Metadata(file, "dc:title", "dc:source")),
        new("UA 06-003", file => Metadata(file, "Clean water for all</rdf:li>", "</rdf:li>")),
        new("UA 07-001", file => Remove(file.Catalog, "ViewerPreferences")),
        new("UA 7.1", file => Set(Element(file, "Document"), "S", new PdfName("Part"))),
        new("UA 7.1-P", file => Set(Element(file, "LBody"), "P", file.Dictionary(file.Catalog, "StructTreeRoot"))),
        new("UA 07-002", file => Set(file.Dictionary(file.Catalog, "ViewerPreferences"), "DisplayDocTitle", false)),
        new("UA 7.2-body", file => Set(Element(file, "TBody"), "S", new PdfName("THead"))),
        new("UA 7.3", file => Remove(Element(file, "Figure"), "A")),
        new("UA 7.5-2", file => Set(Element(file, "TH"), "ID", Text("another"))),
        new("UA 7.18.5-parent", file => Set(Link(file), "StructParent", 99.0)),
        new("UA 09-004", file => Set(Element(file, "TD"), "S", new PdfName("P"))),
        new("UA 09-005", file => Set(Element(file, "LBody"), "S", new PdfName("P"))),
        new("UA 09-006", file => Set(Element(file, "P"), "S", new PdfName("TOCI"))),
        new("UA 10-001", file => Stream(file.Dictionary(Font(file), "ToUnicode"), "<0002>", "<FF02>")),
        new("UA 11-001", file => Set(Element(file, "P"), "Lang", Text("12"))),
        new("UA 11-001", file => Set(Element(file, "P"), "Lang", Text("en_US"))),
        new("UA 11-004", file => Content(file, "BT\n", "/Artifact<</Lang(12)>>BDC EMC BT\n")),
        new("UA 11-006", file => Remove(file.Catalog, "Lang")),
        new("UA 13-004", file => Remove(Element(file, "Figure"), "Alt")),
        new("UA 14-002", file => Set(Element(file, "H1"), "S", new PdfName("H2"))),
        new("UA 14-003", file => Set(Element(file, "P"), "S", new PdfName("H3"))),
        new("UA 14-006", file => Set(Element(file, "P"), "S", new PdfName("H")) ?? Set(Element(file, "H1"), "S", new PdfName("H"))),
        new("UA 14-007", file => Set(Element(file, "P"), "S", new PdfName("H"))),
        new("UA 15-003", file => Remove(Element(file, "TH"), "A") ?? Remove(Element(file, "TH"), "ID")),
        new("UA 15-003-blank", file => Remove(Element(file, "TH"), "K")),
        new("UA 15-005", file => Set(Element(file, "TD"), "A", Dictionary(("O", new PdfName("Table")), ("ColSpan", 2.0)))),
        new("UA 15-005", file => Set(Element(file, "TD"), "A", Dictionary(("O", new PdfName("Table")), ("RowSpan", 2.0)))),
        new("UA 15-005", file => Set(Element(file, "TH"), "A", Dictionary(("O", new PdfName("Table")), ("ColSpan", 2.0), ("RowSpan", 9.0)))),
        new("UA 16-001", file => Remove(Element(file, "L"), "A")),
        new("UA 16-002", file => Set(Element(file, "L"), "A", Dictionary(("O", new PdfName("List")), ("ListNumbering", new PdfName("None"))))),
        new("UA 19-003", file => Remove(Element(file, "Note"), "ID")),
        new("UA 19-004", file => Set(Element(file, "P"), "ID", Element(file, "Note").Entries["ID"])),
        new("UA 21-001", file => Remove(Attached(file), "UF")),
        new("UA 21-001", file => Set(Attached(file), "UF", Text(""))),
        new("UA 25-001", file => Set(file.Catalog, "AcroForm", Dictionary(("XFA", Text("form"))))),
        new("UA 26-001", file => Set(file.Trailer, "Encrypt", Dictionary())),
        new("UA 28-002", file => Set(Link(file), "Subtype", new PdfName("Text"))),
        new("UA 28-004", file => Set(Link(file), "Subtype", new PdfName("Text")) ?? Remove(Link(file), "Contents")),
        new("UA 28-005", file => Remove(Field(file), "TU"), IsSigned: true),
        new("UA 28-009", file => Remove(file.Pages[0], "Tabs")),
        new("UA 28-010", file => Set(Link(file), "Subtype", new PdfName("Widget"))),
        new("UA 28-010-one", file => Set(Element(file, "LBody"), "S", new PdfName("Form"))),
        new("UA 28-011", file => Set(Element(file, "Link"), "S", new PdfName("Span"))),
        new("UA 28-012", file => Remove(Link(file), "Contents")),
        new("UA 30-002", file => Stream(Drawing(file), "q ", "/P<</MCID 0>>BDC EMC q ")),
        new("UA 31-005", file => Remove(Descendant(file), "CIDToGIDMap")),
        new("UA 31-009", file => Remove(file.Dictionary(Descendant(file), "FontDescriptor"), "FontFile2")),
        new("UA 31-011", file => Glyphs(file, 0x7F)),
        new("UA 31-027", file => Remove(Font(file), "ToUnicode")),
        new("UA 31-028", file => Stream(file.Dictionary(Font(file), "ToUnicode"), "<0002><", "<0002><FEFF")),
        new("UA 31-030", file => Glyphs(file, 0)),
        new("A 6.1.2", file => Bytes(file, "%PDF-1\\.7", "%PDF-2.0")),
        new("A 6.1.3-EOF", file => [.. file.Bytes, .. "more"u8]),
        new("A 6.1.3-EOF", file => [.. file.Bytes, .. "\n\n"u8]),
        new("A 6.1.3-Encrypt", file => Set(file.Trailer, "Encrypt", Dictionary())),
        new("A 6.1.3-ID", file => Remove(file.Trailer, "ID")),
        new("A 6.1.6-digits", file => Bytes(file, "(/ID\\[<[0-9A-F]+)[0-9A-F]>", "$1G>")),
        new("A 6.1.6-pairs", file => Bytes(file, "(/ID\\[<[0-9A-F]+)[0-9A-F]>", "$1> ")),
        new("A 6.1.7.1", file => Set(file.Dictionary(file.Pages[0], "Contents"), "F", Text("other.bin"))),
        new("A 6.1.7.1", file => Set(file.Dictionary(file.Pages[0], "Contents"), "FFilter", new PdfName("FlateDecode"))),
        new("A 6.1.7.1-length", file => Bytes(file, "(/Length [0-9]*)[0-8]>>", "${1}9>>")),
        new("A 6.1.7.1-lines", file => Bytes(file, "\nendstream", " endstream")),
        new("A 6.1.7.1-lines", file => Bytes(file, ">>\nstream\n", ">>\nstream\r")),
        new("A 6.1.7.2", file => Set(file.Dictionary(file.Pages[0], "Contents"), "Filter", new PdfName("LZWDecode"))),
        new("A 6.1.7.2", file => Set(file.Dictionary(file.Pages[0], "Contents"), "Filter", new List<object?> { new PdfName("LZWDecode") })),
        new("A 6.1.8", file => Set(Font(file), "BaseFont", new PdfName("ABCDEF+Lib\u00E9"))),
        new("A 6.1.9", file => Bytes(file, "([0-9]+ 0) obj\n<<", "$1  obj<<")),
        new("A 6.1.10", file => Content(file, "BT\n", "/Artifact BMC BI /W 1 /H 1 /CS /G /BPC 8 /F /LZW ID x EI EMC BT\n")),
        new("A 6.1.12", file => Set(file.Catalog, "Perms", Dictionary(("Other", Dictionary())))),
        new("A 6.1.13", file => Set(file.Catalog, "Extra", new PdfName(new string('x', 128)))),
        new("A 6.1.13", file => Set(file.Catalog, new string('x', 128), 1.0)),
        new("A 6.1.13", file => Set(file.Catalog, "Extra", new List<object?> { new PdfName(new string('x', 128)) })),
        new("A 6.1.13", file => Content(file, "BT\n", $"/{new string('x', 128)} BMC EMC BT\n")),
        new("A 6.1.13-integers", file => Set(file.Catalog, "Extra", 3_000_000_000.0)),
        new("A 6.1.13-integers", file => Content(file, "BT\n", "3000000000 w BT\n")),
        new("A 6.1.13-pages", file => Set(file.Pages[0], "MediaBox", new List<object?> { 0.0, 0.0, 612.0, 20_000.0 })),
        new("A 6.1.13-pages", file => Set(file.Pages[0], "MediaBox", new List<object?> { 0.0, -14_000.0, 612.0, 792.0 })),
        new("A 6.1.13-pages", file => Set(file.Pages[0], "CropBox", new List<object?> { 0.0, 0.0, 2.0, 2.0 })),
        new("A 6.1.13-reals", file => Content(file, "BT\n", $"0.{new string('0', 40)}1 w BT\n")),
        new("A 6.1.13-states", file => Content(file, "BT\n", string.Concat(Enumerable.Repeat("q ", 29)) + "BT\n")),
        new("A 6.1.13-states", file => Stream(Drawing(file), "q ", string.Concat(Enumerable.Repeat("q ", 29)))),
        new("A 6.1.13-strings", file => Set(file.Catalog, "Extra", Text(new string('x', 32_768)))),
        new("A 6.1.13-strings", file => Set(file.Dictionary(Link(file), "A"), "URI", Text(new string('x', 32_768)))),
        new("A 6.2.2-names", file => Remove(file.Dictionary(Drawing(file), "Resources"), "ExtGState")),
        new("A 6.2.2-names", file => Content(file, "BT\n", "/Other gs BT\n")),
        new("A 6.2.2-operators", file => Content(file, "BT\n", "wave BT\n")),
        new("A 6.2.2-operators", file => Stream(Drawing(file), "q ", "wave q ")),
        new("A 6.2.2-resources", file => Remove(file.Pages[0], "Resources")),
        new("A 6.2.3", file => Remove(file.Catalog, "OutputIntents")),
        new("A 6.2.3-one", file => Add(file.List(file.Catalog, "OutputIntents"), Dictionary(("S", new PdfName("GTS_PDFX")), ("DestOutputProfile", Dictionary())))),
        new("A 6.2.3-profile", file => Stream(Profile(file), "acsp", "xxxx")),
        new("A 6.2.4.2", file => Stream(PictureProfile(file), "acsp", "xxxx")),
        new("A 6.2.4.2", file => Set(file.Dictionary(file.Pages[0], "Resources"), "ColorSpace", Dictionary(("C0", new List<object?> { new PdfName("ICCBased"), Dictionary() })))),
        new("A 6.2.4.3-cmyk", file => Content(file, "BT\n", "0 0 0 1 k BT\n")),
        new("A 6.2.4.3-cmyk", file => Stream(Drawing(file), "q ", "0 0 0 1 k q ")),
        new("A 6.2.4.3-cmyk", file => Content(file, "BT\n", "/DeviceCMYK cs 0 0 0 1 sc BT\n")),
        new("A 6.2.4.3-rgb", file => Set(Profile(file), "N", 1.0)),
        new("A 6.2.5", file => Set(State(file), "TR", new PdfName("Identity"))),
        new("A 6.2.5", file => Set(State(file), "TR2", new PdfName("Identity"))),
        new("A 6.2.5-halftone", file => Set(State(file), "HT", Dictionary(("HalftoneType", 10.0)))),
        new("A 6.2.6", file => Content(file, "BT\n", "/Pretty ri BT\n")),
        new("A 6.2.6", file => Set(Image(file), "Intent", new PdfName("Pretty"))),
        new("A 6.2.8", file => Set(Drawing(file), "Subtype", new PdfName("Image"))),
        new("A 6.2.8", file => Set(Image(file), "Mask", Dictionary(("Subtype", new PdfName("Image")), ("ImageMask", true), ("BitsPerComponent", 8.0)))),
        new("A 6.2.9", file => Set(Drawing(file), "Subtype", new PdfName("PS"))),
        new("A 6.2.9", file => Set(Drawing(file), "OPI", Dictionary())),
        new("A 6.2.9", file => Set(Drawing(file), "PS", Dictionary())),
        new("A 6.2.10", file => Set(State(file), "BM", new PdfName("Sparkle"))),
        new("A 6.2.10", file => Set(State(file), "BM", new List<object?> { new PdfName("Sparkle") })),
        new("A 6.2.11.2", file => Set(Descendant(file), "Subtype", new PdfName("CIDFontType0"))),
        new("A 6.2.11.3.1", file => Remove(Descendant(file), "CIDSystemInfo")),
        new("A 6.2.11.4.1", file => Set(file.Dictionary(Descendant(file), "FontDescriptor"), "FontName", new PdfName("Libertinus"))),
        new("A 6.2.11.4.2", file => Set(file.Dictionary(Descendant(file), "FontDescriptor"), "CIDSet", Dictionary())),
        new("A 6.2.11.5", file => Set(Descendant(file), "W", new List<object?> { 0.0, Enumerable.Repeat<object?>(1.0, 200).ToList() })),
        new("A 6.2.11.7.3", file => Stream(file.Dictionary(Font(file), "ToUnicode"), "<0002><", "<0002><E000")),
        new("A 6.2.11.7.3-actual", file => Content(file, "/P<</MCID 1>>BDC", "/P<</MCID 1/ActualText<FEFFE000>>>BDC")),
        new("A 6.3.1", file => Set(Link(file), "Subtype", new PdfName("Movie"))),
        new("A 6.3.1", file => Set(Link(file), "Subtype", new PdfName("TrapNet"))),
        new("A 6.3.2", file => Set(Link(file), "F", 2.0)),
        new("A 6.3.2", file => Set(Link(file), "F", 260.0)),
        new("A 6.3.3", file => Set(Link(file), "Subtype", new PdfName("Stamp"))),
        new("A 6.3.3-one", file => Set(Link(file), "AP", Dictionary(("N", Drawing(file)), ("D", Drawing(file))))),
        new("A 6.4.1", file => Set(file.Catalog, "AcroForm", Dictionary(("NeedAppearances", true)))),
        new("A 6.4.1-actions", file => Set(Field(file), "A", Dictionary(("S", new PdfName("URI")))), IsSigned: true),
        new("A 6.4.2", file => Set(file.Catalog, "NeedsRendering", true)),
        new("A 6.4.3", file => Bytes(file, "/ByteRange\\[0 ", "/ByteRange[1 "), IsSigned: true),
        new("A 6.4.3-certificate", file => Set(file.Dictionary(Field(file), "V"), "Contents", new PdfString(Keys.Signature(signers: 1, X509IncludeOption.None))), IsSigned: true),
        new("A 6.4.3-signer", file => Set(file.Dictionary(Field(file), "V"), "Contents", new PdfString(Keys.Signature(signers: 2, X509IncludeOption.EndCertOnly))), IsSigned: true),
        new("A 6.5.1", file => Set(file.Dictionary(Link(file), "A"), "S", new PdfName("Launch"))),
        new("A 6.5.1", file => Set(file.Dictionary(Link(file), "A"), "S", new PdfName("Other"))),
        new("A 6.5.1", file => Set(file.Dictionary(Link(file), "A"), "Next", Dictionary(("S", new PdfName("Launch"))))),
        new("A 6.5.1", file => Set(file.Catalog, "OpenAction", Dictionary(("S", new PdfName("JavaScript"))))),
        new("A 6.5.1-named", file => Set(file.Dictionary(Link(file), "A"), "N", new PdfName("Print"))),
        new("A 6.5.2", file => Set(file.Catalog, "AA", Dictionary())),
        new("A 6.6.2.1", file => Metadata(file, "</x:xmpmeta>", "")),
        new("A 6.6.2.1-bytes", file => Metadata(file, "<dc:title>", "<dc:title><!-- \u00FF\u00FE -->")),
        new("A 6.6.2.1-packet", file => Metadata(file, "id=\"W5", "bytes=\"9\" id=\"W5")),
        new("A 6.6.2.3", file => Metadata(file, "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/", "<pdfaSchema:namespaceURI>http://other.example/")),
        new("A 6.6.2.3.1", file => Metadata(file, "<dc:format>", "<dc:other>x</dc:other><dc:format>")),
        new("A 6.6.2.3.1-value", file => Metadata(file, "<dc:format>", "<dc:source><rdf:Bag><rdf:li>x</rdf:li></rdf:Bag></dc:source><dc:format>")),
        new("A 6.6.2.3.1-value", file => Metadata(file, "<dc:format>", "<dc:date>x</dc:date><dc:format>")),
        new("A 6.6.2.3.1-value", file => Metadata(file, "<pdfaProperty:valueType>Integer", "<pdfaProperty:valueType>Date")),
        new("A 6.6.2.3.1-value", file => Metadata(file, "<xmp:MetadataDate>", "<xmp:MetadataDate>x")),
        new("A 6.6.2.3.3", file => Metadata(file, "<pdfaSchema:prefix>", "<pdfaSchema:other>x</pdfaSchema:other><pdfaSchema:prefix>")),
        new("A 6.6.2.3.3", file => Metadata(file, "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>", "")),
        new("A 6.6.2.3.3", file => Metadata(file, "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>", "")),
        new("A 6.6.2.3.3-list", file => Metadata(file, "<pdfaExtension:schemas><rdf:Bag>", "<pdfaExtension:schemas><rdf:Seq>") ?? Metadata(file, "</rdf:Bag></pdfaExtension:schemas>", "</rdf:Seq></pdfaExtension:schemas>")),
        new("A 6.6.2.3.3-properties", file => Metadata(file, "<pdfaProperty:name>part</pdfaProperty:name>", "")),
        new("A 6.6.2.3.3-properties", file => Metadata(file, "pdfaProperty:description", "pdfaProperty:words")),
        new("A 6.6.2.3.3-properties", file => Metadata(file, "<pdfaProperty:category>internal", "<pdfaProperty:category>inner")),
        new("A 6.6.2.3.3-type", file => Metadata(file, "<pdfaProperty:valueType>Integer", "<pdfaProperty:valueType>Other")),
        new("A 6.6.3-dates", file => Metadata(file, "<xmp:CreateDate>2026", "<xmp:CreateDate>2025")),
        new("A 6.6.3-title", file => Metadata(file, "Clean water", "Other water")),
        new("A 6.6.4-conformance", file => Metadata(file, "<pdfaid:conformance>A", "<pdfaid:conformance>B")),
        new("A 6.6.4-part", file => Metadata(file, "<pdfaid:part>3", "<pdfaid:part>2")),
        new("A 6.6.4-prefix", file => Metadata(file, "pdfaid", "other")),
        new("A 6.6.4-prefix", file => Metadata(file, "pdfaSchema", "other")),
        new("A 6.7.2.2", file => Remove(file.Catalog, "MarkInfo")),
        new("A 6.7.3.3", file => Remove(file.Catalog, "StructTreeRoot")),
        new("A 6.7.4", file => Remove(file.Catalog, "Lang")),
        new("A 6.8-AF", file => Remove(file.Catalog, "AF")),
        new("A 6.8-F", file => Remove(Attached(file), "F")),
        new("A 6.8-F", file => Set(Attached(file), "F", Text(""))),
        new("A 6.8-relationship", file => Remove(Attached(file), "AFRelationship")),
        new("A 6.8-type", file => Remove(file.Dictionary(file.Dictionary(Attached(file), "EF"), "F"), "Subtype")),
        new("A 6.8-type", file => Set(file.Dictionary(file.Dictionary(Attached(file), "EF"), "F"), "Subtype", new PdfName("text/csv; x=y"))),
        new("A 6.9", file => Set(file.Catalog, "OCProperties", Dictionary())),
        new("A 6.10", file => Set(file.Dictionary(file.Catalog, "Names"), "AlternatePresentations", Dictionary())),
        new("A 6.10-steps", file => Set(file.Pages[0], "PresSteps", Dictionary())),
        new("A 6.11", file => Set(file.Catalog, "Requirements", new List<object?>())),
    ];

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

    /// <summary>The file's bytes with another in the place of what is found first.</summary>
    private static byte[] Bytes(PdfDocument file, string pattern, string replacement)
    {
        var text = Encoding.Latin1.GetString(file.Bytes);
        Assert.Matches(pattern, text);
        return Encoding.Latin1.GetBytes(new Regex(pattern).Replace(text, replacement, 1));
    }

    private static byte[]? Add(List<object?> list, object? value)
    {
        list.Add(value);
        return null;
    }

    private static PdfDictionary Dictionary(params (string Key, object? Value)[] entries) => new(entries.ToDictionary(entry => entry.Key, entry => entry.Value));

    private static PdfString Text(string text) => new(Encoding.Latin1.GetBytes(text));

    private static PdfDictionary Tree(PdfDocument file) => file.Dictionary(file.Catalog, "StructTreeRoot")!;

    private static PdfDictionary Element(PdfDocument file, string type) => StructureReading.Of(file).All.First(node => node.Type == type).Element;

    private static PdfDictionary Typed(PdfDocument file, string key, string name) => file.All.First(value => file.Name(value, key) == name);

    private static PdfDictionary Font(PdfDocument file) => Typed(file, "Subtype", "Type0");

    private static PdfDictionary Descendant(PdfDocument file) => Typed(file, "Subtype", "CIDFontType2");

    private static PdfDictionary Attached(PdfDocument file) => Typed(file, "Type", "Filespec");

    private static PdfDictionary Link(PdfDocument file) => file.Dictionaries(file.Pages[0], "Annots").First();

    private static PdfDictionary Field(PdfDocument file) => Typed(file, "FT", "Sig");

    private static PdfDictionary Drawing(PdfDocument file) => Typed(file, "Subtype", "Form");

    private static PdfDictionary Image(PdfDocument file) => Typed(file, "Subtype", "Image");

    private static PdfDictionary Profile(PdfDocument file) => file.Dictionary(file.Dictionaries(file.Catalog, "OutputIntents").First(), "DestOutputProfile")!;

    private static PdfDictionary PictureProfile(PdfDocument file) => (PdfDictionary)file.Resolve(((List<object?>)file.Get(Image(file), "ColorSpace")!)[1])!;

    private static PdfDictionary State(PdfDocument file) =>
        (PdfDictionary)file.Dictionary(file.Dictionary(Drawing(file), "Resources"), "ExtGState")!.Entries.Values.First()!;
}
