using System.Security.Cryptography;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Web;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.FinalLetters;

/// <summary>
/// Freezes text and list of a closed letter, renders them once, and keeps the bytes: an edition. All in one transaction, so that of
/// two people who press the button at once the second is told that it is done.
/// </summary>
public sealed class PublishLetter(CoalitionDb db, TimeProvider clock, Links links, PdfSettings pdf)
{
    /// <param name="seen">The <see cref="Letter.StateRevision"/> on the page where the button was pressed.</param>
    /// <param name="seenList">The <see cref="FingerprintOf"/> the list on that page; none where there was no page.</param>
    /// <exception cref="RuleBrokenException">It is not closed, was published meanwhile, or something in it cannot be printed; the sentence says what.</exception>
    public async Task<Edition> RunAsync(string slug, int seen, Actor who, string? seenList = null, CancellationToken cancel = default)
    {
        who.Needs(Policies.PublishLetters);
        try
        {
            return await db.InTransactionAsync(() => PublishAsync(slug, seen, seenList, who, cancel), cancel);
        }
        catch (Exception fault) when (fault is DbUpdateConcurrencyException or DbUpdateException)
        {
            throw new RuleBrokenException("Somebody else published or changed this letter a moment ago. Look at it again before you go on.");
        }
        catch (Exception fault) when (fault is PlaceholderException or TypesettingException)
        {
            throw new RuleBrokenException($"This letter cannot be published yet. {fault.Message}");
        }
    }

    private async Task<Edition> PublishAsync(string slug, int seen, string? seenList, Actor who, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var letter = await db.Letters.SingleAsync(l => l.Slug == slug, cancel);
        RuleBrokenException.ThrowIf(letter.StateRevision != seen, "Somebody else published or changed this letter a moment ago. Look at it again before you go on.");
        var before = new { letter.Status };
        letter.Finish();

        var text = await db.TextVersions.AsNoTracking().SingleAsync(v => v.Id == letter.CurrentTextId, cancel);
        var last = await db.Editions.Where(e => e.LetterId == letter.Id).OrderByDescending(e => e.Number).FirstOrDefaultAsync(cancel);
        IReadOnlyList<ListedName> names = [.. Sections.Of(await db.ListedNamesAsync(letter.Id, cancel), ListingChoices.Of(text.Content)).SelectMany(section => section.All)];
        RuleBrokenException.ThrowIf(seenList is not null && seenList != FingerprintOf(names), "The list has changed since you looked at it. Look at the pages again before you publish.");
        var list = SignatoryList.ToCsv(names);
        RuleBrokenException.ThrowIf(last is not null && SignatoryList.SayTheSame(last.List, list) && last.TextVersionId == text.Id, $"Edition {last?.Number} has the same words and the same list already.");

        var unprintable = names.Where(name => Printable.Unprintable(name) is not null).Select(Unprintable).FirstOrDefault();
        RuleBrokenException.ThrowIf(unprintable is not null, $"This letter cannot be published yet. {unprintable}");

        var code = await FreeCodeAsync(cancel);
        var mark = EditionMark.Of(letter, (last?.Number ?? 0) + 1, names.Count, code, links, now);
        var (bytes, pages) = await RenderAsync(letter.Id, letter.AsItGoesOut(text.Content, names, now), names, mark, list, cancel);

        var edition = Edition.Of(letter, mark.Number, code, names, Convert.ToHexStringLower(SHA256.HashData(bytes)), pages, bytes.Length, who.Name, now);
        db.Add(edition);
        db.Add(new EditionFile(edition.Id, bytes));
        db.Record(who, now, $"published edition {edition.Number}", Subject.Of<Letter>(letter.Id, letter.Id), before,
            new { letter.Status, Edition = edition.Number, edition.Count, edition.ShortCode, edition.Sha256 });
        await db.SaveChangesAsync(cancel);
        return edition;
    }

    /// <summary>The same for the same names, in the same order, with all that is printed beside them.</summary>
    internal static string FingerprintOf(IEnumerable<ListedName> inOrder) => LetterText.HashOf(string.Join('\n', inOrder));

    /// <summary>Which signature has to be corrected, and why, in a sentence for staff.</summary>
    internal static string Unprintable(ListedName name) => $"“{name.Name}” is listed with “{Printable.Unprintable(name)}”, which no font can print. Correct how it is listed.";

    private async Task<(byte[] Pdf, int Pages)> RenderAsync(Guid letterId, LetterContent content, IReadOnlyList<ListedName> names, EditionMark mark, string list, CancellationToken cancel)
    {
        var logos = await db.LogosAsync(content, cancel);
        var signatures = await db.SignaturePicturesAsync(letterId, cancel);
        var file = LetterPdf.Lay(mark.Dated(content), names, pdf.Options with { Accent = await db.PrintedAccentAsync(cancel), Edition = mark, List = list, Logos = [.. logos.Select(logo => logo?.Picture)], Signatures = signatures.ToDictionary(s => s.Key, s => s.Value.Picture) });
        return (pdf.ToBytes(file), file.Pages.Count);
    }

    private async Task<string> FreeCodeAsync(CancellationToken cancel)
    {
        while (true)
        {
            var code = References.ShortCode();
            if (!await db.Editions.AnyAsync(e => e.ShortCode == code, cancel))
            {
                return code;
            }
        }
    }
}
