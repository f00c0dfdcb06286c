using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Invitations;
using CoalitionLetters.Letters;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Importing;

/// <summary>Removes what an import made, as one. An organization that has signed or was invited elsewhere since then, gained affiliates, or on which somebody has written something, stays.</summary>
public sealed class UndoImport(CoalitionDb db, TimeProvider clock)
{
    public async Task RunAsync(Guid batchId, Actor who, CancellationToken cancel = default)
    {
        who.Needs(Policies.ReviewSignatures);
        var letterId = await db.ImportBatches.Where(b => b.Id == batchId).Select(b => (Guid?)b.LetterId).SingleOrDefaultAsync(cancel) ?? throw new RuleBrokenException("There is no such import.");
        var now = clock.UtcNow;
        await db.ChangeListAsync(letterId, now, async () =>
        {
            var batch = await db.ImportBatches.SingleAsync(b => b.Id == batchId, cancel);
            var letter = await db.Letters.SingleAsync(l => l.Id == letterId, cancel);
            if (batch.InvitationIds.Count > 0)
                who.Needs(Policies.EditLetters);
            batch.Undo(now);
            await RemoveSignaturesAsync(batch, letter, cancel);
            await RemoveInvitationsAsync(batch, cancel);
            await db.SaveChangesAsync(cancel);
            await RemoveOrganizationsAsync(batch, cancel);
            db.Record(who, now, $"undid the import of {batch.FileName}", Subject.Of<Letter>(letterId, letterId));
        }, cancel);
    }

    private async Task RemoveSignaturesAsync(ImportBatch batch, Letter letter, CancellationToken cancel)
    {
        RuleBrokenException.ThrowIf(batch.SignatureIds.Count > 0 && letter.Status == LetterStatus.Final, "The letter is final, and what is published stands. Withdraw signatures one by one for the next edition.");
        db.RemoveRange(await db.Signatures.Where(s => s.LetterId == letter.Id && batch.SignatureIds.Contains(s.Id)).ToListAsync(cancel));
    }

    private async Task RemoveInvitationsAsync(ImportBatch batch, CancellationToken cancel)
    {
        var invitations = await db.Invitations.Where(i => i.LetterId == batch.LetterId && batch.InvitationIds.Contains(i.Id)).ToListAsync(cancel);
        var sent = invitations.Count(invitation => invitation.SentAt is not null);
        RuleBrokenException.ThrowIf(sent > 0, $"{(sent == 1 ? "1 of these invitations was" : $"{sent:#,0} of these invitations were")} sent already, and a mail cannot be called back. Withdraw invitations on the letter's list instead.");
        db.RemoveRange(invitations);
    }

    private async Task RemoveOrganizationsAsync(ImportBatch batch, CancellationToken cancel)
    {
        var used = await db.UsedAsync(batch.OrganizationIds, cancel);
        var made = await db.Organizations.Include(o => o.Aliases).Where(o => batch.OrganizationIds.Contains(o.Id)).ToListAsync(cancel);
        var unused = made.Where(o => !used.Contains(o.Id) && o.ChangedAt <= batch.At).ToList();
        db.RemoveRange(unused.SelectMany(o => o.Aliases));
        db.RemoveRange(unused);
    }
}
