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
    public void Without_a_choice_what_I_wrote_is_kept_and_what_I_never_touched_follows_the_other()
    {
        Show().Find(".rz-primary").Click();

        Assert.Equal(("Mine.", "Respectfully,", "Another matter"), (chosen!.Body, chosen.Closing, chosen.Re));
    }

    [Fact]
    public void Where_the_beginning_is_not_known_what_I_have_is_kept()
    {
        Show(@base: null).Find(".rz-primary").Click();

        Assert.Empty(LetterParts.Between(Mine, chosen!));
    }

    [Fact]
    public void What_was_chosen_and_written_by_hand_stays_when_the_other_side_moves_on()
    {
        var shown = Show();
        shown.FindAll("fieldset")[1].QuerySelectorAll("input")[2].Change(true);
        shown.Find("textarea").Input("Mine and theirs.");
        shown.FindAll("fieldset")[2].QuerySelectorAll("input")[1].Change(true);

        shown.Render(parameters => parameters.Add(p => p.Theirs, Theirs with { Body = "Theirs, again.", Re = "A third matter" }).Add(p => p.Moved, "Ana saved again"));
        Assert.Equal("Ana saved again", shown.Find("[role=status]").TextContent);
        Assert.Contains("again", shown.FindAll(".difference")[1].TextContent, StringComparison.Ordinal);
        shown.Find(".rz-primary").Click();

        Assert.Equal(("Mine and theirs.", ALetter.Content.Closing, "A third matter"), (chosen!.Body, chosen.Closing, chosen.Re));
    }

    [Fact]
    public void Words_put_together_by_hand_stay_even_where_both_sides_have_come_to_say_the_same()
    {
        var shown = Show();
        shown.FindAll("fieldset")[1].QuerySelectorAll("input")[2].Change(true);
        shown.Find("textarea").Input("Mine and theirs.");

        shown.Render(parameters => parameters.Add(p => p.Theirs, Theirs with { Body = "Mine." }));
        shown.Find(".rz-primary").Click();

        Assert.Equal("Mine and theirs.", chosen!.Body);
    }

    [Fact]
    public void Each_part_is_chosen_for_itself()
    {
        var shown = Show();

        shown.FindAll("fieldset")[1].QuerySelectorAll("input")[1].Change(true);
        shown.Find(".rz-primary").Click();

        Assert.Equal(("Theirs.", "Respectfully,", "Another matter"), (chosen!.Body, chosen.Closing, chosen.Re));
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

    [Fact]
    public void Edits_of_both_sides_that_do_not_touch_each_other_are_put_together_for_the_writer()
    {
        var began = ALetter.Content with { Body = "One.\n\nTwo.\n\nThree." };
        var shown = Render<TwoStates>(parameters => parameters.Add(p => p.Base, began)
            .Add(p => p.Mine, began with { Body = "One, mine.\n\nTwo.\n\nThree." }).Add(p => p.Theirs, began with { Body = "One.\n\nTwo.\n\nThree, theirs." }));

        shown.FindAll("fieldset input")[2].Change(true);

        Assert.Equal("One, mine.\n\nTwo.\n\nThree, theirs.", shown.Find("textarea").GetAttribute("value"));
        Assert.Contains("it began with what both sides changed", shown.Find("label.field").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_a_way_back_where_nothing_waits_to_be_saved_and_a_reason_where_there_is_none()
    {
        var back = 0;
        var shown = Show();
        Assert.Contains("There is no way back before that", shown.Markup, StringComparison.Ordinal);

        shown.Render(parameters => parameters.Add(p => p.WayBack, "nothing is unsaved.").Add(p => p.OnBack, () => back++));
        shown.FindAll("button").Single(button => button.TextContent == "Go back without choosing").Click();

        Assert.Equal((1, null), (back, chosen));
        Assert.Contains("You can also go back: nothing is unsaved.", shown.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<TwoStates> Show() => Show(ALetter.Content);

    private IRenderedComponent<TwoStates> Show(LetterContent? @base) => Render<TwoStates>(parameters => parameters
        .Add(p => p.Mine, Mine).Add(p => p.Theirs, Theirs).Add(p => p.Base, @base).Add(p => p.Why, "Ana saved other words").Add(p => p.OnChosen, (LetterContent content) => chosen = content));
}
