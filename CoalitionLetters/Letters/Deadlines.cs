using System.Globalization;
using CoalitionLetters.Data;

namespace CoalitionLetters.Letters;

/// <summary>Days and times as staff type them, on a letter's own clock.</summary>
public static class Deadlines
{
    // At both ends of the calendar there is no room for other clocks, nor for the time that follows a deadline.
    private const int EarliestYear = 2000;
    private const int LatestYear = 2100;

    /// <summary>The instant at which a clock on the wall shows this day and time.</summary>
    /// <exception cref="RuleBrokenException">The clocks skip that time, or show it twice, on that day; or the year is none in which a letter closes.</exception>
    public static DateTime ToUtc(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        RuleBrokenException.ThrowIf(day.Year is < EarliestYear or > LatestYear, $"{day.Year} is too far away. Choose a day in the years {EarliestYear} to {LatestYear}.");
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        RuleBrokenException.ThrowIf(zone.IsInvalidTime(local),
            $"There is no {Clock(time)} on {Day(day)}: the clocks are put forward. Choose a time an hour later.");
        RuleBrokenException.ThrowIf(zone.IsAmbiguousTime(local),
            $"{Clock(time)} comes twice on {Day(day)}: the clocks are put back. Choose another hour.");
        return TimeZoneInfo.ConvertTimeToUtc(local, zone);
    }

    public static TimeZoneInfo ZoneOf(Letter letter) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(letter.TimeZoneId, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>"3 days and 7 hours", rounded down to two units.</summary>
    public static string Say(TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } => Count(span.Days, "day") + (span.Hours > 0 ? $" and {Count(span.Hours, "hour")}" : ""),
        { TotalHours: >= 1 } => Count(span.Hours, "hour") + (span.Minutes > 0 ? $" and {Count(span.Minutes, "minute")}" : ""),
        _ => Count(Math.Max(1, span.Minutes), "minute"),
    };

    private static string Count(int number, string unit) => number == 1 ? $"1 {unit}" : $"{number} {unit}s";

    private static string Day(DateOnly day) => day.ToString("MMMM d", CultureInfo.InvariantCulture);

    private static string Clock(TimeOnly time) => $"{time.ToString("h:mm", CultureInfo.InvariantCulture)} {(time.Hour < 12 ? "a.m." : "p.m.")}";
}
