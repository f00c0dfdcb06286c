using CoalitionLetters.FinalLetters;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Tests.Support.Pdf;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests;

/// <summary>The whole of it, as people do it: from a fresh store to the final PDF. The staff's half with scripts, the signers' half with them and without.</summary>
[Trait("Needs", "Database")]
public sealed class JourneyTests
{
    private const string Slug = "clean-water-for-every-county";

    private static readonly (string Name, string Mail, string Where, string State)[] Signers =
    [
        ("River Trust", "sam@river.example", "national", ""),
        ("The Lake League", "kim@lake.example", "state", "OH"),
        ("Ácción Agua", "luz@agua.example", "state", "TX"),
        ("Hill Trsut", "lee@hill.example", "national", ""),
        ("Bay Keepers", "pat@bay.example", "national", ""),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_coalition_opens_a_letter_organizations_sign_and_the_press_downloads_the_pdf(bool signersHaveScripts)
    {
        await using var app = await TestApp.StartAsync(isSetUp: false, listens: true);
        var desk = await Chromium.NewPageAsync(app);
        await using var deskContext = desk.Context;
        var signer = await Chromium.NewPageAsync(app, scripts: signersHaveScripts);
        await using var signerContext = signer.Context;

        await SetUpAsync(app, desk);
        await WriteAsync(desk);
        await OpenAsync(desk);
        foreach (var (name, mail, where, state) in Signers)
        {
            await SignAsync(signer, name, mail, where, state);
            await signer.GotoAsync(await app.Mailbox.LinkToAsync(mail, "confirm-signature"));
            await signer.GetByRole(AriaRole.Button, new() { Name = "Confirm our signature" }).ClickAsync();
            await Assertions.Expect(signer.Locator("main")).ToContainTextAsync("is on the list and counts");
        }

        await CorrectAsync(app, signer, "lee@hill.example", "Hill Trust");
        await WithdrawAsync(app, signer, "pat@bay.example");
        await EnterByHandAsync(desk);
        await CloseAsync(desk);
        await PublishAsync(desk);

        var pdf = await DownloadAsync(signer);
        var edition = await app.ReadAsync(db => db.Editions.SingleAsync());
        Assert.Equal(edition.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(pdf)));

        // Leading articles and accents do not count; national bodies stand before those of states.
        string[] expected = ["Hill Trust", "Meadow Fund", "River Trust", "The Lake League", "Ácción Agua"];
        Assert.Equal(expected, ListOf(pdf));
        Assert.Contains("On behalf of the five undersigned organizations", PdfText.Of(pdf), StringComparison.Ordinal);
        Assert.Equal(5, edition.Count);
        Assert.Empty(Conformance.Check(pdf));
    }

