using System.Net;
using System.Net.Sockets;
using CoalitionLetters.Mail;
using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Supporters;

/// <summary>The process is killed while people write, and again while their letters go out.</summary>
[Trait("Needs", "Database")]
public sealed class KillTests
{
    private const int People = 120;
    private const int Kills = 2;

    [Fact]
    public async Task No_acknowledged_message_is_lost_and_none_is_sent_twice_beyond_one_for_each_kill()
    {
        await using var server = MailServer.Start();
        await using var app = await TestApp.StartAsync(settings:
            [("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{server.Port}"), ("Mail:From", "sender@coalition.example"), ("Mail:Security", "none"), ("Limits:UnconfirmedPerHour", "1000000")]);
        app.Clock.Advance(DateTime.UtcNow - app.Clock.Now);
        await app.SaveAsync(Action(app.Clock.Now));
        var port = FreePort();
        var settings = new Dictionary<string, string?>(app.Settings) { ["Jobs:Run"] = "true" };
        await using var child = new KilledApp(settings, port);
        await child.StartAsync();
        using var crowd = new Crowd(new Uri($"http://127.0.0.1:{port}"), "kill", 16);

        var writing = Task.WhenAll(Enumerable.Range(0, People).Select(i => crowd.WriteAsync($"p{i}@crowd.example")));
        await Eventually.HoldsAsync(() => Task.FromResult(crowd.Acknowledged.Count >= People / 3), TimeSpan.FromSeconds(60));
        await child.KillAsync();
        await app.FreeClaimsAsync();
        await child.StartAsync();
        await writing;

        Assert.Equal(People, crowd.Acknowledged.Count);
        Assert.Equal(crowd.Acknowledged.Order(), (await app.ReadAsync(db => db.Supporters.Select(s => s.EmailKey).ToListAsync())).Order());
        var mails = await app.ReadAsync(db => db.Outbox.AsNoTracking().Where(mail => mail.Kind == "confirm-message").ToListAsync());
        Assert.Equal(People, mails.Count);

        var confirming = Task.WhenAll(mails.Select(mail => crowd.ConfirmAsync(TestMailbox.LinksIn(mail)[0])));
        await Eventually.HoldsAsync(() => Task.FromResult(Letters(server).Count >= People / 4), TimeSpan.FromSeconds(60));
        await child.KillAsync();
        await app.FreeClaimsAsync();
        await child.StartAsync();
        await confirming;
        await Eventually.HoldsAsync(() => app.ReadAsync(async db => await db.Messages.AllAsync(m => m.Status == MessageStatus.Mailing || m.Status == MessageStatus.Sent)
            && await db.Outbox.AllAsync(mail => mail.Status == MailStatus.Sent)), TimeSpan.FromSeconds(90));

        Assert.Equal(People, Letters(server).Select(MailServer.MessageIdOf).Distinct().Count());
        Assert.Equal(crowd.Acknowledged.Order(), Letters(server).Select(mail => MailServer.HeaderOf(mail, "Reply-To")).Distinct().Order());
        Assert.InRange(server.Accepted.Count, 2 * People, (2 * People) + Kills);
        Assert.Equal(People, (await app.ReadAsync(async db => await db.CountOfAsync(await db.Actions.Select(a => a.Id).SingleAsync()))).People);
    }

    private static SupportersAction Action(DateTime now)
    {
        var action = SupportersAction.Draft("kill", new ActionContent { Title = "Keep families together", Subject = "Families", Draft = "[[Please end these separations now.]]" }, null, now);
        action.Add(Target.Of(action, 1, new TargetFacts("The office", "Dear office,", Channel.Mail) { Email = AnAction.Mailbox, MailsPerMinute = 600 }, now));
        action.Open(null, now);
        return action;
    }

    private static List<string> Letters(MailServer server) => [.. server.Accepted.Where(mail => MailServer.HeaderOf(mail, "To").Contains(AnAction.Mailbox, StringComparison.Ordinal))];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
