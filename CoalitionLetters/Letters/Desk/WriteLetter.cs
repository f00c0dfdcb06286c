using System.Globalization;
using System.Text;
using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Staff;
using CoalitionLetters.Uploads;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Letters.Desk;

/// <summary>Begins a draft on the coalition's letterhead, in its time zone.</summary>
public sealed class WriteLetter(CoalitionDb db, TimeProvider clock, CurrentCoalition coalition)
{
    /// <returns>The letter's address.</returns>
    public Task<string> RunAsync(string title, string? slug, Actor who, CancellationToken cancel = default)
    {
        who.Needs(Policies.EditLetters);
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(title), "Enter a title for the letter.");
        return db.InTransactionAsync(async () =>
        {
            var now = clock.UtcNow;
            var address = string.IsNullOrWhiteSpace(slug) ? await FreeAddressAsync(AddressFrom(title), cancel) : slug.Trim();
            RuleBrokenException.ThrowIf(await db.Letters.AnyAsync(l => l.Slug == address, cancel), "Another letter has this address. Choose a different one.");

            var content = new LetterContent { Title = title.Trim(), Letterhead = [await LetterheadAsync(now, cancel)], Closing = Closings.Usual };
            var letter = Letter.Draft(address, content, coalition.Value.TimeZoneId, now);
            db.Add(letter);
            db.Record(who, now, "began the letter", Subject.Of<Letter>(letter.Id, letter.Id), null, new { Address = address, letter.Title });
            await db.SaveChangesAsync(cancel);
            return address;
        }, cancel);
    }

    private async Task<Letterhead> LetterheadAsync(DateTime now, CancellationToken cancel)
    {
        var head = coalition.Value;
        var lead = new Letterhead { Name = head.LetterheadName, Address = head.LetterheadAddress.Split('\n', StringSplitOptions.RemoveEmptyEntries) };
        if (head is not { Logo: { } bytes, LogoType: { } type })
        {
            return lead;
        }

        var logo = StoredPicture.Of(bytes, type, "logo", now);
        var known = await db.Pictures.Where(p => p.Sha256 == logo.Sha256 && p.FormHash == null).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancel);
        if (known is null)
        {
            db.Add(logo);
        }

        return lead with { LogoId = known ?? logo.Id };
    }

    private async Task<string> FreeAddressAsync(string wanted, CancellationToken cancel)
    {
        var taken = await db.Letters.Where(l => l.Slug.StartsWith(wanted)).Select(l => l.Slug).ToListAsync(cancel);
        return taken.Contains(wanted) ? Enumerable.Range(2, taken.Count + 1).Select(n => $"{wanted}-{n}").First(candidate => !taken.Contains(candidate)) : wanted;
    }

    /// <summary>"Keep families together at the border" as <c>keep-families-together-at-the-border</c>.</summary>
    private static string AddressFrom(string title)
    {
        var address = new StringBuilder();
        foreach (var c in title.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                address.Append(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c is not ('\'' or '’') && address.Length > 0 && address[^1] != '-')
            {
                address.Append('-');
            }
        }

        var whole = address.ToString();
        var cut = whole.Length <= 60 ? whole : whole[..Math.Max(whole.LastIndexOf('-', 60), 30)];
        return cut.Trim('-') is { Length: > 0 } text ? text : "letter";
    }
}
