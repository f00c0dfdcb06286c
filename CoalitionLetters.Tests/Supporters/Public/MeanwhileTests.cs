using System.Net;
using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Supporters.Public;

/// <summary>Staff change the action while people write.</summary>
[Trait("Needs", "Database")]
public sealed class MeanwhileTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_letter_in_fixed_words_that_staff_changed_meanwhile_is_shown_again_with_the_own_sentence_and_then_goes_out()
    {
        var action = AnAction.With("refixed", app.Clock.Now, content => content with { IsEditable = false }, Channel.Mail);
        await app.SaveAsync(action);
        var browser = await app.Browser().VisitAsync("/actions/refixed");
        await browser.PressAsync("Go on to your letter", AnAction.Person("kim@refixed.example"));
        await app.ReadAsync(db => db.Actions.Where(a => a.Id == action.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Content, action.Content with { Draft = "Let every child go home today. {{own-sentence}} Thank you." })));

        await browser.PressAsync("Send my letter");

        Assert.Equal(["The coalition has changed this letter since you opened it. Read it again below, with your sentence in it, and then send it"], browser.Errors);
        Assert.NotNull(browser.Page.QuerySelector(browser.Page.QuerySelector(".errors a")!.GetAttribute("href")!));
        Assert.Contains("Let every child go home today. My sister teaches such children. Thank you.", browser.Page.QuerySelector(".preview")!.TextContent, StringComparison.Ordinal);
        await browser.PressAsync("Send my letter");
        var supporter = await app.SupporterAsync("kim@refixed.example");
        Assert.Equal(("Let every child go home today. My sister teaches such children. Thank you.", "My sister teaches such children."), (supporter.Text, supporter.OwnSentence));
    }

    [Fact]
    public async Task An_action_that_closes_while_one_writes_gives_the_text_back()
    {
        var action = AnAction.To("given-back", app.Clock.Now, Channel.Mail);
        await app.SaveAsync(action);
        var browser = await app.Browser().VisitAsync("/actions/given-back");
        await browser.PressAsync("Go on to your letter", AnAction.Person("kim@back.example"));
        await app.ReadAsync(db => db.Actions.Where(a => a.Id == action.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, ActionStatus.Closed).SetProperty(a => a.ClosedAt, app.Clock.Now)));

        await browser.PressAsync("Send my letter", ("subject", "My own subject"), ("text", "Please end these separations now. Every word is mine."));

        Assert.Equal(HttpStatusCode.Gone, browser.Status);
        Assert.Equal("My own subject\n\nPlease end these separations now. Every word is mine.\n\nMy sister teaches such children.", browser.Page.QuerySelector("#typed")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_tick_says_yes_to_the_words_that_were_read_and_those_are_kept()
    {
        var action = AnAction.With("words", app.Clock.Now, content => content with { ConsentText = "Tell me what became of it." }, Channel.Mail);
        await app.SaveAsync(action);
        var (early, late) = (await app.Browser().VisitAsync("/actions/words"), await app.Browser().VisitAsync("/actions/words"));
        await early.PressAsync("Go on to your letter", [.. AnAction.Person("early@words.example"), ("wants-mail", "true")]);
        await early.PressAsync("Send my letter");
        await app.ReadAsync(db => db.Actions.Where(a => a.Id == action.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Content, action.Content with { ConsentText = "Send me everything, every day." })));

        await early.VisitAsync(await app.Mailbox.LinkToAsync("early@words.example"));
        await late.PressAsync("Go on to your letter", [.. AnAction.Person("late@words.example"), ("wants-mail", "true")]);
        await late.PressAsync("Send my letter");

        Assert.Equal(["Tell me what became of it."], early.Page.QuerySelectorAll("main li").Select(item => item.TextContent));
        Assert.Equal("Tell me what became of it.", (await app.SupporterAsync("early@words.example")).ConsentText);
        Assert.False((await app.SupporterAsync("late@words.example")).WantsMail);
    }
}
