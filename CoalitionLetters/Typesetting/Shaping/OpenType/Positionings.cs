using System.Numerics;
using CoalitionLetters.Typesetting.Fonts;

namespace CoalitionLetters.Typesetting.Shaping.OpenType;

/// <summary>Reads the subtables of GPOS.</summary>
internal static class Positionings
{
    private const int Single = 1, Pair = 2, MarkToBase = 4, MarkToLigature = 5, MarkToMark = 6, Context = 7, ChainedContext = 8, Extension = 9;

    public static Subtable Read(int type, FontTable table) => (type, format: table.UShort(0)) switch
    {
        (Extension, 1) when table.UShort(2) != Extension => Read(table.UShort(2), table.From(table.Int(4))),
        (Single, 1 or 2) => new SinglePositioning(table),
        (Pair, 1) => new GlyphPairPositioning(table),
        (Pair, 2) => new ClassPairPositioning(table),
        (MarkToBase, 1) => new MarkToBasePositioning(table),
        (MarkToLigature, 1) => new MarkToLigaturePositioning(table),
        (MarkToMark, 1) => new MarkToMarkPositioning(table),
        (Context or ChainedContext, 1 or 2 or 3) => ContextSubtable.Read(table, isChained: type == ChainedContext),
        _ => new UnknownSubtable(new Coverage(table.Follow(2))),
    };
}

/// <summary>How far to move a glyph and its follower: only the numbers that the format names are there.</summary>
internal readonly struct PositionValue(ushort format)
{
    private const int XPlacement = 1, YPlacement = 2, XAdvance = 4, YAdvance = 8;

    public int Size => 2 * BitOperations.PopCount(format);
    public bool IsEmpty => format == 0;

    /// <summary>Corrections for single sizes of pixels (device tables) and vertical advances are passed over.</summary>
    public void Apply(FontTable table, int at, ref GlyphItem item)
    {
        if ((format & XPlacement) != 0)
            item.XOffset += table.Short(Step(ref at));
        if ((format & YPlacement) != 0)
            item.YOffset += table.Short(Step(ref at));
        if ((format & XAdvance) != 0)
            item.XAdvance += table.Short(Step(ref at));
    }

    private static int Step(ref int at)
    {
        at += 2;
        return at - 2;
    }
}

internal sealed class SinglePositioning(FontTable table) : Subtable(new Coverage(table.Follow(2)))
{
    private readonly PositionValue value = new(table.UShort(4));

    public override int Apply(LookupWork work, int at)
    {
        var index = Starts.IndexOf(work.Line[at].Glyph);
        if (index < 0)
            return -1;

        if (table.UShort(0) == 1)
            value.Apply(table, 6, ref work.Line[at]);
        else if (index < table.UShort(6))
            value.Apply(table, 8 + index * value.Size, ref work.Line[at]);
        else
            return -1;
        return at + 1;
    }
}

/// <summary>Kerning, where each pair of glyphs stands by itself.</summary>
internal sealed class GlyphPairPositioning(FontTable table) : Subtable(new Coverage(table.Follow(2)))
{
    private readonly PositionValue first = new(table.UShort(4));
    private readonly PositionValue second = new(table.UShort(6));

    public override int Apply(LookupWork work, int at)
    {
        var index = Starts.IndexOf(work.Line[at].Glyph);
        if (index < 0 || index >= table.UShort(8))
            return -1;
        var follower = work.Next(at);
        if (follower < 0)
            return -1;

        var pairs = table.Follow(10 + 2 * index);
        var size = 2 + first.Size + second.Size;
        var glyph = work.Line[follower].Glyph;
        var (low, high) = (0, pairs.UShort(0) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var pair = 2 + middle * size;
            var there = pairs.UShort(pair);
            if (glyph < there)
            {
                high = middle - 1;
            }
            else if (glyph > there)
            {
                low = middle + 1;
            }
            else
            {
                first.Apply(pairs, pair + 2, ref work.Line[at]);
                second.Apply(pairs, pair + 2 + first.Size, ref work.Line[follower]);
                return second.IsEmpty ? follower : follower + 1;
            }
        }

        return -1;
    }
}

/// <summary>Kerning, where glyphs of the same shape at their sides share a class.</summary>
internal sealed class ClassPairPositioning(FontTable table) : Subtable(new Coverage(table.Follow(2)))
{
    private readonly PositionValue first = new(table.UShort(4));
    private readonly PositionValue second = new(table.UShort(6));
    private readonly GlyphClasses firstClasses = new(table.Follow(8));
    private readonly GlyphClasses secondClasses = new(table.Follow(10));
    private readonly int firstCount = table.UShort(12);
    private readonly int secondCount = table.UShort(14);

    public override int Apply(LookupWork work, int at)
    {
        if (!Starts.Contains(work.Line[at].Glyph))
            return -1;
        var follower = work.Next(at);
        if (follower < 0)
            return -1;

        var row = firstClasses.Of(work.Line[at].Glyph);
        var column = secondClasses.Of(work.Line[follower].Glyph);
        if (row >= firstCount || column >= secondCount)
            return -1;

        var value = 16 + (row * secondCount + column) * (first.Size + second.Size);
        first.Apply(table, value, ref work.Line[at]);
        second.Apply(table, value + first.Size, ref work.Line[follower]);
        return second.IsEmpty ? follower : follower + 1;
    }
}
