namespace CoalitionLetters.Typesetting.Fonts;

/// <summary>The faces of one family, those of the coalition's own folder first.</summary>
internal sealed class FontFamily(string name, FontFace[] faces)
{
    private const int Regular = 400, Bold = 700;

    public string Name => name;

    public FontFace Nearest(bool bold, bool italic) => NearestOf(faces, bold, italic)!;

    /// <summary>The nearest face that has a character, if any has it.</summary>
    public FontFace? FaceFor(int codePoint, bool bold, bool italic) =>
        NearestOf(Array.FindAll(faces, face => face.Covers(codePoint)), bold, italic);

    private static FontFace? NearestOf(FontFace[] faces, bool bold, bool italic)
    {
        FontFace? nearest = null;
        var least = int.MaxValue;
        foreach (var face in faces)
        {
            var distance = (face.IsItalic == italic ? 0 : 10_000) + Math.Abs(face.Weight - (bold ? Bold : Regular));
            if (distance < least)
                (nearest, least) = (face, distance);
        }

        return nearest;
    }
}
