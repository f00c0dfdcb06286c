using System.Runtime.InteropServices;
using CoalitionLetters.Typesetting.Fonts;

namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>
/// The part of a font that a document uses. Content names glyphs by codes, given in the order of first use. A code stands for a glyph and the text
/// that it shows, so that a glyph that serves several characters, as one hyphen often does, has a code for each and every code means one text.
/// </summary>
internal sealed class FontUse(FontFile font, int index)
{
    /// <summary>What a glyph maps to that shows no text of its own, as the dots of a letter whose body is another glyph: every code must map to some
    /// character, and this one joins its neighbors and is not seen or read.</summary>
    private const string WordJoiner = "\u2060";

    private readonly int[] firstCode = new int[font.GlyphCount];
    private readonly List<Code> codes = [default];

    public FontFile Font { get; } = font;

    /// <summary>Names the font in resources: /F and this number.</summary>
    public int Index { get; } = index;

    public ushort Space { get; } = font.GlyphFor(' ');

    /// <summary>By their number; code 0 is the missing glyph, which no content shows.</summary>
    public IReadOnlyList<Code> Codes => codes;

    public int CodeOf(ushort glyph, ReadOnlySpan<char> text)
    {
        var known = CollectionsMarshal.AsSpan(codes);
        var last = 0;
        for (var code = firstCode[glyph]; code != 0; code = known[code].Next)
        {
            if (text.SequenceEqual(known[code].Meant))
            {
                return code;
            }

            last = code;
        }

        return Add(glyph, text.ToString(), last);
    }

    private int Add(ushort glyph, string text, int last)
    {
        if (codes.Count > ushort.MaxValue)
        {
            throw new TypesettingException($"The document shows more than {ushort.MaxValue} different characters in the font {Font.Name}.");
        }

        var code = codes.Count;
        codes.Add(new Code(glyph, text, 0));
        if (last == 0)
        {
            firstCode[glyph] = code;
        }
        else
        {
            codes[last] = codes[last] with { Next = code };
        }

        return code;
    }

    /// <param name="Meant">What it shows; empty where its neighbor in an ActualText says it all.</param>
    /// <param name="Next">The next code of the same glyph, 0 after the last.</param>
    public readonly record struct Code(ushort Glyph, string Meant, int Next)
    {
        public string Text => Meant.Length == 0 ? WordJoiner : Meant;
    }
}
