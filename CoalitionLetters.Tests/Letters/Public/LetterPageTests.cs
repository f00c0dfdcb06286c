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
    public async Task A_draft_is_not_there_for_the_public()
    {
        await using var app = await TestApp.StartAsync();
        await app.SaveAsync(ALetter.Draft("clean-water"));

        var browser = await app.Browser().VisitAsync("/letters/clean-water");

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }
}
