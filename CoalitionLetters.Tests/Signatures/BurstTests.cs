using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CoalitionLetters.Counting;
using CoalitionLetters.Mail;
using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Signatures;

/// <summary>All 113 at once, over a real port, with and without the process being killed in the middle.</summary>
[Trait("Needs", "Database")]
public sealed class BurstTests
{
    private const int Connections = 16;

    /// <summary>The claim of the child, the 15 seconds in which a job looks again, and what a busy machine takes.</summary>
    private static readonly TimeSpan AfterTheClaim = TimeSpan.FromSeconds(10 + 15 + 60);

    [Fact]
    public async Task A_hundred_and_thirteen_signatures_at_once_are_all_listed_and_counted_and_nobody_sees_an_error()
    {
        await using var server = MailServer.Start();
        await using var app = await TestApp.StartAsync(listens: true, settings: Sending(server));
        await FamilyUnity.OpenAsync(app, signatories: 0);
        using var crowd = new Crowd(app.Address);

        var answers = await crowd.SignAllAsync();
        await app.RunJobAsync<DeliverMail>();
        var mails = await MailsAsync(app);
        var confirmed = await crowd.ConfirmAllAsync(mails.Select(mail => TestMailbox.LinksIn(mail)[0]));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(IdsOf(mails), Taken(server, mails));
        Assert.All(confirmed, status => Assert.Equal(HttpStatusCode.OK, status));
        await AssertAllAreListedOnceAsync(app);
        Assert.Equal("113", (await app.Browser().VisitAsync("/letters/family-unity")).Page.QuerySelector("#count b")!.TextContent);
    }

    [Fact]
    public async Task Every_acknowledged_signature_outlives_three_kills_of_the_process_and_is_there_once()
    {
        // The child's clock is the real one.
        await using var server = MailServer.Start();
        await using var app = await TestApp.StartAsync(settings: Sending(server));
        app.Clock.Advance(DateTime.UtcNow - app.Clock.Now);
        await FamilyUnity.OpenAsync(app, signatories: 0, closesAt: app.Clock.Now.AddDays(7));
        var port = FreePort();
        await using var child = new KilledApp(new Dictionary<string, string?>(app.Settings) { ["Jobs:Run"] = "true", ["Mail:ClaimSeconds"] = "10" }, port);
        await child.StartAsync();
        using var crowd = new Crowd(new Uri($"http://127.0.0.1:{port}"), child);
        var kills = 0;

        var signing = crowd.SignAllAsync();
        for (; kills < 3; kills++)
        {
            await crowd.HasAnswersAsync((kills + 1) * 25);
            await KillAndStartAgainAsync(child);
        }

        var answers = await signing;
        var mails = await MailsAsync(app);
        var confirming = crowd.ConfirmAllAsync(mails.Select(mail => TestMailbox.LinksIn(mail)[0]));
        await KillAndStartAgainAsync(child);
        kills++;
        var confirmed = await confirming;
        await Eventually.HoldsAsync(() => app.ReadAsync(db => db.Outbox.AllAsync(mail => mail.Status == MailStatus.Sent)), AfterTheClaim);

        Assert.All(answers.Concat(confirmed), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(IdsOf(mails), Taken(server, mails).Distinct());
        Assert.InRange(Taken(server, mails).Count, 113, 113 + kills);
        await AssertAllAreListedOnceAsync(app);
    }

    private static string Mail(int number) => $"signer{number}@member{number}.example";

    private static (string, string?)[] Sending(MailServer server) =>
        [("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{server.Port}"), ("Mail:From", "letters@unity.example"), ("Mail:Security", "none")];

    /// <summary>The mails that ask to confirm, as the outbox holds them: one to each signer.</summary>
    private static async Task<List<OutboxMail>> MailsAsync(TestApp app)
    {
        var mails = await app.ReadAsync(db => db.Outbox.AsNoTracking().Where(mail => mail.Kind == "confirm-signature").ToListAsync());
        Assert.Equal(Enumerable.Range(0, 113).Select(Mail).Order(StringComparer.Ordinal), mails.Select(mail => mail.ToAddress).Order(StringComparer.Ordinal));
        return mails;
    }

    private static IEnumerable<string> IdsOf(IEnumerable<OutboxMail> mails) => mails.Select(mail => $"<{mail.Id:N}@unity.example>").Order(StringComparer.Ordinal);

    /// <summary>Those of them that the mail server took over, by their ids, as often as it did.</summary>
    private static List<string> Taken(MailServer server, IEnumerable<OutboxMail> mails) =>
        [.. server.Accepted.Select(MailServer.MessageIdOf).Where(IdsOf(mails).ToHashSet().Contains).Order(StringComparer.Ordinal)];

    /// <summary>What the killed process had in hand is left alone until its claim is over.</summary>
    private static async Task KillAndStartAgainAsync(KilledApp child)
    {
        await child.KillAsync();
        await child.StartAsync();
    }

    private static async Task AssertAllAreListedOnceAsync(TestApp app)
    {
        var signatures = await app.ReadAsync(db => db.Signatures.AsNoTracking().ToListAsync());
        Assert.Equal(FamilyUnity.Signatories().Select(s => s.Name).Order(StringComparer.Ordinal), signatures.Select(s => s.Listing.Name).Order(StringComparer.Ordinal));
        Assert.All(signatures, signature => Assert.True(signature.Status == SignatureStatus.Listed, $"{signature.Listing.Name}: {signature.Status} {signature.Reason}"));
        Assert.Equal(113, await app.ReadAsync(db => db.Tallies.Select(t => t.Count).SingleAsync()));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>113 people behind 16 connections. Those of an app that is killed send the same form again, as their browsers do, when it was away; nobody else does.</summary>
    private sealed class Crowd(Uri address, KilledApp? killed = null) : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

        private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = address, Timeout = Patience };
        private int answered;

        public Task<HttpStatusCode[]> SignAllAsync()
        {
            var forms = FamilyUnity.Signatories().Select((listing, number) => Signing.Fields(listing.Name, Mail(number),
                ("where", listing.State is null ? "national" : "state"), ("state", listing.State ?? ""), ("text", "1"), ("once", $"{Guid.NewGuid():N}")));
            return AllAsync(forms.Select(form => ("/letters/family-unity/sign", form)));
        }

        public Task<HttpStatusCode[]> ConfirmAllAsync(IEnumerable<string> links) => AllAsync(links.Select(link => (link, Array.Empty<(string, string)>())));

        public Task HasAnswersAsync(int many) => Eventually.HoldsAsync(() => Volatile.Read(ref answered) >= many, Patience);

        public void Dispose() => http.Dispose();

        private Task<HttpStatusCode[]> AllAsync(IEnumerable<(string Address, (string, string)[] Fields)> posts) =>
            Task.WhenAll(posts.Select(post => PostAsync(post.Address, post.Fields)));

        private async Task<HttpStatusCode> PostAsync(string target, (string Name, string Value)[] fields)
        {
            while (true)
            {
                var began = Stopwatch.GetTimestamp();
                try
                {
                    using var form = new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
                    using var answer = await http.PostAsync(target, form);
                    Interlocked.Increment(ref answered);
                    return answer.StatusCode;
                }
                catch (Exception fault) when (fault is HttpRequestException or IOException && killed?.WasAwaySince(began) == true)
                {
                    await Task.Delay(100);
                }
            }
        }
    }
}
