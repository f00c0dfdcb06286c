using System.Runtime.InteropServices;

namespace CoalitionLetters.Organizations.Names;

/// <summary>What a new name looks like among those that are there.</summary>
public sealed record NameMatch<TId>(TId Id, string Name, NameComparison Comparison);

/// <summary>A body found by search; <paramref name="Name"/> is the name by which it was found.</summary>
public sealed record NameHit<TId>(TId Id, string Name, double Score);

/// <summary>
/// All names of all bodies, kept in memory so that a new name is matched, and a search answered, in milliseconds among tens of thousands. Names come
/// and go one by one. Safe for many readers and writers at once.
/// </summary>
/// <param name="searchable">Without search an index takes half the room: enough for the rows of a file.</param>
public sealed class NameIndex<TId>(bool searchable = true) where TId : notnull
{
    // Words that a great part of all names share say little, and comparing with each of their bearers would cost the most.
    private const int MostBearersOfAWord = 200;
    private const int MostCompared = 32;

    private readonly Lock gate = new();
    private readonly Dictionary<string, List<Entry>> byKey = [];
    private readonly Dictionary<long, List<Entry>> byGram = [];
    private readonly Dictionary<TId, List<Entry>> byId = [];

    public int Count
    {
        get
        {
            lock (gate)
                return byId.Count;
        }
    }

    /// <summary>Adds a name of a body: its own, an alias, an acronym.</summary>
    public void Add(TId id, string name)
    {
        var entry = new Entry(id, NameShape.Of(name), searchable);
        lock (gate)
        {
            Bucket(byId, id).Add(entry);
            foreach (var key in entry.Keys)
                Bucket(byKey, key).Add(entry);
            foreach (var gram in entry.Grams)
                Bucket(byGram, gram).Add(entry);
        }
    }

    /// <summary>Forgets all names of a body.</summary>
    public void Remove(TId id)
    {
        lock (gate)
        {
            if (!byId.Remove(id, out var entries))
                return;
            foreach (var entry in entries)
            {
                foreach (var key in entry.Keys)
                    byKey[key].Remove(entry);
                foreach (var gram in entry.Grams)
                    byGram[gram].Remove(entry);
            }
        }
    }

    /// <summary>Bodies that are the same, affiliated or to be asked about, the likeliest first; each body once.</summary>
    public IReadOnlyList<NameMatch<TId>> Match(string name, int most = 10)
    {
        var shape = NameShape.Of(name);
        var found = new List<NameMatch<TId>>();
        foreach (var entry in Candidates(shape))
        {
            var match = new NameMatch<TId>(entry.Id, entry.Shape.Text, NameMatching.Compare(shape, entry.Shape));
            if (match.Comparison.JoinsByItself && most == 1)
                return [match];
            if (match.Comparison.Verdict != Verdict.Different)
                found.Add(match);
        }
        return
        [
            .. found
                .OrderBy(match => Rank(match.Comparison)).ThenByDescending(match => match.Comparison.Score).ThenBy(match => match.Name, StringComparer.Ordinal)
                .DistinctBy(match => match.Id).Take(most),
        ];
    }

    /// <summary>Bodies whose names begin with, contain or resemble what somebody types; small slips are forgiven.</summary>
    public IReadOnlyList<NameHit<TId>> Search(string text, int most = 20)
    {
        var query = new NameQuery(text);
        if (query.IsEmpty)
            return [];
        return
        [
            .. Sharing(query).Select(entry => new NameHit<TId>(entry.Id, entry.Shape.Text, query.Score(entry.Shape)))
                .Where(hit => hit.Score > 0)
                .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Name, StringComparer.Ordinal)
                .DistinctBy(hit => hit.Id).Take(most),
        ];
    }

    private static int Rank(NameComparison comparison) => comparison switch
    {
        { JoinsByItself: true } => 0,
        { Verdict: Verdict.Same } => 1,
        { Verdict: Verdict.Ask } => 2,
        _ => 3,
    };

    /// <summary>Names that share a key, those with the most and rarest in common first.</summary>
    private List<Entry> Candidates(NameShape shape)
    {
        var weights = new Dictionary<Entry, double>();
        lock (gate)
        {
            foreach (var (key, weight) in NameKeysOf.Wanted(shape))
            {
                if (!byKey.TryGetValue(key, out var bearers) || bearers.Count > MostBearersOfAWord)
                    continue;
                foreach (var entry in bearers)
                    CollectionsMarshal.GetValueRefOrAddDefault(weights, entry, out _) += weight / Math.Sqrt(bearers.Count);
            }
        }
        return [.. weights.OrderByDescending(pair => pair.Value).Take(MostCompared).Select(pair => pair.Key)];
    }

    private List<Entry> Sharing(NameQuery query)
    {
        var shared = new Dictionary<Entry, int>();
        lock (gate)
        {
            foreach (var gram in query.Grams)
            {
                foreach (var entry in byGram.GetValueOrDefault(gram, []))
                    CollectionsMarshal.GetValueRefOrAddDefault(shared, entry, out _)++;
            }
        }
        // A typing error spoils three groups of three letters at most.
        var enough = Math.Max(1, (query.Grams.Count - 3) / 2);
        return [.. shared.Where(pair => pair.Value >= enough).OrderByDescending(pair => pair.Value).Take(2000).Select(pair => pair.Key)];
    }

    private static List<Entry> Bucket<TKey>(Dictionary<TKey, List<Entry>> buckets, TKey key) where TKey : notnull =>
        CollectionsMarshal.GetValueRefOrAddDefault(buckets, key, out _) ??= [];

    private sealed class Entry(TId id, NameShape shape, bool searchable)
    {
        public TId Id { get; } = id;

        public NameShape Shape { get; } = shape;

        public string[] Keys { get; } = [.. NameKeysOf.Borne(shape)];

        public long[] Grams { get; } = searchable ? [.. NameQuery.GramsOf(shape)] : [];
    }
}
