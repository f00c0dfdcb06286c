using CoalitionLetters.Tests.Typesetting.Fonts;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Shaping;
using CoalitionLetters.Typesetting.Unicode;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Shaping;

public class ShaperTests
{
    private static readonly Script[] SimpleScripts =
        [Script.Latin, Script.Greek, Script.Cyrillic, Script.Han, Script.Hiragana, Script.Katakana, Script.Hangul, Script.Armenian, Script.Georgian, Script.Cherokee];

    [Fact]
    public void The_names_compared_are_many_and_in_many_scripts()
    {
        Assert.True(OrganizationNames.All.Select(name => name.Text).Distinct().Count() >= 200);
        Assert.True(OrganizationNames.All.Select(name => name.Script).Distinct().Count() >= 12);
    }

    [Fact]
    public void Our_own_shaper_gives_the_glyphs_and_places_of_hb_shape()
    {
        var simple = OrganizationNames.All.Where(name => SimpleScripts.Contains(name.Script) && !name.Glyphs.Contains("|0=")).ToList();

        var wrong = simple.Where(name => name.ShapedBy(ShapingEngine.Own) != name.Glyphs).Select(name => $"{name.Font} {name.Text}");

        Assert.Empty(wrong);
        Assert.True(simple.Count > 150);
    }

    [Fact]
    public void HarfBuzz_translated_gives_the_glyphs_and_places_of_hb_shape()
    {
        var wrong = OrganizationNames.All.Where(name => name.ShapedBy(ShapingEngine.HarfBuzz) != name.Glyphs).Select(name => $"{name.Font} {name.Text}");

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("x\u0323\u0302 q\u0301 W\u0331")]
    [InlineData("Nguyê\u0303n Vâ\u0301n Vie\u0323\u0302t")]
    [InlineData("i\u0307\u0301 j\u0303 \u0131\u0307")]
    [InlineData("1\u20442 and 3\u20444")]
    [InlineData("co\u00ADoperate non\u2011breaking a\u00A0b a\u2009b")]
    [InlineData("of\u200Cfice fi\u200Bfi")]
    [InlineData("\u0301 at the start")]
    [InlineData("\uD835\uDC00 astral \uFFFD")]
    public void Rare_text_comes_out_alike_from_both_shapers(string text)
    {
        foreach (var font in new[] { ShippedFonts.Libertinus, ShippedFonts.NotoSans, ShippedFonts.File("noto-serif/NotoSerif_400Regular.ttf") })
        {
            var automatic = Shaper.Shape(font, text, Script.Latin, rightToLeft: false, "en");

            Assert.Equal(Shaper.Shape(font, text, Script.Latin, rightToLeft: false, "en", ShapingEngine.HarfBuzz), automatic);
        }
    }

    [Fact]
    public void Pairs_of_letters_are_kerned()
    {
        var font = ShippedFonts.Libertinus;

        var together = Shaper.Shape(font, "AV", Script.Latin, rightToLeft: false, "en");

        Assert.True(together[0].XAdvance < font.AdvanceOf(font.GlyphFor('A')));
    }

    [Fact]
    public void Decomposed_Hangul_comes_out_as_syllables()
    {
        var font = ShippedFonts.File("noto-sans-kr/NotoSansKR_400Regular.ttf");

        var glyphs = Shaper.Shape(font, "\u1112\u1161\u11AB국\u1100\u1161", Script.Hangul, rightToLeft: false, "ko");

        Assert.Equal([font.GlyphFor('한'), font.GlyphFor('국'), font.GlyphFor('가')], glyphs.Select(g => g.Id));
        Assert.Equal([0, 3, 4], glyphs.Select(g => g.Cluster));
    }

    [Fact]
    public void Control_characters_and_lone_surrogates_do_not_stop_it()
    {
        var glyphs = Shaper.Shape(ShippedFonts.Libertinus, "a\u0007\uD800b\uDC00", Script.Latin, rightToLeft: false, "en");

        Assert.Equal(ShippedFonts.Libertinus.GlyphFor('a'), glyphs[0].Id);
        Assert.Contains(glyphs, glyph => glyph.Id == ShippedFonts.Libertinus.GlyphFor('b'));
    }

    [Fact]
    public void A_word_of_ten_thousand_characters_is_shaped()
    {
        var word = string.Concat(Enumerable.Repeat("Donaudampf", 1000));

        var glyphs = Shaper.Shape(ShippedFonts.Libertinus, word, Script.Latin, rightToLeft: false, "de");

        Assert.Equal(10_000, glyphs.Length);
    }

    [Fact]
    public void The_own_shaper_says_what_is_beyond_it()
    {
        var refusal = Assert.Throws<TypesettingException>(
            () => Shaper.Shape(ShippedFonts.Arabic, "سلام", Script.Arabic, rightToLeft: true, "ar", ShapingEngine.Own));

        Assert.Contains("سلام", refusal.Message);
    }

    [Fact]
    public void The_width_of_a_run_counts_spaces_and_letters()
    {
        var glyphs = Shaper.Shape(ShippedFonts.Libertinus, "to go", Script.Latin, rightToLeft: false, "en");

        var tight = new GlyphRun(ShippedFonts.Libertinus, 10, "to go", glyphs, false, WordSpacing: 0, LetterSpacing: 0);
        var loose = tight with { WordSpacing = 3, LetterSpacing = 0.5 };

        Assert.Equal(glyphs.Sum(g => g.XAdvance) * 10.0 / ShippedFonts.Libertinus.UnitsPerEm, tight.Width, 6);
        Assert.Equal(tight.Width + 3 + 5 * 0.5, loose.Width, 6);
    }
}
