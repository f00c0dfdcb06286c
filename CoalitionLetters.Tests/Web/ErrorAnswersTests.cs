using System.Net;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Web;

[Trait("Needs", "Database")]
public sealed class ErrorAnswersTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task An_address_that_leads_nowhere_says_so_in_the_coalitions_frame()
    {
        var browser = await app.Browser().VisitAsync("/no/such/page");

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.Equal("This page is not here", browser.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Coalition for Family Unity", browser.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.False(browser.Response.Headers.Contains("Set-Cookie"));
    }
}
