using CoalitionLetters.Typesetting.Shaping;

namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>The glyphs of a word in visual order, with what is asked of them again and again.</summary>
internal sealed class ShapedWord
{
    public ShapedWord(ShapedGlyph[] glyphs)
    {
        Glyphs = glyphs;
        for (var i = 0; i < glyphs.Length; i++)
        {
            Advance += glyphs[i].XAdvance;
            Clusters += i == 0 || glyphs[i].Cluster != glyphs[i - 1].Cluster ? 1 : 0;
            HasGaps |= glyphs[i].Id == 0;
        }
    }

    public ShapedGlyph[] Glyphs { get; }

    /// <summary>In font units.</summary>
    public int Advance { get; }

    public int Clusters { get; }

    /// <summary>The font has no glyph for some character.</summary>
    public bool HasGaps { get; }
}
