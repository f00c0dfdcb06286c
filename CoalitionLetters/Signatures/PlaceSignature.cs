using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Organizations;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures;

/// <summary>Where a signature stands once its signer has spoken: on the list at once, or waiting for staff, as the letter says. A doubtful one always waits, and what staff hold stays held.</summary>
public sealed class PlaceSignature(CoalitionDb db)
{
    /// <summary>The signer has confirmed it.</summary>
    public async Task ConfirmedAsync(Signature signature, Letter letter, DateTime now, CancellationToken cancel)
    {
        await FindOrganizationAsync(signature, now, cancel);
        await TakePlaceAsync(signature, now, cancel);
        var doubts = await db.DoubtsAboutAsync(signature, cancel);
        if (await SameOrganizationAsync(signature, cancel) is { } earlier && doubts.TrueForAll(doubt => !doubt.StartsWith("The same organization", StringComparison.Ordinal)))
        {
            doubts.Add(SignedAlready(earlier));
        }

        if (signature.Status == SignatureStatus.Held || doubts.Count > 0)
        {
            var reason = string.Join(" ", doubts.Prepend(signature.Status == SignatureStatus.Held ? signature.Reason : null).Where(part => part is not null));
            signature.Hold(reason.Length <= Signature.NoteMaxLength ? reason : reason[..Signature.NoteMaxLength]);
        }
        else if (letter.ListsAtOnce)
        {
            signature.ListUnseen(now);
        }
    }

    /// <summary>The signer of a confirmed one has agreed to words that changed in substance: it stands where it stood, unless another of the same organization has been listed in its place.</summary>
    public async Task AgreedAsync(Signature signature, TextVersion text, DateTime now, CancellationToken cancel)
    {
        var asked = signature.AskedAgainAt;
        signature.Agree(text, now);
        if (signature.Status == SignatureStatus.Listed && (await db.ListedTwinsAsync(signature, signature.Listing, cancel)).Find(twin => twin.ListedAt > asked) is { } since)
        {
            signature.Hold(SignedAlready(since.Reference));
        }
    }

    private static string SignedAlready(string reference) => $"The same organization has signed already ({reference}).";

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

    /// <summary>
    /// Who was asked to agree to changed words may as well sign the form anew: from the same mailbox that is the agreement, and the new signature stands in place of the earlier one.
    /// </summary>
    private async Task TakePlaceAsync(Signature signature, DateTime now, CancellationToken cancel)
    {
        if (signature.Signer.Email is not { } mail || signature.OrganizationId is not { } id || signature.Status == SignatureStatus.Held)
        {
            return;
        }

        var asked = await db.Signatures.Where(s => s.LetterId == signature.LetterId && s.Id != signature.Id && s.OrganizationId == id && s.ConfirmedAt != null && s.Reason == null).AwaitingAgreement().ToListAsync(cancel);
        if (asked.Find(s => string.Equals(s.Signer.Email, mail, StringComparison.OrdinalIgnoreCase)) is { } earlier)
        {
            var before = new { earlier.Status };
            signature.TakePlaceOf(earlier);
            db.Record(Actor.Signer, now, $"signed the changed words anew ({signature.Reference})", Subject.Of<Signature>(earlier.Id, earlier.LetterId), before, new { earlier.Status });

            // What looks for others of the same name asks the store.
            await db.SaveChangesAsync(cancel);
        }
    }

    /// <summary>Under whatever name: an alias, or a record that was joined to the signer's.</summary>
    private Task<string?> SameOrganizationAsync(Signature signature, CancellationToken cancel) => signature.OrganizationId is not { } id
        ? Task.FromResult<string?>(null)
        : db.Signatures.Where(s => s.LetterId == signature.LetterId).Alive().Where(s => s.Id != signature.Id && s.ConfirmedAt != null && s.OrganizationId == id).OrderBy(s => s.ConfirmedAt).Select(s => s.Reference).FirstOrDefaultAsync(cancel);
}