    /// <summary>Every line of the list of signatories, whatever it says. The letter holds no other list.</summary>
    private static List<string> ListOf(byte[] pdf) => [.. PdfText.Structure(pdf).Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("LBody “", StringComparison.Ordinal)).Select(line => line[7..^1])];

    private static async Task SetUpAsync(TestApp app, IPage desk)
    {
        string key;
        await using (var db = app.OpenDb())
        {
            key = (await db.NewSetupKeyAsync(app.Clock.Now)).Text;
        }

        await desk.GotoAsync($"/staff/setup?key={key}");
        foreach (var (field, value) in new[] { ("Coalition", "Water Coalition"), ("LetterheadAddress", "2 Example Street"), ("Name", "Ana Flores"), ("Email", "ana@unity.example"), ("Password", "correct horse battery") })
        {
            await desk.FillAsync($"[name='Form.{field}']", value);
        }

        await desk.SelectOptionAsync("[name='Form.TimeZone']", "America/New_York");
        await desk.ClickAsync("main button[type=submit]");
        await desk.WaitForURLAsync("**/staff");
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync("There is no letter yet.");
    }

    private static async Task WriteAsync(IPage desk)
    {
        await desk.GetByRole(AriaRole.Link, new() { Name = "Write a letter" }).ClickAsync();
        await desk.FillAsync("#title", "Clean water for every county");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await desk.WaitForURLAsync($"**/{Slug}/edit");
        await desk.Locator(".pages img").First.WaitForAsync();

        await desk.GetByRole(AriaRole.Button, new() { Name = "Add a recipient" }).ClickAsync();
        await desk.FillAsync("#recipient-0-name", "Jo Example");
        await desk.FillAsync("#recipient-0-title", "Governor of New York");
        await desk.FillAsync("#body", "On behalf of the {{count:words}} undersigned {{noun}}, we ask you to mend the pipes.");
        await desk.FillAsync("#salutation", "Dear Governor Example:");
        await Assertions.Expect(desk.Locator(".saving [role=status]")).ToContainTextAsync("Saved ");
    }

    private static async Task OpenAsync(IPage desk)
    {
        await desk.GetByRole(AriaRole.Link, new() { Name = "Open for signatures…" }).ClickAsync();
        await desk.FillAsync("#due-on", "2018-06-22");
        await desk.FillAsync("#closes-on", "2018-06-22");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Open for signatures" }).ClickAsync();
        await desk.WaitForURLAsync($"**/staff/letters/{Slug}");
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync("Nobody is listed yet");
    }

    private static async Task SignAsync(IPage page, string name, string mail, string where, string state)
    {
        await page.GotoAsync($"/letters/{Slug}/sign");
        await page.FillAsync("#name", name);
        await page.CheckAsync($"[name=where][value={where}]");
        if (state.Length > 0)
        {
            await page.SelectOptionAsync("#state", state);
        }

        await page.FillAsync("#person", "Sam Example");
        await page.FillAsync("#title", "Director");
        await page.FillAsync("#mail", mail);
        await page.CheckAsync("#authority");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign the letter", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#look, .receipt").First).ToBeVisibleAsync();
        if (await page.Locator("#look").IsVisibleAsync())
        {
            await Assertions.Expect(page.Locator(".slip .yours")).ToHaveTextAsync(name);
            await page.GetByRole(AriaRole.Button, new() { Name = "Yes, sign the letter" }).ClickAsync();
        }

        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("One step is left");
    }

    private static async Task CorrectAsync(TestApp app, IPage page, string mail, string name)
    {
        await page.GotoAsync(await app.ManageLinkToAsync(mail));
        await page.GetByRole(AriaRole.Link, new() { Name = "Correct the listing" }).ClickAsync();
        await page.FillAsync("#name", name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Saved.");
    }

    private static async Task WithdrawAsync(TestApp app, IPage page, string mail)
    {
        await page.GotoAsync(await app.ManageLinkToAsync(mail));
        await page.GetByRole(AriaRole.Link, new() { Name = "Withdraw the signature" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Withdraw our signature" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Withdrawn");
    }

    private static async Task EnterByHandAsync(IPage desk)
    {
        await desk.GetByRole(AriaRole.Link, new() { Name = "Enter a signature" }).ClickAsync();
        await desk.FillAsync("#field-name", "Meadow Fund");
        await desk.FillAsync("#field-evidence", "Call with the director, June 14");
        await desk.GetByRole(AriaRole.Button, new() { Name = "List this signature" }).ClickAsync();
        await desk.WaitForURLAsync("**/signatures");
        await Assertions.Expect(desk.GetByRole(AriaRole.Link, new() { Name = "Meadow Fund" })).ToBeVisibleAsync();
        await Assertions.Expect(desk.Locator(".views")).ToContainTextAsync("Listed 5");
    }

    private static async Task CloseAsync(IPage desk)
    {
        await desk.GotoAsync($"/staff/letters/{Slug}");
        await Assertions.Expect(desk.Locator(".desk-tally")).ToContainTextAsync("5");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Close early…" }).ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Close it now" }).ClickAsync();
        await desk.WaitForURLAsync($"**/staff/letters/{Slug}");
    }

    private static async Task PublishAsync(IPage desk)
    {
        await desk.GetByRole(AriaRole.Link, new() { Name = "Look and publish…" }).ClickAsync();
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync("5 organizations on");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Publish the final letter" }).ClickAsync();
        await desk.WaitForURLAsync($"**/staff/letters/{Slug}");
        await Assertions.Expect(desk.GetByRole(AriaRole.Link, new() { Name = "Final PDF" })).ToBeVisibleAsync();
    }

    private static async Task<byte[]> DownloadAsync(IPage reader)
    {
        await reader.GotoAsync($"/letters/{Slug}");
        await Assertions.Expect(reader.Locator("body")).ToContainTextAsync("5 organizations");
        var address = await reader.Locator("a[href$='letter.pdf']").First.GetAttributeAsync("href");
        var answer = await reader.Context.APIRequest.GetAsync(address!);
        Assert.Equal("application/pdf", answer.Headers["content-type"]);
        return await answer.BodyAsync();
    }
}
