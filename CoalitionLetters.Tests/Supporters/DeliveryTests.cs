using System.Text;
using CoalitionLetters.Mail;
using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Supporters;

/// <summary>From confirmed messages to a mail server on loopback.</summary>
[Trait("Needs", "Database")]
public sealed class DeliveryTests
{
    [Fact]
    public async Task Each_target_gets_exactly_its_mails_and_nothing_of_who_did_not_confirm()
    {
        await using var server = MailServer.Start();
        await using var app = await StartAsync(server);
        await app.SaveAsync(AnAction.To("two", app.Clock.Now, Channel.Mail, Channel.Mail));
        await app.WritesAndConfirmsAsync("two", "kim@mail.example");
        await app.WritesAndConfirmsAsync("two", "lee@mail.example", "Lee");
        await app.WritesAsync("two", "never@mail.example", "Never");

        await DeliverAsync(app);
        await DeliverAsync(app);

        var letters = Letters(server);
        foreach (var mailbox in new[] { AnAction.Mailbox, AnAction.SecondMailbox })
        {
            Assert.Equal(["Reply-To: kim@mail.example", "Reply-To: lee@mail.example"], letters.Where(mail => To(mail, mailbox)).Select(mail => $"Reply-To: {MailServer.HeaderOf(mail, "Reply-To")}").Order());
        }

        Assert.Equal(4, letters.Count);
        Assert.All((await app.SupporterAsync("kim@mail.example")).Messages, message => Assert.Equal(MessageStatus.Sent, message.Status));
        Assert.Equal(letters.Count, letters.Select(MailServer.MessageIdOf).Distinct().Count());
    }

    [Fact]
    public async Task The_mail_is_from_us_by_name_of_the_person_and_holds_the_letter_as_written()
    {
        await using var server = MailServer.Start();
        await using var app = await StartAsync(server);
        await app.SaveAsync(AnAction.To("words", app.Clock.Now, Channel.Mail));
        await app.WritesAndConfirmsAsync("words", "kim@mail.example");

        await DeliverAsync(app);

        var mail = Assert.Single(Letters(server));
        Assert.Equal("\"Kim Doe via Coalition for Family Unity\" <sender@coalition.example>", MailServer.HeaderOf(mail, "From").Replace("=?utf-8?Q?", "\"", StringComparison.Ordinal));
        Assert.DoesNotContain("Auto-Submitted", mail, StringComparison.Ordinal);
        Assert.Equal(
            "Dear Mail office 1,\r\n\r\nI write because of the children.\r\n\r\nPlease end these separations now. My sister teaches such children.\r\n\r\nThank you for your time.\r\n\r\nKim Doe\r\nOhio 44113\r\n",
            TextOf(mail));
    }

