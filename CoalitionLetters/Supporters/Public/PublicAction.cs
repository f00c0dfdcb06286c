using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Public;
using CoalitionLetters.Listings;
using CoalitionLetters.Web;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters.Public;

/// <summary>A text shown with its writer's permission.</summary>
public sealed record ShownText(string Who, string? State, string Text);

/// <summary>All that the public may see of one action at one moment.</summary>
public sealed record PublicAction
{
    private const int MostShown = 12;

    public required SupportersAction Action { get; init; }
    public required Coalition Coalition { get; init; }
    public required ActionCount Count { get; init; }

    /// <summary>Read for the page that tells it.</summary>
    public GoneOut Gone { get; init; } = new(0, 0, 0);
    public required IReadOnlyList<ShownText> Shown { get; init; }
    public required DateTime ReadAt { get; init; }

    /// <summary>The letter it stands beside, when the public may read that.</summary>
    public string? LetterSlug { get; init; }

    public ActionContent Content => Action.Content;
    public ActionWords Words => field ??= new(Content.Language);
    public LetterTime Time => field ??= new(Coalition.TimeZoneId, Content.Language);
    public DraftText Draft => field ??= DraftText.Parse(Content.Draft);
    public string Address => SupporterLinks.Action(Action.Slug);
    public bool IsOpen => Action.AcceptsMessages(ReadAt);

    /// <summary>The explanation as harmless HTML.</summary>
    public string Explanation => LetterHtml.Of(new LetterContent { Body = Content.Explanation, Language = Content.Language }, new LiveFacts(0, null), new LetterWords(Content.Language)).Body;

    public IReadOnlyList<Target> Targets => [.. Action.Targets.OrderBy(target => target.Order)];

    /// <summary>How letters get to a target, with the day of delivery where one is named.</summary>
    public string WayTo(Target target) => Words.Way(target, target.DeliveredOn is { } day ? Time.Day(day) : null, target.DeliveredOn < Time.DayOf(ReadAt));

    /// <summary>Targets that not everybody writes to: found by where the person lives.</summary>
    public bool HasLocalTargets => Action.Targets.Any(target => target.States.Count > 0 || target.PostalPrefixes.Count > 0);

    public static async Task<PublicAction?> ReadAsync(CoalitionDb db, string slug, DateTime now, CancellationToken cancel = default) =>
        await db.Actions.AsNoTracking().Include(a => a.Targets).Public().SingleOrDefaultAsync(a => a.Slug == slug, cancel) is { } action ? await OfAsync(db, action, now, cancel) : null;

    public static async Task<PublicAction> OfAsync(CoalitionDb db, SupportersAction action, DateTime now, CancellationToken cancel = default)
    {
        var shown = await db.Supporters.AsNoTracking().Where(s => s.ActionId == action.Id && s.IsShown).OrderByDescending(s => s.SubmittedAt).Take(MostShown).ToListAsync(cancel);
        return new PublicAction
        {
            Action = action,
            Coalition = await db.Coalition.AsNoTracking().SingleOrDefaultAsync(cancel) ?? Coalition.NotYet(),
            Count = await db.CountOfAsync(action.Id, cancel),
            Shown = [.. shown.Select(s => new ShownText(s.Person.FirstName, States.Find(s.State)?.In(action.Content.Language), s.OwnSentence ?? PlainText.Shorten(s.Text, Supporter.OwnSentenceMaxLength)))],
            LetterSlug = action.LetterId is { } letter ? await db.Letters.Published().Where(l => l.Id == letter).Select(l => l.Slug).FirstOrDefaultAsync(cancel) : null,
            ReadAt = now,
        };
    }
}
