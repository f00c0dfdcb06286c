using System.Buffers.Binary;
using System.Numerics;

namespace CoalitionLetters.Typesetting.Fonts;

/// <summary>Writes the part of a font that a document uses. Hinting is left out: paper and today's screens do without it,
/// and it is often a third of a font. What a PDF reader does not look at (names, character map, kerning) is left out too.</summary>
internal sealed class FontSubsetter(FontFile font, IReadOnlyList<MadeGlyph> made)
{
    private const int MaxOutlines = 64 << 20;

    private readonly GlyphNumbers order = new(font.GlyphCount);
    private readonly MadeOutlines madeOutlines = new(font, made);

    private int Count => order.Count + made.Count;

    public FontSubset Subset(IEnumerable<ushort> glyphs)
    {
        var isKept = new bool[font.GlyphCount];
        isKept[0] = true;
        foreach (var glyph in glyphs.Concat(madeOutlines.Parts))
        {
            if (glyph < isKept.Length)
                isKept[glyph] = true;
        }

        for (var glyph = 0; glyph < isKept.Length; glyph++)
        {
            if (isKept[glyph])
                order.Add((ushort)glyph);
        }

        var (glyf, offsets) = WriteOutlines();
        if (Count > ushort.MaxValue)
            throw new TypesettingException($"The document shows more than {ushort.MaxValue} different glyphs of the font {font.Name}.");

        var isLong = glyf.Length > 2 * ushort.MaxValue;

        SortedDictionary<string, byte[]> tables = new(StringComparer.Ordinal)
        {
            ["glyf"] = glyf,
            ["head"] = Head(isLong),
            ["hhea"] = Hhea(),
            ["hmtx"] = Hmtx(),
            ["loca"] = Loca(offsets, isLong),
            ["maxp"] = Maxp(),
        };
        return new FontSubset(Assemble(tables), order, order.Count);
    }

    // The list grows while it is walked: the parts of a composed glyph come behind the glyphs that were asked for.
    private (byte[] Glyf, List<int> Offsets) WriteOutlines()
    {
        using var glyf = new MemoryStream();
        List<int> offsets = [0];
        for (var i = 0; i < order.Count; i++)
        {
            var outline = font.Outlines[order.GlyphAt(i)];
            Write(outline.IsEmpty ? [] : GlyphOutlines.IsComposite(outline) ? Composite(outline) : Simple(outline));
        }

        foreach (var glyph in made)
            Write(madeOutlines.Write(glyph, order));
        return (glyf.ToArray(), offsets);

        void Write(byte[] outline)
        {
            glyf.Write(outline);
            while (glyf.Length % 4 != 0)
                glyf.WriteByte(0);
            // Glyphs of a hostile font may all share one large outline.
            if (glyf.Length > MaxOutlines)
                font.Tables.Required("glyf").Broken();
            offsets.Add((int)glyf.Length);
        }
    }

    private byte[] Composite(FontTable outline)
    {
        var (parts, lastFlagsAt, end) = GlyphOutlines.Parts(outline);
        var bytes = outline.Bytes[..end].ToArray();
        foreach (var at in parts)
        {
            var part = outline.UShort(at);
            if (part >= font.GlyphCount)
                outline.Broken();
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at), order.Add(part));
        }

        var lastFlags = outline.UShort(lastFlagsAt) & ~GlyphOutlines.HasInstructions;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(lastFlagsAt), (ushort)lastFlags);
        return bytes;
    }

    private static byte[] Simple(FontTable outline)
    {
        var lengthAt = GlyphOutlines.InstructionsAt(outline);
        var points = outline.From(lengthAt + 2 + outline.UShort(lengthAt));
        return [.. outline.Bytes[..lengthAt], 0, 0, .. points.Bytes];
    }

    private byte[] Head(bool isLong)
    {
        var head = Copy("head", 54);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), (short)(isLong ? 1 : 0));
        return head;
    }

    private byte[] Hhea()
    {
        var hhea = Copy("hhea", 36);
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)Count);
        return hhea;
    }

    private byte[] Hmtx()
    {
        var hmtx = new byte[4 * Count];
        for (var i = 0; i < order.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(4 * i), (ushort)font.AdvanceOf(order.GlyphAt(i)));
            BinaryPrimitives.WriteInt16BigEndian(hmtx.AsSpan(4 * i + 2), (short)font.LeftSideBearingOf(order.GlyphAt(i)));
        }

        for (var i = 0; i < made.Count; i++)
        {
            var at = 4 * (order.Count + i);
            BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(at), made[i].Advance);
            BinaryPrimitives.WriteInt16BigEndian(hmtx.AsSpan(at + 2), madeOutlines.LeftSideBearingOf(made[i]));
        }

        return hmtx;
    }

    private static byte[] Loca(List<int> offsets, bool isLong)
    {
        var loca = new byte[offsets.Count * (isLong ? 4 : 2)];
        for (var i = 0; i < offsets.Count; i++)
        {
            if (isLong)
                BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(4 * i), offsets[i]);
            else
                BinaryPrimitives.WriteUInt16BigEndian(loca.AsSpan(2 * i), (ushort)(offsets[i] / 2));
        }

        return loca;
    }

    // The last six of its numbers bound the work of the instructions, and there are none: points in the twilight zone,
    // storage, functions, own instructions, stack, length.
    private byte[] Maxp()
    {
        var maxp = Copy("maxp", 32);
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)Count);
        maxp.AsSpan(16, 12).Clear();
        madeOutlines.RaiseLimits(maxp);
        return maxp;
    }

    private byte[] Copy(string tag, int length) => font.Tables.Required(tag).Slice(0, length).Bytes.ToArray();

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var start = 12 + 16 * tables.Count;
        var file = new byte[start + tables.Values.Sum(t => Padded(t.Length))];
        var log = BitOperations.Log2((uint)tables.Count);

        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << log));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)log);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)(16 * tables.Count - (16 << log)));

        var record = 12;
        foreach (var (tag, table) in tables)
        {
            for (var i = 0; i < 4; i++)
                file[record + i] = (byte)tag[i];
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(record + 8), (uint)start);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(record + 12), (uint)table.Length);
            table.CopyTo(file.AsSpan(start));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(record + 4), Checksum(file.AsSpan(start, Padded(table.Length))));

            record += 16;
            start += Padded(table.Length);
        }

        var headAt = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(12 + 16 * 1 + 8));
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(headAt + 8), 0xB1B0AFBA - Checksum(file));
        return file;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var i = 0; i < bytes.Length; i += 4)
            sum += BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]);
        return sum;
    }
}
