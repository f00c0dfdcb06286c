namespace CoalitionLetters.Typesetting.Images;

/// <summary>The codes of one Huffman table (ITU-T T.81, annexes C and F.2.2.3): how many there are of each length, and what they stand for.</summary>
internal sealed class JpegHuffmanTable
{
    public const int LongestCode = 16;

    private const int ShortCode = 9;

    /// <summary>For the next nine bits: the length of the code that they begin with in the high byte, its value in the low; 0 for a longer code.</summary>
    private readonly ushort[] shortCodes = new ushort[1 << ShortCode];

    /// <summary>Of each length: one more than the last code, set at the left of sixteen bits.</summary>
    private readonly int[] ends = new int[LongestCode + 1];

    /// <summary>Of each length: what to add to a code to have the place of its value.</summary>
    private readonly int[] offsets = new int[LongestCode + 1];

    private readonly byte[] values;

    private JpegHuffmanTable(ReadOnlySpan<byte> values) => this.values = values.ToArray();

    /// <param name="counts">Of each length from 1 to 16.</param>
    /// <returns>Nothing where the codes do not fit their lengths; the one all of ones is no code.</returns>
    public static JpegHuffmanTable? Of(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> values)
    {
        var table = new JpegHuffmanTable(values);
        var (code, place) = (0, 0);
        for (var length = 1; length <= LongestCode; length++, code <<= 1)
        {
            table.offsets[length] = place - code;
            for (var next = 0; next < counts[length - 1]; next++)
            {
                table.AddShort(code++, length, place++);
            }

            if (code >= 1 << length)
            {
                return null;
            }

            table.ends[length] = code << (LongestCode - length);
        }

        return table;
    }

    /// <summary>Whether no value asks for more than fifteen bits, as one of a block's first coefficients must not.</summary>
    public bool SuitsFirstCoefficients => !values.AsSpan().ContainsAnyExceptInRange((byte)0, (byte)15);

    /// <param name="bits">The next sixteen.</param>
    /// <returns>The length of the code that they begin with, and its value; 0 where they begin with none.</returns>
    public (int Length, byte Value) Find(int bits)
    {
        var known = shortCodes[bits >> (LongestCode - ShortCode)];
        if (known != 0)
        {
            return (known >> 8, (byte)known);
        }

        for (var length = ShortCode + 1; length <= LongestCode; length++)
        {
            if (bits < ends[length])
            {
                return (length, values[(bits >> (LongestCode - length)) + offsets[length]]);
            }
        }

        return default;
    }

    private void AddShort(int code, int length, int place)
    {
        if (length <= ShortCode && code < 1 << length)
        {
            shortCodes.AsSpan(code << (ShortCode - length), 1 << (ShortCode - length)).Fill((ushort)((length << 8) | values[place]));
        }
    }
}
