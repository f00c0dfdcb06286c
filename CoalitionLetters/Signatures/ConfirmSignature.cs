using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Organizations;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures;

/// <summary>
/// The signer has pressed the button behind the mailed link. The signature is listed at once, or waits for staff, as the letter says;
/// a doubtful one always waits.
/// </summary>
public sealed class ConfirmSignature(CoalitionDb db, TimeProvider clock)
{
    public async Task RunAsync(string linkHash, CancellationToken cancel = default)
    {
        var letterId = await db.MailedLinks.Where(l => l.Hash == linkHash).Join(db.Signatures, l => l.SignatureId, s => s.Id, (_, s) => s.LetterId).SingleAsync(cancel);
        var now = clock.UtcNow;
        await db.ChangeListAsync(letterId, now, async () =>
        {
            var link = await db.MailedLinks.SingleAsync(l => l.Hash == linkHash, cancel);
            var signature = await db.Signatures.SingleAsync(s => s.Id == link.SignatureId, cancel);
            var letter = await db.Letters.SingleAsync(l => l.Id == letterId, cancel);

            // Pressed twice in the same moment: the first press has done it.
            if (signature.ConfirmedAt is not null)
            {
                return;
            }

            RuleBrokenException.ThrowIf(!link.IsGoodAt(now), "This link is no longer good.");
            var before = new { signature.Status };
            signature.Confirm(letter, now);
            link.Use(now);
            await FindOrganizationAsync(signature, now, cancel);
            await PlaceAsync(signature, letter, now, cancel);
            db.Record(Actor.Signer, now, "confirmed the signature", Subject.Of<Signature>(signature.Id, letter.Id), before, new { signature.Status, signature.Reason });
        }, cancel);
    }

    private async Task FindOrganizationAsync(Signature signature, DateTime now, CancellationToken cancel)
    {
        var name = signature.Listing.Name;
        if (signature.OrganizationId is not null || signature.Listing.Title is not null)
        {
            return;
        }

        if (await db.Organizations.IdOfAsync(name, cancel) is not { } id)
        {
            var listing = signature.Listing;
            var made = Organization.Named(name, listing.Kind, listing.Scope ?? Scope.National, listing.State, listing.Country, listing.Website, now);
            db.Add(made);
            db.Record(Actor.App, now, "made a record of the organization when it signed", Subject.Of<Organization>(made.Id), after: new { made.Name });
            id = made.Id;
        }

        signature.BelongsTo(id);
    }

    private async Task PlaceAsync(Signature signature, Letter letter, DateTime now, CancellationToken cancel)
    {
        var doubts = await db.DoubtsAboutAsync(signature, cancel);
        if (await SameOrganizationAsync(signature, letter, cancel) is { } earlier && doubts.TrueForAll(doubt => !doubt.StartsWith("The same organization", StringComparison.Ordinal)))
        {
            doubts.Add($"The same organization has signed already ({earlier}).");
        }

        if (doubts.Count > 0)
        {
            signature.Hold(string.Join(" ", doubts));
        }
        else if (letter.ListsAtOnce)
        {
            signature.List(now);
        }
    }

    /// <summary>Under whatever name: an alias, or a record that was joined to the signer's.</summary>
    private Task<string?> SameOrganizationAsync(Signature signature, Letter letter, CancellationToken cancel) => signature.OrganizationId is not { } id
        ? Task.FromResult<string?>(null)
        : db.Signatures.On(letter).Alive().Where(s => s.Id != signature.Id && s.ConfirmedAt != null && s.OrganizationId == id).OrderBy(s => s.ConfirmedAt).Select(s => s.Reference).FirstOrDefaultAsync(cancel);
}
