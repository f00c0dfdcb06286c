using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Images;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Images;

public sealed class JpegTests
{
    [Theory]
    [InlineData(1, 0xC0)]
    [InlineData(3, 0xC1)]
    [InlineData(3, 0xC2)]
    public void Baseline_and_progressive_pass_as_they_are(int components, byte frame)
    {
        var bytes = APicture.Jpeg(40, 30, components, frame);

        var picture = Read([.. bytes, 1, 2, 3]);

        Assert.Equal((40, 30, components), (picture.PixelWidth, picture.PixelHeight, picture.Components));
        Assert.Equal(bytes, picture.Bytes.ToArray());
    }

    [Fact]
    public void The_resolution_gives_the_size()
    {
        var picture = Read(APicture.Jpeg(300, 150, 3, 0xC0, APicture.Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 1, 1, 44, 1, 44, 0, 0])));

        Assert.Equal((72, 36), (picture.Width, picture.Height));
    }

    [Theory]
    [InlineData(1, 30, 15)]
    [InlineData(3, 30, 15)]
    [InlineData(6, 15, 30)]
    [InlineData(8, 15, 30)]
    public void A_picture_taken_sideways_is_turned(byte orientation, double width, double height)
    {
        byte[] exif = [.. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];

        var picture = Read(APicture.Jpeg(40, 20, 3, 0xC0, APicture.Segment(0xE1, exif)));

        Assert.Equal((orientation, width, height), (picture.Orientation, picture.Width, picture.Height));
    }

    [Fact]
    public void Broken_notes_of_a_camera_are_passed_over()
    {
        byte[] exif = [.. "Exif\0\0"u8, .. "II*\0"u8, 0xFF, 0xFF, 0xFF, 0x7F];

        Assert.Equal(1, Read(APicture.Jpeg(40, 20, 3, 0xC0, APicture.Segment(0xE1, exif))).Orientation);
    }

    [Fact]
    public void Cmyk_needs_a_profile()
    {
        Assert.Contains("save it in RGB", Refusal(APicture.Jpeg(4, 4, 4)));
    }

    [Fact]
    public void Cmyk_of_adobe_with_a_profile_is_inverted()
    {
        var profile = APicture.Profile("CMYK");

        var picture = Read(APicture.Jpeg(4, 4, 4, 0xC0, APicture.Segment(0xEE, "Adobe\0\0\0\0\0\0\x02"u8), InJpeg(profile)));

        Assert.True(picture.IsInverted);
        Assert.Equal(profile, picture.Profile!);
    }

    [Theory]
    [InlineData(3, "RGB ", true)]
    [InlineData(1, "GRAY", true)]
    [InlineData(3, "GRAY", false)]
    [InlineData(1, "RGB ", false)]
    public void A_profile_is_kept_where_it_speaks_of_the_pictures_colors(int components, string space, bool isKept)
    {
        Assert.Equal(isKept, Read(APicture.Jpeg(4, 4, components, 0xC0, InJpeg(APicture.Profile(space)))).Profile is not null);
    }

    [Theory]
    [InlineData(3, 133)]
    [InlineData(8, 5)]
    [InlineData(12, 'x')]
    [InlineData(36, 'x')]
    [InlineData(128, 0xFF)]
    [InlineData(131, 1)]
    public void A_broken_profile_is_left_out(int at, byte value)
    {
        var profile = APicture.Profile("RGB ");
        profile[at] = value;

        Assert.Null(Read(APicture.Jpeg(4, 4, 3, 0xC0, InJpeg(profile))).Profile);
    }

    [Fact]
    public void Fewer_blocks_than_the_size_asks_for_are_too_few()
    {
        var bytes = APicture.Jpeg(4_000, 3_000, 3);

        Assert.Contains("its pixels end too early", Refusal([.. bytes[..10_000], 0xFF, 0xD9]));
        Assert.Equal(4_000, Read(bytes).PixelWidth);
    }

    [Theory]
    [InlineData(0xC3)]
    [InlineData(0xC9)]
    public void Other_kinds_are_refused(byte frame)
    {
        Assert.Contains("save it as a baseline or progressive one", Refusal(APicture.Jpeg(4, 4, 3, frame)));
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused_with_its_name()
    {
        var bytes = APicture.Jpeg(40, 30, 3);

        for (var length = 2; length < bytes.Length; length++)
        {
            Assert.StartsWith("The picture “photo” ", Refusal(bytes[..length]));
        }
    }

    private static byte[] InJpeg(byte[] profile) => APicture.Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. profile]);

    private static JpegPicture Read(byte[] bytes) => Assert.IsType<JpegPicture>(Picture.Read(bytes, "photo"));

    private static string Refusal(byte[] bytes) => Assert.Throws<TypesettingException>(() => Picture.Read(bytes, "photo")).Message;
}
