using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using static CoalitionLetters.Tests.Support.Pdf.Subject;

namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>PDF/A-3a: the metadata. Of the schemas that PDF/A knows, those that files such as ours use; what is of another has to be described.</summary>
internal static partial class MetadataRules
{
    private const string Archive = "http://www.aiim.org/pdfa/ns/id/";
    private const string Accessibility = "http://www.aiim.org/pdfua/ns/id/";
    private const string Core = "http://purl.org/dc/elements/1.1/";
    private const string Basic = "http://ns.adobe.com/xap/1.0/";
    private const string Extension = "http://www.aiim.org/pdfa/ns/extension/";
    private const string Schema = "http://www.aiim.org/pdfa/ns/schema#";
    private const string Property = "http://www.aiim.org/pdfa/ns/property#";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    /// <summary>The properties of each schema by the form of their value.</summary>
    private static readonly Dictionary<string, Dictionary<string, string>> Known = new()
    {
        [Core] = Forms("Alt: description rights title, Bag: contributor language publisher relation subject type, Seq: creator date, Text: coverage format identifier source"),
        [Basic] = Forms("Bag: Advisory Identifier, Date: CreateDate MetadataDate ModifyDate, Text: BaseURL CreatorTool Label Nickname"),
        ["http://ns.adobe.com/pdf/1.3/"] = Forms("Text: Keywords PDFVersion Producer"),
        [Archive] = Forms("Integer: part, Text: amd conformance corr"),
        [Extension] = Forms("Bag: schemas"),
    };

    private static readonly Dictionary<string, string> Prefixes = new()
    {
        [Archive] = "pdfaid", [Extension] = "pdfaExtension", [Schema] = "pdfaSchema", [Property] = "pdfaProperty",
    };

    private static readonly string[] SchemaFields = ["namespaceURI", "prefix", "property", "schema"];
    private static readonly string[] PropertyFields = ["category", "description", "name", "valueType"];

    public static readonly Rule[] All =
    [
        new("A 6.6.2.1", "The metadata is XMP of the type Metadata.", file =>
            Unless(file.File.Dictionary(file.File.Catalog, "Metadata") is { } metadata && file.File.Name(metadata, "Type") == "Metadata" && file.File.Name(metadata, "Subtype") == "XML"
                && Xmp(file) is not null, "metadata")),
        new("A 6.6.2.1-bytes", "The metadata is in UTF-8.", file => Unless(SyntaxRules.IsUtf8(file.MetadataBytes), "metadata")),
        new("A 6.6.2.1-packet", "The metadata's packet names no encoding and no number of bytes.", file => Unless(!PacketAttributes().IsMatch(file.Metadata), "metadata")),
        new("A 6.6.2.3", "Metadata that PDF/A does not know is described.", file =>
            Names(Properties(file).Where(property => !Known.ContainsKey(property.Name.NamespaceName) && DescribedForm(file, property) is null))),
        new("A 6.6.2.3.1", "Properties are those of their schema.", file =>
            Names(Properties(file).Where(property => Known.TryGetValue(property.Name.NamespaceName, out var forms) && !forms.ContainsKey(property.Name.LocalName)))),
        new("A 6.6.2.3.1-value", "The values of properties are of the type that their schema says.", file =>
            Names(Properties(file).Where(property => (Known.GetValueOrDefault(property.Name.NamespaceName)?.GetValueOrDefault(property.Name.LocalName) ?? DescribedForm(file, property)) is { } form && !Has(property, form)))),
        new("A 6.6.2.3.3", "A schema is described with its name, address, prefix and properties, and nothing else.", file => Names(Schemas(file).Where(schema => !HasFields(schema, Schema, SchemaFields)))),
        new("A 6.6.2.3.3-properties", "A property is described with its name, type, category and words, and nothing else.", file =>
            Names(Described(file).Where(property => !HasFields(property, Property, PropertyFields) || Field(property, Property, "category") is not ("internal" or "external")))),
        new("A 6.6.2.3.3-type", "A property's type is known.", file =>
            Names(Described(file).Where(property => Field(property, Property, "valueType") is not (null or "Boolean" or "Date" or "Integer" or "Real" or "Text" or "URI" or "URL")))),
        new("A 6.6.2.3.3-list", "Schemas are described in a bag and their properties in a sequence.", file =>
            Names(Everything(file).Where(element => (element.Name == XName.Get("schemas", Extension) && !Has(element, "Bag")) || (element.Name == XName.Get("property", Schema) && !Has(element, "Seq"))))),
        new("A 6.6.4-prefix", "The schemas of PDF/A have the prefixes that it gives them.", file =>
            Names(Everything(file).Where(element => Prefixes.TryGetValue(element.Name.NamespaceName, out var prefix) && element.GetPrefixOfNamespace(element.Name.Namespace) != prefix))),
        new("A 6.6.4-part", "The metadata names part 3.", file => Unless(Value(file, Archive, "part") == "3", "metadata")),
        new("A 6.6.4-conformance", "The metadata names conformance level A.", file => Unless(Value(file, Archive, "conformance") == "A", "metadata")),
        new("A 6.6.3-title", "Both titles are the same.", file => Unless(Value(file, Core, "title") == file.File.Text(Information(file), "Title"), "metadata")),
        new("A 6.6.3-dates", "Both dates are the same.", file => Unless(DatesAgree(file, "CreateDate", "CreationDate") && DatesAgree(file, "ModifyDate", "ModDate"), "metadata")),
        new("UA 06-002", "The metadata names the part of PDF/UA, with the prefix of its schema.", file =>
            Unless(Value(file, Accessibility, "part") == "1" && Everything(file).All(element => element.Name.NamespaceName != Accessibility || element.GetPrefixOfNamespace(element.Name.Namespace) == "pdfuaid"), "metadata")),
        new("UA 06-003", "The metadata has a title.", file => Unless(!string.IsNullOrWhiteSpace(Value(file, Core, "title")), "metadata")),
    ];

