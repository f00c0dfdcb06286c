namespace CoalitionLetters.Typesetting.Fonts;

/// <summary>One OpenType font with TrueType outlines. It never changes and may be shared between threads.
/// All measures are in font units, <see cref="UnitsPerEm"/> of which make one em; y grows upwards.
/// After the OpenType specification 1.9 (ISO/IEC 14496-22).</summary>
public sealed class FontFile
{
    private const int MaxGlyphs = 65_535;

    private readonly FontTable hmtx;
    private readonly int advances;
    private readonly CharacterMap characters;

    private FontFile(ReadOnlyMemory<byte> bytes, string name)
    {
        Name = name;
        Tables = new FontTables(bytes, name);

        var head = Tables.Required("head");
        UnitsPerEm = head.UShort(18);
        if (UnitsPerEm is < 16 or > 16_384)
            head.Broken();
        Bounds = (head.Short(36), head.Short(38), head.Short(40), head.Short(42));

        GlyphCount = Math.Min((int)Tables.Required("maxp").UShort(4), MaxGlyphs);
        if (GlyphCount == 0)
            Tables.Required("maxp").Broken();

        var hhea = Tables.Required("hhea");
        Ascent = hhea.Short(4);
        Descent = hhea.Short(6);
        LineGap = hhea.Short(8);

        hmtx = Tables.Required("hmtx");
        advances = hhea.UShort(34);
        if (advances == 0 || advances > GlyphCount)
            hhea.Broken();
        hmtx.Need(0, 4 * advances);

        characters = new CharacterMap(Tables.Required("cmap"), GlyphCount, name);
        Outlines = new GlyphOutlines(Tables, GlyphCount);

        var post = Tables.Optional("post");
        ItalicAngle = post.IsEmpty ? 0 : post.UInt(4) is var angle ? (int)angle / 65_536.0 : 0;

        var os2 = Tables.Optional("OS/2");
        Weight = os2.IsEmpty ? 400 : os2.UShort(4);
        var hasHeights = os2.Length >= 90 && os2.UShort(0) >= 2;
        CapHeight = hasHeights ? os2.Short(88) : Ascent;
        XHeight = hasHeights ? os2.Short(86) : Ascent / 2;

        PostScriptName = new NameTable(Tables.Optional("name")).PostScriptName ?? "Font";
    }

    /// <summary>Reads a font; a <see cref="TypesettingException"/> names what is wrong with a file that is no such font.</summary>
    /// <param name="name">How to call the font in messages, its file name for example.</param>
    public static FontFile Read(ReadOnlyMemory<byte> bytes, string name) => new(bytes, name);

    public string Name { get; }
    public string PostScriptName { get; }
    public int UnitsPerEm { get; }
    public int Ascent { get; }

    /// <summary>Below the baseline, so below zero in most fonts.</summary>
    public int Descent { get; }
    public int LineGap { get; }
    public int CapHeight { get; }
    public int XHeight { get; }

    /// <summary>From 1 to 1000; 400 is regular and 700 bold.</summary>
    public int Weight { get; }

    /// <summary>In degrees counter-clockwise, so below zero for a font that leans to the right.</summary>
    public double ItalicAngle { get; }
    public (int XMin, int YMin, int XMax, int YMax) Bounds { get; }
    public int GlyphCount { get; }

    internal FontTables Tables { get; }
    internal GlyphOutlines Outlines { get; }

    /// <summary>The glyph for a character on its own, 0 if the font has none.</summary>
    public ushort GlyphFor(int codePoint) => characters[codePoint];

    public bool Covers(int codePoint) => characters[codePoint] != 0;

    public int AdvanceOf(ushort glyph) => hmtx.UShort(4 * Math.Min(glyph, advances - 1));

    internal int LeftSideBearingOf(ushort glyph)
    {
        var at = glyph < advances ? 4 * glyph + 2 : 4 * advances + 2 * (glyph - advances);
        return at <= hmtx.Length - 2 ? hmtx.Short(at) : 0;
    }

    /// <summary>A font of these glyphs and their parts only, under new numbers. The same glyphs give the same bytes in whatever order they come.</summary>
    public FontSubset Subset(IEnumerable<ushort> glyphs) => Subset(glyphs, []);

    /// <summary>A font of these glyphs and their parts, and of glyphs made of it.</summary>
    public FontSubset Subset(IEnumerable<ushort> glyphs, IReadOnlyList<MadeGlyph> made) => new FontSubsetter(this, made).Subset(glyphs);
}
