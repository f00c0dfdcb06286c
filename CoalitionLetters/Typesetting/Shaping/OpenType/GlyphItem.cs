namespace CoalitionLetters.Typesetting.Shaping.OpenType;

/// <summary>A glyph on its way through the lookups.</summary>
internal struct GlyphItem
{
    public ushort Glyph;
    public GlyphClass Class;
    public int Cluster;

    /// <summary>A number for the ligature that this glyph is, or that it is a mark on; 0 for none.</summary>
    public int Ligature;

    /// <summary>For a mark on a ligature, which of its parts it stands on, from 1.</summary>
    public int Part;

    /// <summary>For a ligature, of how many parts it was made; 1 otherwise.</summary>
    public int Parts;

    public int XAdvance, XOffset, YOffset;

    /// <summary>For a mark that was placed, the glyph that it hangs on; -1 for none.</summary>
    public int AttachedTo;

    public readonly bool IsMark => Class == GlyphClass.Mark;
}
