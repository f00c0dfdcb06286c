using CoalitionLetters.Supporters;
using CoalitionLetters.Supporters.Public;
using Xunit;

namespace CoalitionLetters.Tests.Supporters.Public;

public sealed class ActionWordsTests
{
    [Theory]
    [InlineData("en", "People in 2 states, the District of Columbia and Puerto Rico have written", "Ohio", "Utah", "District of Columbia", "Puerto Rico")]
    [InlineData("en", "People in 1 state have written", "Ohio")]
    [InlineData("es", "Han escrito personas de 2 estados y el Distrito de Columbia", "Ohio", "Utah", "District of Columbia")]
    [InlineData("es", "Han escrito personas del Distrito de Columbia", "District of Columbia")]
    public void The_map_tells_states_the_district_and_territories_apart(string language, string title, params string[] places)
    {
        Assert.Equal(title, new ActionWords(language).MapTitle(places));
    }

    [Fact]
    public void The_drafts_foot_names_only_what_the_form_asks()
    {
        string Foot(params SupporterField[] fields) => new ActionWords("en").NameAndPlace(new ActionContent { Fields = fields });

        Assert.Equal("Your name, your town", Foot(SupporterField.City, SupporterField.State));
        Assert.Equal("Your name, your state", Foot(SupporterField.PostalCode, SupporterField.State));
        Assert.Equal("Your name, your ZIP code", Foot(SupporterField.PostalCode));
        Assert.Equal("Your name", Foot(SupporterField.FirstName));
    }
}
