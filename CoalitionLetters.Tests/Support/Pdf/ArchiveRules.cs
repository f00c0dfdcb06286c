using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using static CoalitionLetters.Tests.Support.Pdf.Subject;

namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>PDF/A-3a: the file, its metadata, its tags and its attachments.</summary>
internal static partial class ArchiveRules
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private static readonly HashSet<string> KnownSchemas =
    [
        "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/xap/1.0/mm/", "http://ns.adobe.com/pdf/1.3/", "http://www.aiim.org/pdfa/ns/id/",
        "http://www.aiim.org/pdfa/ns/extension/", "http://www.aiim.org/pdfa/ns/schema#", "http://www.aiim.org/pdfa/ns/property#", Rdf.NamespaceName,
    ];

    public static readonly Rule[] All =
    [
        new("A 6.1.2", "The file begins with its version and four bytes that are no text.", file => Unless(HasHeader(file.File.Bytes), "header")),
        new("A 6.1.3-ID", "The trailer has an id.", file => Unless(file.File.List(file.File.Trailer, "ID") is [PdfString { Bytes.Length: >= 16 }, PdfString], "trailer")),
        new("A 6.1.3-Encrypt", "The file is not encrypted.", file => Unless(!file.File.Trailer.Entries.ContainsKey("Encrypt"), "trailer")),
        new("A 6.1.3-EOF", "Nothing follows the end of the file.", file => Unless(file.File.Bytes.AsSpan().TrimEnd("\r\n"u8).EndsWith("%%EOF"u8), "end")),
        new("A 6.1.7.1", "Streams are in the file itself.", file => file.File.All.Where(value => value.Data is not null && value.Entries.ContainsKey("F")).Select(_ => "stream")),
        new("A 6.1.7.2", "Streams are not packed with LZW.", file =>
            file.File.All.Where(value => value.Data is not null && file.File.Name(value, "Filter") is "LZWDecode" or "Crypt").Select(_ => "stream")),
        new("A 6.1.13", "No name is longer than 127 bytes.", file =>
            file.File.All.SelectMany(value => value.Entries.Values).OfType<PdfName>().Where(name => Encoding.UTF8.GetByteCount(name.Value) > 127).Select(name => name.Value)),
        new("A 6.1.13-strings", "No string is longer than 32,767 bytes.", file =>
            file.File.All.SelectMany(value => value.Entries.Values).OfType<PdfString>().Where(text => text.Bytes.Length > 32_767).Select(text => $"{text.Bytes.Length} bytes")),
        new("A 6.1.13-pages", "Pages are between 3 and 14,400 points wide and high.", file =>
            file.File.Pages.Where(page => file.File.List(page, "MediaBox").Skip(2).Any(side => side is not (>= 3.0 and <= 14_400.0))).Select(_ => "page")),
        new("A 6.5.1", "Actions do nothing that a reader would not expect.", file =>
            file.File.All.Where(value => file.File.Name(value, "S") is "Launch" or "Sound" or "Movie" or "ResetForm" or "ImportData" or "Hide" or "SetOCGState" or "Rendition" or "Trans"
                or "GoTo3DView" or "JavaScript").Select(value => file.File.Name(value, "S")!)),
        new("A 6.5.2", "Nothing happens by itself.", file =>
            file.File.All.Where(value => value.Entries.ContainsKey("AA")).Select(_ => "AA")
                .Concat(Unless(file.File.Dictionary(file.File.Dictionary(file.File.Catalog, "Names"), "JavaScript") is null, "catalog"))),
        new("A 6.6.2.1", "The metadata is XMP of the type Metadata.", file =>
            Unless(file.File.Dictionary(file.File.Catalog, "Metadata") is { } metadata && file.File.Name(metadata, "Type") == "Metadata" && file.File.Name(metadata, "Subtype") == "XML"
                && Xmp(file) is not null, "metadata")),
        new("A 6.6.2.1-packet", "The metadata's packet names no encoding and no number of bytes.", file => Unless(!PacketAttributes().IsMatch(file.Metadata), "metadata")),
        new("A 6.6.2.3", "Metadata that PDF/A does not know is described.", file =>
            Properties(file).Where(property => !KnownSchemas.Contains(property.Name.NamespaceName) && !Described(file).Contains(property.Name.NamespaceName)).Select(property => property.Name.LocalName)),
        new("A 6.6.4-part", "The metadata names part 3.", file => Unless(Value(file, "http://www.aiim.org/pdfa/ns/id/", "part") == "3", "metadata")),
        new("A 6.6.4-conformance", "The metadata names conformance level A.", file => Unless(Value(file, "http://www.aiim.org/pdfa/ns/id/", "conformance") == "A", "metadata")),
        new("A 6.6.3-title", "Both titles are the same.", file =>
            Unless(Value(file, "http://purl.org/dc/elements/1.1/", "title") == file.File.Text(Information(file), "Title"), "metadata")),
        new("A 6.6.3-dates", "Both dates are the same.", file =>
            Unless(DatesAgree(file, "CreateDate", "CreationDate") && DatesAgree(file, "ModifyDate", "ModDate"), "metadata")),
        new("A 6.7.2.2", "The file says that it is tagged.", file => Unless(file.File.Get(file.File.Dictionary(file.File.Catalog, "MarkInfo"), "Marked") is true, "catalog")),
        new("A 6.7.3.3", "The file has a structure tree.", file => Unless(file.File.Dictionary(file.File.Catalog, "StructTreeRoot") is not null, "catalog")),
        new("A 6.7.4", "The document's language is given.", file => Unless(!string.IsNullOrEmpty(file.File.Text(file.File.Catalog, "Lang")), "catalog")),
        new("A 6.8-F", "Attached files are named for old and new readers.", file =>
            file.AttachedFiles.Where(attached => file.File.Text(attached, "F") is null || file.File.Text(attached, "UF") is null).Select(_ => "Filespec")),
        new("A 6.8-relationship", "Attached files say what they are to the document.", file =>
            file.AttachedFiles.Where(attached => file.File.Name(attached, "AFRelationship") is not ("Source" or "Data" or "Alternative" or "Supplement" or "Unspecified")).Select(_ => "Filespec")),
        new("A 6.8-AF", "Attached files are associated with the document.", file =>
            file.AttachedFiles.Where(attached => !file.File.Dictionaries(file.File.Catalog, "AF").Contains(attached)).Select(_ => "Filespec")),
        new("A 6.8-type", "Attached files have a media type and a date.", file =>
            file.AttachedFiles.Select(attached => file.File.Dictionary(file.File.Dictionary(attached, "EF"), "F"))
                .Where(content => content is null || file.File.Name(content, "Subtype")?.Contains('/') != true || file.File.Text(file.File.Dictionary(content, "Params"), "ModDate") is null)
                .Select(_ => "EmbeddedFile")),
        new("A 6.10", "There are no alternate presentations.", file =>
            Unless(file.File.Get(file.File.Dictionary(file.File.Catalog, "Names"), "AlternatePresentations") is null, "catalog")),
        new("A 6.11", "The file asks nothing special of its reader.", file => Unless(!file.File.Catalog.Entries.ContainsKey("Requirements"), "catalog")),
    ];

    private static bool HasHeader(byte[] bytes) =>
        bytes.Length > 15 && Header().IsMatch(Encoding.Latin1.GetString(bytes, 0, 9)) && bytes[9] == '%' && bytes.AsSpan(10, 4).IndexOfAnyInRange((byte)0, (byte)127) < 0;

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

    private static IEnumerable<XElement> Properties(Subject file) => Xmp(file)?.Descendants(Rdf + "Description").Elements() ?? [];

    private static IEnumerable<string> Described(Subject file) => Xmp(file)?.Descendants(XName.Get("namespaceURI", "http://www.aiim.org/pdfa/ns/schema#")).Select(uri => uri.Value) ?? [];

    private static string? Value(Subject file, string schema, string name) => Properties(file).FirstOrDefault(property => property.Name == XName.Get(name, schema))?.Value.Trim();

    private static bool DatesAgree(Subject file, string xmp, string key)
    {
        var date = NotDigits().Replace(Value(file, "http://ns.adobe.com/xap/1.0/", xmp) ?? "none", "");
        return date.Length == 14 && file.File.Text(Information(file), key) == $"D:{date}Z";
    }

    [GeneratedRegex("^%PDF-1\\.[0-7]\n$")]
    private static partial Regex Header();

    [GeneratedRegex("<\\?xpacket begin[^?]*(bytes|encoding)=")]
    private static partial Regex PacketAttributes();

    [GeneratedRegex("[^0-9]")]
    private static partial Regex NotDigits();
}
