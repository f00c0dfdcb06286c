using System.Text;

namespace CoalitionLetters.Typesetting.HarfBuzz;

/// <summary>Reads the numbers and names of a WebAssembly file, one after another.</summary>
internal struct WasmReader(byte[] bytes, int start, int end)
{
    public int At { get; private set; } = start;
    public readonly bool IsAtEnd => At >= end;

    public byte Byte() => At < end ? bytes[At++] : throw Broken();

    /// <summary>An unsigned number in LEB128, seven bits to a byte.</summary>
    public int Count()
    {
        uint value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var b = Byte();
            value |= (uint)(b & 0x7F) << shift;
            if ((b & 0x80) == 0)
                return (int)value;
        }

        throw Broken();
    }

    /// <summary>A signed number in LEB128.</summary>
    public long Signed()
    {
        long value = 0;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var b = Byte();
            value |= (long)(b & 0x7F) << shift;
            if ((b & 0x80) == 0)
                return shift + 7 < 64 && (b & 0x40) != 0 ? value | -1L << (shift + 7) : value;
        }

        throw Broken();
    }

    public int Float32Bits() => BitConverter.ToInt32(Take(4));

    public long Float64Bits() => BitConverter.ToInt64(Take(8));

    public string Name() => Encoding.UTF8.GetString(Take(Count()));

    /// <summary>A part of so many bytes, to be read on its own.</summary>
    public WasmReader Part(int length)
    {
        var part = new WasmReader(bytes, At, At + length);
        Take(length);
        return part;
    }

    public ReadOnlySpan<byte> Take(int length)
    {
        if (length < 0 || length > end - At)
            throw Broken();
        At += length;
        return bytes.AsSpan(At - length, length);
    }

    public static InvalidDataException Broken() => new("The WebAssembly module does not hold together.");
}
