using CoalitionLetters.Coalitions;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Staff;

[Trait("Needs", "Database")]
public sealed class SetupTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync(isSetUp: false);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_first_visit_leads_to_the_setup_which_says_where_its_link_is()
    {
        var browser = await app.Browser().VisitAsync("/staff");

        Assert.StartsWith("/staff/setup", browser.Path, StringComparison.Ordinal);
        Assert.Contains("Look where the app was started", browser.Text, StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll("form"));
    }

    [Fact]
    public async Task An_invented_or_old_link_opens_nothing()
    {
        var old = await KeyAsync();
        app.Clock.Advance(SetupKey.GoodFor);

        foreach (var key in new[] { "invented", "", old })
        {
            var browser = await app.Browser().VisitAsync($"/staff/setup?key={key}");
            Assert.Empty(browser.Page.QuerySelectorAll("form"));
        }
    }

    [Fact]
    public async Task The_printed_link_founds_the_coalition_and_its_owner_once()
    {
        var link = $"/staff/setup?key={await KeyAsync()}";
        var late = await app.Browser().VisitAsync(link);
        var browser = await FillAsync(await app.Browser().VisitAsync(link));

        Assert.Equal("/staff", browser.Path);
        var coalition = await app.ReadAsync(db => db.Coalition.SingleAsync());
        Assert.Equal(("Coalition for Family Unity", "America/Chicago", "12 Union Street\nAustin, Texas"), (coalition.Name, coalition.TimeZoneId, coalition.LetterheadAddress));
        var owner = await app.ReadAsync(db => db.Staff.SingleAsync());
        Assert.Equal(("Ana Flores", StaffRole.Owner), (owner.Name, owner.Role));

        await FillAsync(late);
        Assert.Contains("This coalition is set up", late.Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.ReadAsync(db => db.Staff.CountAsync()));
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_each_field_and_nothing_typed_is_lost()
    {
        var browser = await app.Browser().VisitAsync($"/staff/setup?key={await KeyAsync()}");

        await browser.SubmitAsync(("Form.Coalition", "Coalition for Family Unity"), ("Form.Email", "ana"), ("Form.Password", "short"), ("Form.Accent", "blue"));

        Assert.StartsWith("Error: ", browser.Title, StringComparison.Ordinal);
        Assert.Equal(
            ["Enter the colour as # and six digits, like #1f3f94", "Enter your name", "Enter a full e-mail address, like name@union.example", "Use at least 12 characters; a few words make a good password"],
            browser.Page.QuerySelectorAll(".field .error").Select(error => error.TextContent));
        Assert.Equal("Coalition for Family Unity", browser.Page.QuerySelector("[name='Form.Coalition']")!.GetAttribute("value"));
        Assert.Null(browser.Page.QuerySelector("[name='Form.Password']")!.GetAttribute("value"));
        Assert.All(browser.Page.QuerySelectorAll(".errors a"), link => Assert.NotNull(browser.Page.GetElementById(link.GetAttribute("href")!.Split('#')[1])));
    }

    private static Task<Browser> FillAsync(Browser browser) => browser.SubmitAsync(
        ("Form.Coalition", "Coalition for Family Unity"), ("Form.TimeZone", "America/Chicago"), ("Form.LetterheadAddress", "12 Union Street\r\nAustin, Texas"),
        ("Form.Name", "Ana Flores"), ("Form.Email", "ana@unity.example"), ("Form.Password", "correct horse battery"));

    private async Task<string> KeyAsync()
    {
        await using var db = app.OpenDb();
        return (await db.NewSetupKeyAsync(app.Clock.Now)).Text;
    }
}
