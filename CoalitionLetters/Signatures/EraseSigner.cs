using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Mail;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures;

/// <summary>
/// The signer wants to be forgotten. A signature that was not confirmed goes with the data; a confirmed one stays listed, because it is
/// the organization's. The mailed links end, since nobody is left whom they belong to.
/// </summary>
public sealed class EraseSigner(CoalitionDb db, TimeProvider clock, KeptFiles files)
{
    public Task RunAsync(Guid signatureId, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        var now = clock.UtcNow;
        var signature = await db.Signatures.SingleAsync(s => s.Id == signatureId, cancel);
        var before = new { signature.Status, signature.Correction };
        var address = signature.Signer.Email;
        if (signature.Status == SignatureStatus.Submitted)
        {
            signature.Withdraw(now);
        }

        signature.ForgetSigner();
        await db.MailedLinks.Where(l => l.SignatureId == signatureId).ExecuteDeleteAsync(cancel);
        await EraseMailsAsync(signature, address, cancel);
        db.Record(Actor.Signer, now, "erased the signer's data", Subject.Of<Signature>(signature.Id, signature.LetterId), before, new { signature.Status, signature.Correction });
    }, cancel);

    /// <summary>A person may have signed for several organizations: what was written about the others stays theirs. Every mail about a signature names its reference.</summary>
    private async Task EraseMailsAsync(Signature signature, string? address, CancellationToken cancel)
    {
        var toSigner = db.Outbox.Where(mail => mail.LetterId == signature.LetterId && mail.ToAddress == address);
        var signedMore = await db.Signatures.AnyAsync(s => s.LetterId == signature.LetterId && s.Id != signature.Id && s.Signer.Email == address, cancel);
        var mails = await (signedMore ? toSigner.Where(mail => mail.Text == null || mail.Text.Contains(signature.Reference)) : toSigner).ToListAsync(cancel);
        db.RemoveRange(mails);
        files.Delete(mails);
        if (address is not null)
        {
            await ForgetInMailsToOthersAsync(signature, address, cancel);
        }
    }

    /// <summary>Others of an office were told from which mailbox its signature is looked after. What still waits to be sent is sent, and its words are forgotten with those of all mails.</summary>
    private async Task ForgetInMailsToOthersAsync(Signature signature, string address, CancellationToken cancel)
    {
        var toOthers = await db.Outbox.Where(mail => mail.LetterId == signature.LetterId && mail.ToAddress != address && mail.Status != MailStatus.Waiting
            && mail.Text != null && mail.Text.Contains(signature.Reference) && mail.Text.Contains(address)).ToListAsync(cancel);
        toOthers.ForEach(mail => mail.ForgetBody());
        files.Delete(toOthers);
    }
}
