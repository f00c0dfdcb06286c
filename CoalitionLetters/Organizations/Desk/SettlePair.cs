using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Organizations.Desk;

/// <summary>Staff answer whether two records that look alike are the same, a parent and its affiliate, or different. The pair is not asked about again, until the answer is taken back.</summary>
public sealed class SettlePair(CoalitionDb db, MergeOrganizations merge, TimeProvider clock)
{
    /// <param name="keptId">For "same" the record that stays; for "affiliate" the parent.</param>
    /// <returns>The joining of records that can be undone, when the answer was "same".</returns>
    /// <exception cref="RuleBrokenException">Somebody has answered already, or the two cannot stand so.</exception>
    public Task<Guid?> RunAsync(Guid keptId, Guid otherId, PairAnswer answer, Actor who, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.ReviewSignatures);
        if (await AnsweredAsync(keptId, otherId, who, cancel) is { } answered)
            throw new RuleBrokenException(answered);
        if (answer == PairAnswer.Same)
            return await merge.RunAsync(keptId, otherId, who, cancel: cancel);

        var now = clock.UtcNow;
        var kept = await db.Organizations.SingleAsync(o => o.Id == keptId, cancel);
        var other = await db.Organizations.SingleAsync(o => o.Id == otherId, cancel);
        if (answer == PairAnswer.Affiliate)
            await RefuseAnotherParentAsync(kept, other, cancel);
        db.Add(SettledPair.Of(keptId, otherId, answer, who.Name, now));

        if (answer == PairAnswer.Affiliate)
            other.BelongTo(keptId, now);
        var what = answer == PairAnswer.Affiliate ? $"made it an affiliate of {kept.Name}" : $"said that it is different from {kept.Name}";
        db.Record(who, now, what, Subject.Of<Organization>(otherId));
        if (answer == PairAnswer.Different)
            db.Record(who, now, $"said that it is different from {other.Name}", Subject.Of<Organization>(keptId));
        return (Guid?)null;
    }, cancel);

    /// <summary>What has been answered about the two already, and by whom, as <paramref name="who"/> is told; none where nobody has.</summary>
    public async Task<string?> AnsweredAsync(Guid a, Guid b, Actor who, CancellationToken cancel = default)
    {
        who.Needs(Policies.ReviewSignatures);
        var (one, two) = SettledPair.Ordered(a, b);
        if (await db.SettledPairs.AsNoTracking().SingleOrDefaultAsync(p => p.OneId == one && p.OtherId == two, cancel) is { } pair)
            return Answered(pair.Who, who, await SaidAsync(pair, cancel), await NameOfAsync(one, cancel));
        if (await db.OrganizationMerges.AsNoTracking().Where(m => m.UndoneAt == null && (m.GoneId == a || m.GoneId == b)).OrderByDescending(m => m.At).FirstOrDefaultAsync(cancel) is not { } joined)
            return null;
        var kept = await NameOfAsync(joined.KeptId, cancel);
        return Answered(joined.Who, who, $"{joined.GoneName} is the same as {kept}, and joined to it.", kept);
    }

    private static string Answered(string first, Actor who, string said, string on) =>
        $"{(first == who.Name ? "You have" : $"{first} has")} answered already: {said} Your {(first == who.Name ? "second answer" : "answer")} changed nothing. The first one can be taken back on the record of {on}.";

    private Task<string> NameOfAsync(Guid id, CancellationToken cancel) => db.Organizations.Where(o => o.Id == id).Select(o => o.Name).SingleAsync(cancel);

    /// <summary>An answer as a sentence: "River Fund is an affiliate of River Union."</summary>
    public async Task<string> SaidAsync(SettledPair pair, CancellationToken cancel = default)
    {
        var both = await db.Organizations.AsNoTracking().Where(o => o.Id == pair.OneId || o.Id == pair.OtherId).ToDictionaryAsync(o => o.Id, cancel);
        var (one, other) = (both[pair.OneId], both[pair.OtherId]);
        if (pair.Answer == PairAnswer.Different)
            return $"{one.Name} and {other.Name} are different.";
        var (affiliate, parent) = other.ParentId == one.Id ? (other, one) : (one, other);
        return $"{affiliate.Name} is an affiliate of {parent.Name}.";
    }

    /// <summary>Takes back that the two are different, or that one is the other's affiliate, so that they are asked about again where they look alike.</summary>
    public Task AskAgainAsync(Guid organizationId, Guid otherId, Actor who, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.ReviewSignatures);
        var (one, two) = SettledPair.Ordered(organizationId, otherId);
        var settled = await db.SettledPairs.SingleOrDefaultAsync(p => p.OneId == one && p.OtherId == two, cancel);
        RuleBrokenException.ThrowIf(settled is null, "What was said about these two was taken back already.");

        var now = clock.UtcNow;
        var both = await db.Organizations.Where(o => o.Id == one || o.Id == two).ToDictionaryAsync(o => o.Id, cancel);
        foreach (var (record, other) in new[] { (both[one], both[two]), (both[two], both[one]) })
        {
            var belonged = settled.Answer == PairAnswer.Affiliate && record.ParentId == other.Id;
            if (belonged)
                record.BelongTo(null, now);
            var what = settled.Answer == PairAnswer.Different ? $"it is different from {other.Name}" : belonged ? $"it is an affiliate of {other.Name}" : $"it and {other.Name} are parent and affiliate";
            db.Record(who, now, $"took back that {what}", Subject.Of<Organization>(record.Id));
        }

        db.Remove(settled);
    }, cancel);

    private async Task RefuseAnotherParentAsync(Organization parent, Organization affiliate, CancellationToken cancel)
    {
        if (affiliate.ParentId is { } present && present != parent.Id)
            throw new RuleBrokenException($"{affiliate.Name} belongs to {await NameOfAsync(present, cancel)} already. Change that on its own page if it is wrong.");

        RuleBrokenException.ThrowIf(await db.Organizations.IsAboveAsync(affiliate.Id, parent.ParentId, cancel), $"{parent.Name} belongs to {affiliate.Name}, so {affiliate.Name} cannot belong to it.");
    }
}
