using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures.Desk;

/// <summary>A signer has agreed to words that changed in substance by mail, phone or paper, and staff write down how they know.</summary>
public sealed class RecordAgreement(CoalitionDb db, TimeProvider clock, PlaceSignature place)
{
    /// <param name="text">The number of the text version that was on the page.</param>
    public async Task RunAsync(Guid letterId, SeenSignature seen, int text, CameBy cameBy, string evidence, Actor who, CancellationToken cancel = default)
    {
        who.Needs(Policies.ReviewSignatures);
        var now = clock.UtcNow;
        await db.ChangeListAsync(letterId, now, async () =>
        {
            var signature = await db.Signatures.SingleAsync(s => s.Id == seen.Id && s.LetterId == letterId, cancel);
            var letter = await db.Letters.SingleAsync(l => l.Id == letterId, cancel);
            var words = await db.TextVersions.SingleAsync(v => v.Id == letter.CurrentTextId, cancel);
            RuleBrokenException.ThrowIf(signature.Revision != seen.Revision || words.Number != text, "The signature or the words changed a moment ago, so nothing was done. Look again, and press once more.");
            RuleBrokenException.ThrowIf(letter.Status is not (LetterStatus.Open or LetterStatus.Closed or LetterStatus.Final), "This letter is withdrawn.");

            var before = new { signature.Status, signature.Reason };
            var (asked, confirms) = (signature.AskedAgainAt, signature.AwaitsConfirmation);
            signature.AgreeOnEvidence(words, cameBy, evidence, now);
            if (confirms)
            {
                await place.ConfirmedAsync(signature, letter, now, cancel);
            }

            var since = signature.Status == SignatureStatus.Listed ? (await db.ListedTwinsAsync(signature, signature.Listing, cancel)).Find(twin => twin.ListedAt > asked) : null;
            RuleBrokenException.ThrowIf(since is not null, $"{since?.Sentence} Decline that one first, or leave this one.");

            // The evidence names persons; it stands with the signature and goes with their data, while the history stays.
            db.Record(who, now, $"recorded that the signer agrees to text version {words.Number}, by {cameBy.ToString().ToLowerInvariant()}", Subject.Of<Signature>(signature.Id, letterId), before, new { signature.Status, signature.Reason });
        }, cancel);
    }
}
