using System.Buffers.Binary;

namespace CoalitionLetters.Typesetting.Images;

/// <summary>What the first chunk of a PNG says: size, depth, color type and interlacing.</summary>
internal sealed record PngHeader(int Width, int Height, int BitDepth, int ColorType, bool IsInterlaced)
{
    private static readonly PngPass Whole = new(0, 0, 1, 1);

    private static readonly PngPass[] Adam7 =
    [
        new(0, 0, 8, 8), new(4, 0, 8, 8), new(0, 4, 4, 8), new(2, 0, 4, 4), new(0, 2, 2, 4), new(1, 0, 2, 2), new(0, 1, 1, 2),
    ];

    public bool IsIndexed => ColorType == 3;

    public bool IsGray => ColorType is 0 or 4;

    public bool HasAlpha => ColorType is 4 or 6;

    public int SamplesPerPixel => ColorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    public int BytesPerPixel => Math.Max(1, SamplesPerPixel * BitDepth / 8);

    public IReadOnlyList<PngPass> Passes => IsInterlaced ? Adam7 : [Whole];

    public static PngHeader Read(ReadOnlySpan<byte> data, string name)
    {
        if (data.Length != 13)
        {
            throw Picture.Broken(name, "is broken: its header has a wrong length");
        }

        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        Picture.CheckSize(name, width, height, Picture.MaxDecodedPixels);

        var (depth, type) = (data[8], data[9]);
        var isKnown = type switch
        {
            0 => depth is 1 or 2 or 4 or 8 or 16,
            2 or 4 or 6 => depth is 8 or 16,
            3 => depth is 1 or 2 or 4 or 8,
            _ => false,
        };
        if (!isKnown || data[10] != 0 || data[11] != 0 || data[12] > 1)
        {
            throw Picture.Broken(name, "is broken: its header names a color type, depth or method that PNG does not have");
        }

        return new PngHeader((int)width, (int)height, depth, type, data[12] == 1);
    }

    public int BytesPerRow(int pixels) => (int)(((long)pixels * SamplesPerPixel * BitDepth + 7) / 8);

    public byte ToEightBits(int sample) => BitDepth == 16 ? (byte)(sample >> 8) : (byte)(sample * 255 / ((1 << BitDepth) - 1));
}

/// <summary>One pass over an interlaced picture: where it begins and how far its pixels are apart.</summary>
internal readonly record struct PngPass(int X, int Y, int StepX, int StepY)
{
    public (int Width, int Height) SizeIn(PngHeader header) => (Math.Max(0, (header.Width - X + StepX - 1) / StepX), Math.Max(0, (header.Height - Y + StepY - 1) / StepY));
}
