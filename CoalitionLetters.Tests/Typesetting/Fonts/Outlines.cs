using System.Buffers.Binary;
using System.Text;
using CoalitionLetters.Typesetting.Fonts;

namespace CoalitionLetters.Tests.Typesetting.Fonts;

/// <summary>A second, simpler reader of TrueType outlines, to check the subsetter by: all points of a glyph, those of its parts moved into place.</summary>
internal sealed class Outlines(byte[] font)
{
    private const int MaxDepth = 8;

    public Outlines(FontFile font) : this(ShippedFonts.Bytes(font.Name))
    {
    }

    public int AdvanceOf(ushort glyph) => UShort(Table("hmtx") + 4 * Math.Min(glyph, UShort(Table("hhea") + 34) - 1));

    public List<(int X, int Y, bool IsOnCurve, bool EndsContour)> PointsOf(ushort glyph, int depth = 0)
    {
        var isLong = UShort(Table("head") + 50) != 0;
        var loca = Table("loca");
        var (start, end) = isLong ? (Int(loca + 4 * glyph), Int(loca + 4 * glyph + 4)) : (2 * UShort(loca + 2 * glyph), 2 * UShort(loca + 2 * glyph + 2));
        if (start == end || depth > MaxDepth)
            return [];

        var at = Table("glyf") + start;
        var contours = Short(at);
        return contours >= 0 ? Simple(at + 10, contours) : Composite(at + 10, depth);
    }

    private List<(int, int, bool, bool)> Simple(int at, int contours)
    {
        HashSet<int> ends = [];
        for (var i = 0; i < contours; i++)
            ends.Add(UShort(at + 2 * i));
        var count = contours == 0 ? 0 : ends.Max() + 1;
        at += 2 * contours;
        at += 2 + UShort(at);

        List<byte> flags = [];
        while (flags.Count < count)
        {
            var flag = font[at++];
            flags.Add(flag);
            for (var repeats = (flag & 8) != 0 ? font[at++] : 0; repeats > 0; repeats--)
                flags.Add(flag);
        }

        var xs = Coordinates(flags, 0x02, 0x10, ref at);
        var ys = Coordinates(flags, 0x04, 0x20, ref at);
        return [.. Enumerable.Range(0, count).Select(i => (xs[i], ys[i], (flags[i] & 1) != 0, ends.Contains(i)))];
    }

    private List<int> Coordinates(List<byte> flags, int isShort, int sameOrPositive, ref int at)
    {
        List<int> values = [];
        var value = 0;
        foreach (var flag in flags)
        {
            if ((flag & isShort) != 0)
            {
                value += (flag & sameOrPositive) != 0 ? font[at] : -font[at];
                at++;
            }
            else if ((flag & sameOrPositive) == 0)
            {
                value += Short(at);
                at += 2;
            }

            values.Add(value);
        }

        return values;
    }

    // Scales are left out of account: they stand in the same bytes, which are compared by the points' count and the part's own points.
    private List<(int, int, bool, bool)> Composite(int at, int depth)
    {
        List<(int, int, bool, bool)> points = [];
        int flags;
        do
        {
            flags = UShort(at);
            var part = PointsOf((ushort)UShort(at + 2), depth + 1);
            var areWords = (flags & 1) != 0;
            var (dx, dy) = areWords ? (Short(at + 4), Short(at + 6)) : ((sbyte)font[at + 4], (short)(sbyte)font[at + 5]);
            points.AddRange(part.Select(p => (p.X + dx, p.Y + dy, p.IsOnCurve, p.EndsContour)));
            at += 4 + (areWords ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
        }
        while ((flags & 0x20) != 0);

        return points;
    }

    private int Table(string tag)
    {
        for (var at = 12; at < 12 + 16 * UShort(4); at += 16)
        {
            if (Encoding.ASCII.GetString(font, at, 4) == tag)
                return Int(at + 8);
        }

        throw new InvalidDataException(tag);
    }

    private int UShort(int at) => BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(at));

    private short Short(int at) => BinaryPrimitives.ReadInt16BigEndian(font.AsSpan(at));

    private int Int(int at) => BinaryPrimitives.ReadInt32BigEndian(font.AsSpan(at));
}
