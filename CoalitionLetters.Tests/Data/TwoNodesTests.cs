using System.Net;
using CoalitionLetters.Coalitions;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Data;

/// <summary>Two nodes, as processes of their own, that start in the same moment over a store that nobody has made yet.</summary>
[Trait("Needs", "Database")]
public sealed class TwoNodesTests : IAsyncLifetime
{
    private Dictionary<string, string?> store = [];
    private AppProcess first = null!;
    private AppProcess second = null!;

    public async ValueTask InitializeAsync()
    {
        store = await TestStore.NoneYetAsync();
        first = StartNode();
        second = StartNode();
        await first.SaysHowToSetUpAsync();
        await second.SaysHowToSetUpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await first.DisposeAsync();
        await second.DisposeAsync();
    }

    [Fact]
    public async Task Both_come_up_over_tables_that_were_made_once()
    {
        await using var app = await TestApp.StartAsync(isSetUp: false, settings: Given);
        await using var db = app.OpenDb();
        var ours = db.Database.GetMigrations().Order(StringComparer.Ordinal).ToList();
        var applied = await db.Database.SqlQueryRaw<string>("""SELECT "MigrationId" AS "Value" FROM "__EFMigrationsHistory" """).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(ours, applied.Order(StringComparer.Ordinal));
        Assert.Empty(first.Complained.Concat(second.Complained));
    }

    [Fact]
    public async Task A_key_that_one_printed_sets_up_at_the_other_and_then_both_know_the_coalition()
    {
        using var here = To(first);
        using var there = To(second);

        var owner = await SetUpAsync(new Browser(there), first.SetupLink, "Coalition for Family Unity");
        var late = await new Browser(here).VisitAsync(second.SetupLink);

        Assert.Equal((HttpStatusCode.OK, "/staff"), (owner.Status, owner.Path));
        Assert.Contains("This coalition is set up", late.Text, StringComparison.Ordinal);
        Assert.Contains("Coalition for Family Unity", (await late.VisitAsync("/")).Page.Body!.TextContent, StringComparison.Ordinal);
        await late.VisitAsync("/staff/sign-in");
        await late.SubmitAsync(("Form.Email", "ana@unity.example"), ("Form.Password", TestApp.Password));
        Assert.Equal("/staff", late.Path);
    }

    [Fact]
    public async Task Two_who_set_up_at_once_found_one_coalition_and_the_other_is_told()
    {
        using var here = To(first);
        using var there = To(second);
        var browsers = new[] { await new Browser(here).VisitAsync(first.SetupLink), await new Browser(there).VisitAsync(second.SetupLink) };

        await Task.WhenAll(SendAsync(browsers[0], "Coalition for Family Unity"), SendAsync(browsers[1], "Coalition for Clean Water"));

        await using var app = await TestApp.StartAsync(isSetUp: false, settings: Given);
        var founded = await app.ReadAsync(db => db.Coalition.SingleAsync());
        Assert.Equal(1, await app.ReadAsync(db => db.Staff.CountAsync()));
        Assert.Contains(founded.Name, new[] { "Coalition for Family Unity", "Coalition for Clean Water" });
        Assert.All(browsers, browser => Assert.Equal(HttpStatusCode.OK, browser.Status));
        var told = Assert.Single(browsers, browser => browser.Path != "/staff");
        Assert.Contains("set up", told.Text, StringComparison.Ordinal);
        Assert.Equal("/staff/sign-in", new Uri("http://any" + (await told.VisitAsync("/staff")).Path).AbsolutePath);
    }

    private (string, string?)[] Given => [.. store.Select(setting => (setting.Key, setting.Value))];

    private static async Task<Browser> SetUpAsync(Browser browser, string link, string name) => await SendAsync(await browser.VisitAsync(link), name);

    private static Task<Browser> SendAsync(Browser browser, string name) => browser.SubmitAsync(
        ("Form.Coalition", name), ("Form.TimeZone", "America/Chicago"), ("Form.Name", "Ana Flores"), ("Form.Email", "ana@unity.example"), ("Form.Password", TestApp.Password));

    private static HttpClient To(AppProcess node) => new() { BaseAddress = node.Address };

    private AppProcess StartNode() => AppProcess.Start(
        [.. store.Select(setting => $"--{setting.Key}={setting.Value}"), $"--Mail:Folder={TestStore.Folder}/nodes-mail", "--Urls=http://127.0.0.1:0"]);
}
