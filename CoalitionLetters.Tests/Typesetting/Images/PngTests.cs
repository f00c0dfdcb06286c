using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Images;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Images;

public sealed class PngTests
{
    [Theory]
    [InlineData(1, new byte[] { 0, 0b10100000 }, new byte[] { 255, 0, 255 })]
    [InlineData(2, new byte[] { 0, 0b11011000 }, new byte[] { 255, 85, 170 })]
    [InlineData(4, new byte[] { 0, 0xF0, 0x80 }, new byte[] { 255, 0, 136 })]
    [InlineData(8, new byte[] { 0, 1, 2, 3 }, new byte[] { 1, 2, 3 })]
    [InlineData(16, new byte[] { 0, 1, 9, 2, 9, 3, 9 }, new byte[] { 1, 2, 3 })]
    public void Gray_of_every_depth_becomes_eight_bits(int depth, byte[] row, byte[] samples)
    {
        Assert.Equal(samples, Read(APicture.Png(3, 1, depth, 0, row)).Pixels.Samples);
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 0x2E, 0x23 }, 0.72)]
    [InlineData(new byte[] { 255, 255, 255, 255 }, 2.25)]
    [InlineData(new byte[] { 0, 0, 0, 1 }, 2.25)]
    public void A_resolution_that_is_none_is_passed_over(byte[] perMeter, double width)
    {
        var picture = Read(APicture.Png(3, 1, 8, 0, [0, 1, 2, 3], more: ("pHYs", [.. perMeter, .. perMeter, 1])));

        Assert.Equal(width, picture.Width, 0.01);
    }

    [Fact]
    public void Every_filter_is_undone()
    {
        byte[] rows = [1, 10, 5, 5, 2, 1, 1, 1, 3, 10, 10, 10, 4, 1, 1, 1];

        var picture = Read(APicture.Png(3, 4, 8, 0, rows));

        Assert.Equal([10, 15, 20, 11, 16, 21, 15, 25, 33, 16, 26, 34], picture.Pixels.Samples);
    }

    [Fact]
    public void Colors_and_alpha_are_kept_apart()
    {
        var picture = Read(APicture.Png(2, 1, 8, 6, [0, 1, 2, 3, 255, 4, 5, 6, 128]));

        Assert.Equal([1, 2, 3, 4, 5, 6], picture.Pixels.Samples);
        Assert.Equal([255, 128], picture.Pixels.Alpha!);
    }

    [Fact]
    public void Gray_with_alpha_is_read()
    {
        var picture = Read(APicture.Png(2, 1, 8, 4, [0, 7, 255, 9, 0]));

        Assert.Equal([7, 9], picture.Pixels.Samples);
        Assert.Equal([255, 0], picture.Pixels.Alpha!);
    }

    [Fact]
    public void A_palette_with_transparent_colors_is_read()
    {
        var picture = Read(APicture.Png(2, 1, 1, 3, [0, 0b01000000], false, ("PLTE", [9, 8, 7, 1, 2, 3]), ("tRNS", [0])));

        Assert.Equal([9, 8, 7, 1, 2, 3], picture.Pixels.Samples);
        Assert.Equal([0, 255], picture.Pixels.Alpha!);
    }

    [Fact]
    public void One_color_may_be_the_transparent_one()
    {
        var picture = Read(APicture.Png(2, 1, 8, 2, [0, 1, 2, 3, 4, 5, 6], false, ("tRNS", [0, 1, 0, 2, 0, 3])));

        Assert.Equal([0, 255], picture.Pixels.Alpha!);
    }

    [Fact]
    public void An_opaque_alpha_is_left_out()
    {
        Assert.Null(Read(APicture.Png(1, 1, 8, 6, [0, 1, 2, 3, 255])).Pixels.Alpha);
    }

    [Fact]
    public void Interlaced_pixels_come_to_their_places()
    {
        byte[] passes = [0, 1, /* 2: none wide enough */ /* 4 */ 0, 3, /* 5 */ 0, 5, 6, /* 6 */ 0, 2, 0, 7, /* 7 */ 0, 4, 8, 9];

        var picture = Read(APicture.Png(3, 3, 8, 0, passes, isInterlaced: true));

        Assert.Equal([1, 2, 3, 4, 8, 9, 5, 7, 6], picture.Pixels.Samples);
    }

    [Theory]
    [InlineData(2, "RGB ", true)]
    [InlineData(0, "GRAY", true)]
    [InlineData(2, "GRAY", false)]
    public void A_profile_is_kept_where_it_speaks_of_the_pictures_colors(int type, string space, bool isKept)
    {
        var profile = APicture.Profile(space);

        var picture = Read(APicture.Png(1, 1, 8, type, new byte[type + 2], more: ("iCCP", [.. "name\0\0"u8, .. APicture.Deflate(profile)])));

        Assert.Equal(isKept ? profile : null, picture.Profile);
    }

    [Theory]
    [InlineData("")]
    [InlineData("name")]
    [InlineData("name\0")]
    [InlineData("name\0\0no deflated data")]
    public void A_broken_profile_is_left_out(string chunk)
    {
        Assert.Null(Read(APicture.Png(1, 1, 8, 2, new byte[4], more: ("iCCP", System.Text.Encoding.ASCII.GetBytes(chunk)))).Profile);
    }

    [Fact]
    public void The_resolution_gives_the_size()
    {
        var picture = Read(APicture.Png(300, 1, 1, 0, new byte[39], false, ("pHYs", [0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1])));

        Assert.Equal(72, picture.Width, 0.01);
    }

    [Fact]
    public void A_wrong_checksum_is_said()
    {
        var bytes = APicture.Png(1, 1, 8, 0, [0, 1]);
        bytes[20] ^= 1;

        Assert.Contains("the checksum of its part IHDR is wrong", Refusal(bytes));
    }

    [Fact]
    public void A_size_beyond_reason_is_refused_before_it_takes_memory()
    {
        Assert.Contains("more than 16 million", Refusal(APicture.Png(100_000, 100_000, 8, 6, [0])));
    }

    [Theory]
    [InlineData(8, 5)]
    [InlineData(3, 0)]
    [InlineData(16, 3)]
    public void A_depth_that_the_color_type_does_not_have_is_refused(int depth, int type)
    {
        Assert.Contains("that PNG does not have", Refusal(APicture.Png(1, 1, depth, type, [0, 1])));
    }

    [Fact]
    public void Missing_pixels_are_said()
    {
        Assert.Contains("cannot be unpacked", Refusal(APicture.Png(9, 9, 8, 0, [0, 1])));
    }

    [Fact]
    public void A_color_beyond_the_palette_is_said()
    {
        Assert.Contains("the palette lacks", Refusal(APicture.Png(1, 1, 8, 3, [0, 5], false, ("PLTE", [1, 2, 3]))));
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused_with_its_name()
    {
        var bytes = APicture.Png(4, 4, 8, 2, new byte[52]);

        for (var length = 8; length < bytes.Length; length++)
        {
            Assert.StartsWith("The picture “logo” ", Refusal(bytes[..length]));
        }
    }

    private static RasterPicture Read(byte[] bytes) => Assert.IsType<RasterPicture>(Picture.Read(bytes, "logo"));

    private static string Refusal(byte[] bytes) => Assert.Throws<TypesettingException>(() => Picture.Read(bytes, "logo")).Message;
}
