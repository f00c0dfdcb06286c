using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests;

/// <summary>The ways through the product with Tab, Enter and Space alone, the focus always in sight.</summary>
[Trait("Needs", "Database")]
public sealed class KeyboardTests : IAsyncLifetime
{
    private const int MostTabs = 80;

    private TestApp app = null!;
    private IPage page = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync(listens: true);

    public async ValueTask DisposeAsync()
    {
        await page.Context.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task An_editor_opens_closes_and_publishes_a_letter()
    {
        await app.SaveAsync(ALetter.Draft());
        page = await app.StaffPageAsync(StaffRole.Editor, byKeyboard: true);
        await page.GotoAsync("/staff/letters/clean-water/opening");

        await PressAsync("Open for signatures");
        await page.WaitForURLAsync("**/staff/letters/clean-water");
        await FamilyUnity.ListAsync(app, await app.ReadAsync(db => Task.FromResult(db.Set<CoalitionLetters.Letters.Letter>().Single())), [.. FamilyUnity.Signatories().Take(3)]);
        await page.GotoAsync("/staff/letters/clean-water/closing");
        await PressAsync("Close it now");
        await page.WaitForURLAsync("**/staff/letters/clean-water");
        await FollowAsync("Look and publish…");
        await page.WaitForURLAsync("**/publishing");
        await PressAsync("Publish the final letter");
        await page.WaitForURLAsync("**/staff/letters/clean-water");
        await FollowAsync("Editions");
        await page.WaitForURLAsync("**/publishing");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "One edition is out" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_representative_signs_confirms_corrects_and_withdraws(bool scripts)
    {
        await FamilyUnity.OpenAsync(app, 3);
        page = await Chromium.NewPageAsync(app, scripts, byKeyboard: true);
        await page.GotoAsync("/letters/family-unity");

        await FollowAsync("Sign for your organization");
        await page.WaitForURLAsync("**/sign");
        await TypeAsync("#name", "Lake Trust");
        await TabToAsync("[name=where]");
        await page.Keyboard.PressAsync("Space");
        await TypeAsync("#person", "Kim Example");
        await TypeAsync("#title", "Director");
        await TypeAsync("#mail", "kim@lake.example");
        await TabToAsync("#authority");
        await page.Keyboard.PressAsync("Space");
        await PressAsync("Sign the letter");
        await Assertions.Expect(page.Locator("#look, .receipt").First).ToBeVisibleAsync();
        if (await page.Locator("#look").IsVisibleAsync())
        {
            await PressAsync("Yes, sign the letter");
        }

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Thank you. One step is left.");

        await page.GotoAsync(await app.Mailbox.LinkToAsync("kim@lake.example"));
        await PressAsync("Confirm our signature");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Your signature is confirmed");

        await page.GotoAsync(await app.ManageLinkToAsync("kim@lake.example"));
        await FollowAsync("Correct the listing");
        await page.WaitForURLAsync("**/listing");
        await TabToAsync("#name");
        await page.Keyboard.PressAsync("ControlOrMeta+a");
        await page.Keyboard.TypeAsync("Great Lake Trust");
        await PressAsync("Save");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Great Lake Trust");
        await FollowAsync("Withdraw the signature");
        await page.WaitForURLAsync("**/withdrawal");
        await PressAsync("Withdraw our signature");

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Withdrawn");
    }

    [Fact]
    public async Task A_reviewer_chooses_rows_of_the_grid_holds_them_and_never_loses_the_focus()
    {
        await FamilyUnity.OpenAsync(app, 3);
        page = await app.StaffPageAsync(StaffRole.Reviewer, byKeyboard: true);
        await page.GotoAsync("/staff/letters/family-unity/signatures");
        await page.Locator(".rz-grid-table tbody a").First.WaitForAsync();

        await TabToAsync("[aria-label='Choose all on this page']");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator(".bulk")).ToContainTextAsync("3 are chosen");
        await StandsSomewhereAsync();
        await page.Locator(".bulk").WaitForAsync();
        await TabBackToAsync("Hold…");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#reason")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("The board decides on Friday");
        await PressAsync("Hold all 3");

        await Assertions.Expect(page.Locator(".undo")).ToContainTextAsync("Held: 3.");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take it back" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".views")).ToContainTextAsync("Listed 3");
        await StandsSomewhereAsync();
    }

    private Task PressAsync(string button) => GoAsync(() => TabToNameAsync("button", button));

    private Task FollowAsync(string link) => GoAsync(() => TabToNameAsync("a", link));

    private async Task GoAsync(Func<Task> reach)
    {
        await reach();
        await page.Keyboard.PressAsync("Enter");
    }

    private async Task TypeAsync(string field, string text)
    {
        await TabToAsync(field);
        await page.Keyboard.TypeAsync(text);
    }

    private Task TabToAsync(string selector) => TabUntilAsync("Tab", selector, $"e => e.matches({Quoted(selector)})");

    private Task TabToNameAsync(string tag, string name) => TabUntilAsync("Tab", name, $"e => e.matches('{tag}') && e.textContent.trim().startsWith({Quoted(name)})");

    private Task TabBackToAsync(string button) => TabUntilAsync("Shift+Tab", button, $"e => e.matches('button') && e.textContent.trim() === {Quoted(button)}");

    /// <summary>Presses the key until the focus is there; at each stop it must be in sight.</summary>
    private async Task TabUntilAsync(string key, string what, string isThere)
    {
        for (var tab = 0; tab < MostTabs; tab++)
        {
            if (await page.EvaluateAsync<bool>($"({isThere})(document.activeElement)"))
            {
                return;
            }

            await page.Keyboard.PressAsync(key);
            Assert.True(await page.EvaluateAsync<bool>(IsInSight), $"{page.Url}: the focus is not to be seen at {await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 200)")}");
        }

        Assert.Fail($"{page.Url}: {what} cannot be reached with {key}.");
    }

    /// <summary>The focus is on something, with a line around it, that has a place on the page. The page itself may have it between the last stop and the first.</summary>
    private const string IsInSight = """
        () => {
            const e = document.activeElement;
            if (!e || e === document.body || e === document.documentElement) return true;
            const at = e.getBoundingClientRect(), style = getComputedStyle(e);
            return at.width > 0 && at.height > 0 && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        }
        """;

    private async Task StandsSomewhereAsync() =>
        await page.WaitForFunctionAsync("() => document.activeElement && document.activeElement !== document.body && document.activeElement.isConnected");

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
