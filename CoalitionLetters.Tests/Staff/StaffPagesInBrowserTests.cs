using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests.Staff;

[Trait("Needs", "Database")]
public sealed class StaffPagesInBrowserTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync(listens: true);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Every_page_of_the_floor_passes_axe_and_fits_a_small_phone()
    {
        var member = await app.AMemberAsync(StaffRole.Owner);
        var page = await Chromium.NewPageAsync(app);
        await using var context = page.Context;
        var complaints = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") { complaints.Add($"{page.Url}: {message.Text}"); } };

        await LookAtAsync(page, "/staff/setup", "/staff/sign-in", "/staff/password", "/staff/password/invented", "/staff/invitations/invented");
        await SignInAsync(page, member.Email!);
        await LookAtAsync(page, "/staff/people", $"/staff/people/{member.Id}", "/staff/account", "/staff/account/codes", "/staff/coalition", "/staff/mail", "/staff/mail/previews/staff-invitation", "/staff/history", "/staff/sign-out");

        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_form_with_mistakes_passes_axe_too()
    {
        var page = await Chromium.NewPageAsync(app);
        await using var context = page.Context;
        await page.GotoAsync("/staff/password");

        await page.GetByRole(AriaRole.Button).ClickAsync();

        await page.GetByText("One answer needs another look").WaitForAsync();
        await page.PassesAxeAsync();
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
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await page.GetByText("The passkey is added").WaitForAsync();
        await page.GetByText("My phone").First.WaitForAsync();
        await page.GotoAsync("/staff/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByText("You have signed out").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();

        await page.WaitForURLAsync("**/staff");
    }

    private static async Task LookAtAsync(IPage page, params string[] addresses)
    {
        foreach (var address in addresses)
        {
            await page.SetViewportSizeAsync(1280, 900);
            await page.GotoAsync(address);
            await page.PassesAxeAsync();
            await page.SetViewportSizeAsync(320, 640);
            await page.FitsAsync();
        }
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
