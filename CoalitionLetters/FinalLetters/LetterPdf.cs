using System.Globalization;
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
        var file = new LetterDocument(content, names, options).ToPdf(options.Fonts, keepDrawings);

        // What Markdown makes of an entity is known only now. Half characters are shown as U+FFFD on purpose.
        var missing = file.Missing.Where(c => c != Rune.ReplacementChar.Value).ToList();
        Refuse(missing.Count > 0 ? missing : null, "The letter");
        return file;
    }

    /// <summary>A character without a glyph is named before anything is set, and never printed as an empty box.</summary>
    private static void RefuseMissing(LetterContent content, IReadOnlyList<ListedName> names, RenderOptions options)
    {
        Refuse(Missing(LetterText.Normalize(content), options), "The letter's text");
        for (var i = 0; i < names.Count; i++)
        {
            RefuseMissing(names[i], i, options);
        }

        for (var i = 0; i < options.Individuals.Count; i++)
        {
            RefuseMissing(options.Individuals[i], i, options);
        }
    }

    private static void RefuseMissing(ListedName name, int index, RenderOptions options)
    {
        if ((Missing(name.Name, options) ?? Missing(name.Title, options) ?? Missing(name.State, options) ?? Missing(name.Country, options)) is { } missing)
        {
            // A list read from a file numbers its rows.
            Refuse(missing, $"Name {(int.TryParse(name.Id, CultureInfo.InvariantCulture, out var row) ? row : index + 1)}");
        }
    }

    /// <summary>The characters that no font has; none where each has one.</summary>
    private static List<int>? Missing(string? text, RenderOptions options)
    {
        if (string.IsNullOrEmpty(text) || Ascii.IsValid(text))
        {
            return null;
        }

        // A sheet replaces half characters and leaves control characters out; they need no font.
        var missing = options.Fonts.MissingFrom(text).Where(c => Rune.IsValid(c) && !Rune.IsControl(new Rune(c))).ToList();
        return missing.Count > 0 ? missing : null;
    }

    private static void Refuse(List<int>? missing, string what)
    {
        if (missing is not null)
        {
            throw new TypesettingException($"{what} needs a font for {string.Join(", ", missing.Take(5).Select(c => $"U+{c:X4}"))}.");
        }
    }
}
