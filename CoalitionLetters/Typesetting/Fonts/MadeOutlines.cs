using System.Buffers.Binary;

namespace CoalitionLetters.Typesetting.Fonts;

/// <summary>Writes made glyphs as composed ones.</summary>
internal sealed class MadeOutlines(FontFile font, IReadOnlyList<MadeGlyph> made)
{
    private const int ArgumentsAreWords = 0x0001, ArgumentsAreOffsets = 0x0002, MoreParts = 0x0020;
    private const int HeaderLength = 10, PartLength = 8;

    /// <summary>The font's glyphs that are needed for them.</summary>
    public IEnumerable<ushort> Parts => made.SelectMany(glyph => glyph.Parts).Select(part => part.Glyph);

    /// <summary>Where the ink begins, so that no reader moves the outline.</summary>
    public short LeftSideBearingOf(MadeGlyph glyph) => BoundsOf(Inked(glyph)).Left;

    public byte[] Write(MadeGlyph glyph, GlyphNumbers numbers)
    {
        var parts = Inked(glyph);
        if (parts.Count == 0)
            return [];

        var bytes = new byte[HeaderLength + PartLength * parts.Count];
        var (left, bottom, right, top) = BoundsOf(parts);
        short[] header = [-1, left, bottom, right, top];
        for (var i = 0; i < header.Length; i++)
            BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(2 * i), header[i]);

        for (var i = 0; i < parts.Count; i++)
        {
            var at = bytes.AsSpan(HeaderLength + PartLength * i);
            var flags = ArgumentsAreWords | ArgumentsAreOffsets | (i < parts.Count - 1 ? MoreParts : 0);
            BinaryPrimitives.WriteUInt16BigEndian(at, (ushort)flags);
            BinaryPrimitives.WriteUInt16BigEndian(at[2..], numbers[parts[i].Glyph]);
            BinaryPrimitives.WriteInt16BigEndian(at[4..], Short(parts[i].X - ShiftOf(parts[i].Glyph)));
            BinaryPrimitives.WriteInt16BigEndian(at[6..], parts[i].Y);
        }

        return bytes;
    }

    /// <summary>Raises what the table "maxp" says of composed glyphs: points, contours, parts, depth.</summary>
    public void RaiseLimits(Span<byte> maxp)
    {
        var most = made.Select(glyph => glyph.Parts.Count).DefaultIfEmpty().Max();
        if (most == 0)
            return;

        Raise(maxp[8..], most * Math.Max(UShort(maxp[4..]), UShort(maxp[8..])));
        Raise(maxp[10..], most * Math.Max(UShort(maxp[6..]), UShort(maxp[10..])));
        Raise(maxp[28..], most);
        Raise(maxp[30..], UShort(maxp[30..]) + 1);
    }

    private static void Raise(Span<byte> number, int least) =>
        BinaryPrimitives.WriteUInt16BigEndian(number, (ushort)Math.Min(ushort.MaxValue, Math.Max(UShort(number), least)));

    private static int UShort(ReadOnlySpan<byte> number) => BinaryPrimitives.ReadUInt16BigEndian(number);

    private List<GlyphPart> Inked(MadeGlyph glyph) => [.. glyph.Parts.Where(part => !font.Outlines[part.Glyph].IsEmpty)];

    /// <summary>How far readers move a glyph to the left, so that its ink begins where the font's metrics say.</summary>
    private int ShiftOf(ushort glyph) => font.Outlines[glyph].Short(2) - font.LeftSideBearingOf(glyph);

    private (short Left, short Bottom, short Right, short Top) BoundsOf(List<GlyphPart> parts)
    {
        if (parts.Count == 0)
            return default;

        var (left, bottom, right, top) = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);
        foreach (var part in parts)
        {
            var outline = font.Outlines[part.Glyph];
            var x = part.X - ShiftOf(part.Glyph);
            (left, bottom) = (Math.Min(left, outline.Short(2) + x), Math.Min(bottom, outline.Short(4) + part.Y));
            (right, top) = (Math.Max(right, outline.Short(6) + x), Math.Max(top, outline.Short(8) + part.Y));
        }

        return (Short(left), Short(bottom), Short(right), Short(top));
    }

    private static short Short(int value) => (short)Math.Clamp(value, short.MinValue, short.MaxValue);
}
