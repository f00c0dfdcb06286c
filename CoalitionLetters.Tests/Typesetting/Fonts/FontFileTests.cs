using System.Buffers.Binary;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Fonts;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Fonts;

public class FontFileTests
{
    [Fact]
    public void A_font_says_how_it_is_measured()
    {
        var font = ShippedFonts.Libertinus;

        Assert.Equal("LibertinusSerif-Regular", font.PostScriptName);
        Assert.Equal((1000, 400, 0.0), (font.UnitsPerEm, font.Weight, font.ItalicAngle));
        Assert.True(font.Ascent > font.CapHeight && font.CapHeight > font.XHeight && font.XHeight > 0 && font.Descent < 0);
        Assert.Equal(250, font.AdvanceOf(font.GlyphFor(' ')));
    }

    [Fact]
    public void An_italic_leans_and_a_bold_weighs_more()
    {
        Assert.True(ShippedFonts.File("libertinus-serif/LibertinusSerif_400Regular_Italic.ttf").ItalicAngle < 0);
        Assert.Equal(700, ShippedFonts.File("libertinus-serif/LibertinusSerif_700Bold.ttf").Weight);
    }

    [Theory]
    [InlineData('A', true)]
    [InlineData(0x1EC7, true)]
    [InlineData(0x4E2D, false)]
    [InlineData(0x1F600, false)]
    [InlineData(-1, false)]
    [InlineData(0x110000, false)]
    public void It_knows_which_characters_it_has(int codePoint, bool isThere) =>
        Assert.Equal(isThere, ShippedFonts.Libertinus.Covers(codePoint));

    [Fact]
    public void Characters_beyond_the_first_65_536_are_found() =>
        Assert.True(ShippedFonts.File("noto-sans-sc/NotoSansSC_400Regular.ttf").Covers(0x2CE93));

    [Theory]
    [InlineData("OTTO", "PostScript")]
    [InlineData("wOF2", "packed for the web")]
    [InlineData("wOFF", "packed for the web")]
    [InlineData("ttcf", "collection")]
    [InlineData("%PDF", "is not a font")]
    [InlineData("", "is not a font")]
    public void Another_kind_of_file_is_named_and_refused(string start, string reason)
    {
        byte[] bytes = [.. start.Select(c => (byte)c), .. new byte[start.Length == 0 ? 0 : 100]];

        var refusal = Assert.Throws<TypesettingException>(() => FontFile.Read(bytes, "Brand.otf"));

        Assert.Contains("Brand.otf", refusal.Message);
        Assert.Contains(reason, refusal.Message);
    }

    [Theory]
    [InlineData("CFF ", "PostScript")]
    [InlineData("fvar", "variable font")]
    public void A_font_with_a_table_we_do_not_read_is_refused(string table, string reason)
    {
        var bytes = Renamed("DSIG", "GDEF", table);

        var refusal = Assert.Throws<TypesettingException>(() => FontFile.Read(bytes, "Brand.ttf"));

        Assert.Contains(reason, refusal.Message);
    }

    [Theory]
    [InlineData("head")]
    [InlineData("cmap")]
    [InlineData("hmtx")]
    [InlineData("loca")]
    public void A_missing_table_is_named(string table)
    {
        var bytes = Renamed(table, table, "none");

        var refusal = Assert.Throws<TypesettingException>(() => FontFile.Read(bytes, "Brand.ttf"));

        Assert.Equal($"The font “Brand.ttf” is broken: it has no table “{table}”.", refusal.Message);
    }

    [Fact]
    public void A_table_that_points_out_of_the_file_is_named()
    {
        var bytes = ShippedFonts.Bytes("noto-sans-hebrew/NotoSansHebrew_400Regular.ttf");
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(RecordOf(bytes, "cmap") + 12), int.MaxValue);

        var refusal = Assert.Throws<TypesettingException>(() => FontFile.Read(bytes, "Brand.ttf"));

        Assert.Equal("The font “Brand.ttf” is broken: its table “cmap” does not hold together.", refusal.Message);
    }

    private static byte[] Renamed(string first, string orElse, string name)
    {
        var bytes = ShippedFonts.Bytes("noto-sans-hebrew/NotoSansHebrew_400Regular.ttf");
        var record = RecordOf(bytes, first) is var found and > 0 ? found : RecordOf(bytes, orElse);
        for (var i = 0; i < 4; i++)
            bytes[record + i] = (byte)name[i];
        return bytes;
    }

    private static int RecordOf(byte[] bytes, string table)
    {
        for (var at = 12; at < 12 + 16 * bytes[5]; at += 16)
        {
            if (bytes.AsSpan(at, 4).SequenceEqual(table.Select(c => (byte)c).ToArray()))
                return at;
        }

        return 0;
    }
}
