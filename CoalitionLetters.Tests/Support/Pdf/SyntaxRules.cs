using System.Text;
using System.Text.RegularExpressions;
using static CoalitionLetters.Tests.Support.Pdf.Subject;

namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>PDF/A-3a: how the file is written.</summary>
internal static partial class SyntaxRules
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private static readonly HashSet<string> Filters =
        ["ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode", "JBIG2Decode", "DCTDecode", "JPXDecode", "AHx", "A85", "Fl", "RL", "CCF", "DCT"];

    public static readonly Rule[] All =
    [
        new("A 6.1.2", "The file begins with its version and four bytes that are no text.", file => Unless(HasHeader(file.File.Bytes), "header")),
        new("A 6.1.3-ID", "The trailer has an id.", file => Unless(file.File.List(file.File.Trailer, "ID") is [PdfString { Bytes.Length: >= 16 }, PdfString], "trailer")),
        new("A 6.1.3-Encrypt", "The file is not encrypted.", file => Unless(!file.File.Trailer.Entries.ContainsKey("Encrypt"), "trailer")),
        new("A 6.1.3-EOF", "Nothing but the end of the line follows the end of the file.", file => Unless(End().IsMatch(Encoding.Latin1.GetString(file.File.Bytes.AsSpan()[^9..])), "end")),
        new("A 6.1.6-pairs", "Strings of hexadecimal digits have two for each byte.", file => file.Faults("A 6.1.6-pairs")),
        new("A 6.1.6-digits", "Strings of hexadecimal digits have no others.", file => file.Faults("A 6.1.6-digits")),
        new("A 6.1.7.1", "Streams are in the file itself.", file =>
            file.All.Where(value => value.Data is not null && (value.Entries.ContainsKey("F") || value.Entries.ContainsKey("FFilter") || value.Entries.ContainsKey("FDecodeParms"))).Select(_ => "stream")),
        new("A 6.1.7.1-length", "The length of a stream is that of its data.", file => file.Faults("A 6.1.7.1-length")),
        new("A 6.1.7.1-lines", "A stream's data stands between lines.", file => file.Faults("A 6.1.7.1-lines")),
        new("A 6.1.7.2", "Streams are packed in ways that PDF/A knows.", file =>
            file.All.Where(value => value.Data is not null).SelectMany(value => PdfDocument.Within(file.File.Get(value, "Filter"))).OfType<PdfName>().Select(name => name.Value).Where(name => !Filters.Contains(name))),
        new("A 6.1.8", "Names are in UTF-8.", file => file.Each<PdfName>().Select(name => name.Value).Where(name => !IsUtf8(Encoding.Latin1.GetBytes(name)))),
        new("A 6.1.9", "Objects begin and end on lines of their own.", file => file.Faults("A 6.1.9")),
        new("A 6.1.10", "Pictures in content are packed in ways that PDF/A knows.", file => file.Contents.SelectMany(content => content.InlineFilters).Where(name => !Filters.Contains(name))),
        new("A 6.1.12", "Permissions are none but those of signatures.", file =>
            (file.File.Dictionary(file.File.Catalog, "Perms")?.Entries.Keys ?? Enumerable.Empty<string>()).Where(key => key is not ("UR3" or "DocMDP"))),
        new("A 6.1.13", "No name is longer than 127 bytes.", file => file.Each<PdfName>().Where(name => name.Value.Length > 127).Select(name => name.Value)),
        new("A 6.1.13-strings", "No string is longer than 32,767 bytes.", file => file.Each<PdfString>().Where(text => text.Bytes.Length > 32_767).Select(text => $"{text.Bytes.Length} bytes")),
        new("A 6.1.13-integers", "Whole numbers have 32 bits.", file => file.Each<double>().Where(number => double.IsInteger(number) && number is > int.MaxValue or < int.MinValue).Select(number => $"{number}")),
        new("A 6.1.13-reals", "No number is too large or, but for 0, too small.", file =>
            file.Each<double>().Where(number => number != 0 && Math.Abs(number) is < 1.175e-38 or > 3.403e38).Select(number => $"{number}")),
        new("A 6.1.13-states", "Graphics states are not saved too deep and all are restored.", file =>
            file.Contents.Where(content => content.DeepestState > 28 || content.IsUnbalanced).Select(_ => "content")),
        new("A 6.1.13-pages", "Pages are between 3 and 14,400 points wide and high.", file =>
            file.File.Pages.SelectMany(page => new[] { "MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox" }.Where(box => !IsOfGoodSize(file.File.List(page, box))))),
    ];

    public static bool IsUtf8(byte[] bytes)
    {
        try
        {
            return Strict.GetCharCount(bytes) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool HasHeader(byte[] bytes) =>
        bytes.Length > 15 && Header().IsMatch(Encoding.Latin1.GetString(bytes, 0, 9)) && bytes[9] == '%' && bytes.AsSpan(10, 4).IndexOfAnyInRange((byte)0, (byte)127) < 0;

    private static bool IsOfGoodSize(List<object?> box) =>
        box is not [double left, double bottom, double right, double top] || (Math.Abs(right - left) is >= 3 and <= 14_400 && Math.Abs(top - bottom) is >= 3 and <= 14_400);

    [GeneratedRegex("^%PDF-1\\.[0-7]\n$")]
    private static partial Regex Header();

    [GeneratedRegex("%%EOF(\r\n|\n|\r)?\\z")]
    private static partial Regex End();
}
