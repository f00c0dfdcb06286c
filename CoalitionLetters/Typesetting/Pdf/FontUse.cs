using System.Runtime.InteropServices;
using CoalitionLetters.Typesetting.Fonts;

namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>
/// The part of a font that a document uses. Content names glyphs by codes, given in the order of first use. A code stands for a glyph and the text
/// that it shows, so that a glyph that serves several characters, as one hyphen often does, has a code for each and every code means one text.
/// </summary>
internal sealed class FontUse(FontFile font, int index)
{
    private readonly List<int> firstCode = [.. new int[font.GlyphCount]];
    private readonly List<Code> codes = [default];
    private readonly List<MadeGlyph> made = [];
    private readonly Dictionary<string, int> madeNumbers = new(StringComparer.Ordinal);

    public FontFile Font { get; } = font;

    /// <summary>Names the font in resources: /F and this number.</summary>
    public int Index { get; } = index;

    public ushort Space { get; } = font.GlyphFor(' ');

    /// <summary>By their number; code 0 is the missing glyph, which no content shows.</summary>
    public IReadOnlyList<Code> Codes => codes;

    public IReadOnlyList<MadeGlyph> Made => made;

    /// <summary>The number of a glyph made of the font's own; those of made ones follow on the font's.</summary>
    public int Make(int advance, ReadOnlySpan<GlyphPart> parts)
    {
        var key = string.Concat([(char)advance], MemoryMarshal.Cast<GlyphPart, char>(parts));
        if (!madeNumbers.TryGetValue(key, out var number))
        {
            madeNumbers.Add(key, number = firstCode.Count);
            firstCode.Add(0);
            made.Add(new MadeGlyph((ushort)advance, parts.ToArray()));
        }

        return number;
    }

    public int AdvanceOf(int glyph) => glyph < Font.GlyphCount ? Font.AdvanceOf((ushort)glyph) : made[glyph - Font.GlyphCount].Advance;

    public int CodeOf(int glyph, ReadOnlySpan<char> text)
    {
        var known = CollectionsMarshal.AsSpan(codes);
        var last = 0;
        for (var code = firstCode[glyph]; code != 0; code = known[code].Next)
        {
            if (text.SequenceEqual(known[code].Text))
            {
                return code;
            }

            last = code;
        }

        return Add(glyph, text.ToString(), last);
    }

    private int Add(int glyph, string text, int last)
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

    /// <param name="Glyph">The font's own, or a made one.</param>
    /// <param name="Next">The next code of the same glyph, 0 after the last.</param>
    public readonly record struct Code(int Glyph, string Text, int Next);
}
