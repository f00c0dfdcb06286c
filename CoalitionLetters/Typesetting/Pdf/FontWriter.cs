using System.Security.Cryptography;

namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>
/// Writes a font as a Type 0 font over a TrueType subset whose glyph ids are the codes in the content (ISO 32000-1, 9.7),
/// with a ToUnicode map that has an entry for every code.
/// </summary>
internal sealed class FontWriter(PdfObjects objects, FontUse use)
{
    /// <summary>What a glyph maps to that only an ActualText explains: nothing that is seen or read, but a character all the same.</summary>
    private const string Nothing = "\u200C";

    private const int Symbolic = 4;
    private const int Italic = 64;
    private const int EntriesPerSection = 100;

    private readonly Fonts.FontSubset subset = use.Font.Subset(use.Glyphs);

    /// <summary>The number of each glyph in the embedded font.</summary>
    public IReadOnlyDictionary<ushort, ushort> Numbers => subset.NewIdOf;

    public void Write(int number)
    {
        var (descendant, descriptor, file, map) = (objects.Allocate(), objects.Allocate(), objects.Allocate(), objects.Allocate());
        var name = NameOfSubset();

        objects.Begin(number)
            .Add("<</Type/Font/Subtype/Type0/BaseFont"u8).AddName(name)
            .Add("/Encoding/Identity-H/DescendantFonts["u8).AddReference(descendant)
            .Add("]/ToUnicode "u8).AddReference(map).Add(">>"u8);

        var widths = objects.Begin(descendant)
            .Add("<</Type/Font/Subtype/CIDFontType2/BaseFont"u8).AddName(name)
            .Add("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor "u8).AddReference(descriptor)
            .Add("/CIDToGIDMap/Identity/DW 0/W[0["u8);
        WriteWidths(widths);
        widths.Add("]]>>"u8);

        WriteDescriptor(objects.Begin(descriptor), name, file);
        objects.WriteStream(file, new PdfText().Add("/Length1 "u8).Add(subset.Bytes.Length).Written, subset.Bytes);
        objects.WriteStream(map, [], ToUnicode().Written);
    }

    /// <summary>Six letters that depend on nothing but the subset, then the font's name.</summary>
    private string NameOfSubset()
    {
        var tag = SHA256.HashData(subset.Bytes).Take(6).Select(value => (char)('A' + value % 26));
        return $"{string.Concat(tag)}+{use.Font.PostScriptName}";
    }

    private double Scale(double units) => units * 1000 / use.Font.UnitsPerEm;

    private void WriteWidths(PdfText text)
    {
        foreach (var glyph in GlyphsByNumber())
        {
            text.Add(Scale(use.Font.AdvanceOf(glyph))).Add(' ');
        }
    }

    private IEnumerable<ushort> GlyphsByNumber() => subset.NewIdOf.OrderBy(pair => pair.Value).Select(pair => pair.Key);

    private void WriteDescriptor(PdfText text, string name, int file)
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

    private PdfText ToUnicode()
    {
        var entries = use.Glyphs.Select(glyph => (Code: subset.NewIdOf[glyph], Text: use.TextOf(glyph) ?? Nothing)).OrderBy(entry => entry.Code).ToList();
        var text = new PdfText(4096).Add(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"u8).Add(
            "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"u8);

        foreach (var section in entries.Chunk(EntriesPerSection))
        {
            text.Add(section.Length).Add(" beginbfchar\n"u8);
            foreach (var (code, meant) in section)
            {
                text.Add('<').AddHex(code, 4).Add("><"u8);
                foreach (var unit in meant)
                {
                    text.AddHex(unit, 4);
                }

                text.Add(">\n"u8);
            }

            text.Add("endbfchar\n"u8);
        }

        return text.Add("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"u8);
    }
}
