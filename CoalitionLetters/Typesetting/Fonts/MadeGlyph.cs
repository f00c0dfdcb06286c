namespace CoalitionLetters.Typesetting.Fonts;

/// <summary>A glyph that the font itself does not have: some of its glyphs drawn as one, such as a letter with its marks, or none of them, a blank.</summary>
/// <param name="Advance">In font units.</param>
public sealed record MadeGlyph(ushort Advance, IReadOnlyList<GlyphPart> Parts);

/// <summary>One of the font's glyphs and its place in a made one, in font units.</summary>
public readonly record struct GlyphPart(ushort Glyph, short X, short Y);
