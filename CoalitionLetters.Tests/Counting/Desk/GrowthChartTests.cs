using Bunit;
using CoalitionLetters.Counting.Desk;
using Xunit;

namespace CoalitionLetters.Tests.Counting.Desk;

public sealed class GrowthChartTests : BunitContext
{
    private static readonly DateOnly First = new(2018, 6, 14);

    [Fact]
    public void The_values_stand_in_a_table_for_those_who_hear_them()
    {
        var chart = Show(new Growth([(First, 18), (First.AddDays(1), 41)], First, First.AddDays(8), First.AddDays(8), true));

        Assert.Equal(["Jun 14 18", "Jun 15 41"], chart.FindAll("tbody tr").Select(row => $"{row.Children[0].TextContent} {row.Children[1].TextContent}"));
        Assert.Equal("true", chart.Find(".growth").GetAttribute("aria-hidden"));
    }

    [Fact]
    public void The_line_begins_at_zero_and_the_deadline_is_a_line_of_its_own()
    {
        var chart = Show(new Growth([(First, 60), (First.AddDays(1), 120)], First, First.AddDays(3), First.AddDays(3), true));

        Assert.Equal("M0 120L5 60L15 0", chart.Find("path.line").GetAttribute("d"));
        Assert.Equal("M35 0V120", chart.Find("path.end").GetAttribute("d"));
        Assert.Equal("120 today", chart.Find(".here").TextContent);
    }

    [Fact]
    public void Many_days_get_seven_labels_at_most()
    {
        var chart = Show(new Growth([.. Enumerable.Range(0, 100).Select(i => (First.AddDays(i), i))], First, First.AddDays(99), null, false));

        Assert.InRange(chart.FindAll(".x span").Count, 2, 7);
        Assert.Empty(chart.FindAll("path.end"));
    }

    private IRenderedComponent<GrowthChart> Show(Growth growth) => Render<GrowthChart>(parameters => parameters.Add(p => p.Growth, growth));
}
