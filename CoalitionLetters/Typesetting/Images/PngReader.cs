using System.Buffers.Binary;
using System.IO.Compression;

namespace CoalitionLetters.Typesetting.Images;

/// <summary>
/// Reads PNG (ISO/IEC 15948) of every color type, bit depth and interlacing. Samples of 16 bits are cut to 8.
/// What it takes in memory is bounded by the picture's declared size, which is checked first.
/// </summary>
internal sealed class PngReader
{
    private readonly string name;
    private readonly PngHeader header;
    private readonly byte[] palette;
    private readonly byte[] transparency;
    private readonly byte[] color;
    private readonly byte[] alpha;

    private PngReader(string name, PngChunks chunks)
    {
        this.name = name;
        header = chunks.Header;
        palette = chunks.Palette;
        transparency = chunks.Transparency;

        var pixels = header.Width * header.Height;
        color = new byte[pixels * (header.IsGray ? 1 : 3)];
        alpha = header.HasAlpha || transparency.Length > 0 ? new byte[pixels] : [];
    }

    public static RasterPicture Read(ReadOnlyMemory<byte> bytes, string name)
    {
        var chunks = PngChunks.Read(bytes.Span, name);
        var pixels = new Remade<Pixels>(PixelsOf(chunks, name), () => PixelsOf(PngChunks.Read(bytes.Span, name), name));
        return new RasterPicture(name, chunks.Header.Width * chunks.PointsPerPixelX, chunks.Header.Height * chunks.PointsPerPixelY, pixels)
        {
            PixelWidth = chunks.Header.Width,
            PixelHeight = chunks.Header.Height,
            IsGray = chunks.Header.IsGray,
            Profile = ColorProfile.Unpack(chunks.Profile) is { } profile ? ColorProfile.Usable(profile, chunks.Header.IsGray ? 1 : 3) : null,
        };
    }

    private static Pixels PixelsOf(PngChunks chunks, string name)
    {
        var reader = new PngReader(name, chunks);
        reader.Inflate(chunks.Data);
        return new Pixels(reader.color, reader.alpha.AsSpan().IndexOfAnyExcept((byte)255) >= 0 ? reader.alpha : null);
    }

    private void Inflate(byte[] data)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
            foreach (var pass in header.Passes)
            {
                ReadPass(zlib, pass);
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            throw Picture.Broken(name, "is broken: its pixels cannot be unpacked", fault);
        }
    }

    private void ReadPass(Stream zlib, PngPass pass)
    {
        var (width, height) = pass.SizeIn(header);
        if (width == 0 || height == 0)
        {
            return;
        }

        var row = new byte[header.BytesPerRow(width)];
        var above = new byte[row.Length];
        for (var y = 0; y < height; y++)
        {
            var filter = zlib.ReadByte();
            zlib.ReadExactly(row);
            Unfilter(filter, row, above);
            Unpack(row, width, pass, y);
            (row, above) = (above, row);
        }
    }

    private void Unfilter(int filter, byte[] row, byte[] above)
    {
        var step = header.BytesPerPixel;
        for (var at = 0; at < row.Length; at++)
        {
            int left = at >= step ? row[at - step] : 0;
            int corner = at >= step ? above[at - step] : 0;
            row[at] += filter switch
            {
                0 => 0,
                1 => (byte)left,
                2 => above[at],
                3 => (byte)((left + above[at]) / 2),
                4 => (byte)Paeth(left, above[at], corner),
                _ => throw Picture.Broken(name, $"is broken: it has a row with the unknown filter {filter}"),
            };
        }
    }

    private static int Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }

    private void Unpack(byte[] row, int width, PngPass pass, int y)
    {
        var line = (pass.Y + y * pass.StepY) * header.Width;
        for (var x = 0; x < width; x++)
        {
            var pixel = line + pass.X + x * pass.StepX;
            if (header.IsIndexed)
            {
                UnpackIndexed(Sample(row, x), pixel);
            }
            else
            {
                UnpackDirect(row, x, pixel);
            }
        }
    }

    private void UnpackIndexed(int index, int pixel)
    {
        if (3 * index + 3 > palette.Length)
        {
            throw Picture.Broken(name, "is broken: a pixel has a color that the palette lacks");
        }

        palette.AsSpan(3 * index, 3).CopyTo(color.AsSpan(3 * pixel));
        if (alpha.Length > 0)
        {
            alpha[pixel] = index < transparency.Length ? transparency[index] : (byte)255;
        }
    }

    private void UnpackDirect(byte[] row, int x, int pixel)
    {
        var samples = header.SamplesPerPixel;
        var colors = header.IsGray ? 1 : 3;
        var isTransparent = transparency.Length >= 2 * colors;
        for (var component = 0; component < colors; component++)
        {
            var sample = Sample(row, x * samples + component);
            isTransparent = isTransparent && sample == BinaryPrimitives.ReadUInt16BigEndian(transparency.AsSpan(2 * component));
            color[pixel * colors + component] = header.ToEightBits(sample);
        }

        if (header.HasAlpha)
        {
            alpha[pixel] = header.ToEightBits(Sample(row, x * samples + colors));
        }
        else if (alpha.Length > 0)
        {
            alpha[pixel] = isTransparent ? (byte)0 : (byte)255;
        }
    }

    private int Sample(byte[] row, int index)
    {
        switch (header.BitDepth)
        {
            case 8:
                return row[index];
            case 16:
                return BinaryPrimitives.ReadUInt16BigEndian(row.AsSpan(2 * index));
            default:
                var bit = index * header.BitDepth;
                return (row[bit / 8] >> (8 - header.BitDepth - bit % 8)) & ((1 << header.BitDepth) - 1);
        }
    }
}
