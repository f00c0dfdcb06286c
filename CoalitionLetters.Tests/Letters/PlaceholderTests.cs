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
