using System.Net;
using CoalitionLetters.Mail;
using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Supporters.Public;

[Trait("Needs", "Database")]
public sealed class OwnPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Withdrawing_stops_what_waits_even_in_the_outbox_and_takes_the_person_from_the_count()
    {
        var action = AnAction.To("withdraw", app.Clock.Now, Channel.Mail, Channel.Print);
        await app.SaveAsync(action);
        var browser = await app.WritesAndConfirmsAsync("withdraw", "kim@withdraw.example");
        await app.RunJobAsync<HandOverMessages>();

        await browser.FollowAsync("Withdraw my message");
        await browser.PressAsync("Withdraw my message");

        Assert.Contains("You have withdrawn this message. Nothing of it goes out.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("You have withdrawn it, so it does not go out.", browser.Text, StringComparison.Ordinal);
        Assert.All((await app.SupporterAsync("kim@withdraw.example")).Messages, message => Assert.Equal(MessageStatus.Stopped, message.Status));
        Assert.Equal(MailStatus.Dropped, (await app.Mailbox.NewestToAsync(AnAction.Mailbox)).Status);
        Assert.Equal(0, (await app.ReadAsync(db => db.CountOfAsync(action.Id))).People);
    }

    [Theory]
    [InlineData("all-gone", "You have withdrawn this message. What had gone out before cannot be called back; you are no longer counted.", Channel.WebForm)]
    [InlineData("some-gone", "You have withdrawn this message. What had not gone out was stopped; what had gone out before cannot be called back.", Channel.WebForm, Channel.Print)]
    public async Task Who_withdraws_reads_what_was_stopped_and_what_was_not(string slug, string said, params Channel[] channels)
    {
        await app.SaveAsync(AnAction.To(slug, app.Clock.Now, channels));
        var browser = await app.WritesAndConfirmsAsync(slug, $"kim@{slug}.example");
        await browser.PressAsync("I have sent it");

        await browser.FollowAsync("Withdraw my message");
        await browser.PressAsync("Withdraw my message");

        Assert.Equal(said, browser.Page.QuerySelector(".lead")!.TextContent);
    }

    [Fact]
    public async Task What_a_person_finishes_stands_in_the_order_of_its_steps_with_a_subject_to_copy()
    {
        await app.SaveAsync(AnAction.To("steps", app.Clock.Now, Channel.WebForm));

        var browser = await app.WritesAndConfirmsAsync("steps", "kim@steps.example");

        var letter = browser.Page.QuerySelector(".own-letter")!;
        Assert.Contains("1. Copy the subject and the letter. 2. Open the form at form.example, paste both there and press Send. 3. Come back and tell us.", letter.TextContent, StringComparison.Ordinal);
        Assert.Equal([("Copy the subject", true), ("Copy the letter", false), ("Open the form", true), ("I have sent it", true)],
            letter.QuerySelectorAll(".button").Select(button => (button.TextContent, button.ClassList.Contains("quiet"))));
        Assert.Equal("Families belong together", letter.QuerySelector($"#{letter.QuerySelector("button")!.GetAttribute("data-copy")}")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Erasing_leaves_no_trace_of_the_person_and_the_links_lead_nowhere()
    {
        var action = AnAction.To("erase", app.Clock.Now, Channel.WebForm);
        await app.SaveAsync(action);
        var browser = await app.WritesAndConfirmsAsync("erase", "kim@erase.example", "Marguerite");
        await browser.PressAsync("I have sent it");
        var own = browser.Path;
        await app.RunJobAsync<DeliverMail>();

        await browser.FollowAsync("Erase my data");
        await browser.PressAsync("Erase my data");

        Assert.Contains("Your data is erased", browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.VisitAsync(own)).Status);
        var left = await app.ReadAsync(db => db.Supporters.AsNoTracking().SingleAsync(s => s.ActionId == action.Id));
        Assert.DoesNotContain("Marguerite", System.Text.Json.JsonSerializer.Serialize(left), StringComparison.Ordinal);
        Assert.Empty(await app.Mailbox.AllToAsync("kim@erase.example"));
        Assert.Equal(1, (await app.ReadAsync(db => db.CountOfAsync(action.Id))).People);
    }

    [Fact]
    public async Task A_long_letter_is_copied_instead_of_squeezed_into_a_mail_link()
    {
        await app.SaveAsync(AnAction.To("own-mail", app.Clock.Now, Channel.OwnMail));

        var brief = await app.WritesAndConfirmsAsync("own-mail", "brief@own.example");
        var browser = await app.Browser().VisitAsync("/actions/own-mail");
        await browser.PressAsync("Go on to your letter", AnAction.Person("long@own.example"));
        await browser.PressAsync("Send my letter", ("text", "Please end these separations now. " + string.Concat(Enumerable.Repeat("And more words. ", 120))));
        await browser.VisitAsync(await app.Mailbox.LinkToAsync("long@own.example"));
        await browser.PressAsync("Confirm my message");

        var link = brief.Page.QuerySelector("a[href^='mailto:letters@senate.example']")!.GetAttribute("href")!;
        Assert.InRange(link.Length, 100, SupporterLetter.LongestMailLink);
        Assert.Contains("Dear%20OwnMail%20office%201%2C", link, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("a[href^='mailto:letters@senate.example']"));
        Assert.Contains("Paste both into a new mail to letters@senate.example and send it.", browser.Text, StringComparison.Ordinal);
        Assert.Equal("Families belong together", browser.Page.QuerySelector("[id^=subject-]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Without_a_mail_server_a_letter_is_kept_and_not_called_sent()
    {
        await using var own = await TestApp.StartAsync();
        await own.SaveAsync(AnAction.To("kept", own.Clock.Now, Channel.Mail));
        var browser = await own.WritesAndConfirmsAsync("kept", "kim@kept.example");
        await own.RunJobAsync<HandOverMessages>();
        await own.RunJobAsync<DeliverMail>();
        await own.RunJobAsync<HandOverMessages>();

        await browser.VisitAsync(browser.Path);

        Assert.Equal("not sent, kept by us", browser.Page.QuerySelector(".own-letter .state")!.TextContent);
        Assert.Contains("it has not reached the office.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_of_delivery_that_is_over_is_not_promised_any_more()
    {
        var action = SupportersAction.Draft("past", new ActionContent { Title = "Past", Subject = "Past", Draft = "Please be on time with these letters. {{own-sentence}}" }, null, app.Clock.Now);
        action.Add(Target.Of(action, 1, new TargetFacts("The office", "Dear office,", Channel.Print) { PostalAddress = ["1 Street"], DeliveredOn = new DateOnly(2018, 6, 13) }, app.Clock.Now));
        action.Open(null, app.Clock.Now);
        await app.SaveAsync(action);

        var page = await app.Browser().VisitAsync("/actions/past");
        var own = await app.WritesAndConfirmsAsync("past", "kim@past.example");

        Assert.Contains("A delivery was planned for June 13, 2018; the day of the next one is not set yet.", page.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("The delivery by hand was planned for June 13, 2018. Nobody has said yet that this letter was handed over", own.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("We deliver it by hand on", own.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_doubtful_text_waits_and_says_so()
    {
        await app.SaveAsync(AnAction.To("doubt", app.Clock.Now, Channel.Mail));
        var browser = await app.Browser().VisitAsync("/actions/doubt");
        await browser.PressAsync("Go on to your letter", AnAction.Person("rude@doubt.example"));
        await browser.PressAsync("Send my letter", ("text", "Please end these separations now. You are all assholes."));
        await browser.VisitAsync(await app.Mailbox.LinkToAsync("rude@doubt.example"));

        await browser.PressAsync("Confirm my message");
        await app.RunJobAsync<HandOverMessages>();

        Assert.Contains("reads your message before it goes out", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await app.Mailbox.AllToAsync(AnAction.Mailbox), mail => mail.ReplyTo == "rude@doubt.example");
    }

    [Fact]
    public async Task The_owner_of_an_address_that_somebody_else_typed_ends_it_with_one_button()
    {
        await app.SaveAsync(AnAction.To("not-me", app.Clock.Now, Channel.Mail));
        await app.WritesAsync("not-me", "kim@not-me.example", "Mallory");
        var links = TestMailbox.LinksIn(await app.Mailbox.NewestToAsync("kim@not-me.example"));

        var browser = await app.Browser().VisitAsync(links.Single(link => link.EndsWith("/disowning", StringComparison.Ordinal)));
        Assert.Equal(1, await app.ReadAsync(db => db.Supporters.CountAsync(s => s.EmailKey == "kim@not-me.example")));
        await browser.PressAsync("Do not write to me again");

        Assert.Contains("What was typed with your address is deleted, and nothing was sent.", browser.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.ReadAsync(db => db.Supporters.CountAsync(s => s.EmailKey == "kim@not-me.example")));
        foreach (var link in links)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.VisitAsync(link)).Status);
            Assert.Contains("This action sends you nothing more", browser.Text, StringComparison.Ordinal);
            Assert.Empty(browser.Page.QuerySelectorAll("main button"));
        }
    }

    [Fact]
    public async Task A_confirmed_message_has_an_owner_and_is_not_disowned()
    {
        await app.SaveAsync(AnAction.To("mine", app.Clock.Now, Channel.Print));
        var browser = await app.WritesAndConfirmsAsync("mine", "kim@mine.example");
        var own = browser.Path;

        await browser.VisitAsync($"{own}/disowning");

        Assert.Equal(own, browser.Path);
    }

    [Fact]
    public async Task What_was_allowed_stands_on_the_own_page_and_each_permission_is_taken_back_alone()
    {
        await app.SaveAsync(AnAction.With("permits", app.Clock.Now, content => content with { ConsentText = "Tell me what became of it." }, Channel.Print));
        var browser = await app.Browser().VisitAsync("/actions/permits");
        await browser.PressAsync("Go on to your letter", [.. AnAction.Person("kim@permits.example"), ("wants-mail", "true")]);
        await browser.PressAsync("Send my letter", ("may-be-shown", "true"));
        await browser.VisitAsync(await app.Mailbox.LinkToAsync("kim@permits.example"));
        await browser.PressAsync("Confirm my message");
        Assert.Contains("Tell me what became of it.", browser.Text, StringComparison.Ordinal);

        await browser.PressAsync("Take this back");

        var supporter = await app.SupporterAsync("kim@permits.example");
        Assert.Equal((false, null, true, SupporterStatus.Confirmed), (supporter.WantsMail, supporter.ConsentText, supporter.MayBeShown, supporter.Status));
        Assert.DoesNotContain("Tell me what became of it.", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Take this back");
        Assert.False((await app.SupporterAsync("kim@permits.example")).MayBeShown);
    }

    [Fact]
    public async Task Who_was_declined_writes_another_message_which_waits_for_staff()
    {
        await app.SaveAsync(AnAction.To("polite", app.Clock.Now, Channel.Print));
        var browser = await app.WritesAndConfirmsAsync("polite", "kim@polite.example");
        await app.ReadAsync(db => db.Supporters.Where(s => s.EmailKey == "kim@polite.example").ExecuteUpdateAsync(set => set.SetProperty(s => s.Status, SupporterStatus.Declined)));
        await browser.VisitAsync(browser.Path);
        Assert.Contains("You may write another one; somebody reads it before it goes out.", browser.Text, StringComparison.Ordinal);

        app.Clock.Advance(Supporter.BetweenMails);
        await app.WritesAndConfirmsAsync("polite", "kim@polite.example");

        var supporter = await app.SupporterAsync("kim@polite.example");
        Assert.Equal((SupporterStatus.Held, Supporter.DeclinedBefore), (supporter.Status, supporter.Reason));
    }

    [Fact]
    public async Task Who_was_declined_and_erases_writes_anew_and_waits_for_staff_all_the_same()
    {
        await app.SaveAsync(AnAction.To("anew", app.Clock.Now, Channel.Print));
        var browser = await app.WritesAndConfirmsAsync("anew", "kim@anew.example");
        await app.ReadAsync(db => db.Supporters.Where(s => s.EmailKey == "kim@anew.example").ExecuteUpdateAsync(set => set.SetProperty(s => s.Status, SupporterStatus.Declined)));
        await browser.FollowAsync("Erase my data");
        Assert.Contains("so that a new one waits until somebody has read it", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Erase my data");

        await app.WritesAndConfirmsAsync("anew", "Kim@anew.example");

        var supporter = await app.SupporterAsync("kim@anew.example");
        Assert.Equal((SupporterStatus.Held, Supporter.DeclinedBefore), (supporter.Status, supporter.Reason));
    }

    [Fact]
    public async Task The_own_letter_comes_as_a_pdf()
    {
        await app.SaveAsync(AnAction.To("own-pdf", app.Clock.Now, Channel.Print));
        var browser = await app.WritesAndConfirmsAsync("own-pdf", "kim@pdf.example");

        await browser.FollowAsync("This letter as PDF");

        Assert.Equal("application/pdf", browser.Response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("%PDF-1.7", await browser.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invented_link_leads_nowhere()
    {
        foreach (var address in new[] { "/messages/invented", "/messages/invented/confirmation", $"/messages/{new string('x', 500)}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await app.Browser().VisitAsync(address)).Status);
        }
    }

    [Fact]
    public async Task Personal_data_goes_when_the_term_of_a_closed_action_is_over()
    {
        await using var own = await TestApp.StartAsync();
        var action = AnAction.To("term", own.Clock.Now, Channel.Print);
        await own.SaveAsync(action);
        await own.WritesAndConfirmsAsync("term", "kim@term.example");
        await own.WritesAsync("term", "never@term.example");
        await own.ReadAsync(db => db.Actions.ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, ActionStatus.Closed).SetProperty(a => a.ClosedAt, own.Clock.Now)));

        own.Clock.Advance(TimeSpan.FromDays(31));
        await own.RunJobAsync<ForgetSupporters>();
        Assert.Equal("kim@term.example", Assert.Single(await own.ReadAsync(db => db.Supporters.AsNoTracking().ToListAsync())).EmailKey);

        own.Clock.Advance(TimeSpan.FromDays(150));
        await own.RunJobAsync<ForgetSupporters>();
        Assert.Equal(new SupporterPerson(), Assert.Single(await own.ReadAsync(db => db.Supporters.AsNoTracking().ToListAsync())).Person);
    }
}
