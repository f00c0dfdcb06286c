using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Public;

/// <summary>How the letter is served: from memory, compressed, asked for again only when it changes, and right from the first moment.</summary>
[Trait("Needs", "Database")]
public sealed class ServingTests
{
    private const string Address = "/letters/family-unity";

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task A_page_that_the_reader_holds_is_not_sent_again(string encoding)
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app);
        using var client = app.CreateClient();

        using var first = await GetAsync(client, Address, encoding);
        using var again = await GetAsync(client, Address, encoding, first.Headers.ETag);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(encoding == "identity" ? [] : new[] { encoding }, first.Content.Headers.ContentEncoding);
        Assert.Contains("Keep families together at the border", await TextAsync(first), StringComparison.Ordinal);
        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Equal("Accept-Encoding", Assert.Single(first.Headers.Vary));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Each_encoding_has_a_tag_of_its_own()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, 3);
        using var client = app.CreateClient();

        var tags = new List<string>();
        foreach (var encoding in new[] { "br", "gzip", "identity" })
        {
            using var answer = await GetAsync(client, Address, encoding);
            tags.Add(answer.Headers.ETag!.Tag);
        }

        Assert.Equal(3, tags.Distinct().Count());
    }

    [Fact]
    public async Task The_page_loaded_after_a_change_is_right_on_every_node()
    {
        await using var app = await TestApp.StartAsync();
        await using var other = await TestApp.StartAsync(isSetUp: false, settings: [.. app.Settings.Select(s => (s.Key, s.Value))]);
        var letter = await FamilyUnity.OpenAsync(app, 3);
        using var client = other.CreateClient();
        using var before = await GetAsync(client, Address, "br");

        await FamilyUnity.ListAsync(app, letter, new Listing { Name = "River Trust" });
        using var after = await GetAsync(client, Address, "br", before.Headers.ETag);

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("River Trust", await TextAsync(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_coalition_shows_at_once()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, 3);
        await app.Browser().VisitAsync(Address);
        await using (var db = app.OpenDb())
        {
            (await db.Set<CoalitionLetters.Coalitions.Coalition>().SingleAsync(TestContext.Current.CancellationToken)).Describe("Families First", "America/New_York", "#7a1f3d", "");
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var browser = await app.Browser().VisitAsync(Address);

        Assert.Equal("Families First", browser.Page.QuerySelector(".site .name")!.TextContent);
    }

    [Fact]
    public async Task The_deadline_becomes_today_and_then_is_over_without_anybody_changing_the_letter()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, 3);
        var days = (await app.Browser().VisitAsync(Address)).Page.QuerySelector(".deadline b")!.TextContent;

        app.Clock.Advance(new DateTime(2018, 6, 22, 4, 0, 0, DateTimeKind.Utc) - app.Clock.Now);
        var today = (await app.Browser().VisitAsync(Address)).Page.QuerySelector(".deadline b")!.TextContent;
        app.Clock.Advance(FamilyUnity.ClosesAt - app.Clock.Now);
        var closed = await app.Browser().VisitAsync(Address);

        Assert.Equal("Friday, June\u00a022, 5\u00a0p.m.\u00a0Eastern", days);
        Assert.Equal("Today, 5\u00a0p.m.\u00a0Eastern", today);
        Assert.Contains("Closed for signatures June\u00a022, 2018.", closed.Page.QuerySelector(".head")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(closed.Page.QuerySelectorAll("a[href$='/sign']"));
    }

    [Fact]
    public async Task Readers_who_come_at_once_while_the_list_grows_all_get_a_page_that_agrees_with_itself()
    {
        await using var app = await TestApp.StartAsync();
        var letter = await FamilyUnity.OpenAsync(app, 3);

        var growing = Task.Run(async () =>
        {
            for (var more = 0; more < 10; more++)
            {
                await FamilyUnity.ListAsync(app, letter, new Listing { Name = $"Trust {more}" });
            }
        }, TestContext.Current.CancellationToken);
        var readers = Enumerable.Range(0, 60).Select(_ => app.Browser().VisitAsync(Address));
        var pages = await Task.WhenAll(readers);
        await growing;

        Assert.All(pages, page => Assert.Equal(int.Parse(page.Page.QuerySelector("#count b")!.TextContent, CultureInfo.InvariantCulture), page.Page.QuerySelectorAll("#names li").Length));
        Assert.Equal("13", (await app.Browser().VisitAsync(Address)).Page.QuerySelector("#count b")!.TextContent);
    }

    [Fact]
    public async Task The_public_pages_set_no_cookie_and_name_nothing_elsewhere()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app);
        var receipt = await app.SignAsync();

        foreach (var address in new[] { "/", Address, Address + "/sign", receipt.Path, await app.ManageLinkToAsync("sam@rivertrust.example") })
        {
            var browser = await app.Browser().VisitAsync(address);

            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.False(browser.Response.Headers.Contains("Set-Cookie"), address);
            Assert.All(browser.Page.QuerySelectorAll("link[href], script[src], img[src]").Where(e => e.GetAttribute("rel") != "canonical"),
                e => Assert.StartsWith("/", e.GetAttribute("href") ?? e.GetAttribute("src"), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_letter_stands_as_text_list_data_and_calendar_entry()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app);
        using var client = app.CreateClient();

        var text = await client.GetStringAsync(Address + "/letter.txt", TestContext.Current.CancellationToken);
        var list = await client.GetStringAsync(Address + "/signatories.csv", TestContext.Current.CancellationToken);
        var data = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync(Address + "/letter.json", TestContext.Current.CancellationToken)).RootElement;
        var calendar = await client.GetStringAsync(Address + "/deadline.ics", TestContext.Current.CancellationToken);

        Assert.Contains("1. Stop prosecutions that part parents from their children", text, StringComparison.Ordinal);
        Assert.Contains("one hundred thirteen undersigned", text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.Equal(114, list.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("\"American Federation of State, County and Municipal Employees (AFSCME)\",National", list, StringComparison.Ordinal);
        Assert.Equal(113, data.GetProperty("count").GetInt32());
        Assert.Equal(113, data.GetProperty("signatories").GetArrayLength());
        Assert.Equal(64, data.GetProperty("text").GetProperty("sha256").GetString()!.Length);
        Assert.Contains("DTSTART:20180622T210000Z\r\n", calendar, StringComparison.Ordinal);
        Assert.All(calendar.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
    }

    [Fact]
    public async Task Stylesheets_and_scripts_are_sent_shrunk_and_kept_by_browsers()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, 3);
        using var client = app.CreateClient();
        var page = (await app.Browser().VisitAsync(Address)).Page;

        foreach (var file in page.QuerySelectorAll("link[rel=stylesheet], script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).Where(file => file.Contains("page.", StringComparison.Ordinal) || file.Contains("live.", StringComparison.Ordinal)))
        {
            using var whole = await GetAsync(client, file, "identity");
            using var shrunk = await GetAsync(client, file, "gzip");
            var (full, sent) = ((await whole.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, (await shrunk.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length);

            Assert.Equal("gzip", Assert.Single(shrunk.Content.Headers.ContentEncoding));
            Assert.True(sent * 2 < full, $"{file}: {sent} bytes of {full}");
            Assert.Contains("immutable", shrunk.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string address, string encoding, EntityTagHeaderValue? held = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        if (held is not null)
        {
            request.Headers.IfNoneMatch.Add(held);
        }

        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        await using var bytes = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var plain = answer.Content.Headers.ContentEncoding.FirstOrDefault() switch
        {
            "br" => new BrotliStream(bytes, CompressionMode.Decompress),
            "gzip" => new GZipStream(bytes, CompressionMode.Decompress),
            _ => (Stream)bytes,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
