using System.Globalization;

namespace CoalitionLetters.Web;

/// <summary>
/// Says instants as newspapers do, in a letter's own time zone and language: "Friday, June 22, 5 p.m. Eastern",
/// "viernes 22 de junio, 5 p. m., hora del Este". The parts that must not be torn apart hold no-break spaces.
/// </summary>
public sealed class LetterTime
{
    public const char NoBreak = '\u00a0';

    private static readonly string[] EnglishMonths = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

    private readonly TimeZoneInfo zone;
    private readonly string zoneName;
    private readonly bool spanish;
    private readonly CultureInfo culture;

    public LetterTime(string timeZoneId, string language)
    {
        zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZoneId, out var found) ? found : TimeZoneInfo.Utc;
        spanish = language == "es";
        culture = CultureInfo.GetCultureInfo(spanish ? "es-US" : "en-US");
        zoneName = NameOf(zone.Id, spanish);
    }

    /// <summary>"Eastern", "hora del Este".</summary>
    public string Zone => zoneName;

    public DateTime Local(DateTime instant) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(instant, DateTimeKind.Utc), zone);

    public DateOnly DayOf(DateTime instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>The day that an instant is said with: midnight belongs to the day that ends.</summary>
    public DateOnly SaidDayOf(DateTime instant) => Local(instant) is var local && local.TimeOfDay == TimeSpan.Zero ? DateOnly.FromDateTime(local).AddDays(-1) : DateOnly.FromDateTime(local);

    /// <summary>The first instant of a day. Where clocks jump over midnight, the first that exists.</summary>
    public DateTime StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return TimeZoneInfo.ConvertTimeToUtc(local, zone);
    }

    /// <summary>"June 14, 2018": a date line, with the month in full.</summary>
    public string Day(DateOnly day) => spanish
        ? $"{day.Day}{NoBreak}de{NoBreak}{culture.DateTimeFormat.GetMonthName(day.Month)} de{NoBreak}{day.Year}"
        : $"{culture.DateTimeFormat.GetMonthName(day.Month)}{NoBreak}{day.Day}, {day.Year}";

    public string Day(DateTime instant) => Day(SaidDayOf(instant));

    /// <summary>"June 22, 2018, 5 p.m. Eastern".</summary>
    public string Moment(DateTime instant) => $"{ShortDay(instant)}{(spanish ? " de" + NoBreak : ", ")}{SaidDayOf(instant).Year}, {Time(instant)}";

    /// <summary>"June 22, 5 p.m. Eastern", for days near enough to need no year.</summary>
    public string NearMoment(DateTime instant) => $"{ShortDay(instant)}, {Time(instant)}";

    /// <summary>The same, with the year where it is another than now.</summary>
    public string NearMoment(DateTime instant, DateTime now) => SaidDayOf(instant).Year == DayOf(now).Year ? NearMoment(instant) : Moment(instant);

    /// <summary>"Friday, June 22, 5 p.m. Eastern".</summary>
    public string WeekdayMoment(DateTime instant) => $"{Weekday(instant)}, {Time(instant)}";

    /// <summary>"Friday, June 22".</summary>
    public string Weekday(DateTime instant)
    {
        var name = culture.DateTimeFormat.GetDayName(SaidDayOf(instant).DayOfWeek);
        return spanish ? $"{name} {ShortDay(instant)}" : $"{name}, {ShortDay(instant)}";
    }

    /// <summary>"Today, 5 p.m. Eastern" on the day itself; with its weekday before.</summary>
    public string Deadline(DateTime instant, DateTime now) =>
        SaidDayOf(instant) == DayOf(now) ? $"{(spanish ? "Hoy" : "Today")}, {Time(instant)}" : Capital(WeekdayMoment(instant));

    /// <summary>"5 p.m. Eastern", "noon Eastern", "9:40 a.m. Eastern".</summary>
    public string Time(DateTime instant)
    {
        var local = Local(instant);
        var hour = local.Hour % 12 == 0 ? 12 : local.Hour % 12;
        var clock = local.Minute == 0 ? $"{hour}" : $"{hour}:{local.Minute:00}";
        var half = local.Hour < 12 ? "a" : "p";
        var words = (local.Hour, local.Minute, spanish) switch
        {
            (12, 0, false) => "noon",
            (0, 0, false) => "midnight",
            (12, 0, true) => "12 del mediodía",
            (0, 0, true) => "medianoche",
            (_, _, true) => $"{clock} {half}. m.",
            _ => $"{clock} {half}.m.",
        };
        return (spanish ? $"{words}, {zoneName}" : $"{words} {zoneName}").Replace(' ', NoBreak);
    }

    /// <summary>For the <c>datetime</c> attribute: "2018-06-22T17:00-04:00".</summary>
    public string Machine(DateTime instant)
    {
        var local = Local(instant);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);
    }

    private string ShortDay(DateTime instant)
    {
        var day = SaidDayOf(instant);
        return spanish
            ? $"{day.Day}{NoBreak}de{NoBreak}{culture.DateTimeFormat.GetMonthName(day.Month)}"
            : $"{EnglishMonths[day.Month - 1]}{NoBreak}{day.Day}";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string NameOf(string id, bool spanish) => id switch
    {
        "America/New_York" or "US/Eastern" or "America/Detroit" or "America/Toronto" => spanish ? "hora del Este" : "Eastern",
        "America/Chicago" or "US/Central" => spanish ? "hora del Centro" : "Central",
        "America/Denver" or "America/Boise" or "US/Mountain" => spanish ? "hora de la Montaña" : "Mountain",
        "America/Phoenix" => spanish ? "hora de Arizona" : "Arizona time",
        "America/Los_Angeles" or "US/Pacific" => spanish ? "hora del Pacífico" : "Pacific",
        "America/Anchorage" => spanish ? "hora de Alaska" : "Alaska",
        "Pacific/Honolulu" => spanish ? "hora de Hawái" : "Hawaii",
        "America/Puerto_Rico" => spanish ? "hora del Atlántico" : "Atlantic",
        "UTC" or "Etc/UTC" => "UTC",
        _ => (spanish ? "hora de " : "") + id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ') + (spanish ? "" : " time"),
    };
}
