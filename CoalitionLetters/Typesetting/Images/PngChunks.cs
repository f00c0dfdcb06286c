using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace CoalitionLetters.Typesetting.Images;

/// <summary>The chunks of a PNG, their checksums proved.</summary>
internal sealed class PngChunks
{
    private const int SignatureLength = 8;
    private const int ChunkOverhead = 12;
    private const double PointsPerMeter = 72 / 0.0254;

    /// <summary>Per meter, about 2.5 and 25,400 to the inch. What a file says beyond that is no resolution.</summary>
    private const uint CoarsestPixels = 100;
    private const uint FinestPixels = 1_000_000;

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOf)];

    private readonly ArrayBufferWriter<byte> data = new();
    private PngHeader? header;

    private PngChunks()
    {
    }

    public PngHeader Header => header!;

    public byte[] Palette { get; private set; } = [];

    public byte[] Transparency { get; private set; } = [];

    /// <summary>The packed color profile.</summary>
    public byte[] Profile { get; private set; } = [];

    public double PointsPerPixelX { get; private set; } = Picture.PointsPerPixel;

    public double PointsPerPixelY { get; private set; } = Picture.PointsPerPixel;

    /// <summary>The deflated pixels.</summary>
    public byte[] Data => data.WrittenSpan.ToArray();

    public static PngChunks Read(ReadOnlySpan<byte> bytes, string name)
    {
        var chunks = new PngChunks();
        var rest = bytes[Math.Min(bytes.Length, SignatureLength)..];
        while (true)
        {
            if (rest.Length < ChunkOverhead || BinaryPrimitives.ReadUInt32BigEndian(rest) > rest.Length - ChunkOverhead)
            {
                throw Picture.Broken(name, "is broken: it ends too early");
            }

            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(rest);
            var type = Encoding.Latin1.GetString(rest.Slice(4, 4));
            if (Crc(rest.Slice(4, length + 4)) != BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + length)..]))
            {
                throw Picture.Broken(name, $"is broken: the checksum of its part {type} is wrong");
            }

            if (type == "IEND")
            {
                return chunks.Finish(name);
            }

            chunks.Take(type, rest.Slice(8, length), name);
            rest = rest[(length + ChunkOverhead)..];
        }
    }

    private void Take(string type, ReadOnlySpan<byte> content, string name)
    {
        if (header is null != (type == "IHDR"))
        {
            throw Picture.Broken(name, "is broken: its header is not the first part");
        }

        switch (type)
        {
            case "IHDR":
                header = PngHeader.Read(content, name);
                break;
            case "PLTE":
                Palette = content.ToArray();
                break;
            case "tRNS":
                Transparency = content.ToArray();
                break;
            case "iCCP":
                Profile = content.ToArray();
                break;
            case "IDAT":
                data.Write(content);
                break;
            case "pHYs" when content is [_, _, _, _, _, _, _, _, 1]:
                TakeResolution(content);
                break;
            case var _ when char.IsAsciiLetterUpper(type[0]):
                throw Picture.Broken(name, $"has a part {type} that is not understood");
        }
    }

    private void TakeResolution(ReadOnlySpan<byte> content)
    {
        var (x, y) = (BinaryPrimitives.ReadUInt32BigEndian(content), BinaryPrimitives.ReadUInt32BigEndian(content[4..]));
        if (x is >= CoarsestPixels and <= FinestPixels && y is >= CoarsestPixels and <= FinestPixels)
        {
            (PointsPerPixelX, PointsPerPixelY) = (PointsPerMeter / x, PointsPerMeter / y);
        }
    }

    private PngChunks Finish(string name)
    {
        if (data.WrittenCount == 0)
        {
            throw Picture.Broken(name, "is broken: it has no pixels");
        }

        if (Header.IsIndexed && Palette.Length == 0)
        {
            throw Picture.Broken(name, "is broken: it has no palette");
        }

        return this;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint CrcOf(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return crc;
    }
}
