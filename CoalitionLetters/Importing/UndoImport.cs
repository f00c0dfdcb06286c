using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.History;
using CoalitionLetters.Invitations;
using CoalitionLetters.Letters;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Importing;

/// <summary>What undoing an import left in the directory, because others have touched or used it since then.</summary>
public sealed record UndoneImport(int Kept);

/// <summary>Removes what an import made, as one. An organization that has signed or was invited elsewhere since then, gained affiliates, or on which somebody has written something, stays.</summary>
public sealed class UndoImport(CoalitionDb db, TimeProvider clock)
{
    public async Task<UndoneImport> RunAsync(Guid batchId, Actor who, CancellationToken cancel = default)
    {
        who.Needs(Policies.ReviewSignatures);
        var letterId = await db.ImportBatches.Where(b => b.Id == batchId).Select(b => (Guid?)b.LetterId).SingleOrDefaultAsync(cancel) ?? throw new RuleBrokenException("There is no such import.");
        var (now, kept) = (clock.UtcNow, 0);
        await db.ChangeListAsync(letterId, now, async () =>
        {
            var batch = await db.ImportBatches.SingleAsync(b => b.Id == batchId, cancel);
            if (batch.InvitationIds.Count > 0)
                who.Needs(Policies.EditLetters);
            batch.Undo(now);
            await RemoveSignaturesAsync(batch, cancel);
            await RemoveInvitationsAsync(batch, cancel);
            await db.SaveChangesAsync(cancel);
            kept = await RemoveOrganizationsAsync(batch, cancel);
            db.Record(who, now, $"undid the import of {batch.FileName}{(kept == 0 ? "" : kept == 1 ? "; 1 new record stays" : $"; {kept:#,0} new records stay")}", Subject.Of<Letter>(letterId, letterId));
        }, cancel);
        return new UndoneImport(kept);
    }

    private async Task RemoveSignaturesAsync(ImportBatch batch, CancellationToken cancel)
    {
        var published = await db.PublishedAsync(batch, cancel);
        RuleBrokenException.ThrowIf(published > 0, $"{(published == 1 ? "1 of these signatures stands" : $"{published:#,0} of these signatures stand")} in a published edition, and what is published stands. Withdraw signatures one by one for the next edition.");
        db.RemoveRange(await db.Signatures.Where(s => s.LetterId == batch.LetterId && batch.SignatureIds.Contains(s.Id)).ToListAsync(cancel));
    }

    private async Task RemoveInvitationsAsync(ImportBatch batch, CancellationToken cancel)
    {
        var invitations = await db.Invitations.Where(i => i.LetterId == batch.LetterId && batch.InvitationIds.Contains(i.Id)).ToListAsync(cancel);
        var sent = invitations.Count(invitation => invitation.SentAt is not null);
        RuleBrokenException.ThrowIf(sent > 0, $"{(sent == 1 ? "1 of these invitations was" : $"{sent:#,0} of these invitations were")} sent already, and a mail cannot be called back. Withdraw invitations on the letter's list instead.");
        db.RemoveRange(invitations);
    }

    /// <returns>How many of the new records stay.</returns>
    private async Task<int> RemoveOrganizationsAsync(ImportBatch batch, CancellationToken cancel)
    {
        var used = await db.UsedAsync(batch.OrganizationIds, cancel);
        var made = await db.Organizations.Include(o => o.Aliases).Where(o => batch.OrganizationIds.Contains(o.Id)).ToListAsync(cancel);
        var unused = made.Where(o => !used.Contains(o.Id) && o.ChangedAt <= batch.At).ToList();
        db.RemoveRange(unused.SelectMany(o => o.Aliases));
        db.RemoveRange(unused);
        return made.Count - unused.Count;
    }
}

internal static class PublishedImports
{
    extension(CoalitionDb db)
    {
        /// <summary>How many signatures of an import stood in the list when an edition was frozen. One that was held until then, or came later, stands in none.</summary>
        public async Task<int> PublishedAsync(ImportBatch batch, CancellationToken cancel = default) =>
            batch.SignatureIds.Count == 0 || await db.Editions.Where(e => e.LetterId == batch.LetterId).MaxAsync(e => (DateTime?)e.PublishedAt, cancel) is not { } last || last < batch.At ? 0
            : await db.Signatures.CountAsync(s => s.LetterId == batch.LetterId && s.ListedAt <= last && batch.SignatureIds.Contains(s.Id), cancel);
    }
}
