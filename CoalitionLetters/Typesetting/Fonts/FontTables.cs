using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace CoalitionLetters.Typesetting.Fonts;

/// <summary>The table directory of an OpenType file with TrueType outlines. Other kinds are named and refused.</summary>
internal sealed class FontTables
{
    private const int MaxTables = 256;

    private readonly Dictionary<string, Place> places = [];

    public FontTables(ReadOnlyMemory<byte> memory, string name)
    {
        Name = name;
        Bytes = MemoryMarshal.TryGetArray(memory, out var array) && array.Offset == 0 && array.Count == array.Array!.Length
            ? array.Array
            : memory.ToArray();

        RefuseOtherKinds(Bytes, name);
        ReadDirectory();

        if (Has("CFF ") || Has("CFF2"))
            throw new TypesettingException($"The font “{name}” has PostScript (CFF) outlines; use a version with TrueType outlines (.ttf).");
        if (Has("fvar"))
            throw new TypesettingException($"The font “{name}” is a variable font; use its static files, one for each weight.");
    }

    public string Name { get; }
    public byte[] Bytes { get; }

    private sealed record Place(int Start, int Length);

    public bool Has(string tag) => places.ContainsKey(tag);

    /// <summary>An empty table if the font has none of that name.</summary>
    public FontTable Optional(string tag) => places.TryGetValue(tag, out var place)
        ? new FontTable(Bytes, place.Start, place.Length, tag, Name)
        : new FontTable(Bytes, 0, 0, tag, Name);

    public FontTable Required(string tag) => Has(tag)
        ? Optional(tag)
        : throw new TypesettingException($"The font “{Name}” is broken: it has no table “{tag.Trim()}”.");

    /// <summary>Refuses everything that is not a single TrueType font, by its first four bytes.</summary>
    public static void RefuseOtherKinds(ReadOnlySpan<byte> start, string name)
    {
        var kind = start.Length < 12 ? 0 : BinaryPrimitives.ReadUInt32BigEndian(start);
        if (kind is 0x00010000 or 0x74727565)
            return;

        throw new TypesettingException(kind switch
        {
            0x4F54544F => $"The font “{name}” has PostScript (CFF) outlines; use a version with TrueType outlines (.ttf).",
            0x774F4646 or 0x774F4632 => $"The font “{name}” is packed for the web (WOFF); use the .ttf file.",
            0x74746366 => $"The font “{name}” is a collection of fonts (.ttc); use the single .ttf file.",
            _ => $"“{name}” is not a font file with TrueType outlines.",
        });
    }

    private void ReadDirectory()
    {
        var directory = new FontTable(Bytes, 0, Bytes.Length, "table directory", Name);
        var count = directory.UShort(4);
        if (count > MaxTables)
            directory.Broken();

        for (var i = 0; i < count; i++)
        {
            var record = directory.Slice(12 + 16 * i, 16);
            var tag = Encoding.Latin1.GetString(record.Bytes[..4]);
            new FontTable(Bytes, 0, Bytes.Length, tag, Name).Need(record.Int(8), record.Int(12));
            places[tag] = new Place(record.Int(8), record.Int(12));
        }
    }
}
