using CoalitionLetters.Data;
using CoalitionLetters.Organizations.Names;
using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Organizations.Desk;

/// <summary>A likely pair, and which of the two stays when they are the same.</summary>
public sealed record OrderedPair(LikelyPair Pair, DirectoryEntry Kept, DirectoryEntry Gone);

/// <summary>
/// Proposes which of two records stays: one that the public sees on a list; then one on which people have worked; then the older. Two from one import are
/// equally old, and the one whose name is better spelled stays.
/// </summary>
public static class KeptFirst
{
    public static async Task<IReadOnlyList<OrderedPair>> OfAsync(CoalitionDb db, IReadOnlyList<LikelyPair> pairs, CancellationToken cancel = default)
    {
        var ids = pairs.SelectMany(pair => new[] { pair.One.Id, pair.Other.Id }).Distinct().ToList();
        var signed = await db.Signatures.Where(s => s.OrganizationId != null && ids.Contains(s.OrganizationId.Value)).Select(s => new { Id = s.OrganizationId!.Value, IsListed = s.Status == SignatureStatus.Listed }).Distinct().ToListAsync(cancel);
        var listed = signed.Where(s => s.IsListed).Select(s => s.Id).ToHashSet();
        var used = signed.Select(s => s.Id).Concat(await db.OrganizationContacts.Where(c => ids.Contains(c.OrganizationId)).Select(c => c.OrganizationId).ToListAsync(cancel)).ToHashSet();
        var made = await db.Organizations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.CreatedAt, cancel);
        return [.. pairs.Select(pair => Rank(pair.One, pair.Other).CompareTo(Rank(pair.Other, pair.One)) <= 0 ? new OrderedPair(pair, pair.One, pair.Other) : new OrderedPair(pair, pair.Other, pair.One))];

        (bool, bool, DateTime, bool, int, string) Rank(DirectoryEntry entry, DirectoryEntry beside) =>
            (!listed.Contains(entry.Id), !used.Contains(entry.Id) && entry.Aliases.Count == 0, made.GetValueOrDefault(entry.Id), !IsShipped(entry.Name), Slips(entry.Name, beside.Name), entry.Name);
    }

    private static bool IsShipped(string name) => KnownNames.Shipped.Exactly(NameKeys.Strict(NameKeys.Trim(NameText.Read(name).Words))).Count > 0;

    /// <summary>Words that the other name does not have and that no dictionary knows.</summary>
    internal static int Slips(string name, string beside)
    {
        var shared = NameText.Read(beside).Words.Select(word => word.Text).ToHashSet();
        return NameText.Read(name).Words.Count(word => !shared.Contains(word.Text) && !word.IsNumber && !EnglishWords.Knows(word.Text));
    }
}
