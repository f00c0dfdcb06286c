using Bunit;
using CoalitionLetters.Listings;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Listings;

public sealed class StateMapTests
{
    [Fact]
    public void Every_state_has_a_tile_that_says_what_its_colour_says()
    {
        using var context = new BunitContext();

        var map = context.Render<StateMap>(p => p
            .Add(m => m.Label, "2 of 56 have answered")
            .Add(m => m.Marks, new Dictionary<string, StateMark> { ["New Mexico"] = StateMark.Full("signed"), ["Texas"] = StateMark.Out("declined") }));

        Assert.Equal(States.All.Count, map.FindAll(".state-map li").Count);
        Assert.Equal("New Mexico: signed", map.Find(".nm.full .words").TextContent);
        Assert.Equal("Texas: declined", map.Find(".tx.out .words").TextContent);
        Assert.Equal("Ohio: no answer", map.Find(".oh .words").TextContent);
        Assert.Equal(["signed", "declined", "no answer"], map.FindAll(".state-map-key li").Select(key => key.TextContent.Trim()));
    }

    [Fact]
    public void No_two_states_lie_in_the_same_place()
    {
        var css = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "CoalitionLetters", "wwwroot", "state-map.css"));

        var places = States.All.Select(state => css.Split($".state-map .{state.Abbreviation.ToLowerInvariant()} {{")[1].Split('}')[0].Trim()).ToList();

        Assert.Equal(places.Count, places.Distinct().Count());
    }
}
