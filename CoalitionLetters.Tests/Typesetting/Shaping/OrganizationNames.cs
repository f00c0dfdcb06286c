using CoalitionLetters.Tests.Support;
using CoalitionLetters.Tests.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Shaping;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Tests.Typesetting.Shaping;

/// <summary>A name, and what hb-shape makes of it in one of our fonts: "glyph=cluster@x,y+advance" for each glyph.</summary>
public sealed record ShapedName(string Font, Script Script, bool RightToLeft, string Language, string Text, string Glyphs)
{
    public FontFile File => ShippedFonts.File(Font);

    public string ShapedBy(ShapingEngine engine) => string.Join('|', Shaper.Shape(File, Text, Script, RightToLeft, Language, engine).Select(Describe));

    private static string Describe(ShapedGlyph glyph)
    {
        var offset = glyph.XOffset == 0 && glyph.YOffset == 0 ? "" : $"@{glyph.XOffset},{glyph.YOffset}";
        return $"{glyph.Id}={glyph.Cluster}{offset}+{glyph.XAdvance}";
    }
}

public static class OrganizationNames
{
    public static IReadOnlyList<ShapedName> All { get; } =
    [
        .. File.ReadLines(Path.Combine(RepositoryFiles.Root, "CoalitionLetters.Tests", "Typesetting", "Shaping", "organization-names.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .Select(cells => new ShapedName(cells[0], Enum.Parse<Script>(cells[1]), cells[2] == "rtl", cells[3], cells[4], cells[5])),
    ];
}
