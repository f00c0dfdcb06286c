using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures.Desk;

/// <summary>
/// Staff answer a signer who has corrected a listed line. A correction that is taken changes list, count and pages in one transaction with its history and the mail; one that is left changes nothing, and the mail says why.
/// </summary>
public sealed class SettleCorrection(CoalitionDb db, TimeProvider clock, Outbox outbox)
{
    /// <param name="seen">The signature on the page where the button was pressed: a correction that has come since is not taken unseen.</param>
    /// <param name="bothStand">Staff have seen that a line of the same body is listed beside the corrected one, and say that both stand.</param>
    public Task TakeAsync(Guid letterId, SeenSignature seen, Actor who, bool bothStand = false, CancellationToken cancel = default) => SettleAsync(letterId, seen, who, "took the correction", async (signature, letter) =>
    {
        var twins = signature is { Status: SignatureStatus.Listed, Correction: { } asked } && Twins.KeyOf(asked) != Twins.KeyOf(signature.Listing) ? await db.ListedTwinsAsync(signature, asked, cancel) : [];
        RuleBrokenException.ThrowIf(twins.Count > 0 && !bothStand, $"{twins.FirstOrDefault()?.Sentence} {Twins.OneCounts}");
        signature.TakeCorrection();
        var place = await db.ListedPlaceAsync(signature, signature.Listing, letter, cancel);
        return keys => new CorrectionTakenMail(signature, letter, place, keys);
    }, cancel);

    public Task LeaveAsync(Guid letterId, SeenSignature seen, string reason, Actor who, CancellationToken cancel = default)
    {
        who.Needs(Policies.ReviewSignatures);
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(reason), "Say why the line stays as it was; the signer gets your words by mail.");
        return SettleAsync(letterId, seen, who, $"left the line as it was: {reason.Trim()}", async (signature, letter) =>
        {
            var asked = signature.Correction;
            signature.LeaveCorrection();
            var places = (await db.ListedPlaceAsync(signature, signature.Listing, letter, cancel), await db.ListedPlaceAsync(signature, asked!, letter, cancel));
            return keys => new CorrectionLeftMail(signature, letter, asked!, places, reason.Trim(), keys);
        }, cancel);
    }

    private async Task SettleAsync(Guid letterId, SeenSignature seen, Actor who, string what, Func<Signature, Letter, Task<Func<SignatureKeys, IMail>>> settle, CancellationToken cancel)
    {
        who.Needs(Policies.ReviewSignatures);
        var now = clock.UtcNow;
        await db.ChangeListAsync(letterId, now, async () =>
        {
            var signature = await db.Signatures.SingleAsync(s => s.Id == seen.Id && s.LetterId == letterId, cancel);
            var letter = await db.Letters.SingleAsync(l => l.Id == letterId, cancel);
            RuleBrokenException.ThrowIf(signature.Revision != seen.Revision, "The signer or somebody else changed this signature a moment ago, so nothing was done. Look again, and press once more.");

            var before = new { signature.Listing, signature.Correction };
            var mail = await settle(signature, letter);
            if (signature.Signer.Email is not null)
            {
                outbox.Add(mail(SignatureKeys.For(db, signature, letter, now)));
            }

            db.Record(who, now, what, Subject.Of<Signature>(signature.Id, letterId), before, new { signature.Listing, signature.Correction });
        }, cancel);
    }
}
