using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
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
            var before = new { signature.Status, signature.Correction };
            signature.Withdraw(now);
            if (signature.Signer.Email is not null)
            {
                outbox.Add(new WithdrawnMail(signature, letter));
            }

            db.Record(Actor.Signer, now, "withdrew the signature", Subject.Of<Signature>(signature.Id, letterId), before, new { signature.Status, signature.Correction });
        }, cancel);
    }
}
