using CoalitionLetters.Coalitions;
using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.Supporters;
using CoalitionLetters.Web;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Letters.Public;

/// <summary>A letter as one line of the coalition's list.</summary>
public sealed record LetterLine(string Slug, string Title, string Language, PublicState State, int Count, string Noun, string Recipients, DateTime OpenedAt, DateTime Deadline, DateTime ClosesAt, DateTime? ClosedAt, DateTime? PublishedAt, LetterTime Time);

/// <summary>A supporters' action as one line of the list.</summary>
public sealed record ActionLine(string Address, string Title, string Language, DateTime? ClosesAt);

/// <summary>The list of the coalition's letters, served from memory like the letters themselves.</summary>
public sealed class FrontPages(Db stores, TimeProvider clock, PageRenderer pages) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly Lock gate = new();
    private SharedQuestion<Stamp>? question;
    private Made? made;

    public async Task<Rendered> CurrentAsync()
    {
        lock (gate)
        {
            question ??= new SharedQuestion<Stamp>(AskAsync);
        }

        var stamp = await question.AskAsync();
        if (IsGood(stamp))
        {
            return made!.Page;
        }

        await oneAtATime.WaitAsync();
        try
        {
            return IsGood(stamp) ? made!.Page : (made = await MakeAsync(stamp)).Page;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private bool IsGood(Stamp stamp) => made is { } there && there.Stamp.Letters >= stamp.Letters && there.Stamp.Coalition >= stamp.Coalition && clock.UtcNow < there.GoodUntil;

    /// <summary>Revisions only rise and letters are never removed, so their sum with their number tells every change.</summary>
    private async Task<Stamp> AskAsync()
    {
        await using var db = stores.Open();
        var letters = await db.Letters.Published().SumAsync(l => l.PublicRevision + 1);
        var actions = await db.Actions.Public().SumAsync(a => (long)a.Revision + 1);
        return new Stamp(letters + actions, await db.Coalition.Select(c => c.Revision).SingleOrDefaultAsync());
    }

    private async Task<Made> MakeAsync(Stamp stamp)
    {
        var now = clock.UtcNow;
        await using var db = stores.Open();
        var coalition = await db.Coalition.AsNoTracking().SingleOrDefaultAsync() ?? Coalition.NotYet();
        var letters = await db.Letters.AsNoTracking().Published().OrderByDescending(l => l.OpenedAt).ToListAsync();
        var counts = await db.Tallies.ToDictionaryAsync(t => t.LetterId, t => t.Count);
        var editions = await db.Editions.AsNoTracking().OrderBy(e => e.Number).ToListAsync();

        var lines = letters.Select(letter => Line(letter, counts.GetValueOrDefault(letter.Id), editions.LastOrDefault(e => e.LetterId == letter.Id), now)).ToList();
        var actions = (await db.Actions.AsNoTracking().Where(a => a.Status == ActionStatus.Open && (a.ClosesAt == null || a.ClosesAt > now)).OrderByDescending(a => a.OpenedAt).ToListAsync())
            .Select(action => new ActionLine(SupporterLinks.Action(action.Slug), action.Content.Title, action.Content.Language, action.ClosesAt)).ToList();
        var html = await pages.RenderAsync<FrontPage>(new() { [nameof(FrontPage.Coalition)] = coalition, [nameof(FrontPage.Letters)] = lines, [nameof(FrontPage.Actions)] = actions, [nameof(FrontPage.Now)] = now });
        var changes = lines.Where(line => line.State is PublicState.Open or PublicState.JustOpened)
            .SelectMany(line => new[] { line.Deadline, line.ClosesAt, line.Time.StartOf(line.Time.SaidDayOf(line.Deadline)), line.Time.StartOf(line.Time.SaidDayOf(line.ClosesAt)) })
            .Concat(actions.Select(action => action.ClosesAt ?? DateTime.MaxValue)).Where(moment => moment > now);
        return new Made(stamp, new Rendered(html, "text/html"), changes.DefaultIfEmpty(DateTime.MaxValue).Min());
    }

    private static LetterLine Line(Letter letter, int tally, Edition? edition, DateTime now)
    {
        var content = letter.Content;
        var count = edition?.Count ?? tally;
        var state = letter.Status switch
        {
            LetterStatus.Withdrawn => PublicState.Withdrawn,
            LetterStatus.Final => PublicState.Final,
            LetterStatus.Open when now < letter.ClosesAt => count == 0 ? PublicState.JustOpened : PublicState.Open,
            _ => PublicState.Closed,
        };
        var words = new LetterWords(content.Language);
        return new LetterLine(letter.Slug, content.Title, content.Language, state, count, content.Noun(count), words.OpenLetterTo(content),
            letter.OpenedAt!.Value, letter.ToldDeadline(now)!.Value, letter.ClosesAt!.Value, letter.ClosedAt, edition?.PublishedAt, new LetterTime(letter.TimeZoneId, content.Language));
    }

    private sealed record Stamp(long Letters, long Coalition);

    private sealed record Made(Stamp Stamp, Rendered Page, DateTime GoodUntil);
}
