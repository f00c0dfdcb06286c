using CoalitionLetters.Typesetting.Fonts;

namespace CoalitionLetters.Typesetting.Shaping.OpenType;

internal enum GlyphClass : byte { None, Base, Ligature, Mark, Component }

/// <summary>What kind of glyph each one is: the table "GDEF".</summary>
internal sealed class GlyphDefinitions
{
    private readonly GlyphClasses classes;
    private readonly GlyphClasses attachments;
    private readonly FontTable markSets;

    public GlyphDefinitions(FontTable gdef)
    {
        if (gdef.IsEmpty)
            return;

        var (major, minor) = (gdef.UShort(0), gdef.UShort(2));
        if (major != 1)
            return;

        classes = new GlyphClasses(At(gdef, 4));
        attachments = new GlyphClasses(At(gdef, 10));
        markSets = minor >= 2 ? At(gdef, 12) : default;
    }

    /// <summary>Whether the font says which glyphs are marks at all.</summary>
    public bool HasClasses => !classes.IsEmpty;

    public GlyphClass ClassOf(ushort glyph) => classes.Of(glyph) is var found and <= 4 ? (GlyphClass)found : GlyphClass.None;

    public int AttachmentClassOf(ushort glyph) => attachments.Of(glyph);

    public bool IsInMarkSet(int set, ushort glyph) =>
        !markSets.IsEmpty && set < markSets.UShort(2) && new Coverage(markSets.From(markSets.Int(4 + 4 * set))).Contains(glyph);

    private static FontTable At(FontTable gdef, int at) => gdef.UShort(at) == 0 ? default : gdef.Follow(at);
}
