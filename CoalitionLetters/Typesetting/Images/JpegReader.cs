using System.Buffers.Binary;

namespace CoalitionLetters.Typesetting.Images;

/// <summary>
/// Reads what a PDF has to know of a JPEG (ITU-T T.81, JFIF, Exif, ICC.1 annex B.4) and checks that it is whole. The pixels are not decoded:
/// the file goes into the PDF as it is, baseline or progressive.
/// </summary>
internal ref struct JpegReader
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    private readonly ReadOnlySpan<byte> bytes;
    private readonly string name;
    private readonly SortedDictionary<byte, byte[]> profileParts = [];
    private int at = 2;
    private int width;
    private int height;
    private int components;
    private int orientation = 1;
    private bool isAdobe;
    private bool hasScan;
    private long scanned;
    private double pointsPerPixelX = Picture.PointsPerPixel;
    private double pointsPerPixelY = Picture.PointsPerPixel;

    private JpegReader(ReadOnlySpan<byte> bytes, string name)
    {
        this.bytes = bytes;
        this.name = name;
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
            if (marker is 0x01 or (>= 0xD0 and <= 0xD8))
            {
                continue;
            }

            var content = NextSegment();
            switch (marker)
            {
                case 0xC0 or 0xC1 or 0xC2:
                    ReadFrame(content);
                    break;
                case >= 0xC3 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC):
                    throw Picture.Broken(name, "is a JPEG of a kind that PDF does not know; save it as a baseline or progressive one");
                case 0xE0 when content is [(byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, _, _, _, _, _, _, _, ..]:
                    ReadResolution(content[7..]);
                    break;
                case 0xE1 when content.StartsWith("Exif\0\0"u8):
                    orientation = ExifOrientation.Read(content[6..]);
                    break;
                case 0xE2 when content.StartsWith("ICC_PROFILE\0"u8) && content.Length > 14:
                    profileParts[content[12]] = content[14..].ToArray();
                    break;
                case 0xEE when content.StartsWith("Adobe"u8):
                    isAdobe = true;
                    break;
                case StartOfScan:
                    hasScan = true;
                    SkipScan();
                    break;
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

    private void ReadFrame(ReadOnlySpan<byte> content)
    {
        if (content.Length < 6 || content.Length < 6 + 3 * content[5] || content[5] is not (1 or 3 or 4))
        {
            throw Picture.Broken(name, "is broken: its frame is not one of gray, RGB or CMYK");
        }

        if (content[0] != 8)
        {
            throw Picture.Broken(name, $"has {content[0]} bits to a sample; save it with 8");
        }

        if (components != 0)
        {
            throw Picture.Broken(name, "is broken: it has two frames");
        }

        (height, width, components) = (BinaryPrimitives.ReadUInt16BigEndian(content[1..]), BinaryPrimitives.ReadUInt16BigEndian(content[3..]), content[5]);
        Picture.CheckSize(name, width, height, Picture.MaxPassedPixels);
    }

    private void ReadResolution(ReadOnlySpan<byte> content)
    {
        var pointsPerUnit = content[0] switch { 1 => 72, 2 => 72 / 2.54, _ => 0 };
        var (x, y) = (BinaryPrimitives.ReadUInt16BigEndian(content[1..]), BinaryPrimitives.ReadUInt16BigEndian(content[3..]));
        if (pointsPerUnit > 0 && x > 1 && y > 1)
        {
            (pointsPerPixelX, pointsPerPixelY) = (pointsPerUnit / x, pointsPerUnit / y);
        }
    }

    /// <summary>Goes over compressed data, in which FF is followed by 0 or by a restart marker.</summary>
    private void SkipScan()
    {
        var start = at;
        while (at + 1 < bytes.Length && (bytes[at] != 0xFF || bytes[at + 1] is 0 or (>= 0xD0 and <= 0xD7)))
        {
            var next = bytes[(at + 1)..].IndexOf((byte)0xFF);
            at = next < 0 ? bytes.Length : at + 1 + next;
        }

        scanned += at - start;
    }

    private readonly JpegPicture ToPicture(ReadOnlyMemory<byte> file)
    {
        if (components == 0 || !hasScan)
        {
            throw Picture.Broken(name, "is broken: it has no pixels");
        }

        if (IsScanTooShort())
        {
            throw Picture.Broken(name, $"is broken: it holds too little for {width} × {height} pixels");
        }

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
            Profile = Profile(),
            IsInverted = components == 4 && isAdobe,
            Orientation = orientation,
        };
    }

    /// <summary>A PDF for the archive holds CMYK only with a profile that says how the inks look.</summary>
    private readonly byte[]? Profile()
    {
        var profile = ColorProfile.Usable([.. profileParts.Values.SelectMany(part => part)], components);
        return components == 4 && profile is null ? throw Picture.Broken(name, "is in CMYK without a color profile; save it in RGB") : profile;
    }

    /// <summary>Each block of eight by eight pixels takes one bit at least: a scan that holds less was cut, or its size is a lie.</summary>
    private readonly bool IsScanTooShort()
    {
        var blocks = (long)((width + 7) / 8) * ((height + 7) / 8);
        return scanned * 8 < blocks;
    }
}
