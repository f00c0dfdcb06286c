using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Svg;
using CoalitionLetters.Uploads;

namespace CoalitionLetters.FinalLetters.Desk;

/// <summary>A letter's pages as pictures, and what has to be mended before it can be published.</summary>
/// <param name="Pages">None where it cannot be set at all.</param>
public sealed record DrawnLetter(IReadOnlyList<DrawnPage> Pages, IReadOnlyList<string> Problems);

/// <param name="Width">In points.</param>
public sealed record DrawnPage(string Hash, double Width, double Height);

/// <summary>Sets a letter with the engine that makes the final PDF, and keeps its pages as pictures for the editor.</summary>
public sealed class DrawLetter(Db stores, PagePictures pictures, PdfSettings pdf)
{
    /// <param name="letterId">Whose list is printed below the words.</param>
    /// <param name="edition">As which edition it is drawn, with its date and its last lines; none for a draft.</param>
    public async Task<DrawnLetter> RunAsync(Guid letterId, LetterContent content, EditionMark? edition = null, CancellationToken cancel = default)
    {
        await using var db = stores.Open();
        var names = await db.ListedNamesAsync(letterId, cancel);
        try
        {
            var logos = await db.LogosAsync(content, cancel);
            var signatures = await db.SignaturePicturesAsync(letterId, cancel);
            var accent = await db.PrintedAccentAsync(cancel);
            return await Task.Run(() => Draw(edition?.Dated(content) ?? content, names, logos, signatures, edition, accent), cancel);
        }
        catch (Exception fault) when (fault is TypesettingException or RuleBrokenException)
        {
            return new DrawnLetter([], [fault.Message]);
        }
    }

    private DrawnLetter Draw(LetterContent content, IReadOnlyList<ListedName> names, IReadOnlyList<Logo?> logos, IReadOnlyDictionary<string, Logo> signatures, EditionMark? edition, Color accent)
    {
        var (body, problems) = PlaceholderCheck.Of(content, names);
        var options = pdf.Options with { IsProof = true, Accent = accent, Edition = edition, Logos = [.. logos.Select(logo => logo?.Picture)], Signatures = signatures.ToDictionary(s => s.Key, s => s.Value.Picture) };
        var document = LetterPdf.Lay(content with { Body = body }, names, options, keepDrawings: true);
        var stored = logos.OfType<Logo>().Concat(signatures.Values).DistinctBy(logo => logo.Picture).ToDictionary(logo => logo.Picture, logo => logo.Stored);
        if (LetterNotes.FaultIn(LetterMarkdown.Parse(body)) is { } fault)
        {
            problems = [.. problems, fault];
        }

        return new DrawnLetter([.. document.Pages.Select(page => new DrawnPage(pictures.Keep(SvgPage.Of(page, picture => DataOf(stored[picture]))), page.Width, page.Height))], problems);
    }

    private static string DataOf(StoredPicture stored) => $"data:{stored.MediaType};base64,{Convert.ToBase64String(stored.Bytes)}";
}
