namespace CoalitionLetters.Typesetting.Images;

/// <summary>A JPEG file, which goes into the PDF as it is.</summary>
internal sealed class JpegPicture(string name, double width, double height) : Picture(name, width, height)
{
    public required int PixelWidth { get; init; }

    public required int PixelHeight { get; init; }

    /// <summary>1 gray, 3 RGB, 4 CMYK.</summary>
    public required int Components { get; init; }

    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The ICC profile that tells what the colors are; without one they are those of a screen (sRGB). CMYK always has one.</summary>
    public required byte[]? Profile { get; init; }

    /// <summary>Adobe's programs write CMYK with 255 for no ink.</summary>
    public required bool IsInverted { get; init; }

    /// <summary>How the camera was held: 1 to 8, as in Exif.</summary>
    public required int Orientation { get; init; }
}
