using System.Collections.Concurrent;
using CoalitionLetters.Data;
using CoalitionLetters.Listings;
using CoalitionLetters.Organizations.Names;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Organizations;

/// <summary>What the directory shows of one record.</summary>
public sealed record DirectoryEntry(Guid Id, string Name, string SortKey, OrganizationKind Kind, Scope Scope, string? State, string? Country, Guid? ParentId, IReadOnlyList<string> Aliases);

/// <summary>By which column the directory is listed.</summary>
public enum DirectorySort { Name, Kind, Scope, Place }

/// <summary>Two records that may be one body.</summary>
/// <param name="OneName">The name of the one that was compared: its own, or another name of it.</param>
public sealed record LikelyPair(DirectoryEntry One, string OneName, DirectoryEntry Other, string OtherName, NameComparison Comparison);

/// <summary>
/// All standing records in memory, for search, matching and the list. Each question first reads what has changed in the store since
/// the last one, by whichever node, so the answer is never old.
/// </summary>
public sealed class OrganizationDirectory(Db stores) : IDisposable
{
    private readonly SemaphoreSlim refreshing = new(1);
    private readonly NameIndex<Guid> index = new();
    private readonly Dictionary<Guid, DirectoryEntry> entries = [];
    private readonly ConcurrentDictionary<(Guid One, Guid Other), LikelyPair> likely = [];
    private readonly ConcurrentQueue<DirectoryEntry> toCompare = [];
    private readonly ConcurrentDictionary<DirectorySort, (IReadOnlyList<DirectoryEntry> From, IReadOnlyList<DirectoryEntry> Sorted)> bySort = [];
    private IReadOnlyList<DirectoryEntry> sorted = [];
    private readonly Dictionary<Guid, int> revisions = [];
    private Stamp? seen;
    private Task comparing = Task.CompletedTask;

    /// <summary>The records in listing order.</summary>
    public async Task<IReadOnlyList<DirectoryEntry>> AllAsync(CancellationToken cancel = default)
    {
        await RefreshAsync(cancel);
        return sorted;
    }

    /// <summary>The records by a column, in listing order within what is equal there. Sorted once after each change.</summary>
    public async Task<IReadOnlyList<DirectoryEntry>> AllAsync(DirectorySort sort, CancellationToken cancel = default)
    {
        var all = await AllAsync(cancel);
        if (sort == DirectorySort.Name)
            return all;
        if (!bySort.TryGetValue(sort, out var known) || known.From != all)
            bySort[sort] = known = (all, Sorted(all, sort));
        return known.Sorted;
    }

    /// <summary>The records that somebody who types this may mean, the likeliest first.</summary>
    public async Task<IReadOnlyList<DirectoryEntry>> SearchAsync(string text, int most = 50, CancellationToken cancel = default)
    {
        await RefreshAsync(cancel);
        return [.. index.Search(text, most).Select(hit => Find(hit.Id)).OfType<DirectoryEntry>()];
    }

    /// <summary>All names of all records, for matching a list. Shared and alive: it follows later changes.</summary>
    public async Task<NameIndex<Guid>> NamesAsync(CancellationToken cancel = default)
    {
        await RefreshAsync(cancel);
        return index;
    }

    /// <summary>Pairs that may be one body, the likeliest first, and how many records still wait to be compared after a start.</summary>
    public async Task<(IReadOnlyList<LikelyPair> Pairs, int Waiting)> LikelyPairsAsync(CancellationToken cancel = default)
    {
        await RefreshAsync(cancel);
        var all = likely.Values.OrderByDescending(pair => pair.Comparison.Verdict == Verdict.Same).ThenByDescending(pair => pair.Comparison.Score).ThenBy(pair => pair.One.SortKey, StringComparer.Ordinal);
        return ([.. all], toCompare.Count);
    }

    /// <summary>Waits until every record has been compared with the others.</summary>
    public async Task ComparedAsync(CancellationToken cancel = default)
    {
        await RefreshAsync(cancel);
        await comparing.WaitAsync(cancel);
    }

    public void Dispose() => refreshing.Dispose();

    private DirectoryEntry? Find(Guid id)
    {
        lock (entries)
            return entries.GetValueOrDefault(id);
    }

    private async Task RefreshAsync(CancellationToken cancel)
    {
        await refreshing.WaitAsync(cancel);
        try
        {
            await using var db = stores.Open();
            var stamp = await StampAsync(db, cancel);
            if (stamp == seen)
                return;

            foreach (var organization in (await ChangedAsync(db, cancel)).Where(IsNews))
                Take(organization);
            Forget([.. await RemovedAsync(db, cancel)]);
            seen = stamp;
            lock (entries)
                sorted = [.. entries.Values.OrderBy(entry => entry.SortKey, StringComparer.Ordinal)];
            if (comparing.IsCompleted)
                comparing = Task.Run(CompareWaiting, CancellationToken.None);
        }
        finally
        {
            refreshing.Release();
        }
    }

    private static IReadOnlyList<DirectoryEntry> Sorted(IReadOnlyList<DirectoryEntry> all, DirectorySort sort) => sort switch
    {
        DirectorySort.Kind => [.. all.OrderBy(entry => entry.Kind == OrganizationKind.Unstated).ThenBy(entry => entry.Kind)],
        DirectorySort.Scope => [.. all.OrderBy(entry => entry.Scope)],
        _ => [.. all.OrderBy(entry => entry.State is null && entry.Country is null).ThenBy(entry => entry.Country is not null).ThenBy(entry => entry.State ?? entry.Country, StringComparer.Ordinal)],
    };

