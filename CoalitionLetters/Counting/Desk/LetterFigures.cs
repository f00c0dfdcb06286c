using System.Globalization;
using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Mail;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Signatures.Desk;
using CoalitionLetters.Web;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Counting.Desk;

/// <summary>A letter in numbers, as its desk shows them at one moment.</summary>
public sealed record LetterFigures
{
    public required int Count { get; init; }
    public required IReadOnlyDictionary<SignatureStatus, int> ByStatus { get; init; }

    /// <summary>The sections of the public list, in its order; none where it is undivided.</summary>
    public required IReadOnlyList<(string Name, int Count)> BySection { get; init; }

    /// <summary>Listed signatories, the largest groups first.</summary>
    public required IReadOnlyList<(string Name, int Count)> ByKind { get; init; }
    public required IReadOnlyList<(string Name, int Count)> ByState { get; init; }
    public required int SinceYesterday { get; init; }
    public required Growth Growth { get; init; }

    /// <summary>Why signatures and corrections wait for staff, with how many, since when, and the view of the grid that shows them.</summary>
    public required IReadOnlyList<(string Reason, int Count, DateTime Oldest, string View)> Waiting { get; init; }

    /// <summary>Those whose signer has still to agree to the changed words, and since when; none where there are none.</summary>
    public required (int Count, DateTime AskedAt)? Agreements { get; init; }
    public required int FailedMails { get; init; }
    public required int LastEditionCount { get; init; }

    public int In(SignatureStatus status) => ByStatus.GetValueOrDefault(status);

    /// <summary>Those that do not stand any more, where there are some, with the view of the grid that shows them.</summary>
    public IEnumerable<(string View, string Name, int Count)> Aside => SignatureSearch.Views
        .Where(view => view.Status is SignatureStatus.Declined or SignatureStatus.Withdrawn or SignatureStatus.Merged && In(view.Status.Value) > 0)
        .Select(view => (view.View!, view.Name, In(view.Status!.Value)));

    public static async Task<LetterFigures> ReadAsync(CoalitionDb db, Letter letter, DateTime now, CancellationToken cancel = default)
    {
        var all = await db.WithKinds(db.Signatures.AsNoTracking().On(letter))
            .Select(s => new { s.Signature.Status, s.Signature.ListedAt, s.Signature.SubmittedAt, s.Signature.Reason, s.Signature.Doubts, s.Signature.DoubtedAt, s.Signature.AskedAgainAt, HasMail = s.Signature.Signer.Email != null, s.Signature.Listing, s.Signature.CorrectionSentAt, s.Kind }).ToListAsync(cancel);
        var asked = all.Where(s => s.AskedAgainAt is not null && s.Status is SignatureStatus.Submitted or SignatureStatus.Confirmed or SignatureStatus.Held).ToList();
        var listed = all.Where(s => s.Status == SignatureStatus.Listed).ToList();
        var time = new LetterTime(letter.TimeZoneId, "en");
        var today = time.StartOf(time.DayOf(now));
        return new LetterFigures
        {
            Count = listed.Count,
            ByStatus = all.CountBy(s => s.Status).ToDictionary(),
            BySection = [.. Sections.Of(listed.Select(s => s.Listing.AsPrinted("")), ListingChoices.Of(letter.Content) with { Language = "en" })
                .Where(section => section.Heading is not null).Select(section => (section.Heading!, section.Count))],
            ByKind = letter.Content.Signatories == SignatoryKind.Organizations ? Groups(listed.Select(s => NameOf(s.Kind))) : [],
            ByState = Groups(listed.Select(s => s.Listing.State).OfType<string>()),
            SinceYesterday = listed.Count(s => s.ListedAt >= today),
            Growth = Growth.Of(letter, [.. listed.Select(s => s.ListedAt ?? s.SubmittedAt)], now),
            Waiting =
            [
                .. all.Where(s => s.Status is SignatureStatus.Held or SignatureStatus.Confirmed && (s.AskedAgainAt is null || s.Reason is not null || s.DoubtedAt is not null))
                    .GroupBy(s => s.Status == SignatureStatus.Confirmed ? ("Confirmed, to look at before they are listed", View: "confirmed") : (Shortened(s.Reason ?? s.Doubts ?? "Held"), View: "held"))
                    .Select(g => (g.Key.Item1, g.Count(), g.Min(s => s.SubmittedAt), g.Key.View)).OrderByDescending(g => g.Item2),
                .. all.Where(s => s.Status == SignatureStatus.Listed && s.DoubtedAt is not null).GroupBy(s => Shortened(s.Doubts!)).Select(g => (g.Key, g.Count(), g.Min(s => s.DoubtedAt!.Value), SignatureSearch.Doubted)),
                .. asked.Where(s => !s.HasMail).GroupBy(_ => "To be asked by you whether the signer agrees to the changed words: no mail address is here").Select(g => (g.Key, g.Count(), g.Min(s => s.AskedAgainAt!.Value), SignatureSearch.Agreements)),
                .. all.Where(s => s.Status == SignatureStatus.Withdrawn && s.DoubtedAt is not null).GroupBy(s => Shortened(s.Doubts!)).Select(g => (g.Key, g.Count(), g.Min(s => s.DoubtedAt!.Value), "withdrawn")),
                .. Corrections([.. all.Where(s => s.CorrectionSentAt is not null && s.Status is SignatureStatus.Listed or SignatureStatus.Held or SignatureStatus.Confirmed).Select(s => s.CorrectionSentAt!.Value)]),
            ],
            Agreements = asked.Count == 0 ? null : (asked.Count, asked.Min(s => s.AskedAgainAt!.Value)),
            FailedMails = await db.Set<OutboxMail>().CountAsync(m => m.LetterId == letter.Id && (m.Status == MailStatus.Failed || m.Status == MailStatus.Returned), cancel),
            LastEditionCount = await db.Set<FinalLetters.Edition>().Where(e => e.LetterId == letter.Id).OrderByDescending(e => e.Number).Select(e => e.Count).FirstOrDefaultAsync(cancel),
        };
    }

