using CoalitionLetters.Typesetting.Fonts;

namespace CoalitionLetters.Typesetting.Shaping.OpenType;

/// <summary>One lookup of GSUB or GPOS: what to do with a glyph and its neighbors, and which neighbors it does not see.</summary>
internal sealed class Lookup
{
    private const int IgnoreBases = 2, IgnoreLigatures = 4, IgnoreMarks = 8, UseMarkSet = 0x10;

    private readonly Subtable[] subtables;
    private readonly GlyphDefinitions definitions;
    private readonly int flags;
    private readonly int markSet;
    private readonly GlyphSet starts = new();

    public Lookup(FontTable table, GlyphDefinitions definitions, Func<int, FontTable, Subtable> read, ref int allowance)
    {
        this.definitions = definitions;
        flags = table.UShort(2);
        subtables = new Subtable[table.UShort(4)];
        for (var i = 0; i < subtables.Length; i++)
        {
            subtables[i] = read(table.UShort(0), table.Follow(6 + 2 * i));
            subtables[i].Starts.AddTo(starts, ref allowance);
        }

        markSet = (flags & UseMarkSet) != 0 ? table.UShort(6 + 2 * subtables.Length) : -1;
    }

    /// <summary>Whether it may do something at this glyph.</summary>
    public bool StartsAt(ushort glyph) => starts.Contains(glyph);

    /// <summary>Does its work at one glyph; the next one to look at is given back, or -1 if nothing was done.</summary>
    public int ApplyAt(GlyphLine line, int at, LayoutTable layout, int depth)
    {
        if (!StartsAt(line[at].Glyph) || !Sees(line[at]) || !line.MayWork())
            return -1;

        var work = new LookupWork(line, this, layout, depth);
        foreach (var subtable in subtables)
        {
            var next = subtable.Apply(work, at);
            if (next >= 0)
                return next;
        }

        return -1;
    }

    public bool Sees(in GlyphItem item)
    {
        switch (item.Class)
        {
            case GlyphClass.Base:
                return (flags & IgnoreBases) == 0;
            case GlyphClass.Ligature:
                return (flags & IgnoreLigatures) == 0;
            case GlyphClass.Mark:
                if ((flags & IgnoreMarks) != 0)
                    return false;
                if (markSet >= 0)
                    return definitions.IsInMarkSet(markSet, item.Glyph);
                var attachment = flags >> 8;
                return attachment == 0 || definitions.AttachmentClassOf(item.Glyph) == attachment;
            default:
                return true;
        }
    }
}

/// <summary>A lookup at work on a line of glyphs.</summary>
internal readonly record struct LookupWork(GlyphLine Line, Lookup Lookup, LayoutTable Layout, int Depth)
{
    /// <summary>The next glyph that the lookup sees, -1 at the end.</summary>
    public int Next(int at)
    {
        for (at++; at < Line.Count; at++)
        {
            if (Lookup.Sees(Line[at]))
                return at;
        }

        return -1;
    }

    /// <summary>The glyph before that the lookup sees, -1 at the start.</summary>
    public int Previous(int at)
    {
        for (at--; at >= 0; at--)
        {
            if (Lookup.Sees(Line[at]))
                return at;
        }

        return -1;
    }

    /// <summary>Puts another glyph in a place; its kind comes from the font, or else is what the change made of it.</summary>
    public void Replace(int at, ushort glyph, GlyphClass otherwise = GlyphClass.None)
    {
        ref var item = ref Line[at];
        item.Glyph = glyph;
        if (Layout.Definitions.HasClasses)
            item.Class = Layout.Definitions.ClassOf(glyph);
        else if (otherwise != GlyphClass.None)
            item.Class = otherwise;
    }
}

/// <summary>One way of doing what a lookup does, for the glyphs of its coverage.</summary>
internal abstract class Subtable(Coverage starts)
{
    public Coverage Starts => starts;

    /// <summary>Gives back the next glyph to look at, or -1 if it does not apply here.</summary>
    public abstract int Apply(LookupWork work, int at);
}

/// <summary>A kind of subtable that is left to HarfBuzz (alternates, cursive attachment, reverse contexts): where it would act, the line is marked.</summary>
internal sealed class UnknownSubtable(Coverage starts) : Subtable(starts)
{
    public override int Apply(LookupWork work, int at)
    {
        if (Starts.Contains(work.Line[at].Glyph))
            work.Line.IsBeyondUs = true;
        return -1;
    }
}
