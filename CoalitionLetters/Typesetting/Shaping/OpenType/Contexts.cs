using CoalitionLetters.Typesetting.Fonts;

namespace CoalitionLetters.Typesetting.Shaping.OpenType;

internal enum ContextSide { Before, Input, After }

/// <summary>A context: the numbers of what stands before (nearest first), of the input, and after, then the lookups to call at places of the input.
/// What a number means (a glyph, a class, a coverage) depends on the format.</summary>
internal readonly struct ContextRule
{
    private readonly FontTable table;
    private readonly int beforeAt, inputAt, afterAt, callsAt;

    /// <param name="skipped">1 if the list of the input leaves out its first glyph, which has been matched already; 0 if not.</param>
    public ContextRule(FontTable table, bool isChained, int skipped)
    {
        this.table = table;
        if (isChained)
        {
            BeforeCount = table.UShort(0);
            beforeAt = 2;
            InputCount = table.UShort(beforeAt + 2 * BeforeCount);
            inputAt = beforeAt + 2 * BeforeCount + 2 - 2 * skipped;
            AfterCount = table.UShort(inputAt + 2 * InputCount);
            afterAt = inputAt + 2 * InputCount + 2;
            CallCount = table.UShort(afterAt + 2 * AfterCount);
            callsAt = afterAt + 2 * AfterCount + 2;
        }
        else
        {
            InputCount = table.UShort(0);
            CallCount = table.UShort(2);
            inputAt = 4 - 2 * skipped;
            callsAt = inputAt + 2 * InputCount;
        }
    }

    public int BeforeCount { get; }
    public int InputCount { get; }
    public int AfterCount { get; }
    public int CallCount { get; }

    public ushort Before(int i) => table.UShort(beforeAt + 2 * i);
    public ushort Input(int i) => table.UShort(inputAt + 2 * i);
    public ushort After(int i) => table.UShort(afterAt + 2 * i);
    public (int Place, int Lookup) Call(int i) => (table.UShort(callsAt + 4 * i), table.UShort(callsAt + 4 * i + 2));
}

/// <summary>Calls other lookups where glyphs stand in a certain context; GSUB and GPOS share it.</summary>
internal abstract class ContextSubtable(Coverage starts) : Subtable(starts)
{
    private const int MaxInput = 64;

    public static ContextSubtable Read(FontTable table, bool isChained) => table.UShort(0) == 3
        ? new CoverageContext(table, isChained)
        : new RuleContext(table, isChained);

    protected abstract bool Matches(ContextSide side, ushort number, ushort glyph);

    protected int Apply(LookupWork work, int at, ContextRule rule)
    {
        if (rule.InputCount is 0 or > MaxInput)
            return -1;

        Span<int> places = stackalloc int[MaxInput];
        places[0] = at;
        for (var i = 1; i < rule.InputCount; i++)
        {
            places[i] = work.Next(places[i - 1]);
            if (places[i] < 0 || !Matches(ContextSide.Input, rule.Input(i), work.Line[places[i]].Glyph))
                return -1;
        }

        for (int i = 0, place = at; i < rule.BeforeCount; i++)
        {
            place = work.Previous(place);
            if (place < 0 || !Matches(ContextSide.Before, rule.Before(i), work.Line[place].Glyph))
                return -1;
        }

        for (int i = 0, place = places[rule.InputCount - 1]; i < rule.AfterCount; i++)
        {
            place = work.Next(place);
            if (place < 0 || !Matches(ContextSide.After, rule.After(i), work.Line[place].Glyph))
                return -1;
        }

        return CallLookups(work, rule, places[..rule.InputCount]);
    }

    // A called lookup may make the line longer or shorter; the places after it move along.
    private static int CallLookups(LookupWork work, ContextRule rule, Span<int> places)
    {
        var end = places[^1] + 1;
        for (var i = 0; i < rule.CallCount && work.Line.MayWork(); i++)
        {
            var (place, lookup) = rule.Call(i);
            if (place >= places.Length || places[place] >= work.Line.Count)
                continue;

            var before = work.Line.Count;
            if (work.Layout.ApplyNested(lookup, work.Line, places[place], work.Depth) < 0)
                continue;

            var grown = work.Line.Count - before;
            for (var later = place + 1; later < places.Length; later++)
                places[later] = Math.Max(places[later] + grown, places[place]);
            end = Math.Max(end + grown, places[0]);
        }

        return Math.Min(Math.Max(end, places[0] + 1), work.Line.Count);
    }
}

/// <summary>Formats 1 (the numbers are glyphs) and 2 (they are classes): many rules, grouped by the first glyph.</summary>
internal sealed class RuleContext(FontTable table, bool isChained) : ContextSubtable(new Coverage(table.Follow(2)))
{
    private readonly bool usesClasses = table.UShort(0) == 2;
    private readonly GlyphClasses inputClasses = Classes(table, isChained ? 6 : 4);
    private readonly GlyphClasses beforeClasses = isChained ? Classes(table, 4) : default;
    private readonly GlyphClasses afterClasses = isChained ? Classes(table, 8) : default;

    public override int Apply(LookupWork work, int at)
    {
        var glyph = work.Line[at].Glyph;
        var index = Starts.IndexOf(glyph);
        if (index < 0)
            return -1;

        if (usesClasses)
            index = inputClasses.Of(glyph);
        var countAt = !usesClasses ? 4 : isChained ? 10 : 6;
        if (index >= table.UShort(countAt) || table.UShort(countAt + 2 + 2 * index) == 0)
            return -1;

        var rules = table.Follow(countAt + 2 + 2 * index);
        for (var i = 0; i < rules.UShort(0) && work.Line.MayWork(); i++)
        {
            var next = Apply(work, at, new ContextRule(rules.Follow(2 + 2 * i), isChained, skipped: 1));
            if (next >= 0)
                return next;
        }

        return -1;
    }

    protected override bool Matches(ContextSide side, ushort number, ushort glyph) => !usesClasses
        ? number == glyph
        : number == (side switch
        {
            ContextSide.Before => beforeClasses,
            ContextSide.Input => inputClasses,
            _ => afterClasses,
        }).Of(glyph);

    private static GlyphClasses Classes(FontTable table, int at) =>
        table.UShort(0) != 2 || table.UShort(at) == 0 ? default : new GlyphClasses(table.Follow(at));
}

/// <summary>Format 3: one rule, whose numbers are the places of coverages.</summary>
internal sealed class CoverageContext(FontTable table, bool isChained) : ContextSubtable(First(table, isChained))
{
    private readonly ContextRule rule = new(table.From(2), isChained, skipped: 0);

    public override int Apply(LookupWork work, int at) => Starts.Contains(work.Line[at].Glyph) ? Apply(work, at, rule) : -1;

    protected override bool Matches(ContextSide side, ushort number, ushort glyph) => new Coverage(table.From(number)).Contains(glyph);

    private static Coverage First(FontTable table, bool isChained)
    {
        var rule = new ContextRule(table.From(2), isChained, skipped: 0);
        if (rule.InputCount == 0)
            table.Broken();
        return new Coverage(table.From(rule.Input(0)));
    }
}
