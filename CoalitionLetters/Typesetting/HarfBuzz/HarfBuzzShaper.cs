using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Shaping;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.HarfBuzz;

/// <summary>Shapes with HarfBuzz.</summary>
internal static class HarfBuzzShaper
{
    public static ShapedGlyph[] Shape(FontFile font, ReadOnlySpan<char> text, Script script, bool rightToLeft, string language) =>
        throw new TypesettingException($"“{text}” ({script}, {language}{(rightToLeft ? ", right to left" : "")}) in “{font.Name}” needs HarfBuzz, which is not there.");
}
