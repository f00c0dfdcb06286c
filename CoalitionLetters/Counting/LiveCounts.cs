using System.Collections.Concurrent;
using System.Threading.Channels;
using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Counting;

/// <summary>What open pages are told: at which public revision the letter is, and its count.</summary>
public sealed record LiveCount(long Revision, int Count);

/// <summary>
/// Tells open pages that a letter has changed. While somebody listens, one loop asks the store twice a second for the revisions of
/// the letters listened to, all in one question, so it hears of changes on every node; when nobody listens, nothing runs.
/// </summary>
public sealed partial class LiveCounts(Db stores, LiveSettings settings, ILogger<LiveCounts> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, Watched> letters = [];
    private int listeners;
    private bool isWatching;

    public int Listeners => Volatile.Read(ref listeners);

    /// <summary>A seat to listen from, beginning with how the letter stands; null when all seats are taken. Dispose it to leave.</summary>
    public Listener? TryListen(Guid letterId)
    {
        lock (gate)
        {
            if (listeners >= settings.MaxListeners)
            {
                return null;
            }

            listeners++;
            if (!letters.TryGetValue(letterId, out var watched))
            {
                letters.Add(letterId, watched = new Watched());
            }

            var listener = new Listener(this, letterId);
            watched.Listeners.TryAdd(listener, true);
            if (watched.Last is { } last)
            {
                listener.Tell(last);
            }

            if (!isWatching)
            {
                isWatching = true;
                _ = Task.Run(WatchAsync);
            }

            return listener;
        }
    }

    private void Leave(Listener listener)
    {
        lock (gate)
        {
            if (!letters.TryGetValue(listener.LetterId, out var watched) || !watched.Listeners.TryRemove(listener, out _))
            {
                return;
            }

            listeners--;
            if (watched.Listeners.IsEmpty)
            {
                letters.Remove(listener.LetterId);
            }
        }
    }

    private async Task WatchAsync()
    {
        while (true)
        {
            Guid[] wanted;
            lock (gate)
            {
                if (listeners == 0)
                {
                    isWatching = false;
                    return;
                }

                wanted = [.. letters.Keys];
            }

            try
            {
                await AskAsync(wanted);
            }
            catch (Exception e)
            {
                // The store may be restarting; the pages keep their numbers and hear the next answer.
                StoreDidNotAnswer(e);
            }

            await Task.Delay(Pause);
        }
    }

    private async Task AskAsync(Guid[] wanted)
    {
        await using var db = stores.Open();
        var found = await db.Letters.Where(l => wanted.Contains(l.Id))
            .Select(l => new { l.Id, l.PublicRevision, Count = db.Set<Tally>().Where(t => t.LetterId == l.Id).Select(t => t.Count).FirstOrDefault() })
            .ToListAsync();

        lock (gate)
        {
            foreach (var letter in found)
            {
                if (letters.TryGetValue(letter.Id, out var watched) && (watched.Last is null || letter.PublicRevision > watched.Last.Revision))
                {
                    watched.Last = new LiveCount(letter.PublicRevision, letter.Count);
                    foreach (var listener in watched.Listeners.Keys)
                    {
                        listener.Tell(watched.Last);
                    }
                }
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store did not say how the letters stand. Asking again.")]
    private partial void StoreDidNotAnswer(Exception e);

    private sealed class Watched
    {
        public ConcurrentDictionary<Listener, bool> Listeners { get; } = new();
        public LiveCount? Last { get; set; }
    }

    /// <summary>One open page. A slow one misses what was overtaken by newer news, never the newest.</summary>
    public sealed class Listener(LiveCounts counts, Guid letterId) : IDisposable
    {
        private readonly Channel<LiveCount> news = Channel.CreateBounded<LiveCount>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

        public Guid LetterId => letterId;
        public ChannelReader<LiveCount> News => news.Reader;

        public void Dispose() => counts.Leave(this);

        internal void Tell(LiveCount count) => news.Writer.TryWrite(count);
    }
}
