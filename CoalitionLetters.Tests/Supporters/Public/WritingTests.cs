using System.Net;
using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Supporters.Public;

[Trait("Needs", "Database")]
public sealed class WritingTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Nobody_sees_an_action_before_it_opens()
    {
        await app.SaveAsync(AnAction.FromSample("draft", app.Clock.Now));

        var browser = await app.Browser().VisitAsync("/actions/draft");

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Fact]
    public async Task The_draft_is_open_to_read_and_no_cookie_is_set()
    {
        var action = AnAction.FromSample("open-sample", app.Clock.Now);
        action.Open(null, app.Clock.Now);
        await app.SaveAsync(action);

        var browser = await app.Browser().VisitAsync("/actions/open-sample");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("Please visit the places where families are held", browser.Text, StringComparison.Ordinal);
        Assert.Contains("It publishes no mailbox.", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("has written", browser.Text, StringComparison.Ordinal);
        Assert.False(browser.Response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task With_a_mail_server_the_receipt_names_the_mail_and_claims_no_second_one()
    {
        await using var sending = await TestApp.StartAsync(settings: [("Mail:Host", "127.0.0.1"), ("Mail:From", "letters@unity.example")]);
        await sending.SaveAsync(AnAction.To("sending", sending.Clock.Now, Channel.Mail));

        var browser = await sending.WritesAsync("sending", "kim@sending.example");

        Assert.Contains("Open our mail to kim@sending.example. Press", browser.Text, StringComparison.Ordinal);
        Assert.Contains("If no mail comes within ten minutes", browser.Text, StringComparison.Ordinal);
        Assert.Contains("If we wrote to you in the last ten minutes, use that mail", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_office_gets_the_own_copy_with_its_own_salutation_after_the_confirmation()
    {
        await app.SaveAsync(AnAction.To("journey", app.Clock.Now, Channel.Mail, Channel.WebForm, Channel.Print));
        var browser = await app.Browser().VisitAsync("/actions/journey");

        await browser.PressAsync("Go on to your letter", AnAction.Person("kim@journey.example"));
        Assert.Contains("Please end these separations now. My sister teaches such children.", browser.Page.QuerySelector("textarea#text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Dear Mail office 1,", "Dear WebForm office 2,", "Dear Print office 3,"], browser.Page.QuerySelectorAll(".preview .salutation").Select(e => e.TextContent));

        await browser.PressAsync("Send my three letters", ("subject", "Children need parents"));
        Assert.Contains("Ask the coalition for the one it keeps for kim@journey.example.", browser.Text, StringComparison.Ordinal);
        Assert.All((await app.SupporterAsync("kim@journey.example")).Messages, message => Assert.Equal(MessageStatus.Unconfirmed, message.Status));

        Assert.DoesNotContain("Open our mail", browser.Text, StringComparison.Ordinal);

        await browser.VisitAsync(await app.Mailbox.LinkToAsync("kim@journey.example"));
        Assert.Equal(["Dear Mail office 1,", "Dear WebForm office 2,", "Dear Print office 3,"], browser.Page.QuerySelectorAll(".preview .salutation").Select(e => e.TextContent));
        Assert.All(browser.Page.QuerySelectorAll(".preview .signature"), signature => Assert.Equal("Kim Doe\nOhio 44113", signature.TextContent));
        Assert.Equal(SupporterStatus.Submitted, (await app.SupporterAsync("kim@journey.example")).Status);
        await browser.PressAsync("Confirm my message");

        Assert.Contains("Thank you for writing", browser.Text, StringComparison.Ordinal);
        Assert.Equal(["waits its turn", "you finish this one", "will be delivered by hand"], browser.Page.QuerySelectorAll(".own-letter .state").Select(e => e.TextContent));
        Assert.Contains("Dear WebForm office 2,", browser.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);

        await browser.PressAsync("I have sent it");
        Assert.Equal(MessageStatus.Finished, (await app.SupporterAsync("kim@journey.example")).Messages.Single(m => m.Channel == Channel.WebForm).Status);
        Assert.Contains("1 person has written", (await app.Browser().VisitAsync("/actions/journey")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_of_ones_own_keeps_its_paragraphs()
    {
        await app.SaveAsync(AnAction.To("paragraphs", app.Clock.Now, Channel.Print));
        var browser = await app.Browser().VisitAsync("/actions/paragraphs");

        await browser.PressAsync("Go on to your letter", [.. AnAction.Person("kim@paragraphs.example"), ("own", "I teach them.\r\n\r\nThey ask every day.")]);
        await browser.PressAsync("Send my letter");

        var supporter = await app.SupporterAsync("kim@paragraphs.example");
        Assert.Contains("now. I teach them.\n\nThey ask every day.\n\nThank you", supporter.Text, StringComparison.Ordinal);
        Assert.Equal("I teach them.\n\nThey ask every day.", supporter.OwnSentence);
    }

    [Fact]
    public async Task Where_many_offices_answer_the_pages_still_say_who_finishes_a_letter()
    {
        var action = AnAction.To("many", app.Clock.Now, [.. Enumerable.Repeat(Channel.WebForm, 6)]);
        action.Add(Target.Of(action, 7, new TargetFacts("Senator Ohio", "Dear Senator,", Channel.Mail) { Email = "a@senate.example", States = ["Ohio"] }, app.Clock.Now));
        await app.SaveAsync(action);

        var browser = await app.Browser().VisitAsync("/actions/many");
        Assert.Equal(["By its own web form You finish this one. We cannot see whether it arrived.", "By e-mail We see that our mail server takes it and whether it comes back, not whether somebody reads it."],
            browser.Page.QuerySelectorAll("[aria-labelledby=where-title] .card").Select(card => string.Join(' ', card.Children.Select(part => part.TextContent))));

        await browser.PressAsync("Go on to your letter", AnAction.Person("kim@many.example"));
        Assert.Equal(6, browser.Page.QuerySelectorAll(".preview").Count(preview => preview.TextContent.Contains("You finish this one.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_nothing_typed_is_lost()
    {
        await app.SaveAsync(AnAction.To("wrong", app.Clock.Now, Channel.Mail));
        var browser = await app.Browser().VisitAsync("/actions/wrong");

        await browser.PressAsync("Go on to your letter", ("first", "Kim"), ("mail", "no address"), ("code", "123"), ("own", "I am a teacher."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.StartsWith("Error: ", browser.Title, StringComparison.Ordinal);
        Assert.Equal(["Enter your last name", "Enter a full e-mail address, like name@mail.example", "Enter a ZIP code of five digits, like 87102", "Choose your state"], browser.Errors);
        Assert.Equal("no address", browser.Page.QuerySelector("#mail")!.GetAttribute("value"));
        Assert.Equal("I am a teacher.", browser.Page.QuerySelector("#own")!.TextContent);
    }

    [Theory]
    [InlineData("kim@mail")]
    [InlineData("kim@mail.example\r\nBcc: all@victims.example")]
    [InlineData("\"all@victims.example\"@mail.example")]
    [InlineData("kim@mail.example,all@victims.example")]
    public async Task An_address_to_which_no_answer_could_come_is_asked_again(string address)
    {
        var slug = $"address-{Guid.NewGuid():N}"[..20];
        await app.SaveAsync(AnAction.To(slug, app.Clock.Now, Channel.Mail));
        var browser = await app.Browser().VisitAsync($"/actions/{slug}");

        await browser.PressAsync("Go on to your letter", AnAction.Person(address));

        Assert.Equal(["Enter a full e-mail address, like name@mail.example"], browser.Errors);
    }

    [Fact]
    public async Task Letters_that_few_servers_carry_are_named_before_the_at_and_welcome_after_it()
    {
        await app.SaveAsync(AnAction.To("letters", app.Clock.Now, Channel.Mail));
        var browser = await app.Browser().VisitAsync("/actions/letters");

        await browser.PressAsync("Go on to your letter", AnAction.Person("josé@mail.example"));
        Assert.Equal(["Many mail servers carry only plain letters before the @. Enter another address of yours, without accents there"], browser.Errors);
        Assert.Equal("mail-hint mail-error", browser.Page.QuerySelector("#mail")!.GetAttribute("aria-describedby"));

        await browser.PressAsync("Go on to your letter", AnAction.Person("jose@bücher.example"));
        Assert.Empty(browser.Errors);
    }

    [Fact]
    public async Task A_passage_that_must_stay_is_asked_back_and_the_edits_are_kept()
    {
        await app.SaveAsync(AnAction.To("kept", app.Clock.Now, Channel.Mail));
        var browser = await app.Browser().VisitAsync("/actions/kept");
        await browser.PressAsync("Go on to your letter", AnAction.Person("kim@kept.example"));

        await browser.PressAsync("Send my letter", ("text", "Only my own words, quite a few."), ("may-be-shown", "true"));

        Assert.Contains("Put this passage back into the text: “Please end these separations now.”", browser.Errors);
        Assert.Contains("Only my own words, quite a few.", browser.Page.QuerySelector("#text")!.TextContent, StringComparison.Ordinal);
        Assert.True(browser.Page.QuerySelector("[name=may-be-shown]")!.HasAttribute("checked"));
        Assert.Equal(0, await app.ReadAsync(db => db.Supporters.CountAsync(s => s.EmailKey == "kim@kept.example")));
    }

    [Fact]
    public async Task Going_back_changes_the_own_sentence_inside_an_edited_text()
    {
        await app.SaveAsync(AnAction.To("back", app.Clock.Now, Channel.Mail));
        var browser = await app.Browser().VisitAsync("/actions/back");
        await browser.PressAsync("Go on to your letter", AnAction.Person("kim@back.example"));

        await browser.PressAsync("Change who writes", ("text", "Please end these separations now. My sister teaches such children. Truly yours."));
        Assert.Equal("Kim", browser.Page.QuerySelector("#first")!.GetAttribute("value"));
        await browser.PressAsync("Go on to your letter", ("own", "I teach them."));

        Assert.Equal("Please end these separations now. I teach them. Truly yours.", browser.Page.QuerySelector("#text")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_second_form_of_the_same_address_gets_the_same_page_and_the_mail_of_a_moment_ago_opens_it()
    {
        await app.SaveAsync(AnAction.To("twice", app.Clock.Now, Channel.Mail));

        var first = await app.WritesAsync("twice", "kim@twice.example", "Mallory");
        var second = await app.WritesAsync("twice", "kim@twice.example", "Kim");

        Assert.Equal(first.Text, second.Text);
        Assert.Single(await app.Mailbox.AllToAsync("kim@twice.example"));
        var page = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("kim@twice.example"));
        Assert.StartsWith("Kim Doe", page.Page.QuerySelector(".preview .signature")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strangers_form_that_comes_while_the_person_reads_is_shown_before_anything_is_confirmed()
    {
        await app.SaveAsync(AnAction.To("stranger", app.Clock.Now, Channel.Mail));
        await app.WritesAsync("stranger", "kim@stranger.example", "Kim");
        var browser = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("kim@stranger.example"));

        await app.WritesAsync("stranger", "kim@stranger.example", "Mallory");
        await browser.PressAsync("Confirm my message");

        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Contains("A newer form with your address has come since you read this page.", browser.Text, StringComparison.Ordinal);
        Assert.StartsWith("Mallory Doe", browser.Page.QuerySelector(".preview .signature")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(SupporterStatus.Submitted, (await app.SupporterAsync("kim@stranger.example")).Status);

        await app.WritesAsync("stranger", "kim@stranger.example", "Kim");
        await browser.VisitAsync(await app.Mailbox.LinkToAsync("kim@stranger.example"));
        await browser.PressAsync("Confirm my message");
        Assert.Equal("Kim Doe", (await app.SupporterAsync("kim@stranger.example")).Person.FullName);
        Assert.Contains("Thank you for writing", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_form_allows_is_confirmed_with_the_letter()
    {
        await app.SaveAsync(AnAction.With("allows", app.Clock.Now, content => content with { ConsentText = "Tell me what became of it." }, Channel.Mail));
        var browser = await app.Browser().VisitAsync("/actions/allows");
        await browser.PressAsync("Go on to your letter", [.. AnAction.Person("kim@allows.example"), ("wants-mail", "true")]);
        await browser.PressAsync("Send my letter", ("may-be-shown", "true"));

        await browser.VisitAsync(await app.Mailbox.LinkToAsync("kim@allows.example"));

        Assert.Equal(["Tell me what became of it.", "The coalition may show these words on the action’s page, with the first name and state."], browser.Page.QuerySelectorAll("main li").Select(item => item.TextContent));
    }

    [Fact]
    public async Task A_place_that_is_crowded_is_asked_to_wait_and_the_text_is_kept()
    {
        await using var narrow = await TestApp.StartAsync(settings: ("Limits:UnconfirmedPerHour", "1"));
        await narrow.SaveAsync(AnAction.To("crowded", narrow.Clock.Now, Channel.Mail));
        await narrow.WritesAsync("crowded", "one@crowded.example");

        var browser = await narrow.WritesAsync("crowded", "two@crowded.example");

        Assert.StartsWith("Many letters from your network still wait to be confirmed.", Assert.Single(browser.Errors), StringComparison.Ordinal);
        Assert.Contains("My sister teaches such children.", browser.Page.QuerySelector("#text")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await narrow.Mailbox.AllToAsync("two@crowded.example"));
    }

    [Theory]
    [InlineData("４４１１３", "OH", "Enter a ZIP code of five digits, like 87102")]
    [InlineData("٤٤١١٣", "OH", "Enter a ZIP code of five digits, like 87102")]
    [InlineData("44113", "UT", "The ZIP code 44113 is in Ohio. Correct it, or choose your state again")]
    [InlineData("06390-1234", "MA", "The ZIP code 06390-1234 is in Connecticut or New York. Correct it, or choose your state again")]
    [InlineData("00601", "PR", null)]
    [InlineData("42223", "TN", null)]
    [InlineData("09012", "OH", null)]
    public async Task A_postal_code_of_another_state_is_asked_again(string code, string state, string? error)
    {
        var slug = $"code-{Guid.NewGuid():N}"[..20];
        await app.SaveAsync(AnAction.To(slug, app.Clock.Now, Channel.Mail));
        var browser = await app.Browser().VisitAsync($"/actions/{slug}");

        await browser.PressAsync("Go on to your letter", [.. AnAction.Person("kim@code.example"), ("code", code), ("state", state)]);

        Assert.Equal(error is null ? [] : [error], browser.Errors);
        Assert.Equal(error is null ? null : "code-error", browser.Page.QuerySelector("#code")?.GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task Who_has_no_office_is_told_what_to_do()
    {
        var action = SupportersAction.Draft("nobody", new ActionContent { Title = "Keep families together", Subject = "Families", Draft = "Please end these separations now." }, null, app.Clock.Now);
        action.Add(Target.Of(action, 1, new TargetFacts("Senator Utah", "Dear Senator Utah,", Channel.Mail) { Email = "utah@senate.example", States = ["Utah"] }, app.Clock.Now));
        action.Open(null, app.Clock.Now);
        await app.SaveAsync(action);
        var browser = await app.Browser().VisitAsync("/actions/nobody");

        await browser.PressAsync("Go on to your letter", AnAction.Person("kim@nobody.example")[..^1]);

        Assert.Equal(["None of the offices of this action answers for your place. Check your state and ZIP code; if this is right, pass the page on to people of other places"], browser.Errors);
    }

    [Fact]
    public async Task A_text_that_is_far_too_long_comes_back_whole_with_its_answer()
    {
        await app.SaveAsync(AnAction.To("long", app.Clock.Now, Channel.Mail));
        var browser = await app.Browser().VisitAsync("/actions/long");
        await browser.PressAsync("Go on to your letter", AnAction.Person("kim@long.example"));
        var text = "Please end these separations now. " + string.Join(' ', Enumerable.Repeat("again", 20_000));

        await browser.PressAsync("Send my letter", ("text", text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Equal(["Your text has 120,033 characters. Shorten it to 10,000"], browser.Errors);
        Assert.Equal(text, browser.Page.QuerySelector("#text")!.TextContent.Trim());
        Assert.Equal("262144", browser.Page.QuerySelector("#text")!.GetAttribute("maxlength"));
    }

    [Fact]
    public async Task A_sentence_that_is_added_after_going_back_stands_in_the_edited_text()
    {
        await app.SaveAsync(AnAction.To("added", app.Clock.Now, Channel.Mail));
        var browser = await app.Browser().VisitAsync("/actions/added");
        await browser.PressAsync("Go on to your letter", [.. AnAction.Person("kim@added.example"), ("own", "")]);

        await browser.PressAsync("Change who writes", ("text", "Dear friends. Please end these separations now. Truly yours."));
        await browser.PressAsync("Go on to your letter", ("own", "I teach them."));

        Assert.Equal("Dear friends. Please end these separations now. I teach them. Truly yours.", browser.Page.QuerySelector("#text")!.TextContent.Trim());
        await browser.PressAsync("Send my letter");
        Assert.Equal("I teach them.", (await app.SupporterAsync("kim@added.example")).OwnSentence);
    }

    [Fact]
    public async Task A_letter_in_fixed_words_goes_out_under_its_own_subject_whatever_is_posted()
    {
        await app.SaveAsync(AnAction.With("fixed", app.Clock.Now, content => content with { IsEditable = false }, Channel.Mail));
        var browser = await app.Browser().VisitAsync("/actions/fixed");
        await browser.PressAsync("Go on to your letter", AnAction.Person("kim@fixed.example"));

        await browser.PressAsync("Send my letter", ("subject", "Cheap watches"));

        Assert.Equal("Families belong together", (await app.SupporterAsync("kim@fixed.example")).Subject);
    }

    [Fact]
    public async Task A_letter_that_was_only_cut_is_not_called_everybodys()
    {
        await app.SaveAsync(AnAction.To("shortened", app.Clock.Now, Channel.Mail));
        var browser = await app.Browser().VisitAsync("/actions/shortened");
        await browser.PressAsync("Go on to your letter", [.. AnAction.Person("kim@cut.example"), ("own", "")]);
        Assert.Contains("Your letter still says what everybody’s says.", browser.Text, StringComparison.Ordinal);

        await browser.PressAsync("Show the letters again", ("text", "Please end these separations now."));

        Assert.DoesNotContain("Your letter still says what everybody’s says.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_action_says_so_and_takes_nothing()
    {
        var action = AnAction.To("closing", app.Clock.Now, Channel.Mail);
        await app.SaveAsync(action);
        var browser = await app.Browser().VisitAsync("/actions/closing");
        await app.ReadAsync(db => db.Actions.Where(a => a.Id == action.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, ActionStatus.Closed).SetProperty(a => a.ClosedAt, app.Clock.Now)));

        await browser.PressAsync("Go on to your letter", AnAction.Person("kim@closing.example"));

        Assert.Equal(HttpStatusCode.Gone, browser.Status);
        Assert.Contains("This action is closed", browser.Text, StringComparison.Ordinal);
        await browser.VisitAsync("/actions/closing");
        Assert.Null(browser.Page.QuerySelector("form"));
        Assert.Contains("No new messages are taken.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_write_only_to_the_offices_of_their_place()
    {
        var action = AnAction.To("places", app.Clock.Now, Channel.Mail);
        action.Add(Target.Of(action, 2, new TargetFacts("Senator Ohio", "Dear Senator Ohio,", Channel.Mail) { Email = "ohio@senate.example", States = ["Ohio"] }, app.Clock.Now));
        action.Add(Target.Of(action, 3, new TargetFacts("Senator Utah", "Dear Senator Utah,", Channel.Mail) { Email = "utah@senate.example", States = ["Utah"] }, app.Clock.Now));
        await app.SaveAsync(action);
        var browser = await app.Browser().VisitAsync("/actions/places");

        await browser.PressAsync("Go on to your letter", AnAction.Person("kim@places.example"));

        Assert.Equal(["Dear Mail office 1,", "Dear Senator Ohio,"], browser.Page.QuerySelectorAll(".preview .salutation").Select(e => e.TextContent));
    }

    [Fact]
    public async Task A_spanish_action_speaks_spanish_throughout()
    {
        await app.SaveAsync(AnAction.With("unidas", app.Clock.Now, content => content with { Language = "es", Title = "Familias unidas" }, Channel.Mail));
        var browser = await app.Browser().VisitAsync("/actions/unidas");

        await browser.PressAsync("Continuar a su carta", AnAction.Person("kim@unidas.example"));
        await browser.PressAsync("Enviar mi carta");
        await browser.VisitAsync(await app.Mailbox.LinkToAsync("kim@unidas.example"));
        await browser.PressAsync("Confirmar mi mensaje");

        Assert.Equal("es", browser.Page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Gracias por escribir", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_consent_to_further_mail_is_unticked_and_kept_when_ticked()
    {
        await app.SaveAsync(AnAction.With("consent", app.Clock.Now, content => content with { ConsentText = "Tell me what became of it." }, Channel.Mail));
        var browser = await app.Browser().VisitAsync("/actions/consent");
        Assert.False(browser.Page.QuerySelector("[name=wants-mail]")!.HasAttribute("checked"));

        await browser.PressAsync("Go on to your letter", [.. AnAction.Person("kim@consent.example"), ("wants-mail", "true")]);
        await browser.PressAsync("Send my letter");

        Assert.True((await app.SupporterAsync("kim@consent.example")).WantsMail);
    }
}