    /// <summary>One question to an index: every change of a record raises the sum, and every record that comes or goes changes the count.</summary>
    private static async Task<Stamp> StampAsync(CoalitionDb db, CancellationToken cancel) =>
        await db.Organizations.GroupBy(_ => 1).Select(all => new Stamp(all.Count(), all.Sum(o => (long)o.Revision), all.Max(o => o.ChangedAt))).SingleOrDefaultAsync(cancel) ?? new Stamp(0, 0, DateTime.UnixEpoch);

    /// <summary>
    /// Records that have changed, a little behind: a change made on another node may be saved after a later one was seen. Their revisions are compared first, because after
    /// an import thousands have changed in the same minute.
    /// </summary>
    private async Task<List<Organization>> ChangedAsync(CoalitionDb db, CancellationToken cancel)
    {
        var organizations = db.Organizations.AsNoTracking().Include(o => o.Aliases);
        var changed = new List<Organization>();
        if (seen is null)
        {
            changed = await organizations.ToListAsync(cancel);
        }
        else
        {
            var from = seen.ChangedAt - TimeSpan.FromMinutes(1);
            var now = await db.Organizations.Where(o => o.ChangedAt >= from).Select(o => new { o.Id, o.Revision }).ToListAsync(cancel);
            foreach (var ids in now.Where(o => !revisions.TryGetValue(o.Id, out var known) || known != o.Revision).Select(o => o.Id).Chunk(1000))
                changed.AddRange(await organizations.Where(o => ids.Contains(o.Id)).ToListAsync(cancel));
        }

        foreach (var organization in changed)
            revisions[organization.Id] = organization.Revision;
        return changed;
    }

    private bool IsNews(Organization organization)
    {
        var known = Find(organization.Id);
        return organization.MergedIntoId is not null ? known is not null : known is null || EntryOf(organization) is var entry && (known with { Aliases = [] }) != (entry with { Aliases = [] }) || !known.Aliases.SequenceEqual(organization.Aliases.Select(alias => alias.Name));
    }

    /// <summary>Records that an undone import has taken away. Counting finds out cheaply that there are any.</summary>
    private async Task<List<Guid>> RemovedAsync(CoalitionDb db, CancellationToken cancel)
    {
        List<Guid> known;
        lock (entries)
            known = [.. entries.Keys];
        if (await db.Organizations.Standing().CountAsync(cancel) == known.Count)
            return [];
        var standing = (await db.Organizations.Standing().Select(o => o.Id).ToListAsync(cancel)).ToHashSet();
        return [.. known.Where(id => !standing.Contains(id))];
    }

    private void Forget(Guid id) => Forget([id]);

    private void Forget(HashSet<Guid> ids)
    {
        if (ids.Count == 0)
            return;
        foreach (var id in ids)
        {
            index.Remove(id);
            revisions.Remove(id);
            lock (entries)
                entries.Remove(id);
        }
        foreach (var pair in likely.Keys.Where(pair => ids.Contains(pair.One) || ids.Contains(pair.Other)))
            likely.TryRemove(pair, out _);
    }

    private void Take(Organization organization)
    {
        if (Find(organization.Id) is not null)
            Forget(organization.Id);
        revisions[organization.Id] = organization.Revision;
        if (organization.MergedIntoId is not null)
            return;

        var entry = EntryOf(organization);
        lock (entries)
            entries[entry.Id] = entry;
        foreach (var name in entry.Aliases.Prepend(entry.Name))
            index.Add(entry.Id, name);
        toCompare.Enqueue(entry);
    }

    private static DirectoryEntry EntryOf(Organization organization) => new(organization.Id, organization.Name, ListingOrder.Key(organization.Name), organization.Kind, organization.Scope, organization.State,
        organization.Country, organization.ParentId, [.. organization.Aliases.Select(alias => alias.Name)]);

    /// <summary>How the records stand in the store.</summary>
    private sealed record Stamp(int Count, long Revisions, DateTime ChangedAt);

    private void CompareWaiting()
    {
        while (toCompare.TryDequeue(out var entry))
        {
            foreach (var (name, match) in LikeAnyNameOf(entry))
            {
                if (Find(entry.Id) is not { } one || Find(match.Id) is not { } other)
                    continue;
                var (first, second) = SettledPair.Ordered(one.Id, other.Id);
                likely[(first, second)] = one.Id == first ? new LikelyPair(one, name, other, match.Name, match.Comparison) : new LikelyPair(other, match.Name, one, name, match.Comparison);
            }
        }
    }

    /// <summary>Other records that may be the same, each once and by the names that are the most alike. The record itself is the likeliest to every name of its own.</summary>
    private IEnumerable<(string Name, NameMatch<Guid> Match)> LikeAnyNameOf(DirectoryEntry entry) => entry.Aliases.Prepend(entry.Name)
        .SelectMany(name => index.Match(name, most: 6).Where(match => match.Id != entry.Id && match.Comparison.Verdict is (Verdict.Same or Verdict.Ask)).Select(match => (name, match)))
        .OrderBy(pair => pair.match.Comparison.Verdict == Verdict.Same ? 0 : 1).ThenByDescending(pair => pair.match.Comparison.Score)
        .DistinctBy(pair => pair.match.Id);
}
