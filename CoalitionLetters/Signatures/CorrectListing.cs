using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Officials;
using CoalitionLetters.Organizations;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures;

/// <summary>
/// The signer corrects how the organization is listed; of an official only the name and the office, since the place is the seat's, and another name always waits: it may be another person. Where staff look before they list, a listed line with a new name, place or website
/// waits for them, and one that has become doubtful always does: until they answer, the former line stays listed and counted. Whatever is not listed yet changes at once.
/// </summary>
public sealed class CorrectListing(CoalitionDb db, TimeProvider clock)
{
    public Task RunAsync(Guid signatureId, Listing listing, string? quote, CancellationToken cancel = default) => ChangeAsync(signatureId, async (signature, now) =>
    {
        var letter = await db.Letters.SingleAsync(l => l.Id == signature.LetterId, cancel);
        RuleBrokenException.ThrowIf(letter.Status is LetterStatus.Final or LetterStatus.Withdrawn, "The final letter is out and stands as it is. Write to the coalition about a later edition.");

        var before = new { signature.Listing, signature.Correction, signature.Quote };
        var corrected = letter.Content.Signatories == SignatoryKind.Officials ? await OfOfficialAsync(signature, listing, cancel)
            : listing.KeepingRegionOf(signature.Listing) with { Kind = listing.Kind == OrganizationKind.Unstated ? signature.Listing.Kind : listing.Kind };
        if (await WaitsAsync(signature, corrected, letter.ListsAtOnce, cancel))
        {
            signature.AskFor(corrected, now);
        }
        else
        {
            signature.CorrectAtOnce(corrected, await db.StatementOfOfficeAsync(signature.Id, corrected, cancel));
        }

        signature.Answer(signature.Answers, quote);
        db.Record(Actor.Signer, now, signature.HasCorrection ? "asked for a corrected listing" : "corrected the listing", Subject.Of<Signature>(signature.Id, letter.Id),
            before, new { signature.Listing, signature.Correction, signature.Quote });
    }, cancel);

    /// <summary>The signer no longer wants the correction that waits.</summary>
    public Task TakeBackAsync(Guid signatureId, CancellationToken cancel = default) => ChangeAsync(signatureId, (signature, now) =>
    {
        var before = new { signature.Correction };
        signature.LeaveCorrection();
        db.Record(Actor.Signer, now, "took the correction back", Subject.Of<Signature>(signature.Id, signature.LetterId), before, new { signature.Correction });
        return Task.CompletedTask;
    }, cancel);

    private async Task ChangeAsync(Guid signatureId, Func<Signature, DateTime, Task> change, CancellationToken cancel)
    {
        var letterId = await db.Signatures.Where(s => s.Id == signatureId).Select(s => s.LetterId).SingleAsync(cancel);
        var now = clock.UtcNow;
        await db.ChangeListAsync(letterId, now, async () =>
        {
            var signature = await db.Signatures.SingleAsync(s => s.Id == signatureId, cancel);
            RuleBrokenException.ThrowIf(signature.Status is SignatureStatus.Withdrawn or SignatureStatus.Declined or SignatureStatus.Merged, "This signature can no longer be changed.");
            await change(signature, now);
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

    private async Task<bool> WaitsAsync(Signature signature, Listing corrected, bool listsAtOnce, CancellationToken cancel) =>
        signature.Status == SignatureStatus.Listed && signature.Listing.With(corrected) != signature.Listing
        && (!listsAtOnce || (await db.DoubtsAboutAsync(signature, corrected, cancel)).Count > 0);
}
