using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Officials;
using CoalitionLetters.Organizations;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures;

/// <summary>
/// The signer corrects how the organization is listed; of an official only the name and the office, since the place is the seat's. Where staff look before they list, a new name, place or website waits for them again,
/// and a line that has become doubtful always does.
/// </summary>
public sealed class CorrectListing(CoalitionDb db, TimeProvider clock)
{
    public async Task RunAsync(Guid signatureId, Listing listing, string? quote, CancellationToken cancel = default)
    {
        var letterId = await db.Signatures.Where(s => s.Id == signatureId).Select(s => s.LetterId).SingleAsync(cancel);
        var now = clock.UtcNow;
        await db.ChangeListAsync(letterId, now, async () =>
        {
            var signature = await db.Signatures.SingleAsync(s => s.Id == signatureId, cancel);
            var letter = await db.Letters.SingleAsync(l => l.Id == letterId, cancel);
            RuleBrokenException.ThrowIf(signature.Status is SignatureStatus.Withdrawn or SignatureStatus.Declined or SignatureStatus.Merged, "This signature can no longer be changed.");
            RuleBrokenException.ThrowIf(letter.Status is LetterStatus.Final or LetterStatus.Withdrawn, "The final letter is out and stands as it is. Write to the coalition about a later edition.");

            var before = new { signature.Listing, signature.Quote, signature.Status };
            var corrected = letter.Content.Signatories == SignatoryKind.Officials ? await OfOfficialAsync(signature, listing, cancel)
                : listing with { Kind = listing.Kind == OrganizationKind.Unstated ? signature.Listing.Kind : listing.Kind, IsLead = signature.Listing.IsLead, Order = signature.Listing.Order };
            var isMoved = IsMoved(signature.Listing, corrected);
            signature.CorrectListing(corrected);
            signature.Answer(signature.Answers, quote);
            if (isMoved && signature.Status == SignatureStatus.Listed)
            {
                await LookAgainAsync(signature, letter.ListsAtOnce, before.Listing.Name, cancel);
            }

            db.Record(Actor.Signer, now, "corrected the listing", Subject.Of<Signature>(signature.Id, letterId), before, new { signature.Listing, signature.Quote, signature.Status });
        }, cancel);
    }

    private async Task<Listing> OfOfficialAsync(Signature signature, Listing listing, CancellationToken cancel)
    {
        var seat = await db.Seats.AsNoTracking().SingleOrDefaultAsync(s => s.SignatureId == signature.Id, cancel);
        var title = seat is null || listing.Title is null ? listing.Title : seat.Details.Printed(listing.Title);
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(title), "Enter the office as it should be printed.");
        RuleBrokenException.ThrowIf(title!.Length > Signature.PersonMaxLength, $"Keep the office, with its jurisdiction, under {Signature.PersonMaxLength} characters.");
        return signature.Listing with { Name = listing.Name, Title = title };
    }

    private static bool IsMoved(Listing was, Listing @is) =>
        (was.Name, was.Kind, was.Scope, was.State, was.Country, was.Title, was.Website) != (@is.Name, @is.Kind, @is.Scope, @is.State, @is.Country, @is.Title, @is.Website);

    private async Task LookAgainAsync(Signature signature, bool listsAtOnce, string formerName, CancellationToken cancel)
    {
        var doubts = await db.DoubtsAboutAsync(signature, cancel);
        if (!listsAtOnce || doubts.Count > 0)
        {
            signature.Hold(string.Join(" ", doubts.Prepend($"The signer corrected the listing; before it was {formerName}.")));
        }
    }
}
