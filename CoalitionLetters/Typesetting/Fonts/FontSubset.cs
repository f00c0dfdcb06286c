namespace CoalitionLetters.Typesetting.Fonts;

/// <summary>A TrueType font fit to be embedded in a PDF file, and the number that each glyph has in it. Glyph 0 stays glyph 0;
/// the others follow in the order of their old numbers, then the parts of composed ones, then the made ones.</summary>
/// <param name="FirstMade">The number of the first made glyph; the others follow it.</param>
public sealed record FontSubset(byte[] Bytes, IReadOnlyDictionary<ushort, ushort> NewIdOf, int FirstMade);
