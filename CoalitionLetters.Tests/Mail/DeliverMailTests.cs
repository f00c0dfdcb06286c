using CoalitionLetters.Mail;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Mail;

/// <summary>An app that sends to a mail server of its own.</summary>
public sealed class SendingApp : IAsyncLifetime
{
    internal MailServer Server { get; } = MailServer.Start();
    internal TestApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await TestApp.StartAsync(settings:
        [("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{Server.Port}"), ("Mail:Security", "none"), ("Mail:From", "letters@unity.example")]);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Server.DisposeAsync();
    }
}

[Trait("Needs", "Database")]
public sealed class DeliverMailTests(SendingApp sending) : IClassFixture<SendingApp>, IAsyncLifetime
{
    private readonly MailServer server = sending.Server;
    private readonly TestApp app = sending.App;

    public async ValueTask InitializeAsync()
    {
        await app.ReadAsync(db => db.Outbox.ExecuteDeleteAsync());
        server.Accepted.Clear();
        server.Greetings.Clear();
        server.ToRecipient = server.ToMessage = _ => "250 OK";
        server.Offers = [];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_mail_is_sent_once_and_stamped()
    {
        await app.PutAsync(new PlainMail("sam@river.example"));

        await app.RunJobAsync<DeliverMail>();
        await app.RunJobAsync<DeliverMail>();

        var mail = await app.Mailbox.NewestToAsync("sam@river.example");
        var message = Assert.Single(server.Accepted);
        Assert.Equal((MailStatus.Sent, app.Clock.Now), (mail.Status, mail.SentAt));
        Assert.Equal($"<{mail.Id:N}@unity.example>", MailServer.MessageIdOf(message));
        Assert.Equal("auto-generated", MailServer.HeaderOf(message, "Auto-Submitted"));
        Assert.Contains("Content-Type: text/plain", message, StringComparison.Ordinal);
        Assert.Contains("Content-Type: text/html", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(-1, false)]
    public async Task A_mail_that_was_kept_before_there_was_a_mail_server_is_sent_when_staff_ask_as_long_as_it_is_of_use(int? usefulForHours, bool isOffered)
    {
        await app.PutAsync(new PlainMail("sam@river.example"));
        await using (var db = app.OpenDb())
        {
            var kept = await db.Outbox.SingleAsync(TestContext.Current.CancellationToken);
            kept.SentNow(app.Clock.Now, MailStatus.Kept);
            db.Entry(kept).Property(mail => mail.UsefulUntil).CurrentValue = usefulForHours is { } hours ? app.Clock.Now.AddHours(hours) : null;
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var desk = await (await app.SignedInAsync(StaffRole.Owner)).VisitAsync($"/staff/mail/{(await app.Mailbox.NewestToAsync("sam@river.example")).Id}");
        var button = desk.Page.QuerySelectorAll("button").FirstOrDefault(b => b.TextContent == "Send it now");
        if (isOffered)
        {
            await desk.PressAsync(button!);
            await app.RunJobAsync<DeliverMail>();
        }

        Assert.Equal(isOffered, button is not null);
        Assert.Equal(isOffered ? 1 : 0, server.Accepted.Count);
        Assert.Equal(isOffered ? MailStatus.Sent : MailStatus.Kept, (await app.Mailbox.NewestToAsync("sam@river.example")).Status);
    }

    [Fact]
    public async Task Nothing_is_sent_when_the_change_that_causes_it_is_taken_back()
    {
        await app.RunAsync<OutboxUser>(async user =>
        {
            await using var transaction = await user.Db.Database.BeginTransactionAsync();
            user.Outbox.Add(new PlainMail("sam@river.example"));
            await user.Db.SaveChangesAsync();
            await transaction.RollbackAsync();
        });

        await app.RunJobAsync<DeliverMail>();

        Assert.Empty(server.Accepted);
    }

    [Fact]
    public async Task A_temporary_refusal_is_tried_again_after_growing_pauses_and_given_up_after_days()
    {
        server.ToRecipient = _ => "451 try later";
        await app.PutAsync(new PlainMail("sam@river.example"));

        foreach (var pause in OutboxMail.Pauses)
        {
            await app.RunJobAsync<DeliverMail>();
            var mail = await app.Mailbox.NewestToAsync("sam@river.example");
            Assert.Equal((MailStatus.Waiting, app.Clock.Now + pause), (mail.Status, mail.NextTryAt));
            Assert.Contains("try later", mail.Reason, StringComparison.Ordinal);
            app.Clock.Advance(pause);
        }

        await app.RunJobAsync<DeliverMail>();

        Assert.Equal(MailStatus.Failed, (await app.Mailbox.NewestToAsync("sam@river.example")).Status);
        Assert.Equal(OutboxMail.Pauses.Order(), OutboxMail.Pauses);
    }

    [Fact]
    public async Task A_refusal_for_good_is_not_tried_again_and_does_not_keep_others_back()
    {
        server.ToRecipient = address => address == "gone@river.example" ? "550 no such mailbox" : "250 OK";
        await app.PutAsync(new PlainMail("gone@river.example"), new PlainMail("sam@river.example"));

        await app.RunJobAsync<DeliverMail>();

        var refused = await app.Mailbox.NewestToAsync("gone@river.example");
        Assert.Equal(MailStatus.Failed, refused.Status);
        Assert.Contains("no such mailbox", refused.Reason, StringComparison.Ordinal);
        Assert.Single(server.Accepted);
    }

    [Theory]
    [InlineData("josé@river.example")]
    [InlineData("a..b@river.example")]
    [InlineData("sam@[192.0.2.7]")]
    [InlineData("=?utf-8?Q?all=40victims.example?=@river.example")]
    [InlineData("two@@river.example")]
    public async Task An_address_that_this_server_cannot_reach_does_not_keep_others_back(string strange)
    {
        await app.PutAsync(new PlainMail(strange), new PlainMail("sam@river.example"));

        await app.RunJobAsync<DeliverMail>();

        Assert.Equal(MailStatus.Sent, (await app.Mailbox.NewestToAsync("sam@river.example")).Status);
        Assert.NotEqual(0, (await app.Mailbox.NewestToAsync(strange)).Attempts);
    }

    [Fact]
    public async Task A_refused_mail_is_sent_when_staff_ask_for_it_again()
    {
        server.ToRecipient = _ => "550 no such mailbox";
        await app.PutAsync(new PlainMail("sam@river.example"));
        await app.RunJobAsync<DeliverMail>();
        server.ToRecipient = _ => "250 OK";

        var desk = await app.SignedInAsync(CoalitionLetters.Staff.StaffRole.Editor);
        await desk.VisitAsync("/staff/mail");
        Assert.Contains("One mail was refused", desk.Text, StringComparison.Ordinal);
        Assert.Contains("no such mailbox", desk.Text, StringComparison.Ordinal);
        await desk.FollowAsync("sam@river.example");
        await desk.PressAsync("Try again");
        await app.RunJobAsync<DeliverMail>();

        Assert.Single(server.Accepted);
        Assert.Equal(MailStatus.Sent, (await app.Mailbox.NewestToAsync("sam@river.example")).Status);
    }

    [Fact]
    public async Task While_the_server_is_away_mails_wait()
    {
        await using var away = await TestApp.StartAsync(settings: [("Mail:Host", "127.0.0.1"), ("Mail:Port", "1"), ("Mail:Security", "none"), ("Mail:From", "letters@unity.example")]);
        await away.PutAsync(new PlainMail("sam@river.example"), new PlainMail("ana@river.example"));

        await away.RunJobAsync<DeliverMail>();

        var mails = await away.ReadAsync(db => db.Outbox.AsNoTracking().OrderBy(mail => mail.Id).ToListAsync());
        Assert.All(mails, mail => Assert.Equal(MailStatus.Waiting, mail.Status));
        Assert.Equal([1, 0], mails.Select(mail => mail.Attempts));
    }

    [Fact]
    public async Task A_mail_that_another_node_has_in_hand_is_left_alone_until_its_claim_ends()
    {
        await app.PutAsync(new PlainMail("sam@river.example"));
        var until = app.Clock.Now + TimeSpan.FromMinutes(3);
        await app.ReadAsync(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(mail => mail.LeasedUntil, until)));

        await app.RunJobAsync<DeliverMail>();
        Assert.Empty(server.Accepted);

        app.Clock.Advance(TimeSpan.FromMinutes(3));
        await app.RunJobAsync<DeliverMail>();
        Assert.Single(server.Accepted);
    }

    [Fact]
    public async Task Two_deliveries_at_once_send_each_mail_once()
    {
        await app.PutAsync([.. Enumerable.Range(1, 40).Select(n => new PlainMail($"sam{n}@river.example"))]);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.RunJobAsync<DeliverMail>()));

        Assert.Equal(40, server.Accepted.Select(MailServer.MessageIdOf).Distinct().Count());
        Assert.Equal(40, server.Accepted.Count);
    }

