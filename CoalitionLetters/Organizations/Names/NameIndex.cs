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
/// <param name="mostRead">How many names are kept as they are read for comparing, which takes thirty times the room of their letters. The others are read anew when one resembles them.</param>
public sealed class NameIndex<TId>(bool searchable = true, int mostRead = int.MaxValue) where TId : notnull
{
    // Words that a great part of all names share say little, and comparing with each of their bearers would cost the most.
    private const int MostBearersOfAWord = 200;
    private const int MostBearersOfAName = 1000;
    private const int MostScored = 2000;
    private const int MostCompared = 32;

    private readonly Lock gate = new();
    // Keys are kept as hashes: two that meet only make one candidate more.
    private readonly Dictionary<int, Bearers> byKey = [];
    private readonly Dictionary<long, List<Entry>> byGram = [];
    private readonly Dictionary<TId, List<Entry>> byId = [];
    private readonly Queue<Entry> read = [];
    private int gone;

    public int Count
    {
        get
        {
            lock (gate)
                return byId.Count;
        }
    }

    /// <summary>Another number whenever a name came or went.</summary>
    public int Version { get; private set; }

    /// <summary>Adds a name of a body: its own, an alias, an acronym.</summary>
    public void Add(TId id, string name) => Add(id, NameShape.Of(name));

    internal void Add(TId id, NameShape name)
    {
        var entry = new Entry(id, name.Text);
        var keys = NameKeysOf.Borne(name).Select(KeyHash).ToHashSet();
        var grams = searchable ? NameQuery.GramsOf(name) : [];
        lock (gate)
        {
            Version++;
            Keep(entry, name);
            Bucket(byId, id).Add(entry);
            foreach (var key in keys)
                CollectionsMarshal.GetValueRefOrAddDefault(byKey, key, out _).Add(entry);
            foreach (var gram in grams)
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
            Version++;
            // Taking each out of the lists of its common words would look through thousands: they are swept when they are many.
            foreach (var entry in entries)
                entry.IsGone = true;
            gone += entries.Count;
            if (gone > 100 && gone > byId.Count / 8)
                Sweep();
        }
    }

    private void Sweep()
    {
        foreach (var key in byKey.Keys.ToList())
            CollectionsMarshal.GetValueRefOrAddDefault(byKey, key, out _).RemoveGone();
        foreach (var bearers in byGram.Values)
            bearers.RemoveAll(entry => entry.IsGone);
        gone = 0;
    }

    /// <summary>Bodies that are the same, affiliated or to be asked about, the likeliest first; each body once.</summary>
    public IReadOnlyList<NameMatch<TId>> Match(string name, int most = 10) => Match(NameShape.Of(name), most);

    internal IReadOnlyList<NameMatch<TId>> Match(NameShape shape, int most)
    {
        var found = new List<NameMatch<TId>>();
        foreach (var entry in Candidates(shape))
        {
            var match = new NameMatch<TId>(entry.Id, entry.Text, NameMatching.Compare(shape, ShapeOf(entry)));
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
            .. Sharing(query).Select(entry => new NameHit<TId>(entry.Id, entry.Text, query.Score(ShapeOf(entry))))
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
            foreach (var (key, weight, isWhole) in NameKeysOf.Wanted(shape))
            {
                if (!byKey.TryGetValue(KeyHash(key), out var bearers) || (bearers.Count > MostBearersOfAWord && !isWhole))
                    continue;
                var each = weight / Math.Sqrt(bearers.Count);
                foreach (var entry in bearers.All.Take(MostBearersOfAName))
                {
                    if (!entry.IsGone)
                        CollectionsMarshal.GetValueRefOrAddDefault(weights, entry, out _) += each;
                }
            }
        }
        return [.. weights.OrderByDescending(pair => pair.Value).Take(MostCompared).Select(pair => pair.Key)];
    }

    /// <summary>Names of which all is typed, then those that share enough groups of letters: the most first, and of these the shortest, because "ZQWU" is met by each of its locals as well.</summary>
    private List<Entry> Sharing(NameQuery query)
    {
        var shared = new Dictionary<Entry, int>();
        var whole = new List<Entry>();
        lock (gate)
        {
            foreach (var key in query.WholeKeys)
            {
                if (byKey.TryGetValue(KeyHash(key), out var bearers))
                    whole.AddRange(bearers.All.Where(entry => !entry.IsGone).Take(MostBearersOfAName));
            }
            foreach (var gram in query.Grams)
            {
                foreach (var entry in byGram.GetValueOrDefault(gram, []))
                {
                    if (!entry.IsGone)
                        CollectionsMarshal.GetValueRefOrAddDefault(shared, entry, out _)++;
                }
            }
        }
        // A typing error spoils three groups of three letters at most.
        var enough = Math.Max(1, (query.Grams.Count - 3) / 2);
        return [.. whole.Concat(shared.Where(pair => pair.Value >= enough).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Text.Length).Take(MostScored).Select(pair => pair.Key)).Distinct()];
    }

    private NameShape ShapeOf(Entry entry)
    {
        if (entry.Shape is { } known)
            return known;
        var shape = NameShape.Of(entry.Text);
        lock (gate)
            Keep(entry, shape);
        return shape;
    }

    /// <summary>In place of the name that was read the longest ago, where they are many.</summary>
    private void Keep(Entry entry, NameShape shape)
    {
        entry.Shape = shape;
        if (mostRead == int.MaxValue)
            return;
        read.Enqueue(entry);
        if (read.Count > mostRead)
            read.Dequeue().Shape = null;
    }

    private static List<Entry> Bucket<TKey>(Dictionary<TKey, List<Entry>> buckets, TKey key) where TKey : notnull =>
        CollectionsMarshal.GetValueRefOrAddDefault(buckets, key, out _) ??= new(1);

    private static int KeyHash(string key) => string.GetHashCode(key, StringComparison.Ordinal);

    private sealed class Entry(TId id, string text)
    {
        public TId Id { get; } = id;

        public string Text { get; } = text;

        /// <summary>The name as it is read for comparing; null until it is needed again.</summary>
        public NameShape? Shape { get; set; }

        public bool IsGone { get; set; }
    }

    /// <summary>Those who bear a key. Most keys have one bearer, and a list for each would take more room than all else.</summary>
    private struct Bearers
    {
        private object? held;

        public readonly int Count => held is List<Entry> many ? many.Count : held is null ? 0 : 1;

        public readonly IEnumerable<Entry> All => held switch { null => [], Entry only => [only], var many => (List<Entry>)many };

        public void Add(Entry entry)
        {
            if (held is List<Entry> many)
                many.Add(entry);
            else
                held = held is Entry only ? new List<Entry>(2) { only, entry } : entry;
        }

        public void RemoveGone()
        {
            if (held is List<Entry> many)
                many.RemoveAll(entry => entry.IsGone);
            else if (held is Entry { IsGone: true })
                held = null;
        }
    }
}
