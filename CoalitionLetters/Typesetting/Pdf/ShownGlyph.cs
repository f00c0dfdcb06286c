namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>A glyph as content shows it, in font units.</summary>
/// <param name="Number">The font's own, or a made one.</param>
/// <param name="Place">From the run's left edge.</param>
/// <param name="Rise">Above the run's baseline.</param>
internal readonly record struct ShownGlyph(int Number, int Code, double Place, int Rise);