    [Fact]
    public async Task Mails_travel_side_by_side_and_none_is_taken_over_before_the_one_before_it_is_stamped()
    {
        using var two = new CountdownEvent(2);
        var (first, together, unstamped) = (true, false, 0);
        server.ToRecipient = _ =>
        {
            if (!first && !two.IsSet)
            {
                two.Signal();
                together |= two.Wait(TimeSpan.FromSeconds(20));
            }

            first = false;
            return "250 OK";
        };
        server.ToMessage = _ =>
        {
            var stamped = app.ReadAsync(db => db.Outbox.CountAsync(mail => mail.Status == MailStatus.Sent)).GetAwaiter().GetResult();
            Interlocked.Add(ref unstamped, server.Accepted.Count - stamped);
            return "250 OK";
        };
        await app.PutAsync([.. Enumerable.Range(1, 24).Select(n => new PlainMail($"sam{n}@river.example"))]);

        await app.RunJobAsync<DeliverMail>();

        Assert.True(together);
        Assert.Equal((24, 0), (server.Accepted.Count, unstamped));
    }

    [Fact]
    public async Task A_server_that_bears_one_connection_gets_every_mail_over_that_one()
    {
        await app.PutAsync([.. Enumerable.Range(1, 20).Select(n => new PlainMail($"sam{n}@river.example"))]);
        var open = 0;
        server.ToRecipient = _ => Interlocked.CompareExchange(ref open, 1, 0) == 0 ? "250 OK" : "421 too many connections";
        server.ToMessage = _ => { open = 0; return "250 OK"; };

        while (await app.ReadAsync(db => db.Outbox.AnyAsync(mail => mail.Status == MailStatus.Waiting)))
        {
            await app.RunJobAsync<DeliverMail>();
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(20, server.Accepted.Select(MailServer.MessageIdOf).Distinct().Count());
        Assert.Equal(20, server.Accepted.Count);
    }

    [Fact]
    public async Task A_connection_is_left_after_fifty_mails()
    {
        await app.PutAsync([.. Enumerable.Range(1, 230).Select(n => new PlainMail($"sam{n}@river.example"))]);

        await app.RunJobAsync<DeliverMail>();

        Assert.Equal(230, server.Accepted.Count);
        Assert.InRange(server.Greetings.Count, 5, 8);
    }

    [Fact]
    public async Task A_domain_of_any_script_is_asked_for_in_its_ascii_form()
    {
        var recipients = new List<string>();
        server.ToRecipient = address => { recipients.Add(address); return "250 OK"; };
        await app.PutAsync(new PlainMail("sam@bücher.example"));

        await app.RunJobAsync<DeliverMail>();

        Assert.Equal("sam@xn--bcher-kva.example", Assert.Single(recipients));
        Assert.Contains("sam@xn--bcher-kva.example", MailServer.HeaderOf(Assert.Single(server.Accepted), "To"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_letters_before_the_at_go_to_a_server_that_takes_them_and_to_no_other()
    {
        await app.PutAsync(new PlainMail("josé@river.example"));
        await app.RunJobAsync<DeliverMail>();
        var refused = await app.Mailbox.NewestToAsync("josé@river.example");
        Assert.Equal(MailStatus.Failed, refused.Status);
        Assert.Contains("takes no addresses with other letters than a to z before the @", refused.Reason, StringComparison.Ordinal);

        server.Offers = ["SMTPUTF8"];
        await app.PutAsync(new PlainMail("josé@river.example"));
        await app.RunJobAsync<DeliverMail>();

        Assert.Contains("josé@river.example", MailServer.HeaderOf(Assert.Single(server.Accepted), "To"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_nobody_needs_any_more_is_not_sent()
    {
        await app.PutAsync(new PlainMail("sam@river.example") { UsefulUntil = app.Clock.Now.AddHours(1) });

        app.Clock.Advance(TimeSpan.FromHours(2));
        await app.RunJobAsync<DeliverMail>();

        Assert.Empty(server.Accepted);
        Assert.Equal(MailStatus.Dropped, (await app.Mailbox.NewestToAsync("sam@river.example")).Status);
    }

    [Theory]
    [InlineData("Letter\r\nBcc: everybody@river.example", "Sam Rivera")]
    [InlineData("Letter\nBcc: everybody@river.example", "Sam\r\nBcc: everybody@river.example")]
    [InlineData("Letter\u2028Bcc: everybody@river.example", "\"Sam\" <evil@river.example>, <other@river.example>")]
    public async Task No_header_can_be_smuggled_in(string subject, string name)
    {
        var recipients = new List<string>();
        server.ToRecipient = address => { recipients.Add(address); return "250 OK"; };
        await app.PutAsync(new PlainMail("sam@river.example") { Subject = subject, ToName = name });

        await app.RunJobAsync<DeliverMail>();

        var message = Assert.Single(server.Accepted);
        var head = message[..message.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
        Assert.DoesNotContain("\r\nBcc:", head, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("sam@river.example", Assert.Single(recipients));
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused_for_good()
    {
        await app.PutAsync(new PlainMail("not an address"));

        await app.RunJobAsync<DeliverMail>();

        Assert.Equal(MailStatus.Failed, (await app.Mailbox.NewestToAsync("not an address")).Status);
    }

    [Fact]
    public async Task The_words_are_forgotten_a_week_after_delivery_and_the_rest_after_half_a_year()
    {
        await app.PutAsync(new PlainMail("sam@river.example"));
        await app.RunJobAsync<DeliverMail>();

        app.Clock.Advance(TimeSpan.FromDays(6));
        await app.RunJobAsync<ForgetOldMail>();
        Assert.NotNull((await app.Mailbox.NewestToAsync("sam@river.example")).Text);

        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.RunJobAsync<ForgetOldMail>();
        var mail = await app.Mailbox.NewestToAsync("sam@river.example");
        Assert.Equal((null, null), (mail.Text, mail.Html));

        app.Clock.Advance(TimeSpan.FromDays(180));
        await app.RunJobAsync<ForgetOldMail>();
        Assert.Equal(0, await app.Mailbox.CountAsync());
    }
}
