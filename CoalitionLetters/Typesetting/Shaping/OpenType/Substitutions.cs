using CoalitionLetters.Typesetting.Fonts;

namespace CoalitionLetters.Typesetting.Shaping.OpenType;

/// <summary>Reads the subtables of GSUB.</summary>
internal static class Substitutions
{
    private const int Single = 1, Multiple = 2, Ligature = 4, Context = 5, ChainedContext = 6, Extension = 7;

    public static Subtable Read(int type, FontTable table) => (type, format: table.UShort(0)) switch
    {
        (Extension, 1) when table.UShort(2) != Extension => Read(table.UShort(2), table.From(table.Int(4))),
        (Single, 1 or 2) => new SingleSubstitution(table),
        (Multiple, 1) => new MultipleSubstitution(table),
        (Ligature, 1) => new LigatureSubstitution(table),
        (Context or ChainedContext, 1 or 2 or 3) => ContextSubtable.Read(table, isChained: type == ChainedContext),
        _ => new UnknownSubtable(new Coverage(table.Follow(2))),
    };
}

internal sealed class SingleSubstitution(FontTable table) : Subtable(new Coverage(table.Follow(2)))
{
    public override int Apply(LookupWork work, int at)
    {
        var glyph = work.Line[at].Glyph;
        var index = Starts.IndexOf(glyph);
        if (index < 0)
            return -1;

        if (table.UShort(0) == 1)
            work.Replace(at, (ushort)(glyph + table.Short(4)));
        else if (index < table.UShort(4))
            work.Replace(at, table.UShort(6 + 2 * index));
        else
            return -1;
        return at + 1;
    }
}

internal sealed class MultipleSubstitution(FontTable table) : Subtable(new Coverage(table.Follow(2)))
{
    public override int Apply(LookupWork work, int at)
    {
        var index = Starts.IndexOf(work.Line[at].Glyph);
        if (index < 0 || index >= table.UShort(4))
            return -1;

        var sequence = table.Follow(6 + 2 * index);
        var count = sequence.UShort(0);
        if (count == 0)
        {
            MergeBeforeRemoving(work.Line, at);
            work.Line.RemoveAt(at);
            return at;
        }

        if (count > 1 && !work.Line.Repeat(at, count - 1))
            return -1;
        var otherwise = work.Line[at].Class == GlyphClass.Ligature ? GlyphClass.Base : GlyphClass.None;
        for (var i = 0; i < count; i++)
            work.Replace(at + i, sequence.UShort(2 + 2 * i), otherwise);
        return at + count;
    }

    private static void MergeBeforeRemoving(GlyphLine line, int at)
    {
        if (at + 1 < line.Count)
            line.MergeClusters(at, at + 2);
        else if (at > 0)
            line.MergeClusters(at - 1, at + 1);
    }
}

internal sealed class LigatureSubstitution(FontTable table) : Subtable(new Coverage(table.Follow(2)))
{
    private const int MaxParts = 64;

    public override int Apply(LookupWork work, int at)
    {
        var index = Starts.IndexOf(work.Line[at].Glyph);
        if (index < 0 || index >= table.UShort(4))
            return -1;

        Span<int> places = stackalloc int[MaxParts];
        var ligatures = table.Follow(6 + 2 * index);
        for (var i = 0; i < ligatures.UShort(0) && work.Line.MayWork(); i++)
        {
            var ligature = ligatures.Follow(2 + 2 * i);
            var parts = ligature.UShort(2);
            if (parts is 0 or > MaxParts || !Matches(work, at, ligature, places[..parts]))
                continue;

            Join(work, places[..parts], ligature.UShort(0));
            return at + 1;
        }

        return -1;
    }

    private static bool Matches(LookupWork work, int at, FontTable ligature, Span<int> places)
    {
        places[0] = at;
        for (var part = 1; part < places.Length; part++)
        {
            places[part] = work.Next(places[part - 1]);
            if (places[part] < 0 || work.Line[places[part]].Glyph != ligature.UShort(4 + 2 * (part - 1)))
                return false;
        }

        return true;
    }

    // Marks that stood between the parts stay, and remember on which part they stand. A base with its marks joined is a base still,
    // and marks joined are a mark (after HarfBuzz's ligate_input).
    private static void Join(LookupWork work, ReadOnlySpan<int> places, ushort glyph)
    {
        var line = work.Line;
        line.MergeClusters(places[0], places[^1] + 1);

        var first = line[places[0]];
        var onlyMarksFollow = true;
        foreach (var place in places[1..])
            onlyMarksFollow &= line[place].IsMark;
        var isLigature = !(onlyMarksFollow && first.Class is GlyphClass.Base or GlyphClass.Mark);

        var parts = 0;
        foreach (var place in places)
            parts += line[place].Parts;

        work.Replace(places[0], glyph, isLigature ? GlyphClass.Ligature : GlyphClass.None);
        if (isLigature)
            NumberMarks(line, places, line.NextLigature(), parts);
        for (var i = places.Length - 1; i > 0; i--)
            line.RemoveAt(places[i]);
    }

    private static void NumberMarks(GlyphLine line, ReadOnlySpan<int> places, int ligature, int parts)
    {
        var partsBefore = 0;
        var partsHere = line[places[0]].Parts;
        var last = line[places[^1]];
        for (var i = 1; i < places.Length; i++)
        {
            for (var mark = places[i - 1] + 1; mark < places[i]; mark++)
                Number(ref line[mark], ligature, partsBefore, partsHere);
            partsBefore += partsHere;
            partsHere = line[places[i]].Parts;
        }

        for (var mark = places[^1] + 1; last.Ligature != 0 && mark < line.Count && line[mark].Ligature == last.Ligature && line[mark].Part > 0; mark++)
            Number(ref line[mark], ligature, partsBefore, partsHere);

        line[places[0]].Ligature = ligature;
        line[places[0]].Parts = parts;
        line[places[0]].Part = 0;
    }

    private static void Number(ref GlyphItem mark, int ligature, int partsBefore, int partsHere)
    {
        var part = mark.Part == 0 ? partsHere : Math.Min(mark.Part, partsHere);
        mark.Ligature = ligature;
        mark.Part = partsBefore + part;
    }
}
