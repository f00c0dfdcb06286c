using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace CoalitionLetters.Typesetting.Fonts;

/// <summary>A stretch of a font file, read in big-endian order. No read leaves the stretch: a broken or hostile font gets a
/// <see cref="TypesettingException"/> that names the font and the table.</summary>
internal readonly struct FontTable(byte[] bytes, int start, int length, string tag, string font)
{
    public int Length => length;
    public bool IsEmpty => length == 0;
    public string Tag => tag;
    public ReadOnlySpan<byte> Bytes => bytes.AsSpan(start, length);

    public byte Byte(int offset)
    {
        Need(offset, 1);
        return bytes[start + offset];
    }

    public ushort UShort(int offset)
    {
        Need(offset, 2);
        return BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(start + offset));
    }

    public short Short(int offset) => (short)UShort(offset);

    public uint UInt(int offset)
    {
        Need(offset, 4);
        return BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(start + offset));
    }

    /// <summary>A 32-bit offset or count, which no honest font file needs beyond two gigabytes.</summary>
    public int Int(int offset)
    {
        var value = UInt(offset);
        if (value > int.MaxValue)
            Broken();
        return (int)value;
    }

    /// <summary>The rest of this table from an offset on.</summary>
    public FontTable From(int offset)
    {
        Need(offset, 0);
        return new FontTable(bytes, start + offset, length - offset, tag, font);
    }

    public FontTable Slice(int offset, int count)
    {
        Need(offset, count);
        return new FontTable(bytes, start + offset, count, tag, font);
    }

    /// <summary>The subtable that the 16-bit offset standing at <paramref name="at"/> points to.</summary>
    public FontTable Follow(int at) => From(UShort(at));

    /// <summary>Throws unless <paramref name="count"/> bytes stand at the offset.</summary>
    public void Need(int offset, int count)
    {
        if (offset < 0 || count < 0 || offset > length - count)
            Broken();
    }

    [DoesNotReturn]
    public void Broken() => throw new TypesettingException($"The font “{font}” is broken: its table “{tag.Trim()}” does not hold together.");
}
