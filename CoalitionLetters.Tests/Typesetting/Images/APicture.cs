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

    /// <summary>A JPEG of one gray: each of its blocks takes two bits, or one where it is progressive.</summary>
    public static byte[] Jpeg(int width, int height, int components, byte frame = 0xC0, params byte[][] segments)
    {
        var ids = Enumerable.Range(1, components).Select(id => (byte)id);
        var bits = (long)components * ((width + 7) / 8) * ((height + 7) / 8) * (frame == 0xC2 ? 1 : 2);
        byte[] codes = [1, .. new byte[15], 0];
        return
        [
            0xFF, 0xD8, .. segments.SelectMany(segment => segment),
            .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
            .. Segment(frame, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, (byte)components, .. ids.SelectMany(id => new byte[] { id, 0x11, 0 })]),
            .. Segment(0xC4, [0, .. codes, 0x10, .. codes]),
            .. Segment(0xDA, [(byte)components, .. ids.SelectMany(id => new byte[] { id, 0 }), 0, frame == 0xC2 ? (byte)0 : (byte)63, 0]),
            .. new byte[(bits + 7) / 8],
            0xFF, 0xD9,
        ];
    }

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
