using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Organizations.Desk;

/// <summary>What joining two records would change.</summary>
/// <param name="BothOn">Letters that both have signed: their lists keep both lines until staff decline one.</param>
public sealed record MergePreview(Organization Kept, Organization Gone, IReadOnlyList<string> NewAliases, int Signatures, IReadOnlyList<string> Affiliates, IReadOnlyList<string> BothOn);

/// <summary>Joins two records of one body: the kept one gains the other's names, signatures and affiliates. Nothing is deleted, and all of it can be undone.</summary>
public sealed class MergeOrganizations(CoalitionDb db, TimeProvider clock)
{
    public async Task<MergePreview> PreviewAsync(Guid keptId, Guid goneId, CancellationToken cancel = default)
    {
        var (kept, gone) = await BothAsync(keptId, goneId, cancel);
        var signed = await db.Signatures.Alive().Where(s => s.OrganizationId == keptId || s.OrganizationId == goneId).Select(s => new { s.LetterId, s.OrganizationId }).ToListAsync(cancel);
        var onBoth = signed.GroupBy(s => s.LetterId).Where(group => group.Select(s => s.OrganizationId).Distinct().Count() > 1).Select(group => group.Key).ToList();
        return new MergePreview(kept, gone, [.. NewNames(kept, gone)], signed.Count(s => s.OrganizationId == goneId),
            await db.Organizations.Where(o => o.ParentId == goneId && o.Id != keptId).OrderBy(o => o.Name).Select(o => o.Name).ToListAsync(cancel),
            [.. (await db.Letters.AsNoTracking().Where(l => onBoth.Contains(l.Id)).ToListAsync(cancel)).Select(l => l.Title).Order(StringComparer.Ordinal)]);
    }

    public Task<Guid> RunAsync(Guid keptId, Guid goneId, Actor who, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.ReviewSignatures);
        var now = clock.UtcNow;
        var (kept, gone) = await BothAsync(keptId, goneId, cancel);
        var signatures = await db.Signatures.Where(s => s.OrganizationId == goneId).ToListAsync(cancel);
        var affiliates = await db.Organizations.Where(o => o.ParentId == goneId).ToListAsync(cancel);
        var earlier = await db.Organizations.Where(o => o.MergedIntoId == goneId).ToListAsync(cancel);

        var aliases = NewNames(kept, gone).ToList().Select(name => kept.AddAlias(name, now)).ToList();
        db.AddRange(aliases);
        foreach (var signature in signatures)
            signature.BelongsTo(keptId);
        foreach (var affiliate in affiliates)
            affiliate.BelongTo(affiliate.Id == keptId ? null : keptId, now);
        foreach (var record in earlier)
            record.MergeInto(keptId, now);
        gone.MergeInto(keptId, now);

        var merge = OrganizationMerge.Of(kept, gone, new MovedByMerge
        {
            SignatureIds = [.. signatures.Select(s => s.Id)],
            AliasIds = [.. aliases.Select(a => a.Id)],
            AffiliateIds = [.. affiliates.Where(o => o.Id != keptId).Select(o => o.Id)],
            EarlierIds = [.. earlier.Select(o => o.Id)],
            KeptWasAffiliate = affiliates.Any(o => o.Id == keptId),
        }, who.Name, now);
        db.Add(merge);
        db.Record(who, now, $"joined {gone.Name} to this record", Subject.Of<Organization>(keptId));
        db.Record(who, now, $"joined this record to {kept.Name}", Subject.Of<Organization>(goneId));
        return merge.Id;
    }, cancel);

    /// <summary>Puts back what the merge moved. What staff have moved elsewhere since then stays where it is.</summary>
    public Task UndoAsync(Guid mergeId, Actor who, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.ReviewSignatures);
        var now = clock.UtcNow;
        var merge = await db.OrganizationMerges.SingleOrDefaultAsync(m => m.Id == mergeId, cancel) ?? throw new RuleBrokenException("There is no such joining of records.");
        merge.Undo(now);
        var kept = await db.Organizations.Include(o => o.Aliases).SingleAsync(o => o.Id == merge.KeptId, cancel);
        var gone = await db.Organizations.SingleAsync(o => o.Id == merge.GoneId, cancel);
        RuleBrokenException.ThrowIf(gone.MergedIntoId != kept.Id, $"{kept.Name} was joined to another record since then. Undo that first.");

        var moved = merge.Moved;
        foreach (var signature in await db.Signatures.Where(s => moved.SignatureIds.Contains(s.Id) && s.OrganizationId == kept.Id).ToListAsync(cancel))
            signature.BelongsTo(gone.Id);
        foreach (var affiliate in await db.Organizations.Where(o => moved.AffiliateIds.Contains(o.Id) && o.ParentId == kept.Id).ToListAsync(cancel))
            affiliate.BelongTo(gone.Id, now);
        foreach (var record in await db.Organizations.Where(o => moved.EarlierIds.Contains(o.Id) && o.MergedIntoId == kept.Id).ToListAsync(cancel))
            record.MergeInto(gone.Id, now);
        foreach (var alias in moved.AliasIds)
            kept.RemoveAlias(alias, now);
        gone.StandAlone(now);
        if (moved.KeptWasAffiliate)
            kept.BelongTo(gone.Id, now);

        db.Record(who, now, $"took {gone.Name} apart again from this record", Subject.Of<Organization>(kept.Id));
        db.Record(who, now, $"took this record apart again from {kept.Name}", Subject.Of<Organization>(gone.Id));
    }, cancel);

    private async Task<(Organization Kept, Organization Gone)> BothAsync(Guid keptId, Guid goneId, CancellationToken cancel)
    {
        RuleBrokenException.ThrowIf(keptId == goneId, "Choose two records.");
        var both = await db.Organizations.Include(o => o.Aliases).Where(o => o.Id == keptId || o.Id == goneId).ToListAsync(cancel);
        RuleBrokenException.ThrowIf(both.Count < 2, "One of the two records is not there.");
        RuleBrokenException.ThrowIf(both.Any(o => o.MergedIntoId is not null), "One of the two is joined to another record already.");
        return (both.Single(o => o.Id == keptId), both.Single(o => o.Id == goneId));
    }

    private static IEnumerable<string> NewNames(Organization kept, Organization gone) =>
        gone.Aliases.Select(alias => alias.Name).Prepend(gone.Name).Distinct().Where(name => !kept.Bears(name));
}
