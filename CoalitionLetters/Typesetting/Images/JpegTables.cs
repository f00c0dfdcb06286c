using System.Buffers.Binary;

namespace CoalitionLetters.Typesetting.Images;

/// <summary>The tables that a JPEG has set so far (ITU-T T.81, B.2.4); a scan uses those that stand before it.</summary>
internal sealed class JpegTables(string name)
{
    private const int Places = 4;

    private readonly bool[] quantization = new bool[Places];
    private readonly JpegHuffmanTable?[] first = new JpegHuffmanTable?[Places];
    private readonly JpegHuffmanTable?[] others = new JpegHuffmanTable?[Places];

    /// <summary>After how many units a marker stands in a scan; 0 for never.</summary>
    public int RestartInterval { get; private set; }

    public void ReadQuantization(ReadOnlySpan<byte> content)
    {
        while (content.Length > 0)
        {
            var (width, place) = ((content[0] >> 4) + 1, content[0] & 15);
            var end = 1 + 64 * width;
            if (width > 2 || place >= Places || content.Length < end || HasZero(content[1..end], width))
            {
                throw Picture.Broken(name, "is broken: its table of steps is wrong");
            }

            quantization[place] = true;
            content = content[end..];
        }
    }

    public void ReadHuffman(ReadOnlySpan<byte> content)
    {
        while (content.Length > 0)
        {
            var values = 0;
            for (var at = 1; at <= JpegHuffmanTable.LongestCode && at < content.Length; at++)
            {
                values += content[at];
            }

            var end = 1 + JpegHuffmanTable.LongestCode + values;
            if (content.Length < end || values > 256 || content[0] >> 4 > 1 || (content[0] & 15) >= Places
                || JpegHuffmanTable.Of(content[1..17], content[17..end]) is not { } table
                || (content[0] >> 4 == 0 && !table.SuitsFirstCoefficients))
            {
                throw Picture.Broken(name, "is broken: its table of codes is wrong");
            }

            (content[0] >> 4 == 0 ? first : others)[content[0] & 15] = table;
            content = content[end..];
        }
    }

    public void ReadRestartInterval(ReadOnlySpan<byte> content) =>
        RestartInterval = content.Length == 2 ? BinaryPrimitives.ReadUInt16BigEndian(content) : throw Picture.Broken(name, "is broken: its restart interval is wrong");

    public bool HasQuantization(int place) => quantization[place];

    /// <summary>The codes of the blocks' first coefficients, or of the others.</summary>
    public JpegHuffmanTable Huffman(bool ofFirst, int place) =>
        (place < Places ? (ofFirst ? first : others)[place] : null) ?? throw Picture.Broken(name, "is broken: a table of codes is missing in it");

    private static bool HasZero(ReadOnlySpan<byte> steps, int width)
    {
        for (var at = 0; at < steps.Length; at += width)
        {
            if (!steps.Slice(at, width).ContainsAnyExcept((byte)0))
            {
                return true;
            }
        }

        return false;
    }
}
