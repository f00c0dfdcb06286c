using Bunit;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Desk;

/// <summary>What is said between the fields follows what is typed; the fields are drawn once.</summary>
public sealed class LetterFormFieldsTests : BunitContext
{
    private static readonly LetterContent Empty = ALetter.Content with { Recipients = [new()] };

    private Func<LetterContent, LetterContent>? changed;

    public LetterFormFieldsTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        ComponentFactories.AddStub<InputFile>();
    }

    [Fact]
    public void A_greeting_is_proposed_as_soon_as_a_recipient_has_a_name()
    {
        var shown = Show(Empty);
        Assert.DoesNotContain("Proposed:", shown.Markup, StringComparison.Ordinal);

        Type(shown, Empty with { Recipients = [new() { Name = "Kirstjen M. Nielsen", Title = "Secretary of Homeland Security" }] });
        shown.FindAll("button").Single(button => button.TextContent == "Use it").Click();

        Assert.Contains("Proposed: Dear Secretary Nielsen:", shown.Markup, StringComparison.Ordinal);
        Assert.Equal("", shown.Find("#recipient-0-name").GetAttribute("value") ?? "");
        Assert.Equal("Dear Mr. X:", changed!(Empty with { Recipients = [new() { Name = "Mr. X" }] }).Salutation);
    }

    [Fact]
    public void A_line_that_is_too_long_is_named_beside_its_field_until_it_is_shorter()
    {
        var shown = Show(Empty);

        Type(shown, Empty with { Enclosures = [new string('a', 201)], Recipients = [new() { Address = [new string('b', 300)] }] });
        Assert.Contains("has 201 characters", shown.Find(".field:has(#enclosures) .why").TextContent, StringComparison.Ordinal);
        Assert.Contains("has 300 characters", shown.Find(".field:has(#recipient-0-address) .why").TextContent, StringComparison.Ordinal);

        Type(shown, Empty);
        Assert.Empty(shown.FindAll(".why"));
    }

    [Fact]
    public void A_recipient_who_was_taken_away_can_be_taken_back()
    {
        var shown = Show(Empty with { Recipients = [] }, new TakenRow(0, Recipient: ALetter.Content.Recipients[0]));

        shown.FindAll("button").Single(button => button.TextContent == "Take it back").Click();

        Assert.Contains("Recipient 1 was taken away.", shown.Markup, StringComparison.Ordinal);
        Assert.Equal("Jo Example", Assert.Single(changed!(Empty with { Recipients = [] }).Recipients).Name);
    }

    [Fact]
    public void A_button_that_is_pressed_twice_before_the_fields_are_drawn_anew_takes_one_step()
    {
        var shown = Show(Empty);
        var add = shown.FindAll("button").Single(button => button.TextContent == "Add a recipient");

        add.Click();
        changed = null;
        add.Click();

        Assert.Null(changed);
    }

    private IRenderedComponent<CascadingValue<LetterContent>> Show(LetterContent content, TakenRow? taken = null) => Render<CascadingValue<LetterContent>>(parameters => Fill(parameters, content, taken));

    private void Type(IRenderedComponent<CascadingValue<LetterContent>> shown, LetterContent content) => shown.Render(parameters => Fill(parameters, content, null));

    private void Fill(ComponentParameterCollectionBuilder<CascadingValue<LetterContent>> parameters, LetterContent content, TakenRow? taken) => parameters
        .Add(p => p.Value, content)
        .AddChildContent<LetterFormFields>(fields => fields.Add(p => p.Content, content).Add(p => p.Taken, taken).Add(p => p.OnRows, (Func<LetterContent, LetterContent> change) => changed = change));
}
