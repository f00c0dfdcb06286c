using System.Diagnostics;
using System.Net;
using CoalitionLetters.Counting;
using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CoalitionLetters.Tests.Counting;

/// <summary>Open pages hear of a change on any node within two seconds, and leave nothing behind when they close.</summary>
[Trait("Needs", "Database")]
public sealed class LiveCountTests
{
    private const string Address = "/letters/family-unity/count";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_change_on_one_node_is_heard_on_the_other_within_two_seconds()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        await using var other = await TestApp.StartAsync(isSetUp: false, listens: true, settings: [.. app.Settings.Select(s => (s.Key, s.Value))]);
        var letter = await FamilyUnity.OpenAsync(app, 3);
        using var page = await Stream.OpenAsync(other.Address);
        Assert.Equal("3", await page.NextCountAsync());

        var waited = Stopwatch.StartNew();
        await FamilyUnity.ListAsync(app, letter, new Listing { Name = "River Trust" });

        Assert.Equal("4", await page.NextCountAsync());
        Assert.InRange(waited.Elapsed, TimeSpan.Zero, Soon);
    }

    [Fact]
    public async Task A_page_that_closes_gives_its_seat_back()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        await FamilyUnity.OpenAsync(app, 3);
        var counts = app.Services.GetRequiredService<LiveCounts>();
        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Stream.OpenAsync(app.Address)));
        await Task.WhenAll(pages.Select(page => page.NextCountAsync()));
        var open = counts.Listeners;

        foreach (var page in pages)
        {
            page.Dispose();
        }

        Assert.Equal(20, open);
        await ComesTrueAsync(() => counts.Listeners == 0);
    }

    [Fact]
    public async Task When_all_seats_are_taken_a_page_is_told_to_come_back()
    {
        await using var app = await TestApp.StartAsync(listens: true, settings: ("Live:MaxListeners", "2"));
        await FamilyUnity.OpenAsync(app, 3);
        using var one = await Stream.OpenAsync(app.Address);
        using var two = await Stream.OpenAsync(app.Address);

        using var third = await Stream.OpenAsync(app.Address);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, third.Status);
        Assert.Equal(HttpStatusCode.OK, two.Status);
    }

    [Fact]
    public async Task Open_pages_do_not_hold_up_a_node_that_stops()
    {
        var app = await TestApp.StartAsync(listens: true);
        await FamilyUnity.OpenAsync(app, 3);
        using var page = await Stream.OpenAsync(app.Address);
        await page.NextCountAsync();

        var waited = Stopwatch.StartNew();
        await app.DisposeAsync();

        Assert.InRange(waited.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Nobody_listens_to_a_letter_that_is_not_public()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        await app.SaveAsync(ALetter.Draft("family-unity"));

        using var page = await Stream.OpenAsync(app.Address);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    private static async Task ComesTrueAsync(Func<bool> truth)
    {
        var waited = Stopwatch.StartNew();
        while (!truth() && waited.Elapsed < Patience)
        {
            await Task.Delay(20);
        }

        Assert.True(truth());
    }

    private sealed class Stream(HttpClient http, HttpResponseMessage answer, StreamReader lines) : IDisposable
    {
        public HttpStatusCode Status => answer.StatusCode;

        public static async Task<Stream> OpenAsync(Uri app)
        {
            var http = new HttpClient { BaseAddress = app };
            var answer = await http.GetAsync(Address, HttpCompletionOption.ResponseHeadersRead);
            return new Stream(http, answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
        }

        public async Task<string> NextCountAsync()
        {
            using var patience = new CancellationTokenSource(Patience);
            while (await lines.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.StartsWith("data: ", StringComparison.Ordinal))
                {
                    return line["data: ".Length..];
                }
            }

            throw new InvalidOperationException("The stream has ended.");
        }

        public void Dispose()
        {
            lines.Dispose();
            answer.Dispose();
            http.Dispose();
        }
    }
}
