using System.Buffers.Binary;

namespace CoalitionLetters.Typesetting.Images;

/// <summary>
/// Reads what a PDF has to know of a JPEG (ITU-T T.81, JFIF, Exif, ICC.1 annex B.4) and checks that it is whole, down to the codes of its pixels, so that no viewer
/// stumbles over it. The file goes into the PDF as it is, baseline or progressive.
/// </summary>
internal ref struct JpegReader
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    /// <summary>A progressive picture has about ten.</summary>
    private const int MostScans = 100;

    private readonly ReadOnlySpan<byte> bytes;
    private readonly string name;
    private readonly SortedDictionary<byte, byte[]> profileParts = [];
    private int at = 2;
    private readonly JpegTables tables;
    private JpegFrame? frame;
    private int scans;
    private int orientation = 1;
    private int adobeTransform = -1;
    private double pointsPerPixelX = Picture.PointsPerPixel;
    private double pointsPerPixelY = Picture.PointsPerPixel;

    private JpegReader(ReadOnlySpan<byte> bytes, string name)
    {
        this.bytes = bytes;
        this.name = name;
        tables = new JpegTables(name);
    }

    public static JpegPicture Read(ReadOnlyMemory<byte> bytes, string name)
    {
        var reader = new JpegReader(bytes.Span, name);
        reader.ReadSegments();
        return reader.ToPicture(bytes);
    }

    private void ReadSegments()
    {
        for (var marker = NextMarker(); marker != EndOfImage; marker = NextMarker())
        {
            if (marker == 0x01)
            {
                continue;
            }

            var content = NextSegment();
            switch (marker)
            {
                case 0xC0 or 0xC1 or 0xC2:
                    frame = frame is null ? JpegFrame.Read(content, marker == 0xC2, name) : throw Picture.Broken(name, "is broken: it has two frames");
                    break;
                case 0xC4:
                    tables.ReadHuffman(content);
                    break;
                case 0xDB:
                    tables.ReadQuantization(content);
                    break;
                case 0xDD:
                    tables.ReadRestartInterval(content);
                    break;
                case >= 0xC3 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC):
                    throw Picture.Broken(name, "is a JPEG of a kind that PDF does not know; save it as a baseline or progressive one");
                case 0xE0 when content is [(byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, _, _, _, _, _, _, _, ..]:
                    ReadResolution(content[5..]);
                    break;
                case 0xE1 when content.StartsWith("Exif\0\0"u8):
                    orientation = ExifOrientation.Read(content[6..]);
                    break;
                case 0xE2 when content.StartsWith("ICC_PROFILE\0"u8) && content.Length > 14:
                    profileParts[content[12]] = content[14..].ToArray();
                    break;
                case 0xEE when content.StartsWith("Adobe"u8) && content.Length >= 12:
                    adobeTransform = content[11];
                    break;
                case StartOfScan:
                    ReadScan(content);
                    break;
                case not (0xCC or 0xDC or (>= 0xE0 and <= 0xEF) or 0xFE):
                    throw Picture.Broken(name, "is broken: it has a marker that no JPEG has");
            }
        }
    }

    private byte NextMarker()
    {
        if (at + 2 > bytes.Length || bytes[at] != 0xFF)
        {
            throw Picture.Broken(name, at + 2 > bytes.Length ? "is broken: it ends too early" : "is broken: a marker is missing in it");
        }

        while (at < bytes.Length && bytes[at] == 0xFF)
        {
            at++;
        }

        return at < bytes.Length ? bytes[at++] : throw Picture.Broken(name, "is broken: it ends too early");
    }

    private ReadOnlySpan<byte> NextSegment()
    {
        var length = at + 2 <= bytes.Length ? BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]) : 0;
        if (length < 2 || at + length > bytes.Length)
        {
            throw Picture.Broken(name, "is broken: it ends too early");
        }

        var content = bytes.Slice(at + 2, length - 2);
        at += length;
        return content;
    }

    private void ReadResolution(ReadOnlySpan<byte> content)
    {
        if (content[0] is not (1 or 2))
        {
            throw Picture.Broken(name, "is broken: it is of no version of JPEG that is known");
        }

        var pointsPerUnit = content[2] switch { 1 => 72, 2 => 72 / 2.54, _ => 0 };
        var (x, y) = (BinaryPrimitives.ReadUInt16BigEndian(content[3..]), BinaryPrimitives.ReadUInt16BigEndian(content[5..]));
        if (pointsPerUnit > 0 && x > 1 && y > 1)
        {
            (pointsPerPixelX, pointsPerPixelY) = (pointsPerUnit / x, pointsPerUnit / y);
        }
    }

    private void ReadScan(ReadOnlySpan<byte> header)
    {
        if (frame is null || ++scans > MostScans)
        {
            throw Picture.Broken(name, frame is null ? "is broken: its pixels come before its frame" : $"has more than {MostScans} scans");
        }

        at = JpegScan.Read(bytes, at, header, frame, tables, name);
    }

    private readonly JpegPicture ToPicture(ReadOnlyMemory<byte> file)
    {
        if (frame is null || !frame.Components.All(component => component.HasScan))
        {
            throw Picture.Broken(name, "is broken: it has no pixels");
        }

        var components = frame.Components.Count;
        if (adobeTransform > 2 || (components == 3 && adobeTransform == 2) || (components == 4 && adobeTransform == 1))
        {
            throw Picture.Broken(name, "is broken: it does not say what its colors are");
        }

        var (width, height) = (frame.Width, frame.Height);
        var isTurned = orientation >= 5;
        return new JpegPicture(
            name,
            isTurned ? height * pointsPerPixelY : width * pointsPerPixelX,
            isTurned ? width * pointsPerPixelX : height * pointsPerPixelY)
        {
            PixelWidth = width,
            PixelHeight = height,
            Components = components,
            Bytes = file[..at],
            Profile = Profile(components),
            IsInverted = components == 4 && adobeTransform >= 0,
            Orientation = orientation,
        };
    }

    /// <summary>A PDF for the archive holds CMYK only with a profile that says how the inks look.</summary>
    private readonly byte[]? Profile(int components)
    {
        var profile = ColorProfile.Usable([.. profileParts.Values.SelectMany(part => part)], components);
        return components == 4 && profile is null ? throw Picture.Broken(name, "is in CMYK without a color profile; save it in RGB") : profile;
    }
}
