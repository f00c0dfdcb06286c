using CoalitionLetters.Tests.Uploads;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Images;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Images;

public sealed class JpegPixelTests
{
    /// <summary>A logo of 120 by 60 pixels as libjpeg writes it: ten scans, colors sampled more coarsely than light.</summary>
    private static readonly byte[] Progressive = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/2wBDAQMDAwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wgARCAA8AHgDAREAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAwcI/8QAGgEBAQEBAQEBAAAAAAAAAAAABAMCBggFB//aAAwDAQACEAMQAAABzt+m/NabHwt5rebHmtprebHmt8LabHmt5rebHwuddN5NebHmt5sbC3mt5rebGmt8Mea3mt5rabHwud9N5NebGmt8Mea3mt5rabHwt5sea2mt5rebHwuddN5Oea3mt8LebGmt5sea3wtprebHmt5sea2mud9P5Oea3wtprebHmt5sea2mt5rfDHmtpsea3mud9P5NabHmt5sfC3mtprebHmt8Maa3mt5rebHwuddN5Oea3mt5sbC3mt5sea3mtsMea3mt5saa3wub9R5RbC3mt5rebHmtsMea3mt5rabHmt5sfC3mv//EABcQAQEBAQAAAAAAAAAAAAAAAAEAAwL/2gAIAQEAAQUCMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKMoyjKOSOSOSOSOSOSOSOSOSOSOSOSOSOSOS//EABcRAQEBAQAAAAAAAAAAAAAAAAIAAwH/2gAIAQMBAT8BGsNYaw1hrDWGsNYaw1hrDWGsNYaw1hrDWGsNYaw1hrDWGsNYaw1hrDWGsNYaw1hrDWGsNYaw1hrDWGsNYaw1hrDWGsNYaw1hrDWGsNYaw1hrDWGsNYaw1hrDWGsNYaw1hrDWGsNYaw1hrDWGsNYaw1hrDWGsNYaw1hrDWGsNYaw1hrDWGsNYaw1hrDWGsNYawXYLsF2C7BdguwXYLsF2C7BdguwXYLsF2//EABYRAQEBAAAAAAAAAAAAAAAAAAEAA//aAAgBAgEBPwF0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJ0nSdJZWVllllZWVlZWWWVlb/8QAFBABAAAAAAAAAAAAAAAAAAAAYP/aAAgBAQAGPwJx/8QAFhABAQEAAAAAAAAAAAAAAAAAAGFR/9oACAEBAAE/IYpooopppoppoopoooppooopopppoppoopooopppoppooppooppooopopppoppoopooopppoppooppooppooopopppoppoopooopppopposjIwMjIwMDAwMDIwMjIwP/2gAMAwEAAgADAAAAEHqQfmZejc1K15G9WvAXqB/jtyPkbKl8jbQvydud8D8xL0Z2pc3I16pe1ITdgf/EABcRAQEBAQAAAAAAAAAAAAAAAGEQQGD/2gAIAQMBAT8Q3oiIiIqqqqqiwWCwWCwWC8aKqqqqoiIiIqqqqqqqqqqgAAAAAAD/xAAYEQEBAQEBAAAAAAAAAAAAAAABABAgYP/aAAgBAgEBPxD1KKooiioqiiIqiqKKiqKoqqKoqiKoqiqoqiqK6kssvSSSWXUv/8QAGxAAAgMBAQEAAAAAAAAAAAAAEDEAAfDBITD/2gAIAQEAAT8Q0oBZbYUFhQyYRwNpQCw2lAYUdFgtKCRxEBsKI2lALLTCgsKGTCOBtKAQG0oDCjosFpQSOIgNhURwNpQCy0woLChkwjgbSojiIDaUBhR0WC0oJHEQGTCOBtKAWWmFBYUMmEcDeOPHHn+Ri7u6mrxx4488f//Z");

    public static TheoryData<string, byte[]> Whole => new()
    {
        { "baseline", SomePictures.Jpeg },
        { "progressive", Progressive },
        { "restarted", Restarted(0xD0, 0xD1) },
        { "a scan for each color", Apart(1, 2, 3) },
    };

