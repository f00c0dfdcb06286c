using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests;

/// <summary>Every page of a letter's desk, in light and dark, wide and on a phone.</summary>
[Trait("Needs", "Database")]
public sealed class DeskPagesTests
{
    private static readonly string[] Open = ["", "/edit", "/rules", "/drafts", "/deadline", "/closing", "/withdrawal", "/text", "/signatures", "/signatures?view=held", "/signatures/new", "/publishing"];

    [Fact]
    public async Task No_page_of_the_desk_has_a_serious_fault_or_scrolls_sideways_on_a_phone()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var letter = await FamilyUnity.OpenAsync(app);
        await app.SaveAsync(ALetter.Draft());
        var signature = await app.SignatureOfAsync("NAACP");
        string[] pages = ["/staff", "/staff/letters/new", "/staff/letters/clean-water", "/staff/letters/clean-water/opening", .. Open.Select(end => $"/staff/letters/{letter.Slug}{end}"), $"/staff/letters/{letter.Slug}/signatures/{signature.Id}"];

        var page = await app.StaffPageAsync(StaffRole.Owner);
        await using var context = page.Context;
        foreach (var address in pages)
        {
            await page.GotoAsync(address);
            await WaitAsync(page, address);
            await page.SetViewportSizeAsync(1280, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await page.PassesAxeAsync();
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await page.SetViewportSizeAsync(320, 700);
            await page.PassesAxeAsync();
            await page.FitsAsync();
        }
    }

    [Fact]
    public async Task A_reviewer_settles_signatures_by_keyboard_and_takes_it_back()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var letter = await FamilyUnity.OpenAsync(app);
        var page = await app.StaffPageAsync(StaffRole.Reviewer);
        await using var context = page.Context;
        await page.GotoAsync($"/staff/letters/{letter.Slug}/signatures");
        await page.Locator(".rz-grid-table tbody a").First.WaitForAsync();

        await page.GetByLabel("Name, alias, mail, or reference").FillAsync("sikh");
        await Assertions.Expect(page.Locator(".rz-grid-table tbody tr")).ToHaveCountAsync(1);
        var box = page.GetByLabel("Choose The Sikh Coalition");
        await box.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await PressAsync(page, "Hold…");
        await page.GetByLabel("Why? Staff see it.").FillAsync("The board decides on Friday");
        await PressAsync(page, "Hold it");
        await Assertions.Expect(page.Locator(".rz-grid-table")).ToContainTextAsync("The board decides on Friday");
        await Assertions.Expect(page.Locator(".views")).ToContainTextAsync("Listed 112");
        await PressAsync(page, "Take it back");

        await Assertions.Expect(page.Locator(".views")).ToContainTextAsync("Listed 113");
    }

    [Fact]
    public async Task The_desk_of_a_letter_follows_the_store_by_itself()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var letter = await FamilyUnity.OpenAsync(app, signatories: 3);
        var page = await app.StaffPageAsync(StaffRole.Viewer);
        await using var context = page.Context;
        await page.GotoAsync($"/staff/letters/{letter.Slug}");
        await Assertions.Expect(page.Locator(".desk-tally b")).ToHaveTextAsync("3");

        await FamilyUnity.ListAsync(app, letter, new Listing { Name = "River Trust" });

        await Assertions.Expect(page.Locator(".desk-tally b")).ToHaveTextAsync("4");
    }

    private static async Task PressAsync(IPage page, string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task WaitAsync(IPage page, string address)
    {
        var sign = address.EndsWith("/edit", StringComparison.Ordinal) ? ".pages img"
            : address.Contains("/signatures", StringComparison.Ordinal) && !address.Contains("/signatures/", StringComparison.Ordinal) ? "section[aria-label=Signatures]"
            : "h1";
        await page.Locator(sign).First.WaitForAsync();
    }
}
