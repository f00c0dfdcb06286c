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

    [Theory]
    [InlineData("en", 12, 0, 0, 0, "12 letters prepared; none has gone out yet")]
    [InlineData("en", 1, 0, 0, 0, "1 letter prepared; it has not gone out yet")]
    [InlineData("en", 12, 3, 2, 4, "12 letters prepared: 3 sent by mail, 2 handed over on paper, 4 sent by the people themselves, as they say; 3 have not gone out")]
    [InlineData("en", 2040, 2039, 0, 0, "2,040 letters prepared: 2,039 sent by mail; 1 has not gone out")]
    [InlineData("en", 2, 2, 0, 0, "2 letters prepared: 2 sent by mail")]
    [InlineData("es", 12, 1, 2, 0, "12 cartas preparadas: 1 enviada por correo, 2 entregadas en papel; 9 no han salido")]
    [InlineData("es", 2, 0, 0, 0, "2 cartas preparadas; ninguna ha salido aún")]
    public void Nothing_is_called_sent_that_was_only_prepared(string language, int prepared, int sent, int handedOver, int byPeople, string said)
    {
        Assert.Equal(said, new ActionWords(language).Letters(prepared, new GoneOut(sent, handedOver, byPeople)));
    }

    [Theory]
    [InlineData("en", 4, 6, "4 of the 6 people (67 percent) changed the text by hand")]
    [InlineData("en", 1999, 2000, "1,999 of the 2,000 people (99 percent) changed the text by hand")]
    [InlineData("en", 1, 2000, "1 of the 2,000 people (1 percent) changed the text by hand")]
    [InlineData("en", 6, 6, "All 6 people changed the text by hand")]
    [InlineData("en", 1, 1, "This person changed the text by hand")]
    [InlineData("es", 1, 3, "1 de las 3 personas (33 por ciento) cambió el texto a mano")]
    public void The_share_of_changed_texts_is_that_of_the_people_and_all_of_it_only_where_all_did(string language, int edited, int people, string said)
    {
        Assert.Equal(said, new ActionWords(language).EditedByHand(new ActionCount(people, edited, people * 2, new Dictionary<string, int>())));
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
