using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Officials;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures;

/// <summary>Another person signs for the organization from now on: gets keys of their own, and the former signer is told; of an official's, the office is told too. Of an official's, staff look at a new mailbox that is not an official one; a line that is listed stays so until they have.</summary>
public sealed class HandOverSignature(CoalitionDb db, TimeProvider clock, Outbox outbox)
{
    public async Task RunAsync(Guid signatureId, Signer signer, CancellationToken cancel = default)
    {
        var letterId = await db.Signatures.Where(s => s.Id == signatureId).Select(s => s.LetterId).SingleAsync(cancel);
        var now = clock.UtcNow;
        await db.ChangeListAsync(letterId, now, () => HandOverAsync(signatureId, signer, now, cancel), cancel);
    }

    private async Task HandOverAsync(Guid signatureId, Signer signer, DateTime now, CancellationToken cancel)
    {
        var signature = await db.Signatures.SingleAsync(s => s.Id == signatureId, cancel);
        var letter = await db.Letters.SingleAsync(l => l.Id == signature.LetterId, cancel);
        RuleBrokenException.ThrowIf(signature.Status is SignatureStatus.Withdrawn or SignatureStatus.Declined or SignatureStatus.Merged, "This signature can no longer be changed.");

        var former = signature.Signer;
        foreach (var link in await db.MailedLinks.Where(l => l.SignatureId == signatureId && l.Purpose != MailKeyPurpose.Receipt).ToListAsync(cancel))
        {
            link.End(now);
        }

        var before = new { signature.Status, signature.Doubts };
        signature.ChangeSigner(signer);
        await LookAtMailboxAsync(signature, letter, now, cancel);
        outbox.Add(new NewSignerMail(signature, letter, SignatureKeys.For(db, signature, letter, now)));
        if (former.Email is not null)
        {
            outbox.Add(new HandedOverMail(signature, former.Email, former.Name, letter));
        }

        foreach (var address in await db.OthersInOfficeAsync(signature, letter, [signer.Email, former.Email], cancel))
        {
            outbox.Add(new HandedOverMail(signature, address, null, letter, hadLink: false));
        }

        // Names of persons are not kept in the history, which outlives their data.
        db.Record(Actor.Signer, now, "handed the signature to a colleague", Subject.Of<Signature>(signature.Id, letter.Id), before, new { signature.Status, signature.Doubts });
    }

    private async Task LookAtMailboxAsync(Signature signature, Letter letter, DateTime now, CancellationToken cancel)
    {
        // One that is not confirmed is looked at when it is.
        if (letter.Content.Signatories != SignatoryKind.Officials || signature.ConfirmedAt is null || signature.Signer.Email is not { } mail)
        {
            return;
        }

        var seat = await db.Seats.AsNoTracking().SingleOrDefaultAsync(s => s.SignatureId == signature.Id, cancel);
        if (OfficeMail.DoubtAboutNew(letter.Circulation, seat, mail) is { } doubt)
        {
            signature.Doubt(doubt, now);
        }
        else
        {
            signature.DropDoubts();
        }
    }
}
