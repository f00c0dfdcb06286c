using CoalitionLetters.Web;
using Xunit;

namespace CoalitionLetters.Tests.Web;

public sealed class LetterTimeTests
{
    private static readonly DateTime Deadline = new(2018, 6, 22, 21, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("en", "America/New_York", "Friday, June 22, 5 p.m. Eastern")]
    [InlineData("en", "America/Los_Angeles", "Friday, June 22, 2 p.m. Pacific")]
    [InlineData("en", "Europe/Berlin", "Friday, June 22, 11 p.m. Berlin time")]
    [InlineData("es", "America/New_York", "viernes 22 de junio, 5 p. m., hora del Este")]
    public void A_deadline_is_said_in_the_letters_zone_and_language(string language, string zone, string said)
    {
        Assert.Equal(said, new LetterTime(zone, language).WeekdayMoment(Deadline).Replace('\u00a0', ' '));
    }

    [Theory]
    [InlineData(2018, 6, 22, 16, 0, "noon")]
    [InlineData(2018, 6, 22, 4, 0, "midnight")]
    [InlineData(2018, 6, 22, 13, 40, "9:40 a.m.")]
    [InlineData(2018, 6, 22, 4, 5, "12:05 a.m.")]
    [InlineData(2018, 12, 22, 17, 5, "12:05 p.m.")]
    public void Hours_are_said_as_newspapers_do(int year, int month, int day, int hour, int minute, string said)
    {
        var time = new LetterTime("America/New_York", "en").Time(new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Utc));

        Assert.Equal($"{said} Eastern".Replace(' ', '\u00a0'), time);
    }

    [Fact]
    public void The_day_of_the_deadline_is_today()
    {
        var time = new LetterTime("America/New_York", "en");

        Assert.Equal("Today, 5 p.m. Eastern", time.Deadline(Deadline, Deadline.AddHours(-17)).Replace('\u00a0', ' '));
        Assert.Equal("Friday, June 22, 5 p.m. Eastern", time.Deadline(Deadline, Deadline.AddHours(-17).AddMinutes(-1)).Replace('\u00a0', ' '));
    }

    [Fact]
    public void Midnight_belongs_to_the_day_that_ends()
    {
        var time = new LetterTime("America/New_York", "en");
        var midnight = new DateTime(2018, 6, 23, 4, 0, 0, DateTimeKind.Utc);

        Assert.Equal("Friday, June 22, midnight Eastern", time.WeekdayMoment(midnight).Replace('\u00a0', ' '));
        Assert.Equal("Today, midnight Eastern", time.Deadline(midnight, midnight.AddHours(-1)).Replace('\u00a0', ' '));
    }

    [Fact]
    public void A_day_begins_where_clocks_jump_over_midnight()
    {
        var time = new LetterTime("America/Havana", "es");

        var begins = time.StartOf(new DateOnly(2018, 3, 11));

        Assert.Equal(new DateOnly(2018, 3, 11), time.DayOf(begins));
        Assert.Equal(new DateOnly(2018, 3, 10), time.DayOf(begins.AddTicks(-1)));
    }

    [Theory]
    [InlineData(2018, "June 22, 5 p.m. Eastern")]
    [InlineData(2026, "June 22, 2018, 5 p.m. Eastern")]
    public void A_moment_of_another_year_is_said_with_its_year(int now, string said) =>
        Assert.Equal(said, new LetterTime("America/New_York", "en").NearMoment(new DateTime(2018, 6, 22, 21, 0, 0, DateTimeKind.Utc), new DateTime(now, 11, 30, 14, 0, 0, DateTimeKind.Utc)).Replace('\u00a0', ' '));

    [Fact]
    public void An_unknown_zone_is_said_in_UTC() => Assert.EndsWith("9\u00a0p.m.\u00a0UTC", new LetterTime("Nowhere/Land", "en").Moment(Deadline), StringComparison.Ordinal);
}
