using System.Buffers.Binary;
using System.IO.Compression;

namespace CoalitionLetters.Typesetting.Images;

/// <summary>Finds out whether a picture's own ICC profile (ICC.1, clause 7) may stand in a PDF for the archive (ISO 19005-3, 6.2.4.2).</summary>
internal static class ColorProfile
{
    private const int HeaderLength = 128;
    private const int TagLength = 12;

    /// <summary>Profiles of printers, the largest there are, take some megabytes; those of screens, as PNG has them, a few kilobytes.</summary>
    private const int MaxBytes = 8 * 1024 * 1024;
    private const int MaxUnpackedBytes = 512 * 1024;

    /// <param name="components">1 gray, 3 RGB, 4 CMYK.</param>
    /// <returns>Nothing where the profile is broken, too new, or made for other colors than the picture has.</returns>
    public static byte[]? Usable(byte[] profile, int components)
    {
        var colors = components switch { 1 => "GRAY"u8, 3 => "RGB "u8, _ => "CMYK"u8 };
        var isUsable = profile.Length is >= HeaderLength + 4 and <= MaxBytes
            && BinaryPrimitives.ReadUInt32BigEndian(profile) == profile.Length
            && profile[8] is 2 or 4
            && IsOfDevice(profile.AsSpan(12, 4))
            && profile.AsSpan(16).StartsWith(colors)
            && profile.AsSpan(36).StartsWith("acsp"u8)
            && HasWholeTags(profile);
        return isUsable ? profile : null;
    }

    /// <summary>Unpacks the profile of a PNG, which stands behind a name and the number of a method.</summary>
    public static byte[]? Unpack(ReadOnlySpan<byte> chunk)
    {
        var nameLength = chunk.IndexOf((byte)0);
        if (nameLength < 0 || chunk.Length < nameLength + 2)
        {
            return null;
        }

        try
        {
            using var zlib = new ZLibStream(new MemoryStream(chunk[(nameLength + 2)..].ToArray()), CompressionMode.Decompress);
            var profile = new byte[MaxUnpackedBytes];
            return profile[..zlib.ReadAtLeast(profile, profile.Length, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsOfDevice(ReadOnlySpan<byte> kind) =>
        kind.SequenceEqual("mntr"u8) || kind.SequenceEqual("prtr"u8) || kind.SequenceEqual("scnr"u8) || kind.SequenceEqual("spac"u8);

    private static bool HasWholeTags(ReadOnlySpan<byte> profile)
    {
        var tags = profile[(HeaderLength + 4)..];
        var count = BinaryPrimitives.ReadUInt32BigEndian(profile[HeaderLength..]);
        if (count > tags.Length / TagLength)
        {
            return false;
        }

        for (; count > 0; count--)
        {
            var end = (long)BinaryPrimitives.ReadUInt32BigEndian(tags[4..]) + BinaryPrimitives.ReadUInt32BigEndian(tags[8..]);
            if (end > profile.Length)
            {
                return false;
            }

            tags = tags[TagLength..];
        }

        return true;
    }
}
