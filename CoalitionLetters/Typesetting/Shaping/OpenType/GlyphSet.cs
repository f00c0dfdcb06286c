namespace CoalitionLetters.Typesetting.Shaping.OpenType;

/// <summary>A set of glyph numbers, one bit each, so that asking costs next to nothing.</summary>
internal sealed class GlyphSet
{
    private readonly ulong[] bits = new ulong[65_536 / 64];

    public bool Contains(ushort glyph) => (bits[glyph >> 6] >> (glyph & 63) & 1) != 0;

    public void Add(ushort glyph) => bits[glyph >> 6] |= 1UL << (glyph & 63);
}
