using System.Buffers.Binary;
using CoalitionLetters.Typesetting.Fonts;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Fonts;

public class FontSubsetTests
{
    private static readonly FontFile[] Fonts = [ShippedFonts.Libertinus, ShippedFonts.NotoSans, ShippedFonts.Arabic];

    [Fact]
    public void Any_subset_keeps_the_outlines_and_widths_of_its_glyphs() => ForAnySubset((font, glyphs) =>
    {
        var subset = font.Subset(glyphs);

        var (before, after) = (new Outlines(font), new Outlines(subset.Bytes));
        return glyphs.All(glyph => subset.NewIdOf.TryGetValue(glyph, out var id)
            && before.PointsOf(glyph).SequenceEqual(after.PointsOf(id))
            && before.AdvanceOf(glyph) == after.AdvanceOf(id));
    });

    [Fact]
    public void The_same_glyphs_give_the_same_bytes_in_whatever_order() => ForAnySubset((font, glyphs) =>
        font.Subset(glyphs).Bytes.SequenceEqual(font.Subset(glyphs.Reverse().Concat(glyphs)).Bytes));

    [Fact]
    public void The_checksums_of_a_subset_add_up() => ForAnySubset((font, glyphs) =>
    {
        var bytes = font.Subset(glyphs).Bytes;

        var sum = 0u;
        for (var at = 0; at < bytes.Length; at += 4)
            sum += BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
        return sum == 0xB1B0AFBA;
    });

    [Fact]
    public void A_subset_is_small_and_glyph_0_stays_first()
    {
        var font = ShippedFonts.Libertinus;

        var subset = font.Subset("Coalition for Clean Water".Select(c => font.GlyphFor(c)));

        Assert.Equal(0, subset.NewIdOf[0]);
        Assert.True(subset.Bytes.Length < 6_000);
    }

    [Fact]
    public void A_composed_letter_brings_its_parts()
    {
        var font = ShippedFonts.NotoSans;

        var subset = font.Subset([font.GlyphFor('é')]);

        Assert.True(subset.NewIdOf.Count >= 3);
    }

    [Fact]
    public void A_made_glyph_is_drawn_as_its_parts_in_their_places_and_has_its_own_width()
    {
        var font = ShippedFonts.NotoSans;
        var (letter, mark) = (font.GlyphFor('é'), font.GlyphFor('\u0302'));

        var subset = font.Subset([font.GlyphFor('x')], [new MadeGlyph(300, [new GlyphPart(letter, 0, 0), new GlyphPart(mark, 40, -70)]), new MadeGlyph(200, [])]);

        var (before, after) = (new Outlines(font), new Outlines(subset.Bytes));
        var made = (ushort)subset.FirstMade;
        Assert.Equal([.. before.PointsOf(letter), .. before.PointsOf(mark).Select(point => point with { X = point.X + 40, Y = point.Y - 70 })], after.PointsOf(made));
        Assert.Empty(after.PointsOf((ushort)(made + 1)));
        Assert.Equal((300, 200), (after.AdvanceOf(made), after.AdvanceOf((ushort)(made + 1))));
    }

    private static void ForAnySubset(Func<FontFile, ushort[], bool> property)
    {
        var glyphs = Gen.Choose(0, 2_000).Select(glyph => (ushort)glyph).NonEmptyListOf().Select(list => list.ToArray());
        var subsets = Gen.Elements(Fonts).SelectMany(font => glyphs.Select(chosen => (Font: font, Glyphs: chosen.Where(g => g < font.GlyphCount).ToArray())));

        Prop.ForAll(subsets.ToArbitrary(), subset => property(subset.Font, subset.Glyphs)).QuickCheckThrowOnFailure();
    }
}
