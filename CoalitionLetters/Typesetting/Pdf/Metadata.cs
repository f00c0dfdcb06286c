using System.Globalization;
using System.Security;
using System.Text;
using System.Xml;

namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>The file's metadata, said twice with the same values: in the information dictionary and as XMP (ISO 16684-1).</summary>
internal sealed class Metadata(PdfInfo info)
{
    private const string Producer = "CoalitionLetters";

    private readonly DateTime date = info.Date.UtcDateTime;

    public void WriteInformation(PdfBuffer text)
    {
        text.Add("<<"u8);
        foreach (var (key, value) in new[]
        {
            ("Title", info.Title), ("Author", info.Author), ("Subject", info.Subject), ("Keywords", info.Keywords), ("Creator", info.Creator), ("Producer", Producer),
        })
        {
            if (value.Length > 0)
            {
                text.AddName(key).AddString(Legible(value));
            }
        }

        text.Add("/CreationDate"u8).Add(DateString(info.Date)).Add("/ModDate"u8).Add(DateString(info.Date)).Add(">>"u8);
    }

    /// <summary>A PDF date in UTC, in its parentheses.</summary>
    public static string DateString(DateTimeOffset date) =>
        date.UtcDateTime.ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture);

    public byte[] ToXmp()
    {
        var when = date.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var xmp = new StringBuilder(
            """
            <?xpacket begin="BOM" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
            <dc:format>application/pdf</dc:format>

            """.Replace("BOM", "\uFEFF", StringComparison.Ordinal));

        Add(xmp, "dc:title", "rdf:Alt", info.Title, " xml:lang=\"x-default\"");
        Add(xmp, "dc:creator", "rdf:Seq", info.Author, "");
        Add(xmp, "dc:description", "rdf:Alt", info.Subject, " xml:lang=\"x-default\"");
        Add(xmp, "dc:language", "rdf:Bag", info.Language, "");
        Add(xmp, "pdf:Keywords", info.Keywords);
        Add(xmp, "pdf:Producer", Producer);
        Add(xmp, "xmp:CreatorTool", info.Creator);
        Add(xmp, "xmp:CreateDate", when);
        Add(xmp, "xmp:ModifyDate", when);
        Add(xmp, "xmp:MetadataDate", when);
        xmp.Append("</rdf:Description>\n").Append(UniversalAccessibilitySchema).Append("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>");
        return Encoding.UTF8.GetBytes(xmp.ToString().ReplaceLineEndings("\n"));
    }

    /// <summary>PDF/A knows no property of PDF/UA; a file that uses one describes it (ISO 19005-3, 6.6.2.3).</summary>
    private const string UniversalAccessibilitySchema =
        """
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>

        """;

    private static void Add(StringBuilder xmp, string property, string value)
    {
        if (value.Length > 0)
        {
            xmp.Append('<').Append(property).Append('>').Append(Escape(value)).Append("</").Append(property).Append(">\n");
        }
    }

    private static void Add(StringBuilder xmp, string property, string container, string value, string attributes)
    {
        if (value.Length > 0)
        {
            xmp.Append('<').Append(property).Append("><").Append(container).Append("><rdf:li").Append(attributes).Append('>').Append(Escape(value))
                .Append("</rdf:li></").Append(container).Append("></").Append(property).Append(">\n");
        }
    }

    private static string Escape(string value) => SecurityElement.Escape(Legible(value));

    /// <summary>Control characters and halves of surrogate pairs have no place in XML; the dictionary leaves them out too, so that both agree.</summary>
    private static string Legible(string value)
    {
        var legible = new StringBuilder(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            if (at + 1 < value.Length && XmlConvert.IsXmlSurrogatePair(value[at + 1], value[at]))
            {
                legible.Append(value, at++, 2);
            }
            else if (XmlConvert.IsXmlChar(value[at]))
            {
                legible.Append(char.IsControl(value[at]) ? ' ' : value[at]);
            }
        }

        return legible.ToString();
    }
}
