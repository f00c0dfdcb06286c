using CoalitionLetters.Data;

namespace CoalitionLetters.Letters.Desk;

/// <summary>When a letter closes, as typed on the letter's own clock.</summary>
public sealed class DeadlineForm
{
    public const int MostGraceHours = 14 * 24;

    public DateOnly? DueOn { get; set; }
    public TimeOnly? DueTime { get; set; } = new(17, 0);
    public DateOnly? ClosesOn { get; set; }
    public TimeOnly? ClosesTime { get; set; } = new(18, 0);
    public int GraceHours { get; set; } = 6;

    /// <summary>The letter's clock; chosen when it opens.</summary>
    public string? Zone { get; set; }

    public int Seen { get; set; }

    /// <summary>Staff have seen that the time is shorter than the letter's rules ask.</summary>
    public bool IsShortOnPurpose { get; set; }

    /// <summary>The revision of the words that were shown, where the letter opens with them.</summary>
    public int Words { get; set; }

    public static DeadlineForm For(Letter letter, DateTime now)
    {
        var zone = Deadlines.ZoneOf(letter);
        var due = TimeZoneInfo.ConvertTimeFromUtc(letter.DueAt ?? now.AddDays(8), zone);
        var closes = TimeZoneInfo.ConvertTimeFromUtc(letter.ClosesAt ?? now.AddDays(8), zone);
        return new DeadlineForm
        {
            Seen = letter.StateRevision,
            Words = letter.Revision,
            Zone = zone.Id,
            DueOn = DateOnly.FromDateTime(due),
            DueTime = letter.DueAt is null ? new(17, 0) : TimeOnly.FromDateTime(due),
            ClosesOn = DateOnly.FromDateTime(closes),
            ClosesTime = letter.ClosesAt is null ? new(18, 0) : TimeOnly.FromDateTime(closes),
            GraceHours = letter is { GraceEndsAt: { } end, ClosesAt: { } at } ? (int)(end - at).TotalHours : 6,
        };
    }

    /// <summary>The same times of day a week from now, for a letter that is past its deadline.</summary>
    public DeadlineForm StartingAfter(DateTime now, Letter letter)
    {
        DueOn = ClosesOn = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now.AddDays(7), Deadlines.ZoneOf(letter)));
        return this;
    }

    /// <exception cref="RuleBrokenException">A field is empty or out of all reach, or its time does not exist on that day or comes twice.</exception>
    public (DateTime DueAt, DateTime ClosesAt, TimeSpan Grace) On(Letter letter) => On(Deadlines.ZoneOf(letter));

    /// <inheritdoc cref="On(Letter)"/>
    public (DateTime DueAt, DateTime ClosesAt, TimeSpan Grace) OnChosenClock()
    {
        RuleBrokenException.ThrowIf(!TimeZoneInfo.TryFindSystemTimeZoneById(Zone ?? "", out var zone), "Choose a time zone.");
        return On(zone!);
    }

    private (DateTime DueAt, DateTime ClosesAt, TimeSpan Grace) On(TimeZoneInfo zone)
    {
        RuleBrokenException.ThrowIf(DueOn is null || DueTime is null, "Enter day and time of the deadline told to people.");
        RuleBrokenException.ThrowIf(ClosesOn is null || ClosesTime is null, "Enter day and time of the last moment.");
        RuleBrokenException.ThrowIf(GraceHours is < 0 or > MostGraceHours, $"Enter 0 to {MostGraceHours} hours for late confirmations, which is 14 days at most.");
        return (Deadlines.ToUtc(DueOn.Value, DueTime.Value, zone), Deadlines.ToUtc(ClosesOn.Value, ClosesTime.Value, zone), TimeSpan.FromHours(GraceHours));
    }
}
