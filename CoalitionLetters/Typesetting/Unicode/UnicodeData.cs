namespace CoalitionLetters.Typesetting.Unicode;

/// <summary>
/// Properties of all code points, from the Unicode Character Database 15.0 (unicode.bin, made by make-tables.py). The 17 KB are
/// read on first need into blocks of 128 code points, equal blocks shared; a lookup is two array reads.
/// </summary>
internal sealed class UnicodeData
{
    private const int BlockBits = 7;
    private const int BlockSize = 1 << BlockBits;

    private static readonly Lazy<UnicodeData> Loaded = new(() => new UnicodeData(ReadResource()));

    private readonly Record[] records;
    private readonly Script[][] extensionSets;
    private readonly Script[][] single = new Script[ScriptTags.All.Length / 4][];
    private readonly ushort[] blockOf = new ushort[0x110000 >> BlockBits];
    private readonly ushort[] recordOf;

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
        Mirrors = ReadMirrors(reader);
        Brackets = ReadBrackets(reader);
    }

    public static UnicodeData Instance => Loaded.Value;

    /// <summary>Bidi_Mirroring_Glyph.</summary>
    public IReadOnlyDictionary<int, int> Mirrors { get; }

    /// <summary>Bidi_Paired_Bracket and whether the key is the opening one.</summary>
    public IReadOnlyDictionary<int, (int Pair, bool Opens)> Brackets { get; }

    public ref readonly Record this[int codePoint] =>
        ref records[recordOf[(blockOf[codePoint >> BlockBits] << BlockBits) + (codePoint & (BlockSize - 1))]];

    /// <summary>Script_Extensions by the number in a record; the set of number 0 is empty.</summary>
    public Script[] ExtensionSet(int number) => extensionSets[number];

    /// <summary>The set of one script, the same array each time.</summary>
    public Script[] Alone(Script script) => single[(int)script];

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

    private ushort[] ReadRanges(NumberReader reader)
    {
        var blocks = new List<ushort>(300 * BlockSize);
        var uniformBlocks = new Dictionary<ushort, ushort>();
        var block = new ushort[BlockSize];
        var filled = 0;
        var at = 0;

        for (var left = reader.Next(); left > 0; left--)
        {
            var length = reader.Next();
            var record = (ushort)reader.Next();
            while (length > 0)
            {
                var whole = filled == 0 && length >= BlockSize;
                var count = whole ? length & ~(BlockSize - 1) : Math.Min(length, BlockSize - filled);
                if (whole)
                {
                    blockOf.AsSpan(at, count >> BlockBits).Fill(UniformBlock(record));
                    at += count >> BlockBits;
                }
                else
                {
                    block.AsSpan(filled, count).Fill(record);
                    filled += count;
                    if (filled == BlockSize)
                    {
                        blockOf[at++] = Append(block);
                        filled = 0;
                    }
                }

                length -= count;
            }
        }

        return [.. blocks];

        ushort UniformBlock(ushort record)
        {
            if (!uniformBlocks.TryGetValue(record, out var number))
            {
                var uniform = new ushort[BlockSize];
                Array.Fill(uniform, record);
                uniformBlocks[record] = number = Append(uniform);
            }

            return number;
        }

        ushort Append(ushort[] values)
        {
            blocks.AddRange(values);
            return (ushort)((blocks.Count >> BlockBits) - 1);
        }
    }

    private static Dictionary<int, int> ReadMirrors(NumberReader reader)
    {
        var count = reader.Next();
        var mirrors = new Dictionary<int, int>(count);
        for (var code = 0; count > 0; count--)
        {
            code += reader.Next();
            mirrors[code] = code + reader.NextSigned();
        }

        return mirrors;
    }

    private static Dictionary<int, (int, bool)> ReadBrackets(NumberReader reader)
    {
        var count = reader.Next();
        var brackets = new Dictionary<int, (int, bool)>(count);
        for (var code = 0; count > 0; count--)
        {
            code += reader.Next();
            brackets[code] = (code + reader.NextSigned(), reader.Next() == 1);
        }

        return brackets;
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
