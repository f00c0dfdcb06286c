namespace CoalitionLetters.Typesetting.Images;

/// <summary>A picture of pixels, eight bits to a sample.</summary>
internal sealed class RasterPicture(string name, double width, double height) : Picture(name, width, height)
{
    public required int PixelWidth { get; init; }

    public required int PixelHeight { get; init; }

    /// <summary>Rows from the top; one sample a pixel where <see cref="IsGray"/>, else red, green, blue.</summary>
    public required byte[] Samples { get; init; }

    public required bool IsGray { get; init; }

    /// <summary>One sample a pixel, 255 where the pixel is opaque; null where all are.</summary>
    public required byte[]? Alpha { get; init; }

    /// <summary>The ICC profile that tells what the colors are; without one they are those of a screen (sRGB).</summary>
    public byte[]? Profile { get; init; }
}
