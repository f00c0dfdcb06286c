using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Officials;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures;

/// <summary>The organization no longer stands behind the letter. Before the final letter its name vanishes; after it the page says so with the date.</summary>
public sealed class WithdrawSignature(CoalitionDb db, TimeProvider clock, Outbox outbox)
{
    public async Task RunAsync(Guid signatureId, CancellationToken cancel = default)
    {
        var letterId = await db.Signatures.Where(s => s.Id == signatureId).Select(s => s.LetterId).SingleAsync(cancel);
        var now = clock.UtcNow;
        await db.ChangeListAsync(letterId, now, async () =>
        {
            var signature = await db.Signatures.SingleAsync(s => s.Id == signatureId, cancel);
            if (signature.Status == SignatureStatus.Withdrawn)
            {
                return;
            }

            var letter = await db.Letters.SingleAsync(l => l.Id == letterId, cancel);
            var before = new { signature.Status, signature.Doubts, signature.Correction };
            signature.Withdraw(now);
            if (signature.Signer.Email is { } signer)
            {
                outbox.Add(new WithdrawnMail(signature, letter, signer, signature.Signer.Name));
            }

            foreach (var address in await db.OthersInOfficeAsync(signature, letter, [signature.Signer.Email], cancel))
            {
                outbox.Add(new WithdrawnMail(signature, letter, address, null, withdrawnFrom: signature.Signer.Email));
            }

            // An office that falls away changes what the coalition says in public, so staff hear of it until one of them has seen it.
            if (letter.Content.Signatories == SignatoryKind.Officials && signature.ConfirmedAt is not null)
            {
                signature.Doubt(NewsOf(signature), now);
            }

            db.Record(Actor.Signer, now, "withdrew the signature", Subject.Of<Signature>(signature.Id, letterId), before, new { signature.Status, signature.Doubts, signature.Correction });
        }, cancel);
    }

    private static string NewsOf(Signature signature)
    {
        var role = !signature.Listing.IsLead ? "" : signature.Listing.Order == 1 ? ", the lead," : ", a co-lead,";
        var from = signature.Signer.Email is { } mail ? $" from a mailbox at {OfficeMail.DomainOf(mail)}" : "";
        return $"{signature.Listing.Name}{role} withdrew{from}.";
    }
}
