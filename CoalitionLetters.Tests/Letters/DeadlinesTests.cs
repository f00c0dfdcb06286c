using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using Xunit;

namespace CoalitionLetters.Tests.Letters;

public sealed class DeadlinesTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Theory]
    [InlineData(2018, 6, 22, 21)]
    [InlineData(2018, 12, 21, 22)]
    public void Five_in_the_afternoon_follows_summer_and_winter_time(int year, int month, int day, int utcHour)
    {
        var instant = Deadlines.ToUtc(new DateOnly(year, month, day), new TimeOnly(17, 0), NewYork);

        Assert.Equal(new DateTime(year, month, day, utcHour, 0, 0, DateTimeKind.Utc), instant);
    }

    [Fact]
    public void A_time_that_the_clocks_skip_is_named()
    {
        var refusal = Assert.Throws<RuleBrokenException>(() => Deadlines.ToUtc(new DateOnly(2018, 3, 11), new TimeOnly(2, 30), NewYork));

        Assert.Equal("There is no 2:30 a.m. on March 11: the clocks are put forward. Choose a time an hour later.", refusal.Message);
    }

    [Fact]
    public void A_time_that_comes_twice_is_named()
    {
        var refusal = Assert.Throws<RuleBrokenException>(() => Deadlines.ToUtc(new DateOnly(2018, 11, 4), new TimeOnly(1, 30), NewYork));

        Assert.Equal("1:30 a.m. comes twice on November 4: the clocks are put back. Choose another hour.", refusal.Message);
    }

    [Theory]
    [InlineData(3 * 24 + 7, 20, "3 days and 7 hours")]
    [InlineData(24, 5, "1 day")]
    [InlineData(1, 1, "1 hour and 1 minute")]
    [InlineData(0, 0, "1 minute")]
    public void A_span_is_said_in_two_units(int hours, int minutes, string said)
    {
        Assert.Equal(said, Deadlines.Say(new TimeSpan(hours, minutes, 30)));
    }
}
