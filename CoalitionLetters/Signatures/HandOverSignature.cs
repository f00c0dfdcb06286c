using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures;

/// <summary>Another person signs for the organization from now on: gets keys of their own, and the former signer is told.</summary>
public sealed class HandOverSignature(CoalitionDb db, TimeProvider clock, Outbox outbox)
{
    public Task RunAsync(Guid signatureId, Signer signer, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        var now = clock.UtcNow;
        var signature = await db.Signatures.SingleAsync(s => s.Id == signatureId, cancel);
        var letter = await db.Letters.SingleAsync(l => l.Id == signature.LetterId, cancel);
        RuleBrokenException.ThrowIf(signature.Status is SignatureStatus.Withdrawn or SignatureStatus.Declined or SignatureStatus.Merged, "This signature can no longer be changed.");

        var former = signature.Signer;
        foreach (var link in await db.MailedLinks.Where(l => l.SignatureId == signatureId && l.Purpose != MailKeyPurpose.Receipt).ToListAsync(cancel))
        {
            link.End(now);
        }

        signature.ChangeSigner(signer);
        outbox.Add(new NewSignerMail(signature, letter, SignatureKeys.For(db, signature, letter, now)));
        if (former.Email is not null)
        {
            outbox.Add(new HandedOverMail(signature, former, letter));
        }

        // Names of persons are not kept in the history, which outlives their data.
        db.Record(Actor.Signer, now, "handed the signature to a colleague", Subject.Of<Signature>(signature.Id, letter.Id));
    }, cancel);
}
