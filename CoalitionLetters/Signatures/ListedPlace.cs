using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures;

/// <summary>
/// Under which headings a line stands on a letter's list, or will stand once it is listed: "State and local, Illinois". That depends on who else is listed,
/// so form, mails, pages and desk all ask here.
/// </summary>
public static class ListedPlace
{
    /// <param name="signature">Whose line it is: how it stands on the list now does not count.</param>
    public static string Of(Guid signature, Listing line, LetterContent content, IEnumerable<ListedName> list)
    {
        var own = signature.ToString();
        return Sections.HeadingsOver(line.AsPrinted(own), list.Where(other => other.Id != own), ListingChoices.Of(content));
    }

    extension(CoalitionDb db)
    {
        public async Task<string> ListedPlaceAsync(Signature signature, Listing line, Letter letter, CancellationToken cancel = default) =>
            Of(signature.Id, line, letter.Content, await db.SortsListedAsync(letter.Id, signature.Id, cancel));

        /// <summary>One nameless line for each sort of line on the list, and one for each lead: all that <see cref="Of"/> has to know of thousands.</summary>
        /// <param name="but">A signature that does not count.</param>
        public async Task<IReadOnlyList<ListedName>> SortsListedAsync(Guid letterId, Guid? but = null, CancellationToken cancel = default)
        {
            const string somewhere = "-";
            var sorts = await db.Signatures.AsNoTracking().Where(s => s.LetterId == letterId && s.Id != but).Listed()
                .Select(s => new { s.Listing.Scope, s.Listing.Kind, HasState = s.Listing.State != null, HasCountry = s.Listing.Country != null, Lead = s.Listing.IsLead ? (Guid?)s.Id : null })
                .Distinct().ToListAsync(cancel);
            return [.. sorts.Select(sort => new Listing { Scope = sort.Scope, Kind = sort.Kind, State = sort.HasState ? somewhere : null, Country = sort.HasCountry ? somewhere : null, IsLead = sort.Lead is not null }
                .AsPrinted($"{sort.Lead}"))];
        }
    }
}