    private static Dictionary<string, string> Forms(string forms) =>
        forms.Split(", ").Select(form => form.Split(": ")).SelectMany(form => form[1].Split(' ').Select(name => (name, form[0]))).ToDictionary(pair => pair.name, pair => pair.Item2);

    private static PdfDictionary? Information(Subject file) => file.File.Dictionary(file.File.Trailer, "Info");

    private static XDocument? Xmp(Subject file)
    {
        try
        {
            return XDocument.Parse(file.Metadata.TrimStart('\uFEFF'));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static IEnumerable<XElement> Everything(Subject file) => Xmp(file)?.Descendants() ?? [];

    private static IEnumerable<XElement> Properties(Subject file) => Xmp(file)?.Descendants(Rdf + "Description").Elements() ?? [];

    private static IEnumerable<XElement> Schemas(Subject file) => Everything(file).Where(element => element.Name == XName.Get("schemas", Extension)).Elements().Elements(Rdf + "li");

    private static IEnumerable<XElement> Described(Subject file) => Schemas(file).Elements(XName.Get("property", Schema)).Elements().Elements(Rdf + "li");

    private static IEnumerable<string> Names(IEnumerable<XElement> elements) => elements.Select(element => element.Name.LocalName);

    private static string? Field(XElement description, string schema, string name) => description.Element(XName.Get(name, schema))?.Value;

    private static bool HasFields(XElement description, string schema, string[] names) =>
        description.Elements().Select(field => field.Name).OrderBy(name => name.LocalName, StringComparer.Ordinal).SequenceEqual(names.Select(name => XName.Get(name, schema)));

    /// <summary>The type that the file itself gives to a property.</summary>
    private static string? DescribedForm(Subject file, XElement property) => Schemas(file)
        .Where(schema => Field(schema, Schema, "namespaceURI") == property.Name.NamespaceName)
        .SelectMany(schema => schema.Descendants(Rdf + "li")).Where(described => Field(described, Property, "name") == property.Name.LocalName)
        .Select(described => Field(described, Property, "valueType")).FirstOrDefault();

    private static bool Has(XElement property, string form) => form switch
    {
        "Alt" or "Bag" or "Seq" => property.Elements().Select(element => element.Name).SequenceEqual([Rdf + form]) && property.Element(Rdf + form)!.Elements().All(item => item.Name == Rdf + "li"),
        _ => !property.HasElements && form switch
        {
            "Date" => Date().IsMatch(property.Value),
            "Integer" => int.TryParse(property.Value, out _),
            "Boolean" => property.Value is "True" or "False",
            _ => true,
        },
    };

    private static string? Value(Subject file, string schema, string name) => Properties(file).FirstOrDefault(property => property.Name == XName.Get(name, schema))?.Value.Trim();

    private static bool DatesAgree(Subject file, string xmp, string key)
    {
        var date = NotDigits().Replace(Value(file, Basic, xmp) ?? "none", "");
        return date.Length == 14 && file.File.Text(Information(file), key) == $"D:{date}Z";
    }

    [GeneratedRegex("<\\?xpacket begin[^?]*(bytes|encoding)=")]
    private static partial Regex PacketAttributes();

    [GeneratedRegex("[^0-9]")]
    private static partial Regex NotDigits();

    [GeneratedRegex("^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?$")]
    private static partial Regex Date();
}
