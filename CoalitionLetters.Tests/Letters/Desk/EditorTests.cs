using System.Diagnostics;
using CoalitionLetters.Letters;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Desk;

/// <summary>The editor in a real browser.</summary>
[Trait("Needs", "Database")]
public sealed class EditorTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync(listens: true);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_one_types_is_saved_and_its_page_is_drawn()
    {
        var (letter, page) = await OpenAsync("typed");
        await using var context = page.Context;
        var before = await page.Locator(".pages img").First.GetAttributeAsync("src");

        await page.Locator("#body").FillAsync("We ask you to stop.\n\n## What we ask\n\n- One\n- Two");
        var watch = Stopwatch.StartNew();
        await page.WaitForFunctionAsync("old => document.querySelector('.pages img').getAttribute('src') !== old", before);

        Assert.InRange(watch.ElapsedMilliseconds, 0, 5000);
        await SavedAsync(page);
        Assert.Equal("We ask you to stop.\n\n## What we ask\n\n- One\n- Two", (await StoredAsync(letter)).Content.Body);
        Assert.Equal(0, await page.EvaluateAsync<int>("Object.keys(localStorage).length"));
    }

    [Fact]
    public async Task The_tools_write_markdown_and_undo_takes_it_back()
    {
        var (letter, page) = await OpenAsync("tools");
        await using var context = page.Context;

        await page.Locator("#body").FillAsync("Stop the practice.");
        await page.Locator("#body").SelectTextAsync();
        await page.Keyboard.PressAsync("Control+b");
        await page.Locator("#body").PressAsync("End");
        await page.GetByRole(AriaRole.Button, new() { Name = "Footnote" }).ClickAsync();
        await page.Keyboard.TypeAsync("Act of 2018.");

        Assert.Equal("**Stop the practice.**[^1]\n\n[^1]: Act of 2018.", await page.Locator("#body").InputValueAsync());
        await SavedAsync(page);
        Assert.Contains("[^1]: Act of 2018.", (await StoredAsync(letter)).Content.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bar_of_tools_is_one_stop_for_the_tab_key_and_arrows_move_inside()
    {
        var (_, page) = await OpenAsync("keys");
        await using var context = page.Context;

        await page.GetByRole(AriaRole.Button, new() { Name = "Heading" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("Italic", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Tab");

        Assert.Equal("body", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task Recipients_are_added_and_their_greeting_is_proposed()
    {
        var (letter, page) = await OpenAsync("recipients");
        await using var context = page.Context;

        await page.GetByRole(AriaRole.Button, new() { Name = "Add a recipient" }).ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Recipient 2" }).GetByLabel("Name").FillAsync("Kirstjen M. Nielsen");
        await page.GetByRole(AriaRole.Group, new() { Name = "Recipient 2" }).GetByLabel("Title (optional)").FillAsync("Secretary of Homeland Security");
        await page.GetByRole(AriaRole.Button, new() { Name = "Move recipient 2 up" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Use it" }).ClickAsync();

        await Assertions.Expect(page.Locator("#salutation")).ToHaveValueAsync("Dear Secretary Nielsen and Governor Example:");
        await SavedAsync(page);
        Assert.Equal(["Kirstjen M. Nielsen", "Jo Example"], (await StoredAsync(letter)).Content.Recipients.Select(r => r.Name));
    }

    [Fact]
    public async Task A_second_tab_that_saw_older_words_is_shown_the_difference_and_overwrites_nothing()
    {
        var (letter, first) = await OpenAsync("two-tabs");
        await using var context = first.Context;
        var second = await context.NewPageAsync();
        await second.GotoAsync("/staff/letters/two-tabs/edit");
        await second.Locator("#body").WaitForAsync();

        await first.Locator("#body").FillAsync("Words of the first tab.");
        await SavedAsync(first);
        await Assertions.Expect(second.GetByText("saved other words at")).ToBeVisibleAsync();
        await second.Locator("#closing").FillAsync("Respectfully,");
        await Assertions.Expect(second.Locator("#two-states-title")).ToBeVisibleAsync();
        Assert.Equal("Words of the first tab.", (await StoredAsync(letter)).Content.Body);

        await second.Locator(".two-states fieldset", new() { Has = second.GetByText("Letter", new() { Exact = true }) }).GetByLabel("What Editor Example saved").CheckAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Keep this result" }).ClickAsync();
        await SavedAsync(second);

        var merged = (await StoredAsync(letter)).Content;
        Assert.Equal(("Words of the first tab.", "Respectfully,"), (merged.Body, merged.Closing));
    }

    [Fact]
    public async Task Words_typed_while_the_connection_is_gone_are_offered_after_a_reload()
    {
        var (letter, page) = await OpenAsync("gone");
        await using var context = page.Context;
        page.Dialog += (_, dialog) => dialog.AcceptAsync();

        await page.EvaluateAsync("Blazor.disconnect()");
        await page.Locator("#body").FillAsync("Typed on a train.");
        await page.WaitForTimeoutAsync(5000);
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "See them beside the saved ones" }).ClickAsync();
        Assert.NotEqual("Typed on a train.", (await StoredAsync(letter)).Content.Body);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep this result" }).ClickAsync();
        await SavedAsync(page);

        Assert.Equal("Typed on a train.", (await StoredAsync(letter)).Content.Body);
        Assert.Equal(0, await page.EvaluateAsync<int>("Object.keys(localStorage).length"));
    }

    [Fact]
    public async Task A_logo_is_checked_by_its_content_and_printed()
    {
        var (letter, page) = await OpenAsync("logo");
        await using var context = page.Context;
        var file = page.Locator("#letterhead-0-file");

        await file.SetInputFilesAsync(new FilePayload { Name = "logo.png", MimeType = "image/png", Buffer = "<html>not a picture</html>"u8.ToArray() });
        await Assertions.Expect(page.Locator(".field.wrong .why")).ToContainTextAsync("Choose a PNG, JPEG or SVG picture.");
        await file.SetInputFilesAsync(new FilePayload { Name = "logo.svg", MimeType = "image/svg+xml", Buffer = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"30\"><path fill=\"#1f3f94\" d=\"M0 0h90v30H0z\"/></svg>"u8.ToArray() });

        await Assertions.Expect(page.Locator("img.logo")).ToBeVisibleAsync();
        await SavedAsync(page);
        Assert.NotNull(Assert.Single((await StoredAsync(letter)).Content.Letterhead).LogoId);
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

    private static Task SavedAsync(IPage page) => Assertions.Expect(page.Locator(".saving [role=status]")).ToContainTextAsync("Saved ");

    private Task<Letter> StoredAsync(Letter letter) => app.ReadAsync(db => db.Letters.SingleAsync(l => l.Id == letter.Id));
}
