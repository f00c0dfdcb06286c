namespace CoalitionLetters.Typesetting.Shaping;

/// <summary>A glyph and its place, in font units, as HarfBuzz gives it: the glyph stands at the offset from the pen, then the pen moves on by the advance.</summary>
/// <param name="Cluster">The UTF-16 index, in the run's text, of the first character that this glyph belongs to.</param>
public readonly record struct ShapedGlyph(ushort Id, int Cluster, int XAdvance, int XOffset, int YOffset);
