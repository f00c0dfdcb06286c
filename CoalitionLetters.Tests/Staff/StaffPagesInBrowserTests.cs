using CoalitionLetters.History;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.History;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests.Staff;

[Trait("Needs", "Database")]
public sealed class StaffPagesInBrowserTests : IAsyncLifetime
{
    private readonly HistoryWatch watch = new();
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync(listens: true, watch: watch);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_setup_page_passes_axe_and_fits_a_small_phone()
    {
        await using var fresh = await TestApp.StartAsync(isSetUp: false, listens: true);
        await using var db = fresh.OpenDb();
        var key = await db.NewSetupKeyAsync(fresh.Clock.Now, TestContext.Current.CancellationToken);
        var page = await Chromium.NewPageAsync(fresh);
        await using var context = page.Context;

        foreach (var address in new[] { "/", "/staff/setup", $"/staff/setup?key={key.Text}" })
        {
            await page.SetViewportSizeAsync(1280, 900);
            await page.GotoAsync(address);
            await page.PassesAxeAsync();
            await page.SetViewportSizeAsync(320, 640);
            await page.PassesAxeAsync();
            await page.FitsAsync();
        }
    }

    [Fact]
    public async Task A_passkey_made_on_the_account_page_signs_in_without_a_password()
    {
        var member = await app.AMemberAsync(StaffRole.Editor);
        var page = await Chromium.NewPageAsync(app);
        await using var context = page.Context;
        await GiveAuthenticatorAsync(page);
        await SignInAsync(page, member.Email!);

        await page.GotoAsync("/staff/account");
        await page.GetByLabel("Name of the new passkey").FillAsync("My phone");
        await page.GetByLabel("Your password").FillAsync(TestApp.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await page.GetByText("The passkey is added").WaitForAsync();
        await page.GetByText("My phone").First.WaitForAsync();
        await page.GotoAsync("/staff/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByText("You have signed out").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();

        await page.WaitForURLAsync("**/staff");
    }

    [Fact]
    public async Task A_passkey_that_comes_or_goes_is_recorded_with_it()
    {
        var member = await app.AMemberAsync(StaffRole.Editor);
        var page = await Chromium.NewPageAsync(app);
        await using var context = page.Context;
        await GiveAuthenticatorAsync(page);
        await SignInAsync(page, member.Email!);
        await page.GotoAsync("/staff/account");
        await page.GetByLabel("Name of the new passkey").FillAsync("My phone");
        await page.GetByLabel("Your password").FillAsync(TestApp.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await page.GetByText("The passkey is added").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey My phone" }).ClickAsync();

        await page.GetByText("The passkey is removed").WaitForAsync();
        Assert.Equal(["added the passkey “My phone”", "removed the passkey “My phone”"], await app.ReadAsync(db => db.History.About(Subject.Of<StaffMember>(member.Id)).OrderBy(entry => entry.Id).Select(entry => entry.What).ToListAsync()));
        Assert.Equal(2, watch.Seen.Count(kind => kind == "Passkey"));
        Assert.DoesNotContain(watch.Unrecorded, change => change.StartsWith("Passkey", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_with_a_form_takes_the_focus_as_the_page_comes_back()
    {
        var member = await app.AMemberAsync(StaffRole.Owner);
        var page = await Chromium.NewPageAsync(app);
        await using var context = page.Context;
        await page.GotoAsync("/staff/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".errors")).ToBeFocusedAsync();

        await SignInAsync(page, member.Email!);
        await page.GetByRole(AriaRole.Link, new() { Name = "Coalition", Exact = true }).ClickAsync();
        await page.Locator("#field-name").FillAsync("");
        await page.Locator("#field-name").PressAsync("Enter");

        await Assertions.Expect(page.Locator(".errors")).ToBeFocusedAsync();
    }

    private static async Task SignInAsync(IPage page, string email)
    {
        await page.GotoAsync("/staff/sign-in");
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(TestApp.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/staff");
    }

    private static async Task GiveAuthenticatorAsync(IPage page)
    {
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true,
                ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
