namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>Both standards: fonts, whose rules they share.</summary>
internal static class FontRules
{
    private const double WidthTolerance = 1;

    public static readonly Rule[] All =
    [
        new("UA 10-001", "Every code that is shown maps to text.", file =>
            file.Shown.Where(shown => !shown.Font.Texts.ContainsKey(shown.Code)).Select(Where).Distinct()),
        new("UA 31-005", "TrueType fonts of many glyphs say which glyph each code is.", file =>
            Fonts(file, font => file.File.Get(font.Descendant, "CIDToGIDMap") is not (PdfDictionary { Data: not null } or PdfName { Value: "Identity" }))),
        new("UA 31-009", "Fonts are embedded.", file => Fonts(file, font => font.Program is null)),
        new("UA 31-011", "Every glyph that is shown is in the embedded font.", file =>
            file.Shown.Where(shown => shown.Font.Program is not null && shown.Font.GlyphOf(shown.Code) >= shown.Font.GlyphCount).Select(Where).Distinct()),
        new("UA 31-027", "Fonts have a map to text.", file => Fonts(file, font => file.File.Dictionary(font.Dictionary, "ToUnicode") is null)),
        new("UA 31-028", "No code maps to U+0000, U+FEFF or U+FFFE.", file => Fonts(file, font => font.Texts.Values.Any(text => text.AsSpan().ContainsAny('\0', '\uFEFF', '\uFFFE')))),
        new("UA 31-030", "The glyph for missing characters is not shown.", file => file.Shown.Where(shown => shown.Font.GlyphOf(shown.Code) == 0).Select(Where).Distinct()),
        new("A 6.2.11.2", "Font dictionaries are complete.", file =>
            Fonts(file, font => file.File.Name(font.Dictionary, "Type") != "Font" || file.File.Name(font.Dictionary, "Subtype") != "Type0"
                || file.File.Name(font.Dictionary, "BaseFont") is null || file.File.Name(font.Descendant, "Subtype") != "CIDFontType2")),
        new("A 6.2.11.3.1", "The code and the font speak of the same character collection.", file =>
            Fonts(file, font => file.File.Name(font.Dictionary, "Encoding") != "Identity-H" || file.File.Dictionary(font.Descendant, "CIDSystemInfo") is null)),
        new("A 6.2.11.4.1", "A subset's name begins with its tag.", file =>
            Fonts(file, font => !(file.File.Name(font.Descriptor, "FontName") is { Length: > 7 } name && name[6] == '+' && name[..6].All(char.IsAsciiLetterUpper)
                && name == file.File.Name(font.Dictionary, "BaseFont") && name == file.File.Name(font.Descendant, "BaseFont")))),
        new("A 6.2.11.4.2", "Fonts have no list of their glyphs, which would have to be complete.", file => Fonts(file, font => font.Descriptor?.Entries.ContainsKey("CIDSet") == true)),
        new("A 6.2.11.5", "Widths are those of the embedded font.", file =>
            file.Shown.Where(shown => shown.Font.WidthInProgram(shown.Font.GlyphOf(shown.Code)) is { } width && Math.Abs(width - shown.Font.WidthOf(shown.Code)) > WidthTolerance)
                .Select(Where).Distinct()),
        new("A 6.2.11.7.3-actual", "Actual texts have no characters of private use.", file =>
            file.Shown.Where(shown => shown.Piece.Replacement?.ActualText?.Any(IsPrivate) == true).Select(Where).Distinct()),
        new("A 6.2.11.7.3", "Characters of private use have an actual text.", file =>
            file.Shown.Where(shown => shown.Font.Texts.GetValueOrDefault(shown.Code, "").Any(IsPrivate) && shown.Piece.Replacement is null)
                .Select(Where).Distinct()),
    ];

    private static IEnumerable<string> Fonts(Subject file, Func<PdfFont, bool> isBreach) =>
        file.Fonts.Where(isBreach).Select(font => file.File.Name(font.Dictionary, "BaseFont") ?? "font");

    /// <summary>Those beyond the first 65,536 characters begin with a surrogate from U+DB80 on.</summary>
    private static bool IsPrivate(char character) => character is (>= '\uE000' and <= '\uF8FF') or (>= '\uDB80' and <= '\uDBFF');

    private static string Where((PdfFont Font, int Code, ContentPiece Piece) shown) => $"code {shown.Code} in “{shown.Piece.Text}”";
}
