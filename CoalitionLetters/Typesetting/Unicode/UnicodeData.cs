namespace CoalitionLetters.Typesetting.Unicode;

/// <summary>
/// Properties of all code points, from the Unicode Character Database 15.0 (unicode.bin, made by make-tables.py). The 17 KB are
/// read on first need into blocks of 128 code points, equal blocks shared; a lookup is two array reads.
/// </summary>
internal sealed class UnicodeData
{
    private const int BlockBits = 7;
    private const int BlockSize = 1 << BlockBits;
    private const int MostBlocks = 400;

    private readonly Record[] records;
    private readonly Script[][] extensionSets;
    private readonly Script[][] single = new Script[ScriptTags.All.Length / 4][];
    private readonly ushort[] blockOf = new ushort[0x110000 >> BlockBits];
    private readonly ushort[] recordOf;
    private readonly Pairs mirrors;
    private readonly Pairs brackets;

    private UnicodeData(byte[] bytes)
    {
        for (var i = 0; i < single.Length; i++)
        {
            single[i] = [(Script)i];
        }

        var reader = new NumberReader(bytes);
        extensionSets = ReadExtensionSets(reader);
        records = ReadRecords(reader);
        recordOf = ReadRanges(reader);
        mirrors = ReadPairs(reader, withKind: false);
        brackets = ReadPairs(reader, withKind: true);
    }

    public static UnicodeData Instance { get; } = new(ReadResource());

    public ref readonly Record this[int codePoint] =>
        ref records[recordOf[(blockOf[codePoint >> BlockBits] << BlockBits) + (codePoint & (BlockSize - 1))]];

    /// <summary>Script_Extensions by the number in a record; the set of number 0 is empty.</summary>
    public Script[] ExtensionSet(int number) => extensionSets[number];

    /// <summary>The set of one script, the same array each time.</summary>
    public Script[] Alone(Script script) => single[(int)script];

    /// <summary>Bidi_Mirroring_Glyph.</summary>
    public bool TryGetMirror(int codePoint, out int mirror) => mirrors.TryGet(codePoint, out mirror, out _);

    /// <summary>Bidi_Paired_Bracket, and whether this is the opening one of the two.</summary>
    public bool TryGetBracket(int codePoint, out int pair, out bool opens)
    {
        opens = false;
        pair = 0;
        return this[codePoint].Bidi == BidiClass.ON && brackets.TryGet(codePoint, out pair, out opens);
    }

    private static byte[] ReadResource()
    {
        using var stream = typeof(UnicodeData).Assembly.GetManifestResourceStream("CoalitionLetters.Typesetting.Unicode.unicode.bin")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Script[][] ReadExtensionSets(NumberReader reader)
    {
        var sets = new Script[reader.Next()][];
        for (var i = 0; i < sets.Length; i++)
        {
            sets[i] = new Script[reader.Next()];
            for (var j = 0; j < sets[i].Length; j++)
            {
                sets[i][j] = (Script)reader.Next();
            }
        }

        return sets;
    }

    private static Record[] ReadRecords(NumberReader reader)
    {
        var all = new Record[reader.Next()];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = new Record(
                (Script)reader.Next(), (BidiClass)reader.Next(), (LineBreakClass)reader.Next(), (UnicodeFlags)reader.Next(), (byte)reader.Next());
        }

        return all;
    }

    /// <summary>Plain arrays and loops: what is generic over numbers, or vectorized, would be compiled anew at every start.</summary>
    private ushort[] ReadRanges(NumberReader reader)
    {
        var blocks = new ushort[MostBlocks << BlockBits];
        var uniformBlock = new ushort[records.Length];
        var blockCount = 0;
        var filled = 0;
        var at = 0;

        for (var left = reader.Next(); left > 0; left--)
        {
            var length = reader.Next();
            var record = (ushort)reader.Next();
            while (length > 0)
            {
                if (filled == 0 && length >= BlockSize)
                {
                    if (uniformBlock[record] == 0)
                    {
                        Fill(blocks, blockCount << BlockBits, BlockSize, record);
                        uniformBlock[record] = (ushort)++blockCount;
                    }

                    Fill(blockOf, at, length >> BlockBits, (ushort)(uniformBlock[record] - 1));
                    at += length >> BlockBits;
                    length &= BlockSize - 1;
                    continue;
                }

                var count = Math.Min(length, BlockSize - filled);
                Fill(blocks, (blockCount << BlockBits) + filled, count, record);
                length -= count;
                filled = (filled + count) & (BlockSize - 1);
                if (filled == 0)
                {
                    blockOf[at++] = (ushort)blockCount++;
                }
            }
        }

        return blocks;
    }

    private static void Fill(ushort[] values, int start, int count, ushort value)
    {
        for (var i = start; i < start + count; i++)
        {
            values[i] = value;
        }
    }

    private static Pairs ReadPairs(NumberReader reader, bool withKind)
    {
        var pairs = new Pairs(reader.Next());
        for (int i = 0, code = 0; i < pairs.Codes.Length; i++)
        {
            code += reader.Next();
            pairs.Codes[i] = code;
            pairs.Partners[i] = code + reader.NextSigned();
            pairs.Kinds[i] = withKind && reader.Next() == 1;
        }

        return pairs;
    }

    private readonly struct Pairs(int count)
    {
        public int[] Codes { get; } = new int[count];

        public int[] Partners { get; } = new int[count];

        public bool[] Kinds { get; } = new bool[count];

        public bool TryGet(int code, out int partner, out bool kind)
        {
            var (low, high) = (0, Codes.Length - 1);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = Codes[middle] < code ? (middle + 1, high) : (low, middle);
            }

            (partner, kind) = (Partners[low], Kinds[low]);
            return Codes[low] == code;
        }
    }

    /// <summary>What code points have in common; about 700 different ones exist.</summary>
    public readonly record struct Record(Script Script, BidiClass Bidi, LineBreakClass LineBreak, UnicodeFlags Flags, byte ExtensionSet);

    /// <summary>Seven bits a byte, lowest first; signed numbers are zigzag.</summary>
    private sealed class NumberReader(byte[] bytes)
    {
        private int at;

        public int Next()
        {
            var value = 0;
            for (var shift = 0; ; shift += 7)
            {
                var part = bytes[at++];
                value |= (part & 0x7F) << shift;
                if (part < 0x80)
                {
                    return value;
                }
            }
        }

        public int NextSigned()
        {
            var value = Next();
            return (value & 1) == 0 ? value >> 1 : -((value + 1) >> 1);
        }
    }
}

[Flags]
internal enum UnicodeFlags : byte
{
    None = 0,

    /// <summary>East_Asian_Width is full, wide or half width.</summary>
    EastAsian = 1,

    /// <summary>General category Mn, Mc or Me.</summary>
    Mark = 2,

    /// <summary>Extended_Pictographic, not yet assigned.</summary>
    FuturePictograph = 4,

    /// <summary>Default_Ignorable_Code_Point: shows nothing of its own.</summary>
    Ignorable = 8,
}
