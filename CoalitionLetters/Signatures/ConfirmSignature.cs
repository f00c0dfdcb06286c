using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures;

/// <summary>
/// The signer has pressed the button behind the mailed link. The signature is listed at once, or waits for staff, as the letter says;
/// a doubtful one always waits.
/// </summary>
public sealed class ConfirmSignature(CoalitionDb db, TimeProvider clock, PlaceSignature place)
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
            await place.ConfirmedAsync(signature, letter, now, cancel);
            db.Record(Actor.Signer, now, "confirmed the signature", Subject.Of<Signature>(signature.Id, letter.Id), before, new { signature.Status, signature.Reason });
        }, cancel);
    }
}
