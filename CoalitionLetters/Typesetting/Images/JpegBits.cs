namespace CoalitionLetters.Typesetting.Images;

/// <summary>The bits of a JPEG's scan, in which FF is followed by 0 and any other byte behind it makes a marker, which ends them.</summary>
internal ref struct JpegBits(ReadOnlySpan<byte> bytes, int at, string name)
{
    private const int MostHeld = 48;

    private readonly ReadOnlySpan<byte> bytes = bytes;
    private readonly string name = name;
    private ulong held;
    private int count;

    /// <summary>Where the next marker stands, once <see cref="End"/> has been called.</summary>
    public int At { get; private set; } = at;

    public int Decode(JpegHuffmanTable table)
    {
        var (length, value) = table.Find((int)Peek(JpegHuffmanTable.LongestCode));
        if (length == 0)
        {
            throw Picture.Broken(name, "is broken: its pixels hold a code that its tables do not know");
        }

        Skip(length);
        return value;
    }

    public int Read(int bits)
    {
        var value = (int)Peek(bits);
        Skip(bits);
        return value;
    }

    public void Skip(int bits)
    {
        if (bits > MostHeld)
        {
            Skip(MostHeld);
            bits -= MostHeld;
        }

        if (bits > count)
        {
            Fill();
        }

        count = bits <= count ? count - bits : throw Picture.Broken(name, "is broken: its pixels end too early");
    }

    /// <summary>Goes on to the marker that must follow here; bits that fill the last byte are of no account.</summary>
    public void End()
    {
        Fill();
        if (count >= 8 || At + 1 >= bytes.Length || bytes[At] != 0xFF)
        {
            throw Picture.Broken(name, At + 1 >= bytes.Length ? "is broken: it ends too early" : "is broken: it holds more than its pixels");
        }

        (held, count) = (0, 0);
    }

    /// <param name="number">From 0 to 7, in turn.</param>
    public void Restart(int number)
    {
        End();
        while (At + 1 < bytes.Length && bytes[At + 1] == 0xFF)
        {
            At++;
        }

        if (At + 1 >= bytes.Length || bytes[At + 1] != 0xD0 + number)
        {
            throw Picture.Broken(name, "is broken: its pixels have a gap");
        }

        At += 2;
    }

    /// <summary>Bits behind the last are zeros; whoever takes them is told.</summary>
    private uint Peek(int bits)
    {
        if (count < bits)
        {
            Fill();
        }

        return (uint)(count >= bits ? held >> (count - bits) : held << (bits - count)) & ((1u << bits) - 1);
    }

    private void Fill()
    {
        while (count <= MostHeld && At + 1 < bytes.Length)
        {
            var next = bytes[At];
            if (next == 0xFF && bytes[At + 1] != 0)
            {
                return;
            }

            held = (held << 8) | next;
            count += 8;
            At += next == 0xFF ? 2 : 1;
        }
    }
}
