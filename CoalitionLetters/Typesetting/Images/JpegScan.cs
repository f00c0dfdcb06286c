using System.Numerics;

namespace CoalitionLetters.Typesetting.Images;

/// <summary>
/// Walks through one scan of a JPEG (ITU-T T.81, annexes F.2 and G.2), code by code, and keeps of the coefficients only which are not zero. So it is known that a
/// reader finds all blocks of the picture and nothing besides, in a time that grows with the file and its pixels.
/// </summary>
internal ref struct JpegScan
{
    private readonly JpegFrame frame;
    private readonly JpegTables tables;
    private readonly string name;
    private readonly (JpegComponent Component, JpegHuffmanTable? First, JpegHuffmanTable? Others)[] parts;
    private readonly int first;
    private readonly int last;
    private readonly int high;
    private readonly int low;
    private JpegBits bits;

    /// <summary>How many blocks from here on hold no more than they have.</summary>
    private int emptyBlocks;

    private JpegScan(ReadOnlySpan<byte> file, int at, ReadOnlySpan<byte> header, JpegFrame frame, JpegTables tables, string name)
    {
        (this.frame, this.tables, this.name) = (frame, tables, name);
        var count = header.Length > 0 ? header[0] : 0;
        if (count is < 1 or > 4 || header.Length != 4 + 2 * count)
        {
            throw Broken();
        }

        (first, last, high, low) = (header[^3], header[^2], header[^1] >> 4, header[^1] & 15);
        if (!IsBandSound(count))
        {
            throw Broken();
        }

        parts = new (JpegComponent, JpegHuffmanTable?, JpegHuffmanTable?)[count];
        for (var part = 0; part < count; part++)
        {
            parts[part] = Part(header[1 + 2 * part], header[2 + 2 * part]);
        }

        if (count > 1 && parts.Sum(part => part.Component.Across * part.Component.Down) > 10)
        {
            throw Broken();
        }

        bits = new JpegBits(file, at, name);
    }

    /// <param name="at">Behind the scan's header.</param>
    /// <returns>The place of the marker behind the scan.</returns>
    public static int Read(ReadOnlySpan<byte> file, int at, ReadOnlySpan<byte> header, JpegFrame frame, JpegTables tables, string name)
    {
        var scan = new JpegScan(file, at, header, frame, tables, name);
        scan.ReadUnits();
        return scan.bits.At;
    }

    private readonly bool IsBandSound(int count) => frame.IsProgressive
        ? (first == 0 ? last == 0 : first <= last && last <= 63 && count == 1) && (high == 0 || low == high - 1) && low <= 13
        : first == 0 && last == 63 && high == 0 && low == 0;

    private readonly (JpegComponent Component, JpegHuffmanTable? First, JpegHuffmanTable? Others) Part(byte id, byte places)
    {
        var component = frame.Components.FirstOrDefault(component => component.Id == id);
        if (component is null || !tables.HasQuantization(component.Quantization) || !component.TryTell(first, last, high, low))
        {
            throw Broken();
        }

        return (component,
            first == 0 && high == 0 ? tables.Huffman(ofFirst: true, places >> 4) : null,
            last > 0 ? tables.Huffman(ofFirst: false, places & 15) : null);
    }

    private void ReadUnits()
    {
        var (across, down) = parts.Length == 1 ? (parts[0].Component.BlocksAcross, parts[0].Component.BlocksDown) : (frame.UnitsAcross, frame.UnitsDown);
        var unit = 0;
        for (var row = 0; row < down; row++)
        {
            for (var column = 0; column < across; column++, unit++)
            {
                if (tables.RestartInterval > 0 && unit > 0 && unit % tables.RestartInterval == 0)
                {
                    bits.Restart((unit / tables.RestartInterval - 1) % 8);
                    emptyBlocks = 0;
                }

                ReadUnit(row, column);
            }
        }

        bits.End();
    }

    private void ReadUnit(int row, int column)
    {
        foreach (var (component, firstCodes, otherCodes) in parts)
        {
            var (across, down) = parts.Length == 1 ? (1, 1) : (component.Across, component.Down);
            for (var block = 0; block < across * down; block++)
            {
                if (frame.IsProgressive)
                {
                    ref var known = ref component.Known[(row * down + block / across) * component.StoredBlocksAcross + column * across + block % across];
                    ReadPart(ref known, firstCodes, otherCodes);
                }
                else
                {
                    ReadFirst(firstCodes!);
                    ReadOthers(otherCodes!);
                }
            }
        }
    }

    private void ReadPart(ref ulong known, JpegHuffmanTable? firstCodes, JpegHuffmanTable? otherCodes)
    {
        if (firstCodes is not null)
        {
            ReadFirst(firstCodes);
        }
        else if (otherCodes is null)
        {
            bits.Skip(1);
        }
        else if (high == 0)
        {
            ReadBand(ref known, otherCodes);
        }
        else
        {
            RefineBand(ref known, otherCodes);
        }
    }

    private void ReadFirst(JpegHuffmanTable codes) => bits.Skip(bits.Decode(codes));

    private void ReadOthers(JpegHuffmanTable codes)
    {
        for (var at = 1; at <= 63; at++)
        {
            var (zeros, size) = Math.DivRem(bits.Decode(codes), 16);
            if (size == 0 && zeros < 15)
            {
                return;
            }

            at += zeros;
            CheckPlace(at);
            bits.Skip(size);
        }
    }

    private void ReadBand(ref ulong known, JpegHuffmanTable codes)
    {
        if (emptyBlocks > 0)
        {
            emptyBlocks--;
            return;
        }

        for (var at = first; at <= last; at++)
        {
            var (zeros, size) = Math.DivRem(bits.Decode(codes), 16);
            if (size == 0 && zeros < 15)
            {
                emptyBlocks = (1 << zeros) + bits.Read(zeros) - 1;
                return;
            }

            at += zeros;
            CheckPlace(at);
            bits.Skip(size);
            known |= size > 0 ? 1ul << at : 0;
        }
    }

    /// <summary>One bit more for each coefficient that is not zero, and codes for those that become so.</summary>
    private void RefineBand(ref ulong known, JpegHuffmanTable codes)
    {
        var at = first;
        while (emptyBlocks == 0 && at <= last)
        {
            var (zeros, size) = Math.DivRem(bits.Decode(codes), 16);
            if (size > 1)
            {
                throw BrokenPixels();
            }

            if (size == 0 && zeros < 15)
            {
                emptyBlocks = (1 << zeros) + bits.Read(zeros);
                break;
            }

            bits.Skip(size);
            for (; at <= last && (zeros > 0 || (known >> at & 1) != 0); at++)
            {
                if ((known >> at & 1) != 0)
                {
                    bits.Skip(1);
                }
                else
                {
                    zeros--;
                }
            }

            CheckPlace(at);
            known |= (ulong)size << at;
            at++;
        }

        if (emptyBlocks > 0)
        {
            emptyBlocks--;
            bits.Skip(BitOperations.PopCount(at > last ? 0 : known >> at << at << (63 - last)));
        }
    }

    private readonly void CheckPlace(int at)
    {
        if (at > last)
        {
            throw BrokenPixels();
        }
    }

    private readonly TypesettingException Broken() => Picture.Broken(name, "is broken: a scan of it does not fit its frame");

    private readonly TypesettingException BrokenPixels() => Picture.Broken(name, "is broken: its pixels hold more than their blocks");
}
