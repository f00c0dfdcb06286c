using System.Collections.Concurrent;
using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.Web;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Letters.Public;

/// <summary>
/// The public letters as they stand, in memory. Each request asks the store for the letter's revision (all that ask at once share
/// one question), so whatever was saved on any node before a request is in its answer; the letter itself is read again, and its pages
/// made again, only when the revision has risen or the clock has passed a moment that changes its words.
/// </summary>
public sealed class PublicLetters(Db stores, TimeProvider clock, PageRenderer pages, Links links)
{
    private readonly ConcurrentDictionary<string, Shelf> shelves = new(StringComparer.Ordinal);

    /// <summary>The letter's pages; null when no letter that was ever opened has that address.</summary>
    public async Task<LetterPages?> FindAsync(string slug)
    {
        if (!Letter.IsSlug(slug))
        {
            return null;
        }

        if (!shelves.TryGetValue(slug, out var shelf))
        {
            // Only letters that exist get a place here, so that invented addresses cannot fill the memory.
            if (await AskAsync(slug) is null)
            {
                return null;
            }

            shelf = shelves.GetOrAdd(slug, added => new Shelf(new SharedQuestion<Stamp?>(() => AskAsync(added))));
        }

        return await shelf.Question.AskAsync() is { } stamp ? await UpToDate(shelf, slug, stamp) : null;
    }

    private async Task<Stamp?> AskAsync(string slug)
    {
        await using var db = stores.Open();
        return await db.Letters.Published().Where(l => l.Slug == slug)
            .Select(l => new Stamp(l.PublicRevision, db.Set<Coalition>().OrderBy(c => c.Id).Select(c => c.Revision).FirstOrDefault()))
            .FirstOrDefaultAsync();
    }

    private async Task<LetterPages?> UpToDate(Shelf shelf, string slug, Stamp stamp)
    {
        Lazy<Task<LetterPages?>> making;
        lock (shelf)
        {
            if (shelf.Pages is not { } held || !held.Stamp.Covers(stamp) || clock.UtcNow >= held.GoodUntil)
            {
                making = new Lazy<Task<LetterPages?>>(() => MakeAsync(shelf, slug, stamp));
                shelf.Pages = held = new Held(stamp, making, DateTime.MaxValue);
            }

            making = held.Making;
        }

        try
        {
            return await making.Value;
        }
        catch
        {
            lock (shelf)
            {
                if (shelf.Pages?.Making == making)
                {
                    shelf.Pages = null;
                }
            }

            throw;
        }
    }

    /// <summary>The stamp was read before the letter, so the letter may be newer than its stamp, but never older.</summary>
    private async Task<LetterPages?> MakeAsync(Shelf shelf, string slug, Stamp stamp)
    {
        await using var db = stores.Open();
        if (await PublicLetter.ReadAsync(db, slug, clock.UtcNow) is not { } letter)
        {
            return null;
        }

        lock (shelf)
        {
            if (shelf.Pages is { } held && held.Stamp == stamp && letter.ChangesAt is { } changes)
            {
                shelf.Pages = held with { GoodUntil = changes };
            }
        }

        return new LetterPages(letter, stamp.Letter, pages, links);
    }

    private sealed record Stamp(long Letter, long Coalition)
    {
        public bool Covers(Stamp other) => Letter >= other.Letter && Coalition >= other.Coalition;
    }

    private sealed record Held(Stamp Stamp, Lazy<Task<LetterPages?>> Making, DateTime GoodUntil);

    private sealed class Shelf(SharedQuestion<Stamp?> question)
    {
        public SharedQuestion<Stamp?> Question { get; } = question;
        public Held? Pages { get; set; }
    }
}
