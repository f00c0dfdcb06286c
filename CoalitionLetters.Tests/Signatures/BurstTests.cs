using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CoalitionLetters.Counting;
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

    [Fact]
    public async Task A_hundred_and_thirteen_signatures_at_once_are_all_listed_and_counted()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        await FamilyUnity.OpenAsync(app, signatories: 0);
        using var crowd = new Crowd(app.Address);

        var answers = await crowd.SignAllAsync();
        var mails = await app.ReadAsync(db => db.Set<CoalitionLetters.Mail.OutboxMail>().AsNoTracking().ToListAsync());
        var confirmed = await crowd.ConfirmAllAsync(mails.Select(mail => TestMailbox.LinksIn(mail)[0]));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(113, mails.Count);
        Assert.All(confirmed, status => Assert.Equal(HttpStatusCode.OK, status));
        await AssertAllAreListedOnceAsync(app);
        Assert.Equal("113", (await app.Browser().VisitAsync("/letters/family-unity")).Page.QuerySelector("#count b")!.TextContent);
    }

    [Fact]
    public async Task Every_acknowledged_signature_outlives_three_kills_of_the_process_and_is_there_once()
    {
        // The child's clock is the real one.
        await using var app = await TestApp.StartAsync();
        app.Clock.Advance(DateTime.UtcNow - app.Clock.Now);
        await FamilyUnity.OpenAsync(app, signatories: 0, closesAt: app.Clock.Now.AddDays(7));
        var port = FreePort();
        await using var child = new KilledApp(app.Settings, port);
        await child.StartAsync();
        using var crowd = new Crowd(new Uri($"http://127.0.0.1:{port}"));

        var signing = crowd.SignAllAsync();
        for (var kill = 1; kill <= 3; kill++)
        {
            await crowd.HasAnswersAsync(kill * 25);
            await child.KillAsync();
            await child.StartAsync();
        }

        var answers = await signing;
        var mails = await app.ReadAsync(db => db.Set<CoalitionLetters.Mail.OutboxMail>().AsNoTracking().ToListAsync());
        var confirming = crowd.ConfirmAllAsync(mails.Select(mail => TestMailbox.LinksIn(mail)[0]));
        await child.KillAsync();
        await child.StartAsync();
        await confirming;

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(113, mails.Count);
        await AssertAllAreListedOnceAsync(app);
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

    /// <summary>113 people behind 16 connections who, like their browsers, send the same form again when no answer comes.</summary>
    private sealed class Crowd(Uri address) : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

        private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        private int answered;

        public Task<HttpStatusCode[]> SignAllAsync()
        {
            var forms = FamilyUnity.Signatories().Select((listing, number) => Signing.Fields(listing.Name, $"signer{number}@member{number}.example",
                ("where", listing.State is null ? "national" : "state"), ("state", listing.State ?? ""), ("text", "1"), ("once", $"{Guid.NewGuid():N}")));
            return AllAsync(forms.Select(form => ("/letters/family-unity/sign", form)));
        }

        public Task<HttpStatusCode[]> ConfirmAllAsync(IEnumerable<string> links) => AllAsync(links.Select(link => (link, Array.Empty<(string, string)>())));

        public async Task HasAnswersAsync(int many)
        {
            var waited = Stopwatch.StartNew();
            while (Volatile.Read(ref answered) < many && waited.Elapsed < Patience)
            {
                await Task.Delay(10);
            }
        }

        public void Dispose() => http.Dispose();

        private async Task<HttpStatusCode[]> AllAsync(IEnumerable<(string Address, (string, string)[] Fields)> posts)
        {
            var answers = await Task.WhenAll(posts.Select(post => PostAsync(post.Address, post.Fields)));
            return answers;
        }

        private async Task<HttpStatusCode> PostAsync(string target, (string Name, string Value)[] fields)
        {
            var waited = Stopwatch.StartNew();
            while (true)
            {
                try
                {
                    using var form = new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
                    using var answer = await http.PostAsync(target, form);
                    Interlocked.Increment(ref answered);
                    return answer.StatusCode;
                }
                catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or IOException && waited.Elapsed < Patience)
                {
                    await Task.Delay(100);
                }
            }
        }
    }
}
