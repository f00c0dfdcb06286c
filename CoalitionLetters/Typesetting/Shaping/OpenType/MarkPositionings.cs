using CoalitionLetters.Typesetting.Fonts;

namespace CoalitionLetters.Typesetting.Shaping.OpenType;

/// <summary>Places marks: each mark has an anchor and a class, and what it hangs on has an anchor for each class. The two anchors meet.</summary>
internal abstract class MarkPositioning(FontTable table) : Subtable(new Coverage(table.Follow(2)))
{
    protected Coverage Holders { get; } = new(table.Follow(4));
    protected int ClassCount { get; } = table.UShort(6);
    protected FontTable HolderArray { get; } = table.Follow(10);

    private readonly FontTable marks = table.Follow(8);

    public abstract override int Apply(LookupWork work, int at);

    /// <param name="anchors">Where the holder's anchors stand, as offsets from the start of this table, one for each class.</param>
    protected int Attach(LookupWork work, int mark, int holder, FontTable anchors, int anchorsAt)
    {
        var index = Starts.IndexOf(work.Line[mark].Glyph);
        if (index < 0 || index >= marks.UShort(0))
            return -1;

        var markClass = marks.UShort(2 + 4 * index);
        if (markClass >= ClassCount || anchors.UShort(anchorsAt + 2 * markClass) == 0)
            return -1;

        var (markX, markY) = Anchor(marks.Follow(4 + 4 * index));
        var (holderX, holderY) = Anchor(anchors.Follow(anchorsAt + 2 * markClass));
        ref var item = ref work.Line[mark];
        item.XOffset = holderX - markX;
        item.YOffset = holderY - markY;
        item.AttachedTo = holder;
        return mark + 1;
    }

    private static (int X, int Y) Anchor(FontTable anchor) => (anchor.Short(2), anchor.Short(4));

    /// <summary>The nearest glyph before that is no mark, -1 if there is none.</summary>
    protected static int HolderBefore(LookupWork work, int at)
    {
        for (at--; at >= 0; at--)
        {
            if (!work.Line[at].IsMark)
                return at;
        }

        return -1;
    }
}

internal sealed class MarkToBasePositioning(FontTable table) : MarkPositioning(table)
{
    public override int Apply(LookupWork work, int at)
    {
        var holder = HolderBefore(work, at);
        var index = holder < 0 ? -1 : Holders.IndexOf(work.Line[holder].Glyph);
        return index < 0 || index >= HolderArray.UShort(0)
            ? -1
            : Attach(work, at, holder, HolderArray, 2 + 2 * ClassCount * index);
    }
}

internal sealed class MarkToLigaturePositioning(FontTable table) : MarkPositioning(table)
{
    public override int Apply(LookupWork work, int at)
    {
        var holder = HolderBefore(work, at);
        var index = holder < 0 ? -1 : Holders.IndexOf(work.Line[holder].Glyph);
        if (index < 0 || index >= HolderArray.UShort(0))
            return -1;

        var parts = HolderArray.Follow(2 + 2 * index);
        var count = parts.UShort(0);
        if (count == 0)
            return -1;

        var (mark, ligature) = (work.Line[at], work.Line[holder]);
        var isOnThis = ligature.Ligature != 0 && ligature.Ligature == mark.Ligature && mark.Part > 0;
        var part = isOnThis ? Math.Min(count, mark.Part) : count;
        return Attach(work, at, holder, parts, 2 + 2 * ClassCount * (part - 1));
    }
}

internal sealed class MarkToMarkPositioning(FontTable table) : MarkPositioning(table)
{
    public override int Apply(LookupWork work, int at)
    {
        var holder = at - 1;
        while (holder >= 0 && work.Line[holder].IsMark && !work.Lookup.Sees(work.Line[holder]))
            holder--;
        if (holder < 0 || !work.Line[holder].IsMark || !StandTogether(work.Line[at], work.Line[holder]))
            return -1;

        var index = Holders.IndexOf(work.Line[holder].Glyph);
        return index < 0 || index >= HolderArray.UShort(0)
            ? -1
            : Attach(work, at, holder, HolderArray, 2 + 2 * ClassCount * index);
    }

    // On the same base or part of a ligature, or one of them is itself made of marks.
    private static bool StandTogether(in GlyphItem mark, in GlyphItem other) => mark.Ligature == other.Ligature
        ? mark.Ligature == 0 || mark.Part == other.Part
        : mark.Ligature > 0 && mark.Part == 0 || other.Ligature > 0 && other.Part == 0;
}
