using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests.Staff;

[Trait("Needs", "Database")]
public sealed class OpenCircuitTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync(listens: true);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_open_desk_page_leaves_for_the_sign_in_page_when_its_account_is_removed()
    {
        await app.SaveAsync(ALetter.Draft(slug: "clean-water"));
        var owner = await app.AMemberAsync(StaffRole.Owner);
        var member = await app.AMemberAsync(StaffRole.Editor);
        var page = await Chromium.NewPageAsync(app);
        await using var context = page.Context;
        await page.GotoAsync("/staff/sign-in?then=/staff/letters/clean-water/edit");
        await page.GetByLabel("E-mail address").FillAsync(member.Email!);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(TestApp.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.Locator(".editor").WaitForAsync();

        await app.RunAsync<RemoveStaff>(story => story.RunAsync(new(owner.Name, owner.Id), member.Id));

        await page.WaitForURLAsync("**/staff/sign-in*", new() { Timeout = 30_000 });
    }
}
