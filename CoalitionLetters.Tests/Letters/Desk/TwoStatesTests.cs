using Bunit;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Desk;

public sealed class TwoStatesTests : BunitContext
{
    private static readonly LetterContent Mine = ALetter.Content with { Body = "Mine.", Closing = "Respectfully," };
    private static readonly LetterContent Theirs = ALetter.Content with { Body = "Theirs.", Re = "Another matter" };

    private LetterContent? chosen;

    public TwoStatesTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void Only_the_parts_that_differ_are_shown_with_their_words_marked()
    {
        var shown = Show();

        Assert.Equal([LetterParts.Re, LetterParts.Body, LetterParts.Closing], shown.FindAll("legend").Select(legend => legend.TextContent));
        Assert.Equal("Mine.", shown.FindAll("ins")[1].TextContent);
    }

    [Fact]
    public void Without_a_choice_what_I_wrote_is_kept()
    {
        Show().Find(".rz-primary").Click();

        Assert.Empty(LetterParts.Between(Mine, chosen!));
    }

    [Fact]
    public void Each_part_is_chosen_for_itself()
    {
        var shown = Show();

        shown.FindAll("fieldset")[1].QuerySelectorAll("input")[1].Change(true);
        shown.Find(".rz-primary").Click();

        Assert.Equal(("Theirs.", "Respectfully,", ALetter.Content.Re), (chosen!.Body, chosen.Closing, chosen.Re));
    }

    [Fact]
    public void A_part_can_be_put_together_by_hand_beginning_with_what_I_wrote()
    {
        var shown = Show();

        shown.FindAll("fieldset")[1].QuerySelectorAll("input")[2].Change(true);
        Assert.Equal("Mine.", shown.Find("textarea").GetAttribute("value"));
        shown.Find("textarea").Input("Mine and theirs.");
        shown.Find(".rz-primary").Click();

        Assert.Equal("Mine and theirs.", chosen!.Body);
    }

    private IRenderedComponent<TwoStates> Show() => Render<TwoStates>(parameters => parameters
        .Add(p => p.Mine, Mine).Add(p => p.Theirs, Theirs).Add(p => p.Why, "Ana saved other words").Add(p => p.OnChosen, (LetterContent content) => chosen = content));
}
