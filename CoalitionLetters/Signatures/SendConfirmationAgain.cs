using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures;

/// <summary>Sends the mail with the two links once more, with new keys. A few times at most, so that nobody is pestered.</summary>
public sealed class SendConfirmationAgain(CoalitionDb db, TimeProvider clock, Outbox outbox)
{
    public const int MostMails = 4;

    /// <returns>False when it has been sent often enough, or there is nothing to confirm.</returns>
    public Task<bool> RunAsync(Guid signatureId, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        var now = clock.UtcNow;
        var signature = await db.Signatures.SingleAsync(s => s.Id == signatureId, cancel);
        var letter = await db.Letters.SingleAsync(l => l.Id == signature.LetterId, cancel);
        var sent = await db.MailedLinks.CountAsync(l => l.SignatureId == signatureId && l.Purpose == MailKeyPurpose.Confirm, cancel);
        if (!signature.AwaitsConfirmation || signature.Signer.Email is null || !letter.AcceptsConfirmations(now) || sent >= MostMails)
        {
            return false;
        }

        var text = await db.TextVersions.SingleAsync(v => v.Id == signature.TextVersionId, cancel);
        outbox.Add(new ConfirmSignatureMail(signature, letter, text, await db.ListedPlaceAsync(signature, signature.Listing, letter, cancel), SignatureKeys.For(db, signature, letter, now), now));
        return true;
    }, cancel);
}
