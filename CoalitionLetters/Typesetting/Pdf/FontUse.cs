using CoalitionLetters.Typesetting.Fonts;

namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>The part of a font that a document uses: its glyphs, and the text that each stands for.</summary>
internal sealed class FontUse(FontFile font, int index)
{
    private readonly bool[] used = new bool[font.GlyphCount];
    private readonly string?[] texts = new string?[font.GlyphCount];
    private readonly ushort hyphen = font.GlyphFor('-');

    public FontFile Font { get; } = font;

    /// <summary>Names the font in resources: /F and this number.</summary>
    public int Index { get; } = index;

    public ushort Space { get; } = font.GlyphFor(' ');

    public IEnumerable<ushort> Glyphs
    {
        get
        {
            for (var glyph = 0; glyph < used.Length; glyph++)
            {
                if (used[glyph])
                {
                    yield return (ushort)glyph;
                }
            }
        }
    }

    public void Use(ushort glyph) => used[glyph] = true;

    /// <summary>True when the glyph stands for just this text throughout the document; its first use says what it stands for.</summary>
    public bool StandsFor(ushort glyph, ReadOnlySpan<char> text)
    {
        // One glyph often serves several spaces or hyphens. The map tells the plain one, whichever is used first.
        var known = texts[glyph] ??= glyph == Space ? " " : glyph == hyphen ? "-" : text.ToString();
        return text.SequenceEqual(known);
    }

    /// <summary>What a glyph stands for; nothing for one that only an ActualText explains.</summary>
    public string? TextOf(ushort glyph) => texts[glyph];
}
