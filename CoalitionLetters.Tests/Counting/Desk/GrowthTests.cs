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
