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
    private const int MostNamed = 10;

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
        return missing.Count == 0 ? file : throw new TypesettingException(Sentence(missing, "The letter"));
    }

    /// <summary>A character without a glyph is named before anything is set, and never printed as an empty box.</summary>
    private static void RefuseMissing(LetterContent content, IReadOnlyList<ListedName> names, RenderOptions options)
    {
        var inText = Missing(LetterText.Normalize(content), options) is { } missing ? Sentence(missing, "The letter's text") : null;
        var sentences = Sentences(names, options).Concat(Sentences(options.Individuals, options)).Prepend(inText).OfType<string>().ToList();
        if (sentences.Count > 0)
        {
            var more = sentences.Count - MostNamed;
            throw new TypesettingException(string.Join(' ', sentences.Take(MostNamed)) + (more > 0 ? $" {more} more {(more == 1 ? "name needs" : "names need")} one too." : ""));
        }
    }

    /// <summary>A list read from a file numbers its rows.</summary>
    private static IEnumerable<string?> Sentences(IReadOnlyList<ListedName> names, RenderOptions options) => names.Select((name, index) =>
        (Missing(name.Name, options) ?? Missing(name.Title, options) ?? Missing(name.State, options) ?? Missing(name.Country, options)) is { } missing
            ? Sentence(missing, $"Name {(int.TryParse(name.Id, CultureInfo.InvariantCulture, out var row) ? row : index + 1)}")
            : null);

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

    private static string Sentence(List<int> missing, string what) =>
        $"{what} needs a font for {string.Join(", ", missing.Take(5).Select(c => $"U+{c:X4}"))}.";
}
