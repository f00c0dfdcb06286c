using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.HarfBuzz;
using CoalitionLetters.Typesetting.Shaping.OpenType;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.Shaping;

/// <summary>Which of the two shapers to use; both give the same, and tests compare them.</summary>
public enum ShapingEngine { Automatic, Own, HarfBuzz }

/// <summary>From text to glyphs and their places. Our own shaper sets the simple scripts; HarfBuzz is started when a script, a font or a
/// character first needs it.</summary>
public static class Shaper
{
    /// <summary>Shapes text of one script and direction in one font. The glyphs come in visual order.</summary>
    /// <param name="language">A BCP 47 tag such as "en-US".</param>
    public static ShapedGlyph[] Shape(FontFile font, ReadOnlySpan<char> text, Script script, bool rightToLeft, string language) =>
        Shape(font, text, script, rightToLeft, language, ShapingEngine.Automatic);

    /// <summary>Shapes with one engine only; the own shaper throws for text that is beyond it.</summary>
    public static ShapedGlyph[] Shape(FontFile font, ReadOnlySpan<char> text, Script script, bool rightToLeft, string language, ShapingEngine engine)
    {
        if (text.IsEmpty)
            return [];

        if (engine != ShapingEngine.HarfBuzz && !rightToLeft && SimpleShaper.Knows(script))
        {
            var plan = FontLayout.Of(font).PlanFor(script, language);
            if (SimpleShaper.Shape(plan, text) is { } glyphs)
                return glyphs;
        }

        if (engine == ShapingEngine.Own)
            throw new TypesettingException($"“{text}” in “{font.Name}” needs HarfBuzz.");
        return HarfBuzzShaper.Shape(font, text, script, rightToLeft, language);
    }
}
