using CoalitionLetters.Counting.Desk;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Counting.Desk;

public sealed class GrowthTests
{
    private static readonly DateTime Opened = ALetter.Now;

    [Fact]
    public void The_count_at_the_end_of_each_day_is_on_the_letters_own_calendar()
    {
        var (letter, _) = ALetter.Open();

        // 3 a.m. UTC on June 15 is still June 14 in New York.
        var growth = Growth.Of(letter, [Opened, Opened.AddHours(15), Opened.AddDays(2)], Opened.AddDays(2));

        Assert.Equal([(new DateOnly(2018, 6, 14), 2), (new DateOnly(2018, 6, 15), 2), (new DateOnly(2018, 6, 16), 3)], growth.Days);
        Assert.Equal(new DateOnly(2018, 6, 21), growth.Last);
    }

    [Fact]
    public void The_heading_states_the_finding()
    {
        var (letter, _) = ALetter.Open();
        DateTime[] listed = [.. Enumerable.Repeat(Opened, 3), .. Enumerable.Repeat(Opened.AddDays(1), 5)];

        Assert.Equal("Nobody is listed yet", Growth.Of(letter, [], Opened).Finding);
        Assert.Equal("3 on the first day", Growth.Of(letter, [.. listed.Take(3)], Opened).Finding);
        Assert.Equal("5 today, more than on any day before", Growth.Of(letter, listed, Opened.AddDays(1)).Finding);
        Assert.Equal("June 15 brought 5; none today", Growth.Of(letter, listed, Opened.AddDays(2)).Finding);
        letter.Close(Opened.AddDays(3));
        Assert.Equal("June 15 brought the most: 5", Growth.Of(letter, listed, Opened.AddDays(4)).Finding);
    }

    [Fact]
    public void Days_that_brought_as_many_are_named_together()
    {
        var (letter, _) = ALetter.Open();
        DateTime[] listed = [.. new[] { 0, 1, 2 }.SelectMany(day => Enumerable.Repeat(Opened.AddDays(day), 3))];

        Assert.Equal("3 today, as many as on June 14", Growth.Of(letter, listed[..6], Opened.AddDays(1)).Finding);
        Assert.Equal("3 today, as many as on June 14 and June 15", Growth.Of(letter, listed, Opened.AddDays(2)).Finding);
        Assert.Equal("June 14 and June 15 brought 3 each; none today", Growth.Of(letter, listed[..6], Opened.AddDays(2)).Finding);
        letter.Close(Opened.AddDays(3));
        Assert.Equal("June 14 and 2 other days brought the most: 3 each", Growth.Of(letter, listed, Opened.AddDays(4)).Finding);
    }

    [Fact]
    public void What_came_before_the_days_that_are_shown_is_no_days_gain()
    {
        var (letter, _) = ALetter.Open(lasts: TimeSpan.FromDays(500));
        DateTime[] listed = [.. Enumerable.Repeat(Opened, 9), Opened.AddDays(399), Opened.AddDays(400), Opened.AddDays(400)];

        Assert.Equal("2 today, more than on any day before", Growth.Of(letter, listed, Opened.AddDays(400)).Finding);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(4, 6)]
    [InlineData(113, 120)]
    [InlineData(400_000, 600_000)]
    public void The_grid_ends_at_a_round_number(int count, int top)
    {
        var growth = new Growth([(new DateOnly(2018, 6, 14), count)], default, default, null, true);

        Assert.Equal(top, growth.Top);
    }
}
