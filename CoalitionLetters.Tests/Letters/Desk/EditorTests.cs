using System.Text.RegularExpressions;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
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
        await page.WaitForFunctionAsync("old => document.querySelector('.pages img').getAttribute('src') !== old", before);

        await SavedAsync(page);
        Assert.Equal("We ask you to stop.\n\n## What we ask\n\n- One\n- Two", (await StoredAsync(letter)).Content.Body);
        Assert.Equal(0, await page.EvaluateAsync<int>("Object.keys(localStorage).length"));
    }

    [Fact]
    public async Task The_count_words_follow_who_signs_and_the_language_unless_they_are_ones_own()
    {
        var (_, page) = await OpenAsync("nouns");
        await using var context = page.Context;
        await page.Locator("summary", new() { HasText = "The list, the count, the paper" }).ClickAsync();

        await page.Locator("#signatories").SelectOptionAsync("Officials");
        await Assertions.Expect(page.Locator("#noun-many")).ToHaveValueAsync("officials");
        await page.Locator("#noun-one").FillAsync("mayor");
        await page.Locator("#noun-many").FillAsync("mayors");
        await page.Locator("#signatories").SelectOptionAsync("Individuals");
        await SavedAsync(page);

        Assert.Equal("mayors", await page.InputValueAsync("#noun-many"));
        await page.Locator("#noun-one").FillAsync("organization");
        await page.Locator("#noun-many").FillAsync("organizations");
        await page.Locator("#signatories").SelectOptionAsync("Officials");
        await Assertions.Expect(page.Locator("#noun-one")).ToHaveValueAsync("official");
        await page.Locator("#language").SelectOptionAsync("es");
        await Assertions.Expect(page.Locator("#noun-many")).ToHaveValueAsync("funcionarios");
        await page.Locator("#signatories").SelectOptionAsync("Organizations");
        await Assertions.Expect(page.Locator("#noun-one")).ToHaveValueAsync("organización");
    }

    [Fact]
    public async Task The_drawn_page_follows_a_keystroke_within_half_a_second()
    {
        await FamilyUnity.OpenAsync(app);
        var page = await app.StaffPageAsync(StaffRole.Editor);
        await using var context = page.Context;
        await page.GotoAsync($"/staff/letters/{FamilyUnity.Slug}/edit");
        await page.Locator(".pages img").First.WaitForAsync();
        await page.Locator("#body").PressAsync("Control+Home");
        var took = new List<double>();

        foreach (var letter in "Whereas families")
        {
            await page.EvaluateAsync(TimesTheNextPicture);
            await page.Keyboard.TypeAsync($"{letter}");
            took.Add(await page.EvaluateAsync<double>("window.untilDrawn"));
        }

        // A machine that is busy with other work may hold up some of them, not half of them.
        Assert.InRange(took.Order().ElementAt(took.Count / 2), 0, 500);
    }

    /// <summary>From the next keystroke in the body until another picture of the first page is there to be seen, in milliseconds.</summary>
    private const string TimesTheNextPicture = """
        () => {
            window.untilDrawn = new Promise(drawn => document.querySelector('#body').addEventListener('input', () => {
                const typed = performance.now(), before = document.querySelector('.pages img').src;
                (function look() {
                    const picture = document.querySelector('.pages img');
                    picture && picture.src !== before && picture.complete && picture.naturalWidth > 0 ? drawn(performance.now() - typed) : requestAnimationFrame(look);
                })();
            }, { once: true }));
        }
        """;

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

        await UndoToAsync(page, "**Stop the practice.**");
        await UndoToAsync(page, "Stop the practice.");
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
        await page.GetByText("Dear Governor Example and Secretary Nielsen:").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Move recipient 2 up" }).ClickAsync();
        await page.GetByText("Dear Secretary Nielsen and Governor Example:").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Use it" }).ClickAsync();

        await Assertions.Expect(page.Locator("#salutation")).ToHaveValueAsync("Dear Secretary Nielsen and Governor Example:");
        await SavedAsync(page);
        Assert.Equal(["Kirstjen M. Nielsen", "Jo Example"], (await StoredAsync(letter)).Content.Recipients.Select(r => r.Name));
    }

    [Fact]
    public async Task An_editor_that_stands_open_says_that_the_letter_was_opened_and_closed()
    {
        var (letter, page) = await OpenAsync("opened-meanwhile");
        await using var context = page.Context;

        await app.RunAsync<ChangeLetter>(story => story.OpenAsync(letter.Slug, letter.StateRevision, app.Clock.Now.AddHours(1), app.Clock.Now.AddHours(1), TimeSpan.Zero, new("Dana Field")));
        await Assertions.Expect(page.GetByText("This letter has been opened for signatures meanwhile.")).ToBeVisibleAsync();
        await page.Locator("#body").FillAsync("A next draft.");
        await SavedAsync(page);
        Assert.Equal(("A next draft.", letter.Content.Body), ((await StoredAsync(letter)).NextContent!.Body, (await StoredAsync(letter)).Content.Body));

        await app.RunAsync<ChangeLetter>(async story => await story.CloseAsync(letter.Slug, (await StoredAsync(letter)).StateRevision, new("Dana Field")));
        await Assertions.Expect(page.GetByText("This letter is closed now, and keeps its words. All that you wrote is saved.")).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('form.parts').inert");
    }

    [Fact]
    public async Task Whoever_writes_at_the_end_of_a_narrow_page_sees_whether_it_is_saved_and_the_field_too()
    {
        var (_, page) = await OpenAsync("narrow");
        await using var context = page.Context;
        await page.SetViewportSizeAsync(320, 568);
        await page.Locator("#enclosures").FillAsync(new string('x', 230));
        await Assertions.Expect(page.Locator(".why")).ToContainTextAsync("has 230 characters");
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        foreach (var field in new[] { "#enclosures", "#title", "#cc", "#salutation" })
        {
            await page.Locator(field).FocusAsync();
            Assert.True(await page.EvaluateAsync<bool>("""
                () => {
                    const status = document.querySelector('.saving').getBoundingClientRect();
                    const focus = document.activeElement.getBoundingClientRect();
                    return status.top >= 0 && status.bottom <= innerHeight / 2 && focus.top >= status.bottom && focus.bottom <= innerHeight;
                }
                """), field);
        }
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
        await Assertions.Expect(second.GetByText(new Regex(@"^You, in another tab, saved other words at \d+:\d\d:\d\d [ap]\.m\.; nothing of yours is lost\.$"))).ToBeVisibleAsync();
        await Assertions.Expect(second.GetByText("You have this letter open in another tab too.")).ToBeVisibleAsync();
        await second.Locator("#closing").FillAsync("Respectfully,");
        await Assertions.Expect(second.Locator("#two-states-title")).ToBeVisibleAsync();
        Assert.Equal("Words of the first tab.", (await StoredAsync(letter)).Content.Body);

        await second.GetByRole(AriaRole.Button, new() { Name = "Keep this result" }).ClickAsync();
        await SavedAsync(second);

        var merged = (await StoredAsync(letter)).Content;
        Assert.Equal(("Words of the first tab.", "Respectfully,"), (merged.Body, merged.Closing));
    }

    [Fact]
    public async Task The_comparison_waits_for_a_pause_and_holds_every_letter_typed_before_it()
    {
        var (letter, first, second) = await OpenTwiceAsync("mid-word");
        await using var context = first.Context;
        var sentence = "Respectfully, and with all that we have said before in mind,";

        await first.Locator("#re").FillAsync("Words of the first tab");
        await second.Locator("#closing").SelectTextAsync();
        await second.Keyboard.TypeAsync(sentence, new() { Delay = 25 });
        await Assertions.Expect(second.Locator("#two-states-title")).ToBeVisibleAsync();

        Assert.Equal(sentence, await second.Locator("#closing").InputValueAsync());
        Assert.True(await second.Locator("form.parts").EvaluateAsync<bool>("form => form.inert"));
        await second.Locator("#closing").EvaluateAsync("field => field.focus()");
        await second.Keyboard.TypeAsync("lost?");
        await KeepResultAsync(second);

        var merged = (await StoredAsync(letter)).Content;
        Assert.Equal(("Words of the first tab", sentence), (merged.Re, merged.Closing));
        await second.Locator("#closing").FillAsync("Sincerely,");
        await Assertions.Expect(second.Locator(".pages img").First).ToBeVisibleAsync();
        await StoresAsync(letter, content => content.Closing == "Sincerely,");
    }

    [Fact]
    public async Task Words_put_together_by_hand_stay_when_the_other_tab_saves_again()
    {
        var (letter, first, second) = await OpenTwiceAsync("by-hand");
        await using var context = first.Context;
        await first.Locator("#body").FillAsync("Theirs.");
        await SavedAsync(first);
        await second.Locator("#body").FillAsync("Mine.");

        await second.GetByLabel("Both, put together by hand").CheckAsync();
        await second.GetByLabel("Letter, put together by hand").FillAsync("Mine and theirs.");
        await first.Locator("#body").FillAsync("Theirs, again.");
        await Assertions.Expect(second.GetByText("saved again at")).ToBeVisibleAsync();
        Assert.Equal("Mine and theirs.", await second.GetByLabel("Letter, put together by hand").InputValueAsync());
        await KeepResultAsync(second);

        Assert.Equal("Mine and theirs.", (await StoredAsync(letter)).Content.Body);
    }

    [Fact]
    public async Task Kept_words_of_several_tabs_are_offered_one_after_the_other_and_none_is_dropped_unseen()
    {
        var (letter, page) = await OpenAsync("kept");
        await using var context = page.Context;
        await page.EvaluateAsync("""
            id => {
                const form = document.querySelector('form.parts');
                const fields = Object.fromEntries([...form.elements].filter(f => f.name && f.type !== 'file' && (f.type !== 'radio' || f.checked))
                    .map(f => [f.name, f.type === 'checkbox' ? String(f.checked) : f.value]));
                localStorage.setItem(`letter ${id} 1`, JSON.stringify({ fields: { ...fields, body: 'Kept first.' }, base: fields, at: '2026-01-02T10:00:00.000Z' }));
                localStorage.setItem(`letter ${id} 2`, JSON.stringify({ fields: { ...fields, closing: 'Kept second,' }, base: fields, at: '2026-01-02T11:00:00.000Z' }));
            }
            """, letter.Id.ToString());
        await page.ReloadAsync();

        await Assertions.Expect(page.GetByText("1 more will be shown after these.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "See them beside the saved ones" }).ClickAsync();
        await KeepResultAsync(page);
        Assert.Equal("Kept second,", (await StoredAsync(letter)).Content.Closing);
        await page.GetByRole(AriaRole.Button, new() { Name = "See them beside the saved ones" }).ClickAsync();
        await KeepResultAsync(page);

        await StoresAsync(letter, content => content is { Body: "Kept first.", Closing: "Kept second," });
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).length === 0");
    }

    [Fact]
    public async Task Kept_words_that_a_saved_draft_holds_are_not_offered()
    {
        var (letter, page) = await OpenAsync("kept-and-saved");
        await using var context = page.Context;
        var began = await page.Locator("#body").InputValueAsync();
        await page.Locator("#body").FillAsync($"Saved on a train. {new string('a', 100)}");
        await SavedAsync(page);
        await page.Locator("#body").FillAsync("Other words.");
        await StoresAsync(letter, content => content.Body == "Other words.");
        await page.EvaluateAsync("""
            ([id, body, began]) => {
                const form = document.querySelector('form.parts');
                const fields = Object.fromEntries([...form.elements].filter(f => f.name && f.type !== 'file' && (f.type !== 'radio' || f.checked))
                    .map(f => [f.name, f.type === 'checkbox' ? String(f.checked) : f.value]));
                localStorage.setItem(`letter ${id} 1`, JSON.stringify({ fields: { ...fields, body }, base: { ...fields, body: began }, at: '2026-01-02T10:00:00.000Z' }));
            }
            """, new[] { letter.Id.ToString(), $"Saved on a train. {new string('a', 100)}", began });

        await page.ReloadAsync();

        await page.WaitForFunctionAsync("() => Object.keys(localStorage).length === 0");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "See them beside the saved ones" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Words_typed_while_the_connection_is_gone_are_offered_after_a_reload()
    {
        var (letter, page) = await OpenAsync("gone");
        await using var context = page.Context;
        page.Dialog += (_, dialog) => dialog.AcceptAsync();

        await page.EvaluateAsync("Blazor.disconnect()");
        await page.Locator("#body").FillAsync("Typed on a train.");
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "See them beside the saved ones" }).ClickAsync();
        Assert.NotEqual("Typed on a train.", (await StoredAsync(letter)).Content.Body);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep this result" }).ClickAsync();
        await SavedAsync(page);

        Assert.Equal("Typed on a train.", (await StoredAsync(letter)).Content.Body);
        Assert.Equal(0, await page.EvaluateAsync<int>("Object.keys(localStorage).length"));
    }

    [Fact]
    public async Task The_usual_closing_follows_the_language_that_is_chosen_and_one_of_ones_own_stays()
    {
        var (letter, page) = await OpenAsync("closing");
        await using var context = page.Context;

        await ChooseLanguageAsync("es");
        await Assertions.Expect(page.Locator("#closing")).ToHaveValueAsync("Atentamente,");
        await StoresAsync(letter, content => content is { Language: "es", Closing: "Atentamente," });
        await page.Locator("#closing").FillAsync("Con respeto,");
        await ChooseLanguageAsync("en");

        await StoresAsync(letter, content => content is { Language: "en", Closing: "Con respeto," });
        Assert.Equal("Con respeto,", await page.Locator("#closing").InputValueAsync());

        async Task ChooseLanguageAsync(string language)
        {
            await page.Locator("details:has(#language)").EvaluateAsync("part => { part.open = true; }");
            await page.Locator("#language").SelectOptionAsync(language);
        }
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

    /// <summary>The same letter in two tabs of one browser.</summary>
    private async Task<(Letter Letter, IPage First, IPage Second)> OpenTwiceAsync(string slug)
    {
        var (letter, first) = await OpenAsync(slug);
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync($"/staff/letters/{slug}/edit");
        await second.Locator(".pages img").First.WaitForAsync();
        return (letter, first, second);
    }

    private static async Task KeepResultAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep this result" }).ClickAsync();
        await Assertions.Expect(page.Locator("#two-states-title")).ToBeHiddenAsync();
        await SavedAsync(page);
    }

    private static async Task UndoToAsync(IPage page, string text)
    {
        for (var i = 0; i < 40 && await page.Locator("#body").InputValueAsync() != text; i++)
        {
            await page.Locator("#body").PressAsync("Control+z");
        }

        Assert.Equal(text, await page.Locator("#body").InputValueAsync());
    }

    private Task StoresAsync(Letter letter, Func<LetterContent, bool> what) =>
        Eventually.HoldsAsync(async () => what((await StoredAsync(letter)).Content), TimeSpan.FromSeconds(15));

    private static Task SavedAsync(IPage page) => Assertions.Expect(page.Locator(".saving [role=status]")).ToContainTextAsync("Saved ");

    private Task<Letter> StoredAsync(Letter letter) => app.ReadAsync(db => db.Letters.SingleAsync(l => l.Id == letter.Id));
}
