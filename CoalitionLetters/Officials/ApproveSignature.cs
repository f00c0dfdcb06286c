using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Officials;

/// <summary>
/// The principal, or the named deputy, has pressed the button behind their link. From here on it is a signature like any other: listed
/// at once or after a look by staff, as the letter says, and held where the letter's rules of circulation are not met.
/// </summary>
public sealed class ApproveSignature(CoalitionDb db, TimeProvider clock, Outbox outbox)
{
    /// <param name="linkHash">Of the mailed link.</param>
    /// <param name="seen">The <see cref="Signature.Revision"/> that whoever signs has before their eyes.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>False where something about the signature has changed since it was read: nothing is signed before it is read as it is now.</returns>
    public async Task<bool> RunAsync(string linkHash, int seen, CancellationToken cancel = default)
    {
        var letterId = await db.SeatLinks.Where(l => l.Hash == linkHash).Join(db.Seats, l => l.SeatId, s => s.Id, (_, s) => s.LetterId).SingleAsync(cancel);
        var now = clock.UtcNow;
        var isSeen = true;
        await db.ChangeListAsync(letterId, now, async () =>
        {
            var link = await db.SeatLinks.SingleAsync(l => l.Hash == linkHash, cancel);
            var signature = await db.Signatures.SingleAsync(s => s.Id == link.SignatureId, cancel);

            // Pressed twice in the same moment: the first press has done it.
            if (signature.ConfirmedAt is not null)
            {
                return;
            }

            RuleBrokenException.ThrowIf(link.EndedAt is not null, "This link has been replaced. Use the newest mail.");
            isSeen = signature.Revision == seen;
            if (!isSeen)
            {
                return;
            }

            var seat = await db.Seats.SingleAsync(s => s.Id == link.SeatId, cancel);
            var letter = await db.Letters.SingleAsync(l => l.Id == letterId, cancel);
            var before = new { signature.Status };
            signature.Confirm(letter, now);
            var doubts = await db.DoubtsAboutOfficialAsync(signature, signature.Listing, cancel);
            if (doubts.Count > 0)
            {
                signature.Hold(string.Join(" ", doubts));
            }
            else if (letter.ListsAtOnce)
            {
                signature.List(now);
            }

            db.Record(Actor.Signer, now, $"signed for {seat.Details.Jurisdiction}", Subject.Of<Signature>(signature.Id, letter.Id), before, new { signature.Status, signature.Reason });
            await SendReceiptsAsync(letter, seat, signature, now, cancel);
        }, cancel);
        return isSeen;
    }

    private async Task SendReceiptsAsync(Letter letter, Seat seat, Signature signature, DateTime now, CancellationToken cancel)
    {
        var text = await db.TextVersions.SingleAsync(v => v.Id == signature.TextVersionId, cancel);
        var manage = MailKey.New();
        db.Add(MailedLink.For(manage, MailKeyPurpose.Manage, signature, null, now));
        outbox.Add(new OfficeSignedMail(seat, signature, letter, text, signature.Signer.Email!, manage));
        if (seat.PreparedBy is { } staff)
        {
            outbox.Add(new OfficeSignedMail(seat, signature, letter, text, staff, null));
        }
    }
}
