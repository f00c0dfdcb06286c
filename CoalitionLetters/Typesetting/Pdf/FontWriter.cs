using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>
/// Writes a font as a Type 0 font over a TrueType subset (ISO 32000-1, 9.7), with a ToUnicode map that has an entry for every code.
/// </summary>
internal sealed class FontWriter(PdfObjects objects, FontUse use)
{
    private const int Symbolic = 4;
    private const int Italic = 64;
    private const int EntriesPerSection = 100;

    /// <summary>In UTF-16 units. Some readers refuse the whole section in which a code says more, and with it a hundred other codes.</summary>
    public const int LongestText = 60;

    private readonly Fonts.FontSubset subset = use.Font.Subset(use.Codes.Where(code => code.Glyph < use.Font.GlyphCount).Select(code => (ushort)code.Glyph), use.Made);

    public void Write(int number)
    {
        var (descendant, descriptor, file, glyphs, map) = (objects.Allocate(), objects.Allocate(), objects.Allocate(), objects.Allocate(), objects.Allocate());
        var name = NameOfSubset();

        objects.Begin(number)
            .Add("<</Type/Font/Subtype/Type0/BaseFont"u8).AddName(name)
            .Add("/Encoding/Identity-H/DescendantFonts["u8).AddReference(descendant)
            .Add("]/ToUnicode "u8).AddReference(map).Add(">>"u8);

        var widths = objects.Begin(descendant)
            .Add("<</Type/Font/Subtype/CIDFontType2/BaseFont"u8).AddName(name)
            .Add("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor "u8).AddReference(descriptor)
            .Add("/CIDToGIDMap "u8).AddReference(glyphs).Add("/DW 0/W[0["u8);
        WriteWidths(widths);
        widths.Add("]]>>"u8);

        WriteDescriptor(objects.Begin(descriptor), name, file);
        objects.WriteStream(file, new PdfBuffer().Add("/Length1 "u8).Add(subset.Bytes.Length).Written, subset.Bytes);
        objects.WriteStream(glyphs, [], GlyphsByCode());
        objects.WriteStream(map, [], ToUnicode().Written);
    }

    /// <summary>Six letters that depend on nothing but the subset, then the font's name.</summary>
    private string NameOfSubset()
    {
        var tag = SHA256.HashData(subset.Bytes).Take(6).Select(value => (char)('A' + value % 26));
        return $"{string.Concat(tag)}+{use.Font.PostScriptName}";
    }

    private double Scale(double units) => units * 1000 / use.Font.UnitsPerEm;

    private void WriteWidths(PdfBuffer text)
    {
        foreach (var code in use.Codes)
        {
            text.Add(Scale(use.AdvanceOf(code.Glyph))).Add(' ');
        }
    }

    /// <summary>The number in the subset of each code's glyph, two bytes each.</summary>
    private byte[] GlyphsByCode()
    {
        var numbers = new byte[2 * use.Codes.Count];
        for (var code = 0; code < use.Codes.Count; code++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(numbers.AsSpan(2 * code), NumberOf(use.Codes[code].Glyph));
        }

        return numbers;
    }

    private ushort NumberOf(int glyph) =>
        glyph < use.Font.GlyphCount ? subset.NewIdOf[(ushort)glyph] : (ushort)(subset.FirstMade + glyph - use.Font.GlyphCount);

    private void WriteDescriptor(PdfBuffer text, string name, int file)
    {
        var font = use.Font;
        var (left, bottom, right, top) = font.Bounds;
        text.Add("<</Type/FontDescriptor/FontName"u8).AddName(name)
            .Add("/Flags "u8).Add(Symbolic | (font.ItalicAngle != 0 ? Italic : 0))
            .Add("/FontBBox["u8).Add(Scale(left), 0).Add(' ').Add(Scale(bottom), 0).Add(' ').Add(Scale(right), 0).Add(' ').Add(Scale(top), 0)
            .Add("]/ItalicAngle "u8).Add(font.ItalicAngle)
            .Add("/Ascent "u8).Add(Scale(font.Ascent), 0).Add("/Descent "u8).Add(Scale(font.Descent), 0).Add("/CapHeight "u8).Add(Scale(font.CapHeight), 0)
            .Add("/StemV "u8).Add(font.Weight >= 600 ? 120 : 80)
            .Add("/FontFile2 "u8).AddReference(file).Add(">>"u8);
    }

    private PdfBuffer ToUnicode()
    {
        var text = new PdfBuffer(4096).Add(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"u8).Add(
            "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"u8);

        for (var first = 1; first < use.Codes.Count; first += EntriesPerSection)
        {
            var count = Math.Min(EntriesPerSection, use.Codes.Count - first);
            text.Add(count).Add(" beginbfchar\n"u8);
            for (var code = first; code < first + count; code++)
            {
                text.Add('<').AddHex(code, 4).Add("><"u8);
                foreach (var unit in Bounded(use.Codes[code].Text))
                {
                    text.AddHex(unit, 4);
                }

                text.Add(">\n"u8);
            }

            text.Add("endbfchar\n"u8);
        }

        return text.Add("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"u8);
    }

    /// <summary>Of what is longer, such as thousands of marks on one letter, an ActualText says all.</summary>
    private static ReadOnlySpan<char> Bounded(ReadOnlySpan<char> text) =>
        text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
}
