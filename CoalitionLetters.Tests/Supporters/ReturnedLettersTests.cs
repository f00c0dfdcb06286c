using CoalitionLetters.History;
using CoalitionLetters.Mail;
using CoalitionLetters.Staff;
using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Supporters;

/// <summary>A target whose mailbox refuses letters, and what staff do about it.</summary>
[Trait("Needs", "Database")]
public sealed class ReturnedLettersTests
{
    private const string Corrected = "new-letters@senate.example";

    [Fact]
    public async Task Letters_that_came_back_go_to_the_corrected_address_once_staff_say_so_and_only_there()
    {
        await using var server = MailServer.Start();
        await using var app = await RefusingAsync(server, "corrected", writers: 3);
        await app.RunAsync<OwnMessages>(async own => await own.WithdrawAsync((await app.SupporterAsync("p0@mail.example")).Id));
        var desk = await app.SignedInAsync(StaffRole.Editor);

        await desk.VisitAsync(await PageOfTargetAsync(app, "corrected"));
        Assert.Contains("2 letters came back", desk.Text, StringComparison.Ordinal);
        Assert.Contains("no such office", desk.Text, StringComparison.Ordinal);
        await desk.PressAsync("Save", ("Form.Email", Corrected), ("Form.SendAgain", "true"));
        await RunAsync(app);

        var letters = await app.ReadAsync(db => db.Outbox.AsNoTracking().Where(mail => mail.Kind == "supporter-message").ToListAsync());
        Assert.Equal([(Corrected, "p1@mail.example"), (Corrected, "p2@mail.example")], letters.Where(mail => mail.Status == MailStatus.Sent).Select(mail => (mail.ToAddress, mail.ReplyTo!)).Order());
        Assert.All(letters.Where(mail => mail.ToAddress == AnAction.Mailbox), mail => Assert.False(mail.CanBeTriedAgain));
        Assert.Equal((MessageStatus.Bounced, MessageStatus.Sent), (await StatusAsync(app, "p0@mail.example"), await StatusAsync(app, "p1@mail.example")));
        Assert.DoesNotContain(letters, mail => mail.ToAddress == AnAction.Mailbox && mail.ReplyTo is ("p1@mail.example" or "p2@mail.example"));
        await desk.VisitAsync(await PageOfTargetAsync(app, "corrected"));
        Assert.DoesNotContain("came back", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_withdraws_after_a_letter_came_back_still_reads_why_and_the_withdrawal_in_the_actions_language()
    {
        await using var server = MailServer.Start();
        await using var app = await RefusingAsync(server, "retired", writers: 1);
        var action = await app.ReadAsync(db => db.Actions.AsNoTracking().SingleAsync());
        await app.RunAsync<ManageAction>(manage => manage.EditAsync("retired", action.Content with { Language = "es" }, null, action.Revision, new Actor("Dana Field")));
        var own = await app.Browser().VisitAsync(TestMailbox.LinksIn(await app.Mailbox.NewestToAsync("p0@mail.example"))[1]);
        Assert.Contains("no such office». El personal de la coalición también lo ve.", own.Text, StringComparison.Ordinal);

        await own.FollowAsync("Retirar mi mensaje");
        await own.PressAsync("Retirar mi mensaje");
        await RunAsync(app);
        await own.VisitAsync(own.Path);

        Assert.Equal("devuelta", own.Page.QuerySelector(".own-letter .state")!.TextContent);
        Assert.Contains("no such office». Usted la retiró después; no lo intentamos otra vez.", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The person has withdrawn it", own.Text, StringComparison.Ordinal);
        var letter = await app.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(mail => mail.Kind == "supporter-message"));
        Assert.Equal((MailStatus.Failed, false), (letter.Status, letter.CanBeTriedAgain));
        Assert.Contains("no such office", letter.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_address_alone_sends_nothing_again()
    {
        await using var server = MailServer.Start();
        await using var app = await RefusingAsync(server, "alone", writers: 1);
        var desk = await app.SignedInAsync(StaffRole.Editor);

        await desk.VisitAsync(await PageOfTargetAsync(app, "alone"));
        await desk.PressAsync("Save", ("Form.Email", Corrected));
        await RunAsync(app);

        Assert.Equal(MessageStatus.Bounced, await StatusAsync(app, "p0@mail.example"));
    }

    [Fact]
    public async Task A_mailbox_that_refuses_five_in_a_row_is_paused_until_staff_send_them_again()
    {
        await using var server = MailServer.Start();
        await using var app = await RefusingAsync(server, "paused", ReturnedLetters.RefusalsUntilPause);
        await app.WritesAndConfirmsAsync("paused", "next@mail.example");
        await RunAsync(app);
        Assert.Equal(MessageStatus.Queued, await StatusAsync(app, "next@mail.example"));

        var own = await app.Browser().VisitAsync(TestMailbox.LinksIn(await app.Mailbox.NewestToAsync("next@mail.example"))[1]);
        Assert.Equal("waits, the office’s mailbox takes no mail", own.Page.QuerySelector(".own-letter .state")!.TextContent);
        Assert.DoesNotContain("mails a minute", own.Text, StringComparison.Ordinal);

        var desk = await app.SignedInAsync(StaffRole.Editor);
        await desk.VisitAsync("/staff/actions/paused");
        Assert.Contains("Paused: the last 5 were refused one after the other.", desk.Text, StringComparison.Ordinal);
        Assert.Contains("1 waits for its turn; 5 came back", desk.Text, StringComparison.Ordinal);

        server.ToRecipient = _ => "250 OK";
        await desk.FollowAsync("Look at its address, then send them again");
        await desk.PressAsync("Send the 5 letters that came back once more");
        await RunAsync(app);

        Assert.Equal(6, await app.ReadAsync(db => db.Messages.CountAsync(m => m.Status == MessageStatus.Sent)));
        Assert.Contains("sent the 5 letters that Mail office 1 did not get once more", await app.ReadAsync(db => db.History.Select(h => h.What).ToListAsync()));
    }

    [Fact]
    public async Task A_corrected_address_ends_the_pause_for_those_that_wait()
    {
        await using var server = MailServer.Start();
        await using var app = await RefusingAsync(server, "resumed", ReturnedLetters.RefusalsUntilPause);
        await app.WritesAndConfirmsAsync("resumed", "next@mail.example");
        var desk = await app.SignedInAsync(StaffRole.Editor);

        await desk.VisitAsync(await PageOfTargetAsync(app, "resumed"));
        await desk.PressAsync("Save", ("Form.Email", Corrected));
        await RunAsync(app);

        Assert.Equal(MessageStatus.Sent, await StatusAsync(app, "next@mail.example"));
    }

    [Fact]
    public async Task People_are_found_by_how_their_letters_stand()
    {
        await using var server = MailServer.Start();
        await using var app = await RefusingAsync(server, "found", writers: 1);
        await app.WritesAsync("found", "never@mail.example", "Never");
        var desk = await app.SignedInAsync(StaffRole.Owner);

        await desk.VisitAsync(await PageOfTargetAsync(app, "found"));
        await desk.FollowAsync("People whose letters came back");
        Assert.Equal(["Kim Doe"], desk.Page.QuerySelectorAll("tbody th").Select(e => e.TextContent.Trim()));
        await desk.FollowAsync("Export what you see");

        var file = await desk.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("p0@mail.example", file, StringComparison.Ordinal);
        Assert.DoesNotContain("never@mail.example", file, StringComparison.Ordinal);
    }

    /// <summary>So many have written and confirmed, and the server has refused each of their letters.</summary>
    private static async Task<TestApp> RefusingAsync(MailServer server, string slug, int writers)
    {
        var app = await TestApp.StartAsync(settings: [("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{server.Port}"), ("Mail:From", "sender@coalition.example"), ("Mail:Security", "none")]);
        await app.SaveAsync(AnAction.To(slug, app.Clock.Now, Channel.Mail));
        for (var i = 0; i < writers; i++)
        {
            await app.WritesAndConfirmsAsync(slug, $"p{i}@mail.example");
        }

        server.ToRecipient = mailbox => mailbox == AnAction.Mailbox ? "550 no such office" : "250 OK";
        await RunAsync(app);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        return app;
    }

    private static async Task RunAsync(TestApp app)
    {
        await app.RunJobAsync<HandOverMessages>();
        await app.RunJobAsync<DeliverMail>();
        await app.RunJobAsync<HandOverMessages>();
    }

    private static async Task<MessageStatus> StatusAsync(TestApp app, string mail) => Assert.Single((await app.SupporterAsync(mail)).Messages).Status;

    private static async Task<string> PageOfTargetAsync(TestApp app, string slug) =>
        $"/staff/actions/{slug}/targets/{await app.ReadAsync(db => db.Targets.Where(t => db.Set<SupportersAction>().Any(a => a.Id == t.ActionId && a.Slug == slug)).Select(t => t.Id).SingleAsync())}";
}
