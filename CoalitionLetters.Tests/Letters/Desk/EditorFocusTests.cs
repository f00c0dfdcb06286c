using CoalitionLetters.Letters;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Desk;

/// <summary>Where the focus stands in the editor after a step, in a real browser.</summary>
[Trait("Needs", "Database")]
public sealed class EditorFocusTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync(listens: true);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_new_row_takes_the_focus_and_a_double_click_adds_one()
    {
        var (letter, page) = await OpenAsync("rows");
        await using var context = page.Context;

        await page.GetByRole(AriaRole.Button, new() { Name = "Add a recipient" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#recipient-1-honorific")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take recipient 2 away" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take it back" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#recipient-1-honorific")).ToBeFocusedAsync();

        // Both clicks before the first has drawn anything anew.
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a letterhead" }).EvaluateAsync("button => { button.click(); button.click(); }");
        await Assertions.Expect(page.Locator("#letterhead-1-name")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("River Coalition");

        await Eventually.HoldsAsync(async () => (await StoredAsync(letter)).Letterhead is [_, { Name: "River Coalition" }], TimeSpan.FromSeconds(15));
        Assert.Equal(2, await page.Locator("fieldset:has(> legend:text('Letterhead'))").CountAsync());
    }

    [Fact]
    public async Task Whoever_looks_at_the_difference_with_nothing_unsaved_goes_back_without_a_choice()
    {
        var (letter, first) = await OpenAsync("back");
        await using var context = first.Context;
        var second = await context.NewPageAsync();
        await second.GotoAsync("/staff/letters/back/edit");
        await second.Locator(".pages img").First.WaitForAsync();
        await first.Locator("#body").FillAsync("Words of the first tab.");
        var look = second.GetByRole(AriaRole.Button, new() { Name = "See the difference" });

        await look.ClickAsync();
        await second.GetByText("you have written nothing that is not saved").WaitForAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Go back without choosing" }).ClickAsync();
        await Assertions.Expect(look).ToBeFocusedAsync();
        await second.WaitForFunctionAsync("() => !document.querySelector('form.parts').inert");
        await second.Locator("#closing").FillAsync("Respectfully,");

        await Assertions.Expect(second.GetByText("There is no way back before that")).ToBeVisibleAsync();
        await Assertions.Expect(second.GetByRole(AriaRole.Button, new() { Name = "Go back without choosing" })).ToHaveCountAsync(0);
        Assert.Equal("Words of the first tab.", (await StoredAsync(letter)).Body);
    }

    [Fact]
    public async Task Words_that_are_missing_for_a_placeholder_are_named_as_their_field_is_and_the_way_leads_into_it()
    {
        await app.SaveAsync(ALetter.Draft("nouns", ALetter.Content with { Body = "We, the {{count:words}} undersigned {{nouns-in-text}}, ask you to stop." }));
        var page = await app.StaffPageAsync(StaffRole.Editor);
        await using var context = page.Context;
        await page.GotoAsync("/staff/letters/nouns/opening");
        await Assertions.Expect(page.Locator(".notice.bad")).ToContainTextAsync("fill in “Nouns in text”");

        await page.GetByRole(AriaRole.Link, new() { Name = "Mend it in the words" }).ClickAsync();
        await Assertions.Expect(page.Locator("#nouns-in-text")).ToBeFocusedAsync();
        await page.Locator("summary", new() { HasText = "The list, the count, the paper" }).ClickAsync();
        await Assertions.Expect(page.Locator("#nouns-in-text")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go to “Nouns in text”" }).ClickAsync();
        await Assertions.Expect(page.Locator("#nouns-in-text")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("unions and community organizations");

        await Assertions.Expect(page.Locator(".problems-of-pages .notice")).ToHaveCountAsync(0);
    }

    private async Task<(Letter Letter, IPage Page)> OpenAsync(string slug)
    {
        var letter = ALetter.Draft(slug);
        await app.SaveAsync(letter);
        var page = await app.StaffPageAsync(StaffRole.Editor);
        await page.GotoAsync($"/staff/letters/{slug}/edit");
        await page.Locator(".pages img").First.WaitForAsync();
        return (letter, page);
    }

    private Task<LetterContent> StoredAsync(Letter letter) => app.ReadAsync(async db => (await db.Letters.SingleAsync(l => l.Id == letter.Id)).DraftContent);
}
