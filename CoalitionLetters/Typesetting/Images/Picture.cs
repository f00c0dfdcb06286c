namespace CoalitionLetters.Typesetting.Images;

/// <summary>A picture read from a file: PNG, JPEG or SVG. Immutable and shared.</summary>
public abstract class Picture
{
    /// <summary>One pixel at 96 to the inch.</summary>
    internal const double PointsPerPixel = 0.75;

    /// <summary>Of a picture that is decoded. Its pixels, filtered and packed again, take at most 300 MB with the file itself.</summary>
    internal const int MaxDecodedPixels = 16_000_000;

    /// <summary>Of a picture that passes as it is; what a viewer can be asked to decode.</summary>
    internal const int MaxPassedPixels = 100_000_000;

    private const int MaxBytes = 64 * 1024 * 1024;

    private protected Picture(string name, double width, double height)
    {
        Name = name;
        Width = width;
        Height = height;
    }

    /// <summary>For messages.</summary>
    public string Name { get; }

    /// <summary>The natural width in points: as the file's resolution says, else at 96 pixels to the inch.</summary>
    public double Width { get; }

    /// <summary>The natural height in points.</summary>
    public double Height { get; }

    /// <summary>Reads a picture, whose kind is told by its first bytes.</summary>
    /// <param name="name">Names the picture in messages.</param>
    /// <exception cref="TypesettingException">The picture is broken, too large, or of a kind that is not read; the sentence says which.</exception>
    public static Picture Read(ReadOnlyMemory<byte> bytes, string name)
    {
        if (bytes.Length > MaxBytes)
        {
            throw Broken(name, $"is larger than {MaxBytes / 1024 / 1024} MB");
        }

        return bytes.Span switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => PngReader.Read(bytes, name),
            [0xFF, 0xD8, ..] => JpegReader.Read(bytes, name),
            var span when span.IndexOf("<svg"u8) >= 0 => SvgReader.Read(bytes, name),
            _ => throw Broken(name, "is neither PNG, JPEG nor SVG"),
        };
    }

    internal static TypesettingException Broken(string name, string fault, Exception? cause = null) => new($"The picture “{name}” {fault}.", cause);

    internal static void CheckSize(string name, long width, long height, int maxPixels)
    {
        if (width <= 0 || height <= 0)
        {
            throw Broken(name, "is empty");
        }

        if (width > maxPixels || height > maxPixels || width * height > maxPixels)
        {
            throw Broken(name, $"has {width} × {height} pixels, more than {maxPixels / 1_000_000} million in all");
        }
    }
}
