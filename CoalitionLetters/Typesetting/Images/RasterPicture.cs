namespace CoalitionLetters.Typesetting.Images;

/// <summary>A picture of pixels.</summary>
internal sealed class RasterPicture(string name, double width, double height, Remade<Pixels> pixels) : Picture(name, width, height)
{
    public required int PixelWidth { get; init; }

    public required int PixelHeight { get; init; }

    public required bool IsGray { get; init; }

    public Pixels Pixels => pixels.Value;

    /// <summary>The ICC profile that tells what the colors are; without one they are those of a screen (sRGB).</summary>
    public byte[]? Profile { get; init; }
}

/// <summary>Eight bits to a sample, rows from the top.</summary>
/// <param name="Samples">One a pixel where the picture is gray, else red, green, blue.</param>
/// <param name="Alpha">One sample a pixel, 255 where the pixel is opaque; null where all are.</param>
internal sealed record Pixels(byte[] Samples, byte[]? Alpha);
