using System.Buffers.Binary;

namespace CoalitionLetters.Typesetting.Images;

/// <summary>Finds in Exif data how the camera was held.</summary>
internal static class ExifOrientation
{
    private const int Upright = 1;
    private const int OrientationTag = 0x0112;
    private const int EntryLength = 12;

    /// <param name="data">TIFF, from its byte order on.</param>
    /// <returns>1 to 8; 1 where the data is broken or does not say, since cameras' notes are no reason to refuse a picture.</returns>
    public static int Read(ReadOnlySpan<byte> data)
    {
        var isLittle = data.StartsWith("II"u8);
        if (data.Length < 8 || !(isLittle || data.StartsWith("MM"u8)))
        {
            return Upright;
        }

        var directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(data[4..]) : BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        if (directory > data.Length - 2)
        {
            return Upright;
        }

        var entries = data[((int)directory + 2)..];
        for (var left = Short(data[(int)directory..], isLittle); left > 0 && entries.Length >= EntryLength; left--)
        {
            if (Short(entries, isLittle) == OrientationTag)
            {
                return Short(entries[8..], isLittle) is >= 1 and <= 8 and var orientation ? orientation : Upright;
            }

            entries = entries[EntryLength..];
        }

        return Upright;
    }

    private static int Short(ReadOnlySpan<byte> data, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(data) : BinaryPrimitives.ReadUInt16BigEndian(data);
}
