using CoalitionLetters.Data;
using CoalitionLetters.Organizations.Names;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Organizations.Desk;

/// <summary>Pairs that may be one body and about which nobody has answered yet.</summary>
public static class LikelyPairs
{
    /// <summary>How alike two names are, for staff: the machine's reasons, and by which names it came to them where these are not the records' own.</summary>
    public static string Sentence(LikelyPair pair)
    {
        var reason = $"{char.ToUpperInvariant(pair.Comparison.Reason[0])}{pair.Comparison.Reason[1..]}. {(pair.Comparison.Verdict == Verdict.Same ? "Probably the same." : "The names do not tell.")}";
        return (pair.OneName == pair.One.Name, pair.OtherName == pair.Other.Name, pair.OneName == pair.OtherName) switch
        {
            (true, true, _) => reason,
            (false, true, true) => $"{pair.One.Name} is also called {pair.OneName}. {reason}",
            (true, false, true) => $"{pair.Other.Name} is also called {pair.OtherName}. {reason}",
            (false, false, true) => $"Both are also called {pair.OneName}. {reason}",
            _ => $"By their names {pair.OneName} and {pair.OtherName}: {reason}",
        };
    }

    /// <summary>
    /// Which of the two would be the parent: the one with the shorter name, as a chapter adds its place or number to the name of the whole; then the one that reaches further; then the better spelled, and
    /// the older record. An acronym is shorter and yet no parent of its own words.
    /// </summary>
    public static (DirectoryEntry Parent, DirectoryEntry Affiliate) AsFamily(LikelyPair pair)
    {
        var (one, other) = (pair.One, pair.Other);
        if (NameMatching.IsAcronymOf(one.Name, other.Name))
            return (other, one);
        if (NameMatching.IsAcronymOf(other.Name, one.Name))
            return (one, other);
        var order = (Words(one.Name), one.Scope, KeptFirst.Slips(one.Name, other.Name), one.Id.ToString()).CompareTo((Words(other.Name), other.Scope, KeptFirst.Slips(other.Name, one.Name), other.Id.ToString()));
        return order <= 0 ? (one, other) : (other, one);
    }

    private static int Words(string name) => name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    public static async Task<(IReadOnlyList<LikelyPair> Pairs, int Waiting)> OpenAsync(OrganizationDirectory directory, CoalitionDb db, CancellationToken cancel = default)
    {
        var (pairs, waiting) = await directory.LikelyPairsAsync(cancel);
        if (pairs.Count == 0)
            return (pairs, waiting);

        var settled = (await db.SettledPairs.AsNoTracking().Select(p => new { p.OneId, p.OtherId }).ToListAsync(cancel)).Select(p => (p.OneId, p.OtherId)).ToHashSet();
        return ([.. pairs.Where(pair => !settled.Contains(SettledPair.Ordered(pair.One.Id, pair.Other.Id)) && pair.One.ParentId != pair.Other.Id && pair.Other.ParentId != pair.One.Id)], waiting);
    }
}
