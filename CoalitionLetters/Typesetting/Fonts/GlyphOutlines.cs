namespace CoalitionLetters.Typesetting.Fonts;

/// <summary>The outlines of a font: the tables "glyf" and "loca", read glyph by glyph.</summary>
internal sealed class GlyphOutlines
{
    private const int HeaderLength = 10;

    private readonly FontTable glyf;
    private readonly FontTable loca;
    private readonly bool isLong;

    public GlyphOutlines(FontTables tables, int glyphCount)
    {
        glyf = tables.Required("glyf");
        loca = tables.Required("loca");
        isLong = tables.Required("head").Short(50) != 0;
        loca.Need(0, (glyphCount + 1) * (isLong ? 4 : 2));
    }

    /// <summary>What stands in the file for one glyph; empty for a space.</summary>
    public FontTable this[ushort glyph]
    {
        get
        {
            var (start, end) = isLong
                ? (loca.Int(4 * glyph), loca.Int(4 * glyph + 4))
                : (2 * loca.UShort(2 * glyph), 2 * loca.UShort(2 * glyph + 2));
            var outline = glyf.Slice(start, end - start);
            if (!outline.IsEmpty)
                outline.Need(0, HeaderLength);
            return outline;
        }
    }

    /// <summary>How far the ink of a glyph reaches up from the baseline and down to, in font units; nothing for a space.</summary>
    public (int Top, int Bottom) HeightOf(ushort glyph) => this[glyph] is { IsEmpty: false } outline ? (outline.Short(8), outline.Short(4)) : (0, 0);

    public static bool IsComposite(FontTable outline) => !outline.IsEmpty && outline.Short(0) < 0;

    /// <summary>Where the parts of a composed glyph stand: the offset of each part's glyph number, and the end of the last part.</summary>
    public static (List<int> PartsAt, int LastFlagsAt, int End) Parts(FontTable outline)
    {
        List<int> parts = [];
        var at = HeaderLength;
        while (true)
        {
            var flagsAt = at;
            var flags = outline.UShort(flagsAt);
            parts.Add(flagsAt + 2);

            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2);
            at += (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;
            if ((flags & MoreParts) == 0)
            {
                outline.Need(0, at);
                return (parts, flagsAt, at);
            }
        }
    }

    /// <summary>Where the instructions of a simple glyph stand: at the number that tells their length.</summary>
    public static int InstructionsAt(FontTable outline) => HeaderLength + 2 * outline.Short(0);

    private const int ArgumentsAreWords = 0x0001, HasScale = 0x0008, MoreParts = 0x0020, HasTwoScales = 0x0040, HasMatrix = 0x0080;
    public const int HasInstructions = 0x0100;
}
