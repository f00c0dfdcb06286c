using CoalitionLetters.Data;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Organizations.Desk;

/// <summary>Pairs that may be one body and about which nobody has answered yet.</summary>
public static class LikelyPairs
{
    public static async Task<(IReadOnlyList<LikelyPair> Pairs, int Waiting)> OpenAsync(OrganizationDirectory directory, CoalitionDb db, CancellationToken cancel = default)
    {
        var (pairs, waiting) = await directory.LikelyPairsAsync(cancel);
        if (pairs.Count == 0)
            return (pairs, waiting);

        var settled = (await db.SettledPairs.AsNoTracking().Select(p => new { p.OneId, p.OtherId }).ToListAsync(cancel)).Select(p => (p.OneId, p.OtherId)).ToHashSet();
        return ([.. pairs.Where(pair => !settled.Contains(SettledPair.Ordered(pair.One.Id, pair.Other.Id)) && pair.One.ParentId != pair.Other.Id && pair.Other.ParentId != pair.One.Id)], waiting);
    }
}