    [Theory]
    [MemberData(nameof(Whole))]
    public void A_whole_picture_passes(string kind, byte[] bytes)
    {
        Assert.Equal(bytes.Length, Assert.IsType<JpegPicture>(Picture.Read(bytes, kind)).Bytes.Length);
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public void Pixels_that_are_cut_or_followed_by_more_are_refused(string kind, byte[] bytes)
    {
        Assert.Contains("is broken", Refusal([.. bytes[..^5], .. bytes[^2..]], kind));
        Assert.Contains("more than its pixels", Refusal([.. bytes[..^2], 0, 0, .. bytes[^2..]], kind));
    }

    public static TheoryData<string, byte[]> Broken => new()
    {
        { "table of codes", Changed(0xC4, 1, 3) },
        { "table of codes", Changed(0xC4, 0, 0x20) },
        { "table of codes", Changed(0xC4, 0, 4) },
        { "table of codes", Changed(0xC4, 17, 16) },
        { "table of codes is missing", Changed(0xC4, 0, 1) },
        { "table of steps", Changed(0xDB, 0, 0x20) },
        { "table of steps", Changed(0xDB, 0, 0x10) },
        { "table of steps", Changed(0xDB, 0, 4) },
        { "table of steps", Changed(0xDB, 9, 0) },
        { "does not fit its frame", Changed(0xDB, 0, 1) },
        { "sampled in a way", Changed(0xC0, 7, 0) },
        { "sampled in a way", Changed(0xC0, 7, 0x51) },
        { "sampled in a way", Changed(0xC0, 8, 4) },
        { "sampled in a way", Changed(0xC0, 6, 2) },
        { "sampled in a way", Changed(0xC0, (7, 0x21), (10, 0x31)) },
        { "frame", Changed(0xC0, 5, 1) },
        { "does not fit its frame", Changed(0xDA, 0, 2) },
        { "does not fit its frame", Changed(0xDA, 1, 9) },
        { "does not fit its frame", Changed(0xDA, 3, 1) },
        { "does not fit its frame", Changed(0xDA, 8, 62) },
        { "does not fit its frame", Changed(0xDA, 9, 1) },
        { "table of codes is missing", Changed(0xDA, 2, 0x20) },
        { "table of codes is missing", Changed(0xDA, 2, 9) },
        { "restart interval", APicture.Jpeg(16, 16, 3, 0xC0, APicture.Segment(0xDD, [1])) },
        { "a gap", Restarted(0xD1, 0xD0) },
        { "more than its pixels", APicture.Jpeg(16, 16, 3, 0xC0, APicture.Segment(0xDD, [0, 1])) },
        { "no pixels", Apart(1, 2) },
        { "does not fit its frame", Apart(1, 2, 3, 3) },
        { "no JPEG has", APicture.Jpeg(16, 16, 3, 0xC0, APicture.Segment(0xF0, [])) },
        { "what its colors are", APicture.Jpeg(16, 16, 3, 0xC0, APicture.Segment(0xEE, "Adobe\0\0\0\0\0\0\x07"u8)) },
        { "no version", APicture.Jpeg(16, 16, 3, 0xC0, APicture.Segment(0xE0, [.. "JFIF\0"u8, 9, 1, 0, 0, 1, 0, 1, 0, 0])) },
        { "more than 100 scans", InScans(0xC2, Enumerable.Range(0, 128).Select(at => ((byte)(at / 64 + 1), (byte)(at % 64), (byte)(at % 64)))) },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_broken_in_its_tables_is_named(string fault, byte[] bytes)
    {
        Assert.Contains(fault, Refusal(bytes, "photo"));
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public void Any_changed_byte_is_either_refused_clearly_or_harmless(string kind, byte[] bytes)
    {
        foreach (var at in Enumerable.Range(2, bytes.Length - 2))
        {
            foreach (var value in new byte[] { 0, 0xFF, (byte)(bytes[at] ^ 1), (byte)(bytes[at] ^ 0x80) })
            {
                byte[] changed = [.. bytes[..at], value, .. bytes[(at + 1)..]];

                var fault = Record.Exception(() => Picture.Read(changed, kind));

                Assert.True(fault is null or TypesettingException, $"{at}, {value}: {fault}");
            }
        }
    }

    private static byte[] Changed(byte marker, int at, byte value) => Changed(marker, (at, value));

    private static byte[] Changed(byte marker, params (int At, byte Value)[] changes)
    {
        var bytes = APicture.Jpeg(16, 16, 3);
        var content = bytes.AsSpan(bytes.AsSpan().IndexOf(new byte[] { 0xFF, marker }) + 4);
        foreach (var (at, value) in changes)
        {
            content[at] = value;
        }

        return bytes;
    }

    /// <summary>Three gray blocks with a marker behind the first and the second.</summary>
    private static byte[] Restarted(byte one, byte two)
    {
        var bytes = APicture.Jpeg(24, 8, 1, 0xC0, APicture.Segment(0xDD, [0, 1]));
        return [.. bytes[..^3], 0, 0xFF, one, 0, 0xFF, two, 0, .. bytes[^2..]];
    }

    private static byte[] Apart(params byte[] components) => InScans(0xC0, components.Select(id => (id, (byte)0, (byte)63)));

    private static byte[] InScans(byte frame, IEnumerable<(byte Component, byte First, byte Last)> scans)
    {
        var bytes = APicture.Jpeg(16, 8, 3, frame);
        return
        [
            .. bytes[..bytes.AsSpan().IndexOf(new byte[] { 0xFF, 0xDA })],
            .. scans.SelectMany(scan => APicture.Segment(0xDA, [1, scan.Component, 0, scan.First, scan.Last, 0]).Append((byte)0)),
            0xFF, 0xD9,
        ];
    }

    private static string Refusal(byte[] bytes, string name) => Assert.Throws<TypesettingException>(() => Picture.Read(bytes, name)).Message;
}