    [Fact]
    public async Task No_typed_line_becomes_a_header_or_another_recipient()
    {
        await using var server = MailServer.Start();
        await using var app = await StartAsync(server);
        await app.SaveAsync(AnAction.To("inject", app.Clock.Now, Channel.Mail));
        var browser = await app.Browser().VisitAsync("/actions/inject");
        await browser.PressAsync("Go on to your letter", [.. AnAction.Person("kim@mail.example", "Kim\r\nBcc: all@victims.example"), ("last", "\"<ceo@bank.example>\"")]);
        await browser.PressAsync("Send my letter", ("subject", "Hello\r\nBcc: all@victims.example\r\n\r\nAnother body"));
        await browser.VisitAsync(await app.Mailbox.LinkToAsync("kim@mail.example"));
        await browser.PressAsync("Confirm my message");

        await DeliverAsync(app);

        var mail = Assert.Single(Letters(server));
        var head = mail[..mail.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
        Assert.DoesNotContain(head.Split("\r\n"), line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("ceo@bank", head, StringComparison.Ordinal);
        Assert.DoesNotContain("victims", string.Join(' ', await app.ReadAsync(db => db.Outbox.Select(m => m.ToAddress).ToListAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strangers_mailbox_gets_nothing_that_was_typed()
    {
        await using var server = MailServer.Start();
        await using var app = await StartAsync(server);
        await app.SaveAsync(AnAction.To("relay", app.Clock.Now, Channel.Mail));
        var browser = await app.Browser().VisitAsync("/actions/relay");
        await browser.PressAsync("Go on to your letter", [.. AnAction.Person("stranger@mail.example", "PayBank Security"), ("last", "bank-login.example"), ("own", "Log in at bank-login.example.")]);
        await browser.PressAsync("Send my letter", ("subject", "Your PayBank account is locked"), ("text", "Please end these separations now. Log in at https://bank-login.example within a day."));

        await DeliverAsync(app);

        var mail = Assert.Single(server.Accepted);
        var kept = await app.Mailbox.NewestToAsync("stranger@mail.example");
        var all = mail + kept.Text + kept.Html + kept.Subject + kept.ToName;
        Assert.Equal("stranger@mail.example", MailServer.HeaderOf(mail, "To"));
        Assert.DoesNotContain("PayBank", all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("bank-login", all, StringComparison.OrdinalIgnoreCase);
        await browser.VisitAsync(await app.Mailbox.LinkToAsync("stranger@mail.example", "confirm-message"));
        Assert.Contains("Your PayBank account is locked", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kim@müller.example")]
    [InlineData("o'brien+x=y@mail.example")]
    public async Task A_letter_of_a_person_with_an_unusual_address_reaches_its_target(string address)
    {
        await using var server = MailServer.Start();
        await using var app = await StartAsync(server);
        await app.SaveAsync(AnAction.To("unusual", app.Clock.Now, Channel.Mail));
        await app.WritesAndConfirmsAsync("unusual", address);

        await DeliverAsync(app);

        var mail = Assert.Single(Letters(server));
        Assert.StartsWith("Dear Mail office 1,", TextOf(mail), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_gets_no_more_a_minute_than_it_bears()
    {
        await using var server = MailServer.Start();
        await using var app = await StartAsync(server);
        await app.SaveAsync(Slow(app.Clock.Now));
        for (var i = 0; i < 5; i++)
        {
            await app.WritesAndConfirmsAsync("slow", $"p{i}@mail.example");
        }

        await DeliverAsync(app);
        await DeliverAsync(app);
        Assert.Equal(2, Letters(server).Count);

        app.Clock.Advance(TimeSpan.FromSeconds(61));
        await DeliverAsync(app);
        Assert.Equal(4, Letters(server).Count);
    }

    [Fact]
    public async Task A_target_is_not_flooded_when_the_mail_server_comes_back()
    {
        await using var server = MailServer.Start();
        await using var app = await StartAsync(server);
        await app.SaveAsync(Slow(app.Clock.Now));
        for (var i = 0; i < 7; i++)
        {
            await app.WritesAndConfirmsAsync("slow", $"p{i}@mail.example");
        }

        server.ToRecipient = _ => "421 closed for maintenance";
        for (var minute = 0; minute < 5; minute++)
        {
            await DeliverAsync(app);
            app.Clock.Advance(TimeSpan.FromSeconds(61));
        }

        Assert.Equal(2, (await app.Mailbox.AllToAsync(AnAction.Mailbox)).Count);

        server.ToRecipient = _ => "250 OK";
        app.Clock.Advance(TimeSpan.FromHours(1));
        await DeliverAsync(app);
        await DeliverAsync(app);
        Assert.Equal(2, Letters(server).Count);

        app.Clock.Advance(TimeSpan.FromSeconds(61));
        await DeliverAsync(app);
        Assert.Equal(4, Letters(server).Count);
    }

    [Fact]
    public async Task A_refusal_is_told_on_the_own_page_and_a_delay_too()
    {
        await using var server = MailServer.Start();
        await using var app = await StartAsync(server);
        await app.SaveAsync(AnAction.To("bounce", app.Clock.Now, Channel.Mail, Channel.Mail));
        var browser = await app.WritesAndConfirmsAsync("bounce", "kim@mail.example");
        server.ToRecipient = mailbox => mailbox == AnAction.Mailbox ? "550 no such office" : "450 come back later";

        await DeliverAsync(app);
        await app.RunJobAsync<HandOverMessages>();
        await browser.VisitAsync(browser.Path);

        Assert.Equal(["came back", "not taken yet, we try again"], browser.Page.QuerySelectorAll(".own-letter .state").Select(e => e.TextContent));
        Assert.Contains("no such office", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Tried once; the next attempt is on", browser.Text, StringComparison.Ordinal);
        Assert.Equal([MessageStatus.Mailing, MessageStatus.Bounced], (await app.SupporterAsync("kim@mail.example")).Messages.Select(message => message.Status).Order());
    }

    [Fact]
    public async Task A_letter_that_comes_back_later_is_told_and_one_sent_again_is_sent()
    {
        await using var server = MailServer.Start();
        var folder = Directory.CreateTempSubdirectory("bounces-").FullName;
        await using var app = await StartAsync(server, ("Mail:BouncesFolder", folder));
        await app.SaveAsync(AnAction.To("late", app.Clock.Now, Channel.Mail));
        var browser = await app.WritesAndConfirmsAsync("late", "kim@mail.example");
        await DeliverAsync(app);
        var mail = await app.ReadAsync(db => db.Outbox.SingleAsync(m => m.ToAddress == AnAction.Mailbox));

        await File.WriteAllTextAsync(Path.Combine(folder, "back.eml"), $"""
            Content-Type: multipart/report; boundary=b

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.senate.example

            Final-Recipient: rfc822; {AnAction.Mailbox}
            Action: failed
            Status: 5.2.2

            --b
            Content-Type: message/rfc822

            {server.Accepted.Single(sent => To(sent, AnAction.Mailbox))}
            --b--
            """, TestContext.Current.CancellationToken);
        await app.RunJobAsync<ReadBounces>();
        await app.RunJobAsync<HandOverMessages>();
        await browser.VisitAsync(browser.Path);
        Assert.Equal("came back", browser.Page.QuerySelector(".own-letter .state")!.TextContent);
        Assert.Equal(MessageStatus.Bounced, Assert.Single((await app.SupporterAsync("kim@mail.example")).Messages).Status);

        await using (var db = app.OpenDb())
        {
            (await db.Outbox.SingleAsync(m => m.Id == mail.Id)).TryAgain(app.Clock.Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await DeliverAsync(app);
        await browser.VisitAsync(browser.Path);
        Assert.Equal("sent", browser.Page.QuerySelector(".own-letter .state")!.TextContent);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_came_back_is_never_sent_again_once_the_person_has_withdrawn()
    {
        await using var server = MailServer.Start();
        await using var app = await StartAsync(server);
        await app.SaveAsync(AnAction.To("away", app.Clock.Now, Channel.Mail));
        await app.WritesAndConfirmsAsync("away", "kim@mail.example");
        server.ToRecipient = mailbox => mailbox == AnAction.Mailbox ? "550 no such office" : "250 OK";
        await DeliverAsync(app);

        await app.RunAsync<OwnMessages>(async own => await own.WithdrawAsync((await app.SupporterAsync("kim@mail.example")).Id));

        Assert.False(await app.ReadAsync(async db => (await db.Outbox.SingleAsync(m => m.ToAddress == AnAction.Mailbox)).CanBeTriedAgain));
    }

    [Fact]
    public async Task Handing_over_twice_at_once_sends_nothing_twice()
    {
        await using var app = await TestApp.StartAsync();
        await app.SaveAsync(AnAction.To("once", app.Clock.Now, Channel.Mail));
        for (var i = 0; i < 8; i++)
        {
            await app.WritesAndConfirmsAsync("once", $"p{i}@mail.example");
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try
            {
                await app.RunJobAsync<HandOverMessages>();
            }
            catch (DbUpdateException)
            {
                // The other run was first; the schedule would try again.
            }
        })));
        await app.RunJobAsync<HandOverMessages>();

        Assert.Equal(8, (await app.Mailbox.AllToAsync(AnAction.Mailbox)).Count);
    }

    private static Task<TestApp> StartAsync(MailServer server, params (string, string?)[] more) => TestApp.StartAsync(settings:
        [("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{server.Port}"), ("Mail:From", "sender@coalition.example"), ("Mail:Security", "none"), .. more]);

    private static SupportersAction Slow(DateTime now)
    {
        var action = SupportersAction.Draft("slow", new ActionContent { Title = "Slowly", Subject = "Slowly", Draft = "Please do not hurry with these letters. {{own-sentence}}" }, null, now);
        action.Add(Target.Of(action, 1, new TargetFacts("The office", "Dear office,", Channel.Mail) { Email = AnAction.Mailbox, MailsPerMinute = 2 }, now));
        action.Open(null, now);
        return action;
    }

    private static async Task DeliverAsync(TestApp app)
    {
        await app.RunJobAsync<HandOverMessages>();
        await app.RunJobAsync<DeliverMail>();
        await app.RunJobAsync<HandOverMessages>();
    }

    private static List<string> Letters(MailServer server) => [.. server.Accepted.Where(mail => To(mail, AnAction.Mailbox) || To(mail, AnAction.SecondMailbox))];

    private static bool To(string mail, string mailbox) => MailServer.HeaderOf(mail, "To").Contains(mailbox, StringComparison.Ordinal);

    private static string TextOf(string mail)
    {
        var part = mail[mail.IndexOf("text/plain", StringComparison.Ordinal)..];
        var body = part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return Encoding.UTF8.GetString(Convert.FromBase64String(body[..body.IndexOf("--", StringComparison.Ordinal)]));
    }
}
