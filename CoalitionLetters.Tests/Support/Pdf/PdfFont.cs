using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>A Type 0 font as a reader sees it: codes of two bytes, their widths, glyphs and text.</summary>
public sealed partial class PdfFont
{
    private readonly double[] widths;
    private readonly byte[]? glyphs;

    public PdfFont(PdfDocument file, PdfDictionary font)
    {
        Dictionary = font;
        Descendant = file.Dictionaries(font, "DescendantFonts").FirstOrDefault();
        Descriptor = file.Dictionary(Descendant, "FontDescriptor");
        Program = file.Dictionary(Descriptor, "FontFile2")?.Data;
        widths = [.. (file.List(Descendant, "W").ElementAtOrDefault(1) as List<object?> ?? []).OfType<double>()];
        glyphs = file.Dictionary(Descendant, "CIDToGIDMap")?.Data;
        Texts = ReadMap(file.Dictionary(font, "ToUnicode")?.Data);
    }

    public PdfDictionary Dictionary { get; }

    public PdfDictionary? Descendant { get; }

    public PdfDictionary? Descriptor { get; }

    public byte[]? Program { get; }

    public IReadOnlyDictionary<int, string> Texts { get; }

    public double WidthOf(int code) => code < widths.Length ? widths[code] : 0;

    public int GlyphOf(int code) => glyphs is null ? code : 2 * code + 1 < glyphs.Length ? BinaryPrimitives.ReadUInt16BigEndian(glyphs.AsSpan(2 * code)) : 0;

    /// <summary>The width that the embedded font itself gives a glyph, in thousandths of an em.</summary>
    public double? WidthInProgram(int glyph)
    {
        if (Program is null || Table("hmtx") is not { } hmtx || Table("hhea") is not { } hhea || Table("head") is not { } head)
        {
            return null;
        }

        int count = BinaryPrimitives.ReadUInt16BigEndian(Program.AsSpan(hhea + 34));
        var at = hmtx + 4 * Math.Min(glyph, count - 1);
        return BinaryPrimitives.ReadUInt16BigEndian(Program.AsSpan(at)) * 1000.0 / BinaryPrimitives.ReadUInt16BigEndian(Program.AsSpan(head + 18));
    }

    public int GlyphCount => Table("maxp") is { } maxp ? BinaryPrimitives.ReadUInt16BigEndian(Program.AsSpan(maxp + 4)) : 0;

    private int? Table(string tag)
    {
        for (var table = 0; table < BinaryPrimitives.ReadUInt16BigEndian(Program.AsSpan(4)); table++)
        {
            var entry = Program.AsSpan(12 + 16 * table, 16);
            if (System.Text.Encoding.ASCII.GetString(entry[..4]) == tag)
            {
                return BinaryPrimitives.ReadInt32BigEndian(entry[8..]);
            }
        }

        return null;
    }

    private static Dictionary<int, string> ReadMap(byte[]? map)
    {
        var text = System.Text.Encoding.Latin1.GetString(map ?? []);
        var sections = Sections().Matches(text).Select(section => section.Groups[1].Value);
        return sections.SelectMany(section => Entries().Matches(section)).ToDictionary(
            entry => int.Parse(entry.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            entry => System.Text.Encoding.BigEndianUnicode.GetString(Convert.FromHexString(entry.Groups[2].Value)));
    }

    [GeneratedRegex("beginbfchar(.*?)endbfchar", RegexOptions.Singleline)]
    private static partial Regex Sections();

    [GeneratedRegex("<([0-9A-F]{4})><([0-9A-F]+)>")]
    private static partial Regex Entries();
}
