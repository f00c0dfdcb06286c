using System.Text;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.Shaping;

/// <summary>From text to glyphs and their places.</summary>
public static class Shaper
{
    /// <summary>Shapes text of one script and direction in one font. The glyphs come in visual order.</summary>
    /// <param name="language">A BCP 47 tag such as "en-US".</param>
    public static ShapedGlyph[] Shape(FontFile font, ReadOnlySpan<char> text, Script script, bool rightToLeft, string language)
    {
        List<ShapedGlyph> glyphs = new(text.Length);
        for (var at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text[at..], out var character, out var length);
            var glyph = font.GlyphFor(character.Value);
            glyphs.Add(new ShapedGlyph(glyph, at, font.AdvanceOf(glyph), 0, 0));
            at += length;
        }

        if (rightToLeft)
            glyphs.Reverse();
        return [.. glyphs];
    }
}
