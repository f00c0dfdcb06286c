using System.Collections.Concurrent;
using CoalitionLetters.Data;
using CoalitionLetters.Listings;
using CoalitionLetters.Organizations.Names;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Organizations;

/// <summary>What the directory shows of one record.</summary>
public sealed record DirectoryEntry(Guid Id, string Name, string SortKey, OrganizationKind Kind, Scope Scope, string? State, string? Country, Guid? ParentId, IReadOnlyList<string> Aliases);

/// <summary>Two records that may be one body.</summary>
public sealed record LikelyPair(DirectoryEntry One, DirectoryEntry Other, NameComparison Comparison);

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
    private IReadOnlyList<DirectoryEntry> sorted = [];
    private DateTime seenUntil = DateTime.MinValue;
    private Task comparing = Task.CompletedTask;

    /// <summary>The records in listing order.</summary>
    public async Task<IReadOnlyList<DirectoryEntry>> AllAsync(CancellationToken cancel = default)
    {
        await RefreshAsync(cancel);
        return sorted;
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
            // A little behind: a change made on another node may be saved after a later one was seen. Reading a record twice does no harm.
            var from = seenUntil == DateTime.MinValue ? seenUntil : seenUntil - TimeSpan.FromMinutes(1);
            var changed = await db.Organizations.AsNoTracking().Where(o => o.ChangedAt >= from).Include(o => o.Aliases).ToListAsync(cancel);
            var news = changed.Where(IsNews).ToList();
            foreach (var organization in news)
                Take(organization);
            var removed = await RemovedAsync(db, cancel);
            Forget([.. removed]);
            if (news.Count + removed.Count == 0)
                return;

            seenUntil = changed.Select(o => o.ChangedAt).DefaultIfEmpty(seenUntil).Max();
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

    private void CompareWaiting()
    {
        while (toCompare.TryDequeue(out var entry))
        {
            foreach (var match in index.Match(entry.Name, most: 5).Where(match => match.Id != entry.Id && match.Comparison.Verdict is Verdict.Same or Verdict.Ask))
            {
                if (match.Id == entry.Id || Find(entry.Id) is not { } one || Find(match.Id) is not { } other)
                    continue;
                var (first, second) = SettledPair.Ordered(one.Id, other.Id);
                likely[(first, second)] = one.Id == first ? new LikelyPair(one, other, match.Comparison) : new LikelyPair(other, one, match.Comparison);
            }
        }
    }
}
