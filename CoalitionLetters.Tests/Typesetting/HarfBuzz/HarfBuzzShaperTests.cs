using CoalitionLetters.Tests.Typesetting.Fonts;
using CoalitionLetters.Tests.Typesetting.Shaping;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.HarfBuzz;
using CoalitionLetters.Typesetting.Shaping;
using CoalitionLetters.Typesetting.Unicode;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.HarfBuzz;

public class HarfBuzzShaperTests
{
    [Fact]
    public void Many_threads_shape_at_once_without_mixing_their_names()
    {
        var names = OrganizationNames.All.Where((_, i) => i % 3 == 0).ToList();

        var wrong = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8)
            .SelectMany(start => names.Skip(start * 10).Concat(names.Take(start * 10)))
            .Where(name => name.ShapedBy(ShapingEngine.Automatic) != name.Glyphs && !name.Glyphs.Contains("|0="))
            .Select(name => name.Text)
            .ToList();

        Assert.Empty(wrong);
    }

    [Fact]
    public void Memory_stays_bounded_however_many_fonts_come()
    {
        var bytes = ShippedFonts.Bytes("noto-sans-kr/NotoSansKR_400Regular.ttf");
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var widths = Enumerable.Range(0, 20).Select(i =>
        {
            var font = FontFile.Read(bytes, $"copy {i}");
            return HarfBuzzShaper.Shape(font, "한국", Script.Hangul, false, "ko").Sum(g => g.XAdvance);
        }).ToList();

        Assert.Single(widths.Distinct());
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 100 << 20);
    }

    [Fact]
    public void Text_without_end_is_refused()
    {
        var refusal = Assert.Throws<TypesettingException>(
            () => HarfBuzzShaper.Shape(ShippedFonts.Arabic, new string('ا', 200_000), Script.Arabic, true, "ar"));

        Assert.Contains("200000", refusal.Message);
    }

    [Fact]
    public void Letters_that_join_take_their_joined_shapes()
    {
        var font = ShippedFonts.Arabic;

        var word = HarfBuzzShaper.Shape(font, "سلام", Script.Arabic, true, "ar");

        Assert.True(word[0].Cluster > word[^1].Cluster);
        Assert.DoesNotContain(font.GlyphFor('س'), word.Select(g => g.Id));
    }
}
