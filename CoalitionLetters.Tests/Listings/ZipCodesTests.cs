using CoalitionLetters.Data;
using CoalitionLetters.Listings;
using Xunit;

namespace CoalitionLetters.Tests.Listings;

public sealed class ZipCodesTests
{
    [Theory]
    [InlineData("44113", "OH")]
    [InlineData("00601", "PR")]
    [InlineData("00802", "VI")]
    [InlineData("20001-1234", "DC")]
    [InlineData("06390", "CT NY")]
    [InlineData("96799", "HI AS")]
    [InlineData("96910", "GU MP")]
    [InlineData("86515", "AZ NM UT")]
    [InlineData("09012", "")]
    [InlineData("00000", "")]
    [InlineData("4", "")]
    public void A_code_tells_the_states_where_its_people_live(string code, string states)
    {
        Assert.Equal(states, string.Join(' ', ZipCodes.StatesOf(code).Select(state => state.Abbreviation)));
    }

    [Fact]
    public void The_table_names_every_state_and_no_first_digits_twice()
    {
        var rows = ShippedData.Rows("zip-prefixes.csv").ToList();

        Assert.Equal(States.All.Select(state => state.Abbreviation).Order(), rows.SelectMany(cells => cells[2].Split(' ')).Where(state => state != "*").Distinct().Order());
        Assert.All(rows, cells => Assert.True(string.CompareOrdinal(cells[0], cells[1]) <= 0));
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(string.CompareOrdinal(pair.First[1], pair.Second[0]) < 0));
    }
}
