using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Organizations.Desk;

/// <summary>Staff answer whether two records that look alike are the same, a parent and its affiliate, or different. The pair is not asked about again.</summary>
public sealed class SettlePair(CoalitionDb db, MergeOrganizations merge, TimeProvider clock)
{
    /// <param name="keptId">For "same" the record that stays; for "affiliate" the parent.</param>
    /// <returns>The joining of records that can be undone, when the answer was "same".</returns>
    public Task<Guid?> RunAsync(Guid keptId, Guid otherId, PairAnswer answer, Actor who, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.ReviewSignatures);
        if (answer == PairAnswer.Same)
            return await merge.RunAsync(keptId, otherId, who, cancel: cancel);

        var now = clock.UtcNow;
        var (one, two) = SettledPair.Ordered(keptId, otherId);
        var kept = await db.Organizations.SingleAsync(o => o.Id == keptId, cancel);
        var other = await db.Organizations.SingleAsync(o => o.Id == otherId, cancel);
        if (answer == PairAnswer.Affiliate)
            await RefuseAnotherParentAsync(kept, other, cancel);
        if (!await db.SettledPairs.AnyAsync(p => p.OneId == one && p.OtherId == two, cancel))
            db.Add(SettledPair.Of(keptId, otherId, answer, who.Name, now));

        if (answer == PairAnswer.Affiliate)
            other.BelongTo(keptId, now);
        var what = answer == PairAnswer.Affiliate ? $"made it an affiliate of {kept.Name}" : $"said that it is different from {kept.Name}";
        db.Record(who, now, what, Subject.Of<Organization>(otherId));
        if (answer == PairAnswer.Different)
            db.Record(who, now, $"said that it is different from {other.Name}", Subject.Of<Organization>(keptId));
        return (Guid?)null;
    }, cancel);

    /// <summary>Takes back that the two are different, so that they are asked about again where they look alike.</summary>
    public Task AskAgainAsync(Guid organizationId, Guid otherId, Actor who, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.ReviewSignatures);
        var (one, two) = SettledPair.Ordered(organizationId, otherId);
        var settled = await db.SettledPairs.SingleOrDefaultAsync(p => p.OneId == one && p.OtherId == two && p.Answer == PairAnswer.Different, cancel);
        RuleBrokenException.ThrowIf(settled is null, "Nobody has said that these two are different, or it was taken back already.");

        db.Remove(settled!);
        var names = await db.Organizations.Where(o => o.Id == one || o.Id == two).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        db.Record(who, clock.UtcNow, $"took back that it is different from {names[otherId]}", Subject.Of<Organization>(organizationId));
        db.Record(who, clock.UtcNow, $"took back that it is different from {names[organizationId]}", Subject.Of<Organization>(otherId));
    }, cancel);

    private async Task RefuseAnotherParentAsync(Organization parent, Organization affiliate, CancellationToken cancel)
    {
        if (affiliate.ParentId is { } present && present != parent.Id)
        {
            var name = await db.Organizations.Where(o => o.Id == present).Select(o => o.Name).SingleAsync(cancel);
            throw new RuleBrokenException($"{affiliate.Name} belongs to {name} already. Change that on its own page if it is wrong.");
        }

        var above = new HashSet<Guid>();
        for (var next = parent.ParentId; next is { } id && above.Add(id); next = await db.Organizations.Where(o => o.Id == id).Select(o => o.ParentId).SingleAsync(cancel))
            RuleBrokenException.ThrowIf(id == affiliate.Id, $"{parent.Name} belongs to {affiliate.Name}, so {affiliate.Name} cannot belong to it.");
    }
}
