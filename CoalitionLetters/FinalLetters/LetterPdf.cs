using System.Text;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Documents;
using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.FinalLetters;

/// <summary>Sets a letter with its signatories as a tagged, archivable PDF.</summary>
public static class LetterPdf
{
    /// <summary>The file's bytes. The same letter, names and options give the same bytes on any machine and day.</summary>
    /// <param name="names">In any order; the letter's own choices sort and divide them.</param>
    /// <exception cref="TypesettingException">Something cannot be set; the sentence names it, like "Name 41 needs a font for U+1F1E6".</exception>
    /// <exception cref="PlaceholderException">A placeholder in the body has nothing to say.</exception>
    public static byte[] Render(LetterContent content, IReadOnlyList<ListedName> names, RenderOptions options) =>
        Lay(content, names, options).ToBytes();

    /// <summary>Sets the pages, ready to be written.</summary>
    /// <param name="keepDrawings">Whether the pages remember what was drawn, to be shown on a screen.</param>
    public static PdfFile Lay(LetterContent content, IReadOnlyList<ListedName> names, RenderOptions options, bool keepDrawings = false)
    {
        RefuseMissing(content, names, options);
        return new LetterDocument(content, names, options).ToPdf(options.Fonts, keepDrawings);
    }

    /// <summary>A character without a glyph is named before anything is set, and never printed as an empty box.</summary>
    private static void RefuseMissing(LetterContent content, IReadOnlyList<ListedName> names, RenderOptions options)
    {
        RefuseMissing("The letter's text", LetterText.Normalize(content), options);
        for (var i = 0; i < names.Count; i++)
        {
            RefuseMissing($"Name {i + 1}", names[i].Name, options);
            RefuseMissing($"The title of name {i + 1}", names[i].Title, options);
        }

        for (var i = 0; i < options.Individuals.Count; i++)
        {
            RefuseMissing($"Individual {i + 1}", $"{options.Individuals[i].Name} {options.Individuals[i].Title}", options);
        }
    }

    private static void RefuseMissing(string what, string? text, RenderOptions options)
    {
        if (string.IsNullOrEmpty(text) || Ascii.IsValid(text))
        {
            return;
        }

        // A sheet replaces half characters and leaves control characters out; they need no font.
        var missing = options.Fonts.MissingFrom(text).Where(c => Rune.IsValid(c) && !Rune.IsControl(new Rune(c))).ToList();
        if (missing.Count > 0)
        {
            throw new TypesettingException($"{what} needs a font for {string.Join(", ", missing.Take(5).Select(c => $"U+{c:X4}"))}.");
        }
    }
}
