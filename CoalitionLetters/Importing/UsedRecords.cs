using CoalitionLetters.Data;
using CoalitionLetters.Invitations;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Importing;

/// <summary>Tells which records something else has come to rely on, so that undoing an import leaves them.</summary>
internal static class UsedRecords
{
    extension(CoalitionDb db)
    {
        /// <summary>Those of the organizations that something points to. One question for each kind of pointer: asked for each organization, they take a minute for ten thousand.</summary>
        public async Task<HashSet<Guid>> UsedAsync(IReadOnlyList<Guid> ids, CancellationToken cancel) =>
            [.. await db.UsedElsewhereAsync(ids, cancel), .. await PointedToAsync(ids, [db.Organizations.Select(o => o.ParentId), db.OrganizationContacts.Select(c => (Guid?)c.OrganizationId)], cancel)];

        /// <summary>The same without affiliates and contacts, which may come from the same import.</summary>
        public Task<HashSet<Guid>> UsedElsewhereAsync(IReadOnlyList<Guid> ids, CancellationToken cancel) => PointedToAsync(ids,
            [
                db.Signatures.Select(s => s.OrganizationId), db.Invitations.Select(i => (Guid?)i.OrganizationId), db.Organizations.Select(o => o.MergedIntoId),
                db.OrganizationMerges.Select(m => (Guid?)m.KeptId), db.OrganizationMerges.Select(m => (Guid?)m.GoneId), db.SettledPairs.Select(p => (Guid?)p.OneId), db.SettledPairs.Select(p => (Guid?)p.OtherId),
                db.OrganizationSplits.Select(split => (Guid?)split.FromId),
            ], cancel);
    }

    private static async Task<HashSet<Guid>> PointedToAsync(IReadOnlyList<Guid> ids, IReadOnlyList<IQueryable<Guid?>> all, CancellationToken cancel)
    {
        var used = new HashSet<Guid>();
        foreach (var pointers in all)
        {
            used.UnionWith(await pointers.Where(id => id != null && ids.Contains(id.Value)).Select(id => id!.Value).Distinct().ToListAsync(cancel));
        }

        return used;
    }
}
