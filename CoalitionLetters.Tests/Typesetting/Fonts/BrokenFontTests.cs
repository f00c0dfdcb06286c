using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Shaping;
using CoalitionLetters.Typesetting.Unicode;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Fonts;

public class BrokenFontTests
{
    private static readonly byte[][] Fonts =
    [
        ShippedFonts.Bytes("noto-sans-hebrew/NotoSansHebrew_400Regular.ttf"),
        ShippedFonts.Bytes("noto-sans-khmer/NotoSansKhmer_400Regular.ttf"),
        ShippedFonts.Bytes("noto-serif/NotoSerif_400Regular.ttf"),
    ];

    private static readonly (string Text, Script Script, bool RightToLeft)[] Samples =
    [
        ("Office Ŵ\u0307 ǫ́ AVATAR 12", Script.Latin, false),
        ("שָׁלוֹם", Script.Hebrew, true),
        ("សមាគមខ្មែរ", Script.Khmer, false),
    ];

    [Fact]
    public async Task A_font_with_changed_bytes_never_hangs_and_never_fails_otherwise_than_by_saying_so() =>
        await Task.Run(() =>
        {
            for (var seed = 0; seed < 250; seed++)
                Use(Damaged(new Random(seed)));
        }, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_font_cut_short_never_hangs_and_never_fails_otherwise_than_by_saying_so() =>
        await Task.Run(() =>
        {
            for (var seed = 0; seed < 60; seed++)
            {
                var random = new Random(seed);
                var font = Fonts[random.Next(Fonts.Length)];
                Use(font[..random.Next(font.Length)]);
            }
        }, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

    [Fact]
    public void After_a_broken_font_sound_ones_are_set_as_before()
    {
        var before = Shaper.Shape(ShippedFonts.Arabic, "سلام", Script.Arabic, true, "ar");

        for (var seed = 0; seed < 20; seed++)
            Use(Damaged(new Random(seed)));

        Assert.Equal(before, Shaper.Shape(ShippedFonts.Arabic, "سلام", Script.Arabic, true, "ar"));
    }

    // Half of the changes fall on the start of a table, where the counts and offsets stand.
    private static byte[] Damaged(Random random)
    {
        var font = (byte[])Fonts[random.Next(Fonts.Length)].Clone();
        for (var changes = random.Next(1, 20); changes > 0; changes--)
        {
            var record = 12 + 16 * random.Next(font[5]);
            var table = font[record + 8] << 24 | font[record + 9] << 16 | font[record + 10] << 8 | font[record + 11];
            var at = random.Next(2) == 0 || table < 0 ? random.Next(font.Length) : table + random.Next(64);
            font[Math.Min(at, font.Length - 1)] = (byte)random.Next(256);
        }

        return font;
    }

    private static void Use(byte[] bytes)
    {
        try
        {
            var font = FontFile.Read(bytes, "broken");
            font.Subset(Enumerable.Range(0, Math.Min(font.GlyphCount, 300)).Select(glyph => (ushort)glyph));
            foreach (var (text, script, rightToLeft) in Samples)
            {
                Shaper.Shape(font, text, script, rightToLeft, "en");
            }
        }
        catch (TypesettingException e)
        {
            Assert.Contains("broken", e.Message);
        }
    }
}
