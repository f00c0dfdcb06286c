using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests;

/// <summary>Every page there is, found by looking at the app: in light and dark, wide and on the narrowest phone.</summary>
[Trait("Needs", "Database")]
public sealed class EveryPageTests(BusyCoalition busy) : IClassFixture<BusyCoalition>
{
    private static readonly string[] WayIn = ["/staff/setup", "/staff/sign-in", "/staff/sign-in/code", "/staff/password", "/staff/password/{Key}", "/staff/invitations/{Key}"];

    /// <summary>What shows that the moving part of a page has come.</summary>
    private static readonly Dictionary<string, string> Moving = new()
    {
        ["/staff/letters/{Slug}/edit"] = ".pages img, main .notice",
        ["/staff/letters/{Slug}/signatures"] = "section[aria-label=Signatures]",
        ["/staff/letters/{Slug}/import"] = "#file, main > p",
    };

    private readonly Addresses addresses = new(busy);
    private readonly List<string> faults = [];

    [Fact]
    public void Every_address_is_known_to_the_tests()
    {
        Assert.Empty(addresses.Unknown);
        Assert.Empty(addresses.Gone);
    }

    [Fact]
    public async Task No_page_has_a_fault_that_axe_can_find_or_scrolls_sideways_on_a_phone()
    {
        var visitor = await Chromium.NewPageAsync(busy.App);
        await using var anybody = visitor.Context;
        await StandBeforeTheSecondStepAsync(visitor);
        await LookAtAllAsync(visitor, addresses.Pages.Where(page => !Addresses.IsStaff(page.Pattern) || WayIn.Contains(page.Pattern)));
        await LookAtFormsWithMistakesAsync(visitor);

        var member = await busy.App.StaffPageAsync(StaffRole.Owner);
        await using var staff = member.Context;
        await LookAtAllAsync(member, addresses.Pages.Where(page => Addresses.IsStaff(page.Pattern) && !WayIn.Contains(page.Pattern)));

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>The page that asks for the code is there only for somebody whose password was right.</summary>
    private static async Task StandBeforeTheSecondStepAsync(IPage page)
    {
        await page.GotoAsync("/staff/sign-in");
        await page.FillAsync("[name='Form.Email']", BusyCoalition.SecondFactor);
        await page.FillAsync("[name='Form.Password']", TestApp.Password);
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync("**/staff/sign-in/code*");
    }

    private async Task LookAtAllAsync(IPage page, IEnumerable<(string Pattern, string Address)> pages)
    {
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                faults.Add($"{page.Url}: {message.Text}");
            }
        };
        foreach (var (pattern, address) in pages)
        {
            await page.GotoAsync(address);
            await page.Locator(Moving.GetValueOrDefault(pattern, "h1")).First.WaitForAsync();
            await LookAsync(page);
        }
    }

    /// <summary>Every public form sent empty, as far as an empty one is refused.</summary>
    private async Task LookAtFormsWithMistakesAsync(IPage page)
    {
        foreach (var address in new[] { "/letters/family-unity/sign", "/letters/unidad/sign", $"{busy.Manage}/signer", busy.Office, "/actions/write", "/staff/password", busy.Join, busy.NewPassword })
        {
            await page.GotoAsync(address);
            await page.Locator("main form button:not([formnovalidate], [type=button])").First.ClickAsync();
            await page.Locator(".errors, .problems").First.WaitForAsync();
            await LookAsync(page);
        }
    }

    private async Task LookAsync(IPage page)
    {
        await page.SetViewportSizeAsync(1280, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        faults.AddRange(await page.FaultsAsync());
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.SetViewportSizeAsync(320, 700);
        faults.AddRange(await page.FaultsAsync());
        faults.AddRange(await page.OverhangAsync());
    }
}
