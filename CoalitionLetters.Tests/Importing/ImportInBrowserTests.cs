using System.Text;
using CoalitionLetters.Counting;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Benchmarks;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests.Importing;

/// <summary>In a real browser: a list is chosen, tried out, stopped, and another one taken in and back.</summary>
[Trait("Needs", "Database")]
public sealed class ImportInBrowserTests
{
    // A machine that is busy takes its time over seven megabytes.
    private static readonly LocatorAssertionsToContainTextOptions patiently = new() { Timeout = 120_000 };

    [Fact]
    public async Task A_list_of_a_hundred_thousand_rows_shows_its_progress_can_be_stopped_and_leaves_nothing()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var (letter, text) = ALetter.Open();
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now));
        var page = await Chromium.NewPageAsync(app);
        await using var context = page.Context;
        await SignInAsync(app, page);
        await page.GotoAsync($"/staff/letters/{letter.Slug}/import");

        await ChooseAsync(page, "many.csv", ManyNames.Of(100_000));
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it out" }).ClickAsync();
        await SaysAsync(page, AriaRole.Status, "so far.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();

        await SaysAsync(page, AriaRole.Alert, "Stopped. Nothing was stored.");
        Assert.Equal((0, 0), await app.ReadAsync(async db => (await db.Signatures.CountAsync(), await db.Organizations.CountAsync())));
        await page.GetByRole(AriaRole.Button, new() { Name = "Choose another file" }).ClickAsync();
        await ChooseAsync(page, "few.csv", ["Water Trust", "River Union"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take in 2 organizations" }).ClickAsync();
        await SaysAsync(page, AriaRole.Status, "2 signatures are listed.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the import back" }).ClickAsync();
        await SaysAsync(page, AriaRole.Status, "The import was taken back.");
        Assert.Equal((0, 0), await app.ReadAsync(async db => (await db.Signatures.CountAsync(), await db.Organizations.CountAsync())));
    }

    [Fact]
    public async Task What_staff_say_of_the_columns_is_remembered_for_the_next_file_like_it()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var (letter, text) = ALetter.Open();
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now));
        var page = await Chromium.NewPageAsync(app);
        await using var context = page.Context;
        await SignInAsync(app, page);
        await page.GotoAsync($"/staff/letters/{letter.Slug}/import");
        const string List = "Contact,Organization\nAda,Water Trust\nBo,River Union\n";

        await page.ChooseFileAsync("#file", File("one.csv", List));
        var what = page.GetByLabel("What Contact is", new() { Exact = true });
        await Assertions.Expect(what).ToHaveValueAsync("SignerName");
        await what.SelectOptionAsync("");
        await Assertions.Expect(what).ToHaveValueAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take in 2 organizations" }).ClickAsync();
        await SaysAsync(page, AriaRole.Status, "2 signatures are listed.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Choose another file" }).ClickAsync();
        await page.ChooseFileAsync("#file", File("two.csv", List.Replace("Trust", "Club", StringComparison.Ordinal)));

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "two.csv: what the columns mean" })).ToBeVisibleAsync();
        await Assertions.Expect(what).ToHaveValueAsync("");
        Assert.All(await app.ReadAsync(db => db.Signatures.Select(s => s.Signer.Name).ToListAsync()), Assert.Empty);
    }

    private static Task SaysAsync(IPage page, AriaRole role, string text) => Assertions.Expect(page.GetByRole(role).Filter(new() { HasText = text })).ToBeVisibleAsync(new() { Timeout = 120_000 });

    private static async Task ChooseAsync(IPage page, string name, IEnumerable<string> organizations)
    {
        await page.ChooseFileAsync("#file", File(name, "Organization,Contact,E-mail\n" + string.Concat(organizations.Select((organization, i) => $"\"{organization}\",Person {i},person{i}@body{i}.example\n"))));
        await Assertions.Expect(page.Locator("#columns-title")).ToContainTextAsync($"{name}: what the columns mean", patiently);
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };

    private static async Task SignInAsync(TestApp app, IPage page)
    {
        var member = await app.AMemberAsync(StaffRole.Editor);
        await page.GotoAsync("/staff/sign-in");
        await page.FillAsync("[name='Form.Email']", member.Email!);
        await page.FillAsync("[name='Form.Password']", TestApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/staff");
    }
}
