using System.Net;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Public;

[Trait("Needs", "Database")]
public sealed class LetterPageTests
{
    [Fact]
    public async Task The_open_letter_shows_its_text_its_count_and_every_name()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app);

        var browser = await app.Browser().VisitAsync("/letters/family-unity");

        Assert.Equal("113 organizations", string.Join(' ', browser.Page.QuerySelector("#count")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(["93 national", "20 state and local, in 13 states"], browser.Page.QuerySelectorAll("#parts li").Select(li => li.TextContent));
        Assert.Contains("one hundred thirteen undersigned unions and community organizations", browser.Text);
        Assert.Equal(FamilyUnity.Signatories().Select(s => s.Name).Order(StringComparer.Ordinal), browser.Page.QuerySelectorAll("#names li").Select(li => li.TextContent).Order(StringComparer.Ordinal));
        Assert.Contains("Friday, June\u00a022, 5\u00a0p.m.\u00a0Eastern", browser.Page.QuerySelector(".deadline")!.TextContent);
    }

    [Fact]
    public async Task Public_pages_have_an_icon_and_so_has_whoever_asks_for_the_usual_one()
    {
        await using var app = await TestApp.StartAsync();
        using var client = app.CreateClient();
        var front = await app.Browser().VisitAsync("/");

        var shown = await client.GetAsync(front.Page.QuerySelector("link[rel=icon]")!.GetAttribute("href"), TestContext.Current.CancellationToken);
        var usual = await client.GetAsync("/favicon.ico", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, "image/svg+xml"), (shown.StatusCode, shown.Content.Headers.ContentType!.MediaType));
        Assert.Equal((HttpStatusCode.OK, "image/x-icon"), (usual.StatusCode, usual.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task In_plain_text_a_fact_about_which_nothing_can_be_said_yet_is_left_open()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, 0, change: content => content with { Body = "We, the {{count}} of {{states}}, ask you to end it." });
        using var client = app.CreateClient();

        var text = await client.GetStringAsync("/letters/family-unity/letter.txt", TestContext.Current.CancellationToken);

        Assert.Contains("We, the … of …, ask you to end it.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_not_there_for_the_public()
    {
        await using var app = await TestApp.StartAsync();
        await app.SaveAsync(ALetter.Draft("clean-water"));

        var browser = await app.Browser().VisitAsync("/letters/clean-water");

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }
}
