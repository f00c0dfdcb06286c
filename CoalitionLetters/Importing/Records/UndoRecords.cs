using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Organizations;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Importing.Records;

/// <summary>What undoing an import left as it is, because others have touched or used it since then.</summary>
public sealed record UndoneRecords(int Kept);

/// <summary>Takes back what a list did to the directory, as one. A new record that is used by now, and a record that was changed since, stay as they are.</summary>
public sealed class UndoRecords(CoalitionDb db, TimeProvider clock)
{
    public Task<UndoneRecords> RunAsync(Guid importId, Actor who, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.ReviewSignatures);
        var now = clock.UtcNow;
        var import = await db.RecordImports.SingleOrDefaultAsync(i => i.Id == importId, cancel) ?? throw new RuleBrokenException("There is no such import.");
        import.Undo(now);

        var keptAsTheyAre = await RestoreAsync(import, who, now, cancel);
        return new UndoneRecords(keptAsTheyAre + await RemoveAsync(import, now, cancel));
    }, cancel);

    /// <returns>How many of the new records stay, because something relies on them by now.</returns>
    private async Task<int> RemoveAsync(RecordImport import, DateTime now, CancellationToken cancel)
    {
        var made = await db.Organizations.Include(o => o.Aliases).Where(o => import.MadeIds.Contains(o.Id)).ToListAsync(cancel);
        var used = await UsedAsync(import, cancel);
        var unused = made.Where(record => !used.Contains(record.Id)).ToList();
        foreach (var record in unused.Where(record => record.ParentId is not null))
            record.BelongTo(null, now);
        await db.SaveChangesAsync(cancel);

        var gone = unused.Select(record => record.Id).ToList();
        await db.OrganizationContacts.Where(c => gone.Contains(c.OrganizationId)).ExecuteDeleteAsync(cancel);
        db.RemoveRange(unused.SelectMany(record => record.Aliases));
        db.RemoveRange(unused);
        return made.Count - unused.Count;
    }

    /// <summary>Affiliates and contacts of the same import are no use by themselves; a parent is used when one of its affiliates stays.</summary>
    private async Task<HashSet<Guid>> UsedAsync(RecordImport import, CancellationToken cancel)
    {
        var used = await db.UsedElsewhereAsync(import.MadeIds, cancel);
        var contacts = await db.OrganizationContacts.Where(c => import.MadeIds.Contains(c.OrganizationId)).Select(c => new { c.Id, c.OrganizationId }).ToListAsync(cancel);
        used.UnionWith(contacts.ExceptBy(import.ContactIds, c => c.Id).Select(c => c.OrganizationId));

        var affiliates = await db.Organizations.Where(o => o.ParentId != null && import.MadeIds.Contains(o.ParentId.Value)).Select(o => new { o.Id, ParentId = o.ParentId!.Value }).ToListAsync(cancel);
        var made = import.MadeIds.ToHashSet();
        used.UnionWith(await db.Organizations.Where(o => import.MadeIds.Contains(o.Id) && o.ChangedAt > import.At).Select(o => o.Id).ToListAsync(cancel));
        while (affiliates.Find(o => (!made.Contains(o.Id) || used.Contains(o.Id)) && !used.Contains(o.ParentId)) is { } stays)
            used.Add(stays.ParentId);
        return used;
    }

    /// <returns>How many records stay as they are.</returns>
    private async Task<int> RestoreAsync(RecordImport import, Actor who, DateTime now, CancellationToken cancel)
    {
        var (kept, moved) = (0, new List<Organization>());
        foreach (var part in import.Changed.Chunk(1000))
        {
            var ids = part.Select(state => state.Id).ToList();
            var records = await db.Organizations.Include(o => o.Aliases).Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancel);
            foreach (var state in part)
            {
                if (records.GetValueOrDefault(state.Id) is not { } record || record.Revision != state.Revision)
                {
                    kept++;
                    continue;
                }

                record.Describe(state.Name, state.Kind, state.Scope, state.State, state.Country, state.Website, state.Notes, now);
                record.WriteFrom(state.Domains, now);
                if (record.ParentId != state.ParentId)
                {
                    record.BelongTo(state.ParentId, now);
                    moved.Add(record);
                }
                foreach (var alias in state.AliasIds)
                    record.RemoveAlias(alias, now);
                await db.OrganizationContacts.Where(c => state.ContactIds.Contains(c.Id)).ExecuteDeleteAsync(cancel);
                db.Record(who, now, $"undid the import of {import.FileName}", Subject.Of<Organization>(state.Id));
            }
        }
        await OpenCirclesAsync(moved, now, cancel);
        return kept;
    }

    /// <summary>A former parent may have been put below its affiliate since then. That stands, and the affiliate has no parent.</summary>
    private async Task OpenCirclesAsync(List<Organization> moved, DateTime now, CancellationToken cancel)
    {
        if (moved.Count == 0)
            return;
        await db.SaveChangesAsync(cancel);
        var parents = await db.Organizations.Where(o => o.ParentId != null).Select(o => new { o.Id, o.ParentId }).ToDictionaryAsync(o => o.Id, o => o.ParentId, cancel);
        foreach (var record in moved.Where(record => Organization.IsAbove(record.Id, record.ParentId, id => parents.GetValueOrDefault(id))))
        {
            record.BelongTo(null, now);
            parents[record.Id] = null;
        }
    }
}
