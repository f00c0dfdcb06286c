namespace CoalitionLetters.Typesetting.Fonts;

/// <summary>From characters to glyphs: the table "cmap", its subtables of format 4 (the first 65,536 characters) and 12 (all).</summary>
internal sealed class CharacterMap
{
    private const int DirectCount = 0x250;

    private readonly FontTable format4;
    private readonly FontTable format12;
    private readonly int segments;
    private readonly int groups;
    private readonly int glyphCount;
    private readonly ushort[] direct = new ushort[DirectCount];

    /// <summary>Throws if the font maps no Unicode characters.</summary>
    public CharacterMap(FontTable cmap, int glyphCount, string font)
    {
        this.glyphCount = glyphCount;

        var count = cmap.UShort(2);
        for (var i = 0; i < count; i++)
        {
            var platform = cmap.UShort(4 + 8 * i);
            var encoding = cmap.UShort(6 + 8 * i);
            var isUnicode = platform == 0 && encoding != 5 || platform == 3 && encoding is 1 or 10;
            if (!isUnicode)
                continue;

            var subtable = cmap.From(cmap.Int(8 + 8 * i));
            if (subtable.UShort(0) == 4 && format4.IsEmpty)
                format4 = subtable;
            else if (subtable.UShort(0) == 12 && format12.IsEmpty)
                format12 = subtable;
        }

        if (format4.IsEmpty && format12.IsEmpty)
            throw new TypesettingException($"The font “{font}” has no map of Unicode characters that we can read.");

        if (!format4.IsEmpty)
        {
            segments = format4.UShort(6) / 2;
            format4.Need(0, 16 + 8 * segments);
        }

        if (!format12.IsEmpty)
        {
            groups = format12.Int(12);
            if (groups > format12.Length / 12)
                format12.Broken();
            format12.Need(16, 12 * groups);
        }

        for (var c = 0; c < DirectCount; c++)
            direct[c] = Find(c);
    }

    /// <summary>The glyph for a character, 0 if there is none.</summary>
    public ushort this[int codePoint] => (uint)codePoint < DirectCount ? direct[codePoint] : Find(codePoint);

    private ushort Find(int codePoint)
    {
        if (codePoint is < 0 or > 0x10FFFF || IsPrivate(codePoint))
            return 0;

        var glyph = groups > 0 ? FindInGroups(codePoint) : codePoint <= 0xFFFF ? FindInSegments(codePoint) : 0;
        return glyph > 0 && glyph < glyphCount ? (ushort)glyph : (ushort)0;
    }

    /// <summary>What these characters mean only a font knows: nobody could find them or hear them, so they count as missing (ISO 19005-3, 6.2.11.7.3).</summary>
    private static bool IsPrivate(int codePoint) => codePoint is (>= 0xE000 and <= 0xF8FF) or >= 0xF0000;

    private int FindInGroups(int codePoint)
    {
        var (low, high) = (0, groups - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var group = 16 + 12 * middle;
            if (codePoint < format12.UInt(group))
                high = middle - 1;
            else if (codePoint > format12.UInt(group + 4))
                low = middle + 1;
            else
                return (int)Math.Min(format12.UInt(group + 8) + (long)codePoint - format12.UInt(group), int.MaxValue);
        }

        return 0;
    }

    // There are four arrays of one number per segment: the ends and, after two bytes of padding, the starts, the deltas and the range offsets.
    private int FindInSegments(int codePoint)
    {
        var (low, high) = (0, segments - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (format4.UShort(14 + 2 * middle) < codePoint)
                low = middle + 1;
            else
                high = middle;
        }

        if (low >= segments || format4.UShort(14 + 2 * low) < codePoint)
            return 0;

        var starts = 16 + 2 * segments;
        var start = format4.UShort(starts + 2 * low);
        if (codePoint < start)
            return 0;

        var delta = format4.UShort(starts + 2 * segments + 2 * low);
        var rangeOffsetAt = starts + 4 * segments + 2 * low;
        var rangeOffset = format4.UShort(rangeOffsetAt);
        if (rangeOffset == 0)
            return (ushort)(codePoint + delta);
        if (rangeOffset == 0xFFFF)
            return 0;

        var glyph = format4.UShort(rangeOffsetAt + rangeOffset + 2 * (codePoint - start));
        return glyph == 0 ? 0 : (ushort)(glyph + delta);
    }
}
