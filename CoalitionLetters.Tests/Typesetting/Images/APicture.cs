using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CoalitionLetters.Tests.Typesetting.Images;

/// <summary>Makes small pictures byte by byte.</summary>
internal static class APicture
{
    private static readonly byte[] Signature = [0x89, .. "PNG\r\n\x1a\n"u8];

    public static byte[] Png(int width, int height, int depth, int type, byte[] rows, bool isInterlaced = false, params (string Type, byte[] Data)[] more)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)depth, (byte)type, isInterlaced ? (byte)1 : (byte)0);
        return [.. Signature, .. Chunk("IHDR", header), .. more.SelectMany(part => Chunk(part.Type, part.Data)), .. Chunk("IDAT", Deflate(rows)), .. Chunk("IEND", [])];
    }

    public static byte[] Chunk(string type, byte[] data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), Crc(chunk.AsSpan(4, data.Length + 4)));
        return chunk;
    }

    /// <summary>A JPEG's segments around no pixels worth the name, but as many bits as blocks, enough for a reader that does not decode.</summary>
    public static byte[] Jpeg(int width, int height, int components, byte frame = 0xC0, params byte[][] segments) =>
    [
        0xFF, 0xD8, .. segments.SelectMany(segment => segment),
        0xFF, frame, 0, (byte)(8 + 3 * components), 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, (byte)components, .. new byte[3 * components],
        0xFF, 0xDA, 0, 2, 1, 2, 0xFF, 0, 3, .. new byte[width * height / 512 + 1], 0xFF, 0xD9,
    ];

    public static byte[] Segment(byte marker, ReadOnlySpan<byte> content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    /// <summary>An ICC profile without tags.</summary>
    /// <param name="space">Four letters, such as "RGB ".</param>
    public static byte[] Profile(string space)
    {
        var profile = new byte[132];
        (profile[3], profile[8]) = (132, 2);
        Encoding.ASCII.GetBytes("prtr" + space, profile.AsSpan(12));
        "acsp"u8.CopyTo(profile.AsSpan(36));
        return profile;
    }

    public static byte[] Deflate(byte[] data)
    {
        using var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.Fastest))
        {
            zlib.Write(data);
        }

        return deflated.ToArray();
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            }
        }

        return ~crc;
    }
}
