using CoalitionLetters.Letters;
using Xunit;

namespace CoalitionLetters.Tests.Letters;

public sealed class PlaceholderTests
{
    private static readonly LetterContent Letter = new() { NounsInText = "unions and community organizations" };

    [Theory]
    [InlineData("{{count}} {{noun}}", 1, "1 organization")]
    [InlineData("{{count}} {{noun}}", 113, "113 organizations")]
    [InlineData("{{ count }} of them", 10_000, "10,000 of them")]
    [InlineData("the {{count:words}} undersigned {{nouns-in-text}}", 113, "the one hundred thirteen undersigned unions and community organizations")]
    [InlineData("in {{states}}", 5, "in 13 states")]
    [InlineData("no {braces} here, {{ nor an end", 5, "no {braces} here, {{ nor an end")]
    public void Live_facts_stand_in_their_place(string text, int count, string expected)
    {
        var filled = Placeholders.Fill(text, Letter, new LiveFacts(count, "13 states"));

        Assert.Equal(expected, filled);
    }

    [Theory]
    [InlineData("organización", "organizaciones", "Somos {{count:words}} {{noun}}.", "Somos ciento una organizaciones.")]
    [InlineData("organización", "organizaciones", "Somos {{count:words}}.", "Somos ciento una.")]
    [InlineData("sindicato", "sindicatos", "Los **{{count:words}}** {{ noun }}", "Los **ciento un** sindicatos")]
    [InlineData("sindicato", "sindicatos", "Los {{count:words}} sindicatos", "Los ciento un sindicatos")]
    [InlineData("sindicato", "sindicatos", "Los {{count:words}} grandes sindicatos", "Los ciento un grandes sindicatos")]
    [InlineData("sindicato", "sindicatos", "Somos {{count:words}}, y crecemos", "Somos ciento uno, y crecemos")]
    [InlineData("sindicato", "sindicatos", "{{count:words}} de los sindicatos", "ciento uno de los sindicatos")]
    [InlineData("sindicato", "sindicatos", "{{count:words}} {{nouns-in-text}}", "ciento una alianzas y redes")]
    [InlineData("red", "redes", "{{count:words}} {{noun}}", "ciento una redes")]
    public void A_Spanish_number_agrees_with_what_it_counts(string one, string many, string text, string expected)
    {
        var letter = new LetterContent { Language = "es", NounOne = one, NounMany = many, NounsInText = "alianzas y redes" };

        Assert.Equal(expected, Placeholders.Fill(text, letter, new LiveFacts(101, null)));
    }

    [Theory]
    [InlineData("organización")]
    [InlineData("organizaciones comunitarias")]
    [InlineData("comunidades")]
    [InlineData("universidad")]
    [InlineData("entidades")]
    [InlineData("redes")]
    [InlineData("ONG")]
    [InlineData("iglesias y sinagogas")]
    [InlineData("voces")]
    [InlineData("mujeres")]
    [InlineData("bases")]
    [InlineData("Coaliciones")]
    [InlineData("fiscalías")]
    public void Nouns_known_as_feminine(string noun) => Assert.True(SpanishNouns.IsFeminine(noun));

    [Theory]
    [InlineData("sindicato")]
    [InlineData("grupos")]
    [InlineData("sindicatos y organizaciones")]
    [InlineData("firmantes")]
    [InlineData("fiscales generales")]
    [InlineData("programas")]
    [InlineData("activistas")]
    [InlineData("gobernadores")]
    [InlineData("comités")]
    [InlineData("estados")]
    [InlineData("días")]
    [InlineData("")]
    public void Nouns_known_as_masculine(string noun) => Assert.False(SpanishNouns.IsFeminine(noun));

    [Theory]
    [InlineData("{{count:words}} of us in {{states}}", 0, "… of us in …")]
    [InlineData("{{count}} of us in {{states}}", 2, "2 of us in …")]
    [InlineData("{{cuont}} {{noun}}", 2, "… organizations")]
    public void While_a_letter_grows_what_cannot_be_said_yet_is_left_open(string text, int count, string expected)
    {
        var filled = Placeholders.FillSoFar(text, Letter, new LiveFacts(count, null));

        Assert.Equal(expected, filled);
    }

    [Fact]
    public void A_placeholder_that_waits_for_signatories_is_no_fault_of_the_words()
    {
        Assert.Null(Placeholders.FaultIn(Letter with { Body = "{{count}} {{nouns-in-text}} of {{states}}" }));
        Assert.StartsWith("The placeholder {{sates}} is unknown.", Placeholders.FaultIn(Letter with { Body = "{{count}} of {{sates}}" }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_placeholder_is_named()
    {
        var refusal = Assert.Throws<PlaceholderException>(() => Placeholders.Fill("{{sates}}", Letter, new LiveFacts(1, null)));

        Assert.StartsWith("The placeholder {{sates}} is unknown. Known are {{count}}", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("in {{states}}", "The placeholder {{states}} has nothing to say: no signatory on the list has a state.")]
    [InlineData("And {{own-sentence}}", "The placeholder {{own-sentence}} has nothing to say: the drafts of supporters' actions alone have a sentence that each person adds.")]
    public void A_placeholder_with_nothing_to_say_is_named(string text, string message)
    {
        var refusal = Assert.Throws<PlaceholderException>(() => Placeholders.Fill(text, Letter, new LiveFacts(1, null)));

        Assert.Equal(message, refusal.Message);
    }
}
