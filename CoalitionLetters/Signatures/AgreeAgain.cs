using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Officials;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures;

/// <summary>The signer has pressed the button that agrees to words that changed in substance. The link was mailed, so a signature that was never confirmed is confirmed by it.</summary>
public sealed class AgreeAgain(CoalitionDb db, TimeProvider clock, Outbox outbox, PlaceSignature place)
{
    /// <param name="signatureId">What the link leads to.</param>
    /// <param name="text">The number of the text version that the signer had before their eyes.</param>
    /// <param name="revision">The <see cref="Signature.Revision"/> with it: something about what is signed for may have changed too.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>False when the words or the signature have changed once more; nothing is agreed to then.</returns>
    public async Task<bool> RunAsync(Guid signatureId, int text, int revision, CancellationToken cancel = default)
    {
        var letterId = await db.Signatures.Where(s => s.Id == signatureId).Select(s => s.LetterId).SingleAsync(cancel);
        var now = clock.UtcNow;
        var seen = true;
        await db.ChangeListAsync(letterId, now, async () =>
        {
            var signature = await db.Signatures.SingleAsync(s => s.Id == signatureId, cancel);
            var letter = await db.Letters.SingleAsync(l => l.Id == letterId, cancel);
            var words = await db.TextVersions.SingleAsync(v => v.Id == letter.CurrentTextId, cancel);
            seen = words.Number == text && (!signature.AwaitsAgreement || signature.Revision == revision);

            // Pressed twice in the same moment: the first press has done it.
            if (!seen || !signature.AwaitsAgreement)
            {
                return;
            }

            RuleBrokenException.ThrowIf(!letter.AcceptsConfirmations(now), "This letter is closed, and the time for late answers is over.");
            var before = new { signature.Status, signature.Why };
            await AgreeAsync(signature, letter, words, now, cancel);
            db.Record(Actor.Signer, now, $"agreed to text version {words.Number}", Subject.Of<Signature>(signature.Id, letterId), before, new { signature.Status, signature.Why });
        }, cancel);
        return seen;
    }

    private async Task AgreeAsync(Signature signature, Letter letter, TextVersion words, DateTime now, CancellationToken cancel)
    {
        if (!signature.AwaitsConfirmation)
        {
            await place.AgreedAsync(signature, words, now, cancel);
            return;
        }

        signature.Agree(words, now);
        signature.Confirm(letter, now);
        await place.ConfirmedAsync(signature, letter, now, cancel);
        if (await db.Seats.AsNoTracking().FirstOrDefaultAsync(s => s.SignatureId == signature.Id, cancel) is { PreparedBy: { } staff } seat)
        {
            outbox.Add(new OfficeSignedMail(seat, signature, letter, words, staff, null));
        }
    }
}
