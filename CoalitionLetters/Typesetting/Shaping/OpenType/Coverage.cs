using CoalitionLetters.Typesetting.Fonts;

namespace CoalitionLetters.Typesetting.Shaping.OpenType;

/// <summary>A sorted list of glyphs, as the lookups of GSUB and GPOS begin with, and the place of each in it.</summary>
internal readonly struct Coverage(FontTable table)
{
    private bool IsList => table.UShort(0) == 1;

    public bool Contains(ushort glyph) => IndexOf(glyph) >= 0;

    /// <summary>-1 for a glyph that is not in the list.</summary>
    public int IndexOf(ushort glyph)
    {
        var isList = IsList;
        var (low, high) = (0, table.UShort(2) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var (start, end) = isList
                ? (table.UShort(4 + 2 * middle), table.UShort(4 + 2 * middle))
                : (table.UShort(4 + 6 * middle), table.UShort(6 + 6 * middle));
            if (glyph < start)
                high = middle - 1;
            else if (glyph > end)
                low = middle + 1;
            else
                return isList ? middle : table.UShort(8 + 6 * middle) + glyph - start;
        }

        return -1;
    }

    /// <summary>Adds all its glyphs, and takes their number from what may still be read. Those of an honest font ascend.</summary>
    public void AddTo(GlyphSet set, ref int allowance)
    {
        var next = 0;
        for (var i = 0; i < table.UShort(2); i++)
        {
            var (start, end) = IsList
                ? (table.UShort(4 + 2 * i), table.UShort(4 + 2 * i))
                : (table.UShort(4 + 6 * i), table.UShort(6 + 6 * i));
            allowance -= 1 + end - start;
            if (start < next || end < start || allowance < 0)
                table.Broken();
            for (int glyph = start; glyph <= end; glyph++)
                set.Add((ushort)glyph);
            next = end + 1;
        }
    }
}

/// <summary>A number for each glyph; 0 for those that are not named.</summary>
internal readonly struct GlyphClasses(FontTable table)
{
    public bool IsEmpty => table.IsEmpty;

    public int Of(ushort glyph)
    {
        if (table.IsEmpty)
            return 0;

        if (table.UShort(0) == 1)
        {
            var index = glyph - table.UShort(2);
            return index >= 0 && index < table.UShort(4) ? table.UShort(6 + 2 * index) : 0;
        }

        var (low, high) = (0, table.UShort(2) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (glyph < table.UShort(4 + 6 * middle))
                high = middle - 1;
            else if (glyph > table.UShort(6 + 6 * middle))
                low = middle + 1;
            else
                return table.UShort(8 + 6 * middle);
        }

        return 0;
    }
}
