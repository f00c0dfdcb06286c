using CoalitionLetters.Typesetting.Fonts;

namespace CoalitionLetters.Typesetting.Shaping;

/// <summary>Text in one font, size, script and direction, shaped. Glyphs stand in visual order, from left to right.</summary>
/// <param name="Size">In points.</param>
/// <param name="WordSpacing">Extra points after each U+0020.</param>
/// <param name="LetterSpacing">Extra points after each cluster of glyphs.</param>
public sealed record GlyphRun(FontFile Font, double Size, string Text, ShapedGlyph[] Glyphs, bool RightToLeft, double WordSpacing, double LetterSpacing)
{
    /// <summary>In points.</summary>
    public double Width
    {
        get
        {
            var units = 0;
            var (spaces, clusters) = (0, 0);
            for (var i = 0; i < Glyphs.Length; i++)
            {
                units += Glyphs[i].XAdvance;
                if (EndsCluster(i))
                {
                    clusters++;
                    if (IsSpace(i))
                        spaces++;
                }
            }

            return units * Size / Font.UnitsPerEm + spaces * WordSpacing + clusters * LetterSpacing;
        }
    }

    /// <summary>How far the ink reaches above the baseline and below it, in points.</summary>
    public (double Above, double Below) Ink
    {
        get
        {
            var (above, below) = (0, 0);
            foreach (var glyph in Glyphs)
            {
                var (top, bottom) = Font.Outlines.HeightOf(glyph.Id);
                above = Math.Max(above, top + glyph.YOffset);
                below = Math.Max(below, -bottom - glyph.YOffset);
            }

            return (above * Size / Font.UnitsPerEm, below * Size / Font.UnitsPerEm);
        }
    }

    /// <summary>Whether the next glyph in visual order belongs to another cluster, so that extra space comes between them.</summary>
    public bool EndsCluster(int glyph) => glyph == Glyphs.Length - 1 || Glyphs[glyph + 1].Cluster != Glyphs[glyph].Cluster;

    public bool IsSpace(int glyph) => Glyphs[glyph].Cluster < Text.Length && Text[Glyphs[glyph].Cluster] == ' ';
}
