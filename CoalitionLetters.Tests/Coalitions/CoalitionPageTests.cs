using System.Text;
using CoalitionLetters.Coalitions;
using CoalitionLetters.History;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Coalitions;

[Trait("Needs", "Database")]
public sealed class CoalitionPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_change_is_seen_on_the_next_page_and_in_the_history()
    {
        var owner = await (await app.SignedInAsync(StaffRole.Owner)).VisitAsync("/staff/coalition");

        await owner.SubmitAsync(("Form.Name", "Families Together"), ("Form.Accent", "#0a5"), ("Form.ContactMail", "letters@unity.example"));

        Assert.Contains("Saved.", owner.Text, StringComparison.Ordinal);
        Assert.Contains("Families Together", (await app.Browser().VisitAsync("/staff/password")).Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("--accent: #00aa55;", await app.CreateClient().GetStringAsync("/accent.css", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var entry = await app.ReadAsync(db => db.History.About(Subject.Of<Coalition>(Coalition.TheId)).NewestFirst().FirstAsync());
        Assert.Equal("Owner Example", entry.Who);
        Assert.Contains("\"name\":\"Families Together\"", entry.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logo_is_checked_by_its_content_and_kept()
    {
        var owner = await (await app.SignedInAsync(StaffRole.Owner)).VisitAsync("/staff/coalition");

        await owner.Attach("Logo", "logo.png", Encoding.UTF8.GetBytes("<html>no picture</html>")).PressAsync("Save the logo");
        Assert.Contains("Choose a PNG, JPEG or SVG picture.", owner.Text, StringComparison.Ordinal);
        var svg = Encoding.UTF8.GetBytes("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></svg>""");
        await owner.Attach("Logo", "logo.svg", svg).PressAsync("Save the logo");

        Assert.StartsWith("data:image/svg+xml;base64,", owner.Page.QuerySelector("img.logo")!.GetAttribute("src"), StringComparison.Ordinal);
        var coalition = await app.ReadAsync(db => db.Coalition.SingleAsync());
        Assert.Equal(svg, coalition.Logo);
        await owner.PressAsync("Take the logo away");
        Assert.Null((await app.ReadAsync(db => db.Coalition.SingleAsync())).Logo);
    }
}
