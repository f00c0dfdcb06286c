using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests;

/// <summary>The moving parts of a letter's desk in a real browser.</summary>
[Trait("Needs", "Database")]
public sealed class DeskPagesTests
{
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
}
