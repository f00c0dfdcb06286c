using CoalitionLetters.Counting;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Organizations;
using Xunit;

namespace CoalitionLetters.Tests.Counting;

public sealed class CountSentencesTests
{
    private static readonly LetterContent Bodies = new();

    private static readonly LetterContent Officials = new() { Signatories = SignatoryKind.Officials, NounOne = "attorney general", NounMany = "attorneys general" };

    [Fact]
    public void Twenty_one_attorneys_general_are_never_twenty_or_twenty_two()
    {
        var listed = Named(18).Select((name, i) => name with { State = States.All.Where(s => s.Kind == StateKind.State && s.Name != "New Mexico").ElementAt(i).Name })
            .Append(new ListedName("Hector Balderas") { State = "New Mexico", Role = "lead", Order = 1 })
            .Append(new ListedName("Karl A. Racine") { State = "District of Columbia" })
            .Append(new ListedName("Last") { State = "Wyoming" }).ToList();

        var sentences = new CountSentences(Officials, listed);

        Assert.Equal("21 attorneys general", sentences.Plain);
        Assert.Equal("led by New Mexico’s Hector Balderas, joined by 20 others, 21 in all", sentences.Led);
        Assert.Equal("attorneys general of 20 states and the District of Columbia", sentences.ByState);
    }

    [Fact]
    public void Mayors_are_from_states_and_not_of_them()
    {
        var mayors = Officials with { NounOne = "mayor", NounMany = "mayors" };
        ListedName[] listed = [new("Kathy Sheehan") { State = "New York", Scope = Scope.Local, Role = "lead" }, new("Byron Brown") { State = "New York", Scope = Scope.Local }, new("Muriel Bowser") { State = "District of Columbia", Scope = Scope.State }];

        var sentences = new CountSentences(mayors, listed);

        Assert.Equal(["3 mayors", "led by Kathy Sheehan, joined by 2 others, 3 in all", "3 mayors, from 1 state and the District of Columbia"], sentences.All);
    }

    [Theory]
    [InlineData("District of Columbia", "led by the District of Columbia’s Lee Lead, joined by 1 other, 2 in all", "attorneys general of 1 state and the District of Columbia")]
    [InlineData("Northern Mariana Islands", "led by the Northern Mariana Islands’ Lee Lead, joined by 1 other, 2 in all", "attorneys general of 1 state and the Northern Mariana Islands")]
    [InlineData("Guam", "led by Guam’s Lee Lead, joined by 1 other, 2 in all", "attorneys general of 1 state and Guam")]
    public void The_District_and_territories_are_no_states(string lead, string led, string byState)
    {
        var sentences = new CountSentences(Officials, [new("Lee Lead") { State = lead, Role = "lead" }, new("Sam Second") { State = "Maine" }]);

        Assert.Equal((led, byState), (sentences.Led, sentences.ByState));
    }

    [Fact]
    public void Where_an_official_has_no_state_the_plain_number_stands_alone()
    {
        var sentences = new CountSentences(Officials, [new("Lee Lead") { State = "Ohio" }, new("Sam Second") { State = "Guam" }, new("Russell Begaye")]);

        Assert.Equal(["3 attorneys general"], sentences.All);
    }

    [Fact]
    public void One_is_never_said_in_the_plural()
    {
        var sentences = new CountSentences(Bodies, [new ListedName("River Trust") { State = "Ohio" }]);

        Assert.Equal("1 organization", sentences.Plain);
        Assert.Equal("1 organization, from 1 state", sentences.ByState);
    }

    [Fact]
    public void Two_leads_share_the_front_and_the_total_stays()
    {
        var sentences = new CountSentences(Bodies, [.. Named(111), new("B Union") { Role = "lead", Order = 2 }, new("A Union") { Role = "co-lead", Order = 1 }]);

        Assert.Equal("led by A Union and B Union, joined by 111 others, 113 in all", sentences.Led);
    }

    [Theory]
    [InlineData("en", "led by A Union and B Union, 2 in all")]
    [InlineData("es", "con A Union y B Union al frente, 2 en total")]
    public void Leads_alone_have_their_total_too(string language, string led)
    {
        var sentences = new CountSentences(Bodies with { Language = language }, [new("B Union") { Role = "lead", Order = 2 }, new("A Union") { Role = "co-lead", Order = 1 }]);

        Assert.Equal(led, sentences.Led);
    }

    [Fact]
    public void A_lead_and_one_more()
    {
        var sentences = new CountSentences(Bodies, [.. Named(1), new("A Union") { Role = "lead" }]);

        Assert.Equal("led by A Union, joined by 1 other, 2 in all", sentences.Led);
    }

    [Fact]
    public void Nothing_is_said_of_an_empty_list()
    {
        Assert.Empty(new CountSentences(Bodies, []).All);
    }

    [Fact]
    public void Without_a_lead_and_without_states_only_the_count_is_offered()
    {
        Assert.Equal(["1,200 organizations"], new CountSentences(Bodies, [.. Named(1200)]).All);
    }

    [Fact]
    public void In_Spanish()
    {
        var sentences = new CountSentences(
            Bodies with { Language = "es", NounOne = "organización", NounMany = "organizaciones" },
            [.. Named(2), new("A Union") { Role = "lead", State = "New Mexico" }]);

        Assert.Equal(["3 organizaciones", "con A Union al frente, con la adhesión de 2 más, 3 en total", "3 organizaciones, de 1 estado"], sentences.All);
    }

    private static IEnumerable<ListedName> Named(int count) => Enumerable.Range(1, count).Select(i => new ListedName($"Body {i}"));
}
