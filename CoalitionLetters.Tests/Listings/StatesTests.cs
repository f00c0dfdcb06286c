using CoalitionLetters.Listings;
using Xunit;

namespace CoalitionLetters.Tests.Listings;

public sealed class StatesTests
{
    [Theory]
    [InlineData("New Mexico", "NM")]
    [InlineData("nm", "NM")]
    [InlineData("N.M.", "NM")]
    [InlineData("Nuevo México", "NM")]
    [InlineData("Washington, D.C.", "DC")]
    [InlineData("DC", "DC")]
    [InlineData("Washington", "WA")]
    [InlineData("W. Va.", "WV")]
    [InlineData("Virgin Islands", "VI")]
    [InlineData("Hawaiʻi", "HI")]
    public void A_state_is_found_by_every_usual_form(string text, string abbreviation) => Assert.Equal(abbreviation, States.Find(text)?.Abbreviation);

    [Theory]
    [InlineData("")]
    [InlineData("Ontario")]
    [InlineData(null)]
    public void What_is_no_state_is_not_found(string? text) => Assert.Null(States.Find(text));

    [Fact]
    public void There_are_fifty_states_one_district_and_five_territories()
    {
        Assert.Equal(50, States.All.Count(state => state.Kind == StateKind.State));
        Assert.Equal(1, States.All.Count(state => state.Kind == StateKind.District));
        Assert.Equal(5, States.All.Count(state => state.Kind == StateKind.Territory));
    }

    [Theory]
    [InlineData("1 state", "Texas", "TX")]
    [InlineData("2 states", "Texas", "Ohio", "")]
    [InlineData("2 states and the District of Columbia", "TX", "OH", "D.C.")]
    [InlineData("1 state, the District of Columbia and Puerto Rico", "TX", "PR", "DC")]
    [InlineData("1 state, Guam and the U.S. Virgin Islands", "TX", "VI", "Guam")]
    [InlineData("the District of Columbia", "DC")]
    [InlineData(null, "", "Ontario")]
    public void States_are_counted_in_words_that_tell_the_district_and_territories_apart(string? phrase, params string[] states) =>
        Assert.Equal(phrase, States.Phrase(states));

    [Fact]
    public void States_are_counted_in_Spanish_too() =>
        Assert.Equal("2 estados, el Distrito de Columbia y Puerto Rico", States.Phrase(["TX", "OH", "DC", "PR"], "es"));

    [Theory]
    [InlineData("Mexico", "MX")]
    [InlineData("México", "MX")]
    [InlineData("USA", "US")]
    [InlineData("United Kingdom", "GB")]
    [InlineData("Czech Republic", "CZ")]
    public void A_country_is_found_by_code_and_name(string text, string code) => Assert.Equal(code, Countries.Find(text)?.Code);
}
