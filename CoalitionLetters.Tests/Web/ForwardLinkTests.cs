using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Tests.Supporters;
using Xunit;

namespace CoalitionLetters.Tests.Web;

/// <summary>The links that open a mail program carry a subject and the page's address, as the program reads them.</summary>
[Trait("Needs", "Database")]
public sealed class ForwardLinkTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Whoever_forwards_a_page_by_mail_sends_its_address_along()
    {
        await FamilyUnity.OpenAsync(app, signatories: 0);
        await app.SaveAsync(AnAction.To("forward", app.Clock.Now, Channel.WebForm));

        Holds(await app.Browser().VisitAsync("/letters/family-unity"), "/letters/family-unity");
        Holds(await app.SignAsync(), "/letters/family-unity");
        Holds(await app.WritesAndConfirmsAsync("forward", "kim@forward.example"), "/actions/forward");
    }

    private static void Holds(Browser browser, string address)
    {
        var link = browser.Page.QuerySelector("a[href^='mailto:?']")!.GetAttribute("href")!;
        var parts = link["mailto:?".Length..].Split('&').ToDictionary(part => part.Split('=')[0], part => Uri.UnescapeDataString(part.Split('=')[1]));

        Assert.Equal(["body", "subject"], parts.Keys.Order());
        Assert.NotEmpty(parts["subject"]);
        Assert.EndsWith(address, parts["body"], StringComparison.Ordinal);
        Assert.StartsWith("http", parts["body"], StringComparison.Ordinal);
    }
}
