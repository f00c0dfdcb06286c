using System.Globalization;

namespace CoalitionLetters.Coalitions;

/// <summary>Instants as people say them, in the coalition's time zone or a letter's own.</summary>
public static class Times
{
    /// <summary>"June 19, 2018, 9:40 a.m." in the coalition's zone.</summary>
    public static string Say(this Coalition coalition, DateTime utc) => Say(utc, coalition.TimeZone);

    /// <inheritdoc cref="Say(Coalition, DateTime)"/>
    public static string Say(DateTime utc, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);
        var clock = local.ToString(local.Minute == 0 ? "%h" : "h:mm", CultureInfo.InvariantCulture);

        return $"{local.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture)}, {clock}\u00a0{(local.Hour < 12 ? "a.m." : "p.m.")}";
    }
}