    private static IEnumerable<(string Reason, int Count, DateTime Oldest, string View)> Corrections(IReadOnlyList<DateTime> sentAt) =>
        sentAt.Count == 0 ? [] : [(sentAt.Count == 1 ? "Correction of a listed line, which stays as it was" : "Corrections of listed lines, which stay as they were", sentAt.Count, sentAt.Min(), SignatureSearch.Corrections)];

    private static List<(string Name, int Count)> Groups(IEnumerable<string> names) =>
        [.. names.CountBy(name => name).OrderByDescending(g => g.Value).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Value))];

    private static string NameOf(OrganizationKind kind) => kind == OrganizationKind.Unstated ? "Not stated" : kind.ToString();

    private static string Shortened(string reason) => reason.Length <= 80 ? reason : $"{reason.AsSpan(0, 78).TrimEnd()}…";
}

/// <summary>How the list grew, day by day on the letter's own calendar.</summary>
/// <param name="Days">From the opening to today, or to the last day that mattered; the count at the end of each.</param>
/// <param name="Last">The last day of the axis: the deadline, or today when that is over.</param>
/// <param name="ClosesOn">The day it closes or closed.</param>
public sealed record Growth(IReadOnlyList<(DateOnly Day, int Count)> Days, DateOnly First, DateOnly Last, DateOnly? ClosesOn, bool IsOpen)
{
    private const int MostDays = 366;

    public int Count => Days.Count == 0 ? 0 : Days[^1].Count;

    /// <summary>How many were listed before the first day that is shown.</summary>
    public int Before { get; init; }

    /// <summary>The highest line of the grid: a round number not below the count, divisible by three.</summary>
    public int Top
    {
        get
        {
            foreach (var step in new[] { 1, 2, 5, 10, 20, 40, 50, 100, 200, 400, 500, 1000, 2000, 4000, 5000, 10_000, 20_000, 50_000 })
            {
                if (3 * step >= Count)
                {
                    return 3 * step;
                }
            }

            return (Count + 299_999) / 300_000 * 300_000;
        }
    }

    /// <summary>What the picture says, in a sentence.</summary>
    public string Finding
    {
        get
        {
            if (Count == 0)
            {
                return "Nobody is listed yet";
            }

            var gains = Days.Select((day, i) => (day.Day, Gain: day.Count - (i == 0 ? Before : Days[i - 1].Count))).ToList();
            var (today, most) = (gains[^1], gains.Max(g => g.Gain));
            var best = gains.Where(g => g.Gain == most).Select(g => g.Day).ToList();
            var each = best.Count == 1 ? "" : " each";
            return !IsOpen ? $"{Say(best)} brought the most: {most}{each}"
                : gains.Count == 1 ? $"{most} on the first day"
                : today.Gain < most ? $"{Say(best)} brought {most}{each}; {(today.Gain == 0 ? "none" : $"{today.Gain} more")} today"
                : best.Count == 1 ? $"{most} today, more than on any day before"
                : $"{most} today, as many as on {Say(best[..^1])}";
        }
    }

    /// <summary>"June 14", "June 14 and June 15", "June 14 and 2 other days".</summary>
    private static string Say(IReadOnlyList<DateOnly> days)
    {
        var first = days[0].ToString("MMMM d", CultureInfo.InvariantCulture);
        return days.Count switch
        {
            1 => first,
            2 => $"{first} and {days[1].ToString("MMMM d", CultureInfo.InvariantCulture)}",
            _ => $"{first} and {days.Count - 1} other days",
        };
    }

    public static Growth Of(Letter letter, IReadOnlyList<DateTime> listedAt, DateTime now)
    {
        var time = new LetterTime(letter.TimeZoneId, "en");
        var first = time.DayOf(letter.OpenedAt ?? now);
        var isOpen = letter.Status == LetterStatus.Open && now < letter.ClosesAt;
        var until = isOpen ? time.DayOf(now) : time.DayOf(letter.ClosedAt ?? letter.ClosesAt ?? now);
        var perDay = listedAt.CountBy(time.DayOf).ToDictionary();
        if (perDay.Count > 0)
        {
            first = Min(first, perDay.Keys.Min());
            until = Max(until, perDay.Keys.Max());
        }

        first = Max(first, until.AddDays(1 - MostDays));
        var days = new List<(DateOnly, int)>();
        var before = perDay.Where(d => d.Key < first).Sum(d => d.Value);
        var count = before;
        for (var day = first; day <= until; day = day.AddDays(1))
        {
            days.Add((day, count += perDay.GetValueOrDefault(day)));
        }

        DateOnly? closes = (letter.ClosedAt ?? letter.DueAt ?? letter.ClosesAt) is { } at ? time.DayOf(at) : null;
        return new Growth(days, first, Max(until, closes ?? until), closes, isOpen) { Before = before };
    }

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;
}
