namespace CoalitionLetters.Typesetting.Fonts;

/// <summary>The faces of one family, those of the coalition's own folder first.</summary>
internal sealed class FontFamily(string name, FontFace[] faces)
{
    private const int Regular = 400, Bold = 700;

    public string Name => name;

    public FontFace Nearest(bool bold, bool italic) => ByNearness(bold, italic).First();

    /// <summary>The nearest face that has a character, if any has it.</summary>
    public FontFace? FaceFor(int codePoint, bool bold, bool italic) => ByNearness(bold, italic).FirstOrDefault(f => f.Covers(codePoint));

    private IEnumerable<FontFace> ByNearness(bool bold, bool italic) => faces
        .OrderBy(f => f.IsItalic == italic ? 0 : 1)
        .ThenBy(f => Math.Abs(f.Weight - (bold ? Bold : Regular)));
}
