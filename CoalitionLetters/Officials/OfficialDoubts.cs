using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Organizations.Names;
using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Officials;

/// <summary>What the letter's rules of circulation have against an official's signature, in sentences for staff, whichever way it came.</summary>
public static class OfficialDoubts
{
    /// <summary>Nothing on a letter whose signatories are no officials.</summary>
    /// <param name="listing">The line to be looked at: the one that stands, or a correction of it.</param>
    public static async Task<List<string>> DoubtsAboutOfficialAsync(this CoalitionDb db, Signature signature, Listing listing, CancellationToken cancel)
    {
        var letter = await db.Letters.SingleAsync(l => l.Id == signature.LetterId, cancel);
        if (letter.Content.Signatories != SignatoryKind.Officials)
        {
            return [];
        }

        var seat = await db.Seats.SingleOrDefaultAsync(s => s.SignatureId == signature.Id, cancel);
        var doubts = OfficeMail.Doubts(letter.Circulation, seat, signature.Signer.Email).ToList();
        if (NameMatching.JoinKey(listing.Name) != NameMatching.JoinKey(signature.Listing.Name))
        {
            doubts.Add($"The name is another one than that of {signature.Listing.Name}, who has signed. Look whether it is the same person.");
        }

        var place = seat is null ? OfficePlace.Of(listing) : OfficePlace.Of(seat.Details);
        if (letter.Circulation.OnePerJurisdiction && await JurisdictionRule.FirstAsync(db, letter, place, signature.Id, cancel) is { } first)
        {
            var jurisdiction = seat?.Details.Jurisdiction ?? (place.Place is null ? place.State : listing.Title);
            doubts.Add(JurisdictionRule.Sentence(jurisdiction!, first.Name, first.Reference));
        }

        return doubts;
    }
}
