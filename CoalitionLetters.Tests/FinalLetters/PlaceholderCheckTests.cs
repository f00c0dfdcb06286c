using CoalitionLetters.FinalLetters;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using Xunit;

namespace CoalitionLetters.Tests.FinalLetters;

public sealed class PlaceholderCheckTests
{
    [Fact]
    public void Empty_and_unknown_placeholders_are_named_and_shown_in_brackets()
    {
        var content = new LetterContent { Body = "{{count}} {{nouns-in-text}} of {{states}} and {{nonsense}}, {{states}}." };

        var (body, problems) = PlaceholderCheck.Of(content, [new ListedName("River Trust")]);

        Assert.Equal("{{count}} [nouns-in-text] of [states] and [nonsense], [states].", body);
        Assert.Equal(3, problems.Count);
        Assert.Contains(problems, problem => problem.StartsWith("The placeholder {{states}} has nothing to say", StringComparison.Ordinal));
    }

    [Fact]
    public void A_body_with_all_its_facts_stays_as_it_is()
    {
        var content = new LetterContent { Body = "{{count:words}} {{noun}} of {{states}}", NounOne = "group" };

        var (body, problems) = PlaceholderCheck.Of(content, [new ListedName("River Trust") { State = "Ohio" }]);

        Assert.Equal(content.Body, body);
        Assert.Empty(problems);
    }
}
