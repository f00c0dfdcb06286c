using System.Diagnostics;
using System.Globalization;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Public;

/// <summary>The public half in a real browser, with scripts and without.</summary>
[Trait("Needs", "Database")]
public sealed class PublicJourneyTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_representative_reads_signs_confirms_corrects_and_withdraws(bool scripts)
    {
        await using var app = await TestApp.StartAsync(listens: true);
        await FamilyUnity.OpenAsync(app, 20);
        var page = await Chromium.NewPageAsync(app, scripts);
        await using var context = page.Context;

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Keep families together at the border" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign for your organization" }).ClickAsync();
        await page.GetByLabel("Name of the organization").FillAsync("Lake Trust");
        await page.GetByLabel("In one state").CheckAsync();
        await page.Locator("#state").SelectOptionAsync("OH");
        if (scripts)
        {
            await Assertions.Expect(page.Locator(".slip .yours")).ToHaveTextAsync("Lake Trust");
            await Assertions.Expect(page.Locator(".slip")).ToContainTextAsync("Ohio");
            await Assertions.Expect(page.Locator(".statement")).ToContainTextAsync("in the name of Lake Trust");
        }
        else
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Show again" }).ClickAsync();
            await Assertions.Expect(page.Locator(".slip .yours")).ToHaveTextAsync("Lake Trust");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign the letter" }).ClickAsync();
        await Assertions.Expect(page.Locator(".errors")).ToBeFocusedAsync();
        await page.GetByLabel("Your full name").FillAsync("Kim Example");
        await page.GetByLabel("Your title").FillAsync("Director");
        await page.GetByLabel("Work e-mail").FillAsync("kim@lake.example");
        await page.GetByLabel("I am authorized").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign the letter" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Thank you. One step is left.");

        await page.GotoAsync(await app.Mailbox.LinkToAsync("kim@lake.example"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm our signature" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "See the letter" }).ClickAsync();
        await Assertions.Expect(page.Locator("#count b")).ToHaveTextAsync("21");
        await Assertions.Expect(page.Locator("#names")).ToContainTextAsync("Lake Trust");

        await page.GotoAsync(await app.ManageLinkToAsync("kim@lake.example"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Correct the listing" }).ClickAsync();
        await page.GetByLabel("Name of the organization").FillAsync("Great Lake Trust");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Great Lake Trust");
        await page.GetByRole(AriaRole.Link, new() { Name = "Withdraw the signature" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Withdraw our signature" }).ClickAsync();
        await page.GotoAsync("/letters/family-unity");
        await Assertions.Expect(page.Locator("#count b")).ToHaveTextAsync("20");
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [Fact]
    public async Task An_open_page_grows_by_itself_and_every_number_on_it_agrees()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var letter = await FamilyUnity.OpenAsync(app, 112);
        var page = await Chromium.NewPageAsync(app);
        await using var context = page.Context;
        await page.GotoAsync("/letters/family-unity");
        await page.Locator(".your-line").FocusAsync();

        await FamilyUnity.ListAsync(app, letter, FamilyUnity.Signatories().Last());

        await Assertions.Expect(page.Locator("#count b")).ToHaveTextAsync("113");
        Assert.Equal(113, await page.Locator("#names li").CountAsync());
        Assert.Equal("113 organizations", (await page.Locator("#total").InnerTextAsync()).Trim());
        await Assertions.Expect(page.Locator("#letter")).ToContainTextAsync("one hundred thirteen undersigned");
        await Assertions.Expect(page).ToHaveTitleAsync("Keep families together at the border: 113 organizations – Coalition for Family Unity");
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("113 organizations have signed as of");
        await Assertions.Expect(page.Locator(".your-line")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_open_page_says_everywhere_at_once_that_the_letter_is_closed_and_then_that_it_is_final()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var letter = await FamilyUnity.OpenAsync(app, change: content => content with { Date = null });
        var page = await Chromium.NewPageAsync(app);
        await using var context = page.Context;
        await page.GotoAsync("/letters/family-unity");
        await Assertions.Expect(page.Locator("nav")).ToContainTextAsync("Sign");

        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.RunAsync<ChangeLetter>(story => story.CloseAsync(letter.Slug, letter.StateRevision, new Actor("Dana Field")));
        await Assertions.Expect(page.Locator("#standing")).ToHaveTextAsync("Closed for signatures June\u00a016, 2018. The final letter follows.");
        await Assertions.Expect(page.Locator("nav a")).ToHaveTextAsync(["Letter", "Signatories"]);
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("Closed for signatures");
        await app.RunAsync<PublishLetter>(story => story.RunAsync(letter.Slug, letter.StateRevision + 1, new Actor("Dana Field")));

        await Assertions.Expect(page.Locator("#standing")).ToHaveTextAsync("Final letter, edition 1, June\u00a016, 2018.");
        await Assertions.Expect(page.Locator("#call")).ToContainTextAsync("Download the letter (PDF)");
        await Assertions.Expect(page.Locator("#date-line")).ToHaveTextAsync("June\u00a016, 2018");
        await Assertions.Expect(page.Locator("#printed")).ToContainTextAsync("final letter, edition 1");
    }

    [Fact]
    public async Task An_open_page_says_in_plain_sight_that_the_text_has_changed_keeps_the_old_words_whole_and_loads_the_new_ones_by_a_link()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var letter = await FamilyUnity.OpenAsync(app);
        var page = await Chromium.NewPageAsync(app);
        await using var context = page.Context;
        await page.GotoAsync("/letters/family-unity#letter");
        await Assertions.Expect(page.Locator("#text-changed")).ToBeHiddenAsync();

        var next = letter.Content with { Body = $"From {{{{states}}}} we ask.\n\n{letter.Content.Body}", Letterhead = [new() { Name = "Another Coalition" }] };
        await app.RunAsync<SaveDraft>(story => story.RunAsync(letter.Id, next, letter.Revision, new Actor("Dana Field"), Guid.NewGuid()));
        await app.RunAsync<ChangeLetter>(story => story.ChangeTextAsync(letter.Slug, letter.StateRevision, EditClass.Editorial, new Actor("Dana Field")));

        await Assertions.Expect(page.Locator("#text-changed")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#text-changed")).ToHaveTextAsync("The text of this letter has changed since this page was opened. Load the new text");
        await Assertions.Expect(page.Locator("#live-status")).ToHaveTextAsync("The text of this letter has changed since this page was opened.");
        Assert.Equal("one hundred thirteen", await page.Locator("#fact-1").TextContentAsync());
        await Assertions.Expect(page.Locator(".letterhead .name")).ToHaveTextAsync("Coalition for Family Unity");
        await page.GetByRole(AriaRole.Link, new() { Name = "Load the new text" }).ClickAsync();

        await Assertions.Expect(page.Locator("#letter")).ToContainTextAsync("From 13 states we ask.");
        await Assertions.Expect(page.Locator(".letterhead .name")).ToHaveTextAsync("Another Coalition");
        await Assertions.Expect(page.Locator("#text-changed")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task An_open_page_of_officials_shows_at_once_the_line_that_takes_the_letterheads_place()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var letter = await FamilyUnity.OpenOfficialsAsync(app);
        var seen = letter.StateRevision;
        var line = "A communication from the undersigned attorneys general";
        var rules = new CirculationRules { MinimumSigners = 30, OtherwiseLine = line };
        await app.RunAsync<ChangeLetter>(story => story.SetCirculationAsync(letter.Slug, seen++, rules, new Actor("Dana Field")));
        await app.RunAsync<ChangeLetter>(story => story.CloseAsync(letter.Slug, seen++, new Actor("Dana Field")));
        var page = await Chromium.NewPageAsync(app);
        await using var context = page.Context;
        await page.GotoAsync($"/letters/{letter.Slug}");
        await Assertions.Expect(page.Locator(".letterhead .name")).Not.ToHaveTextAsync(line);

        await app.RunAsync<PublishLetter>(story => story.RunAsync(letter.Slug, seen, new Actor("Dana Field")));

        await Assertions.Expect(page.Locator(".letterhead .name")).ToHaveTextAsync(line);
        await Assertions.Expect(page.Locator("#text-changed")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task An_open_page_shows_the_new_number_within_two_seconds()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var letter = await FamilyUnity.OpenAsync(app, 106);
        var page = await Chromium.NewPageAsync(app);
        await using var context = page.Context;
        await page.GotoAsync("/letters/family-unity");
        var took = new List<TimeSpan>();

        foreach (var (listing, count) in FamilyUnity.Signatories().Skip(106).Zip([107, 108, 109, 110, 111, 112, 113]))
        {
            var watch = Stopwatch.StartNew();
            await FamilyUnity.ListAsync(app, letter, listing);
            await page.WaitForFunctionAsync("count => document.querySelector('#count b').textContent === count", $"{count}");
            took.Add(watch.Elapsed);
        }

        // A machine that is busy with other work may hold up some of them, not half of them.
        Assert.InRange(took.Order().ElementAt(took.Count / 2), TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task The_whole_page_weighs_less_than_a_hundred_kilobytes_and_asks_nobody_else()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        await FamilyUnity.OpenAsync(app);
        var page = await Chromium.NewPageAsync(app);
        await using var context = page.Context;
        var asked = new List<IRequest>();
        page.RequestFinished += (_, request) => asked.Add(request);
        page.Request += (_, request) => Assert.StartsWith(app.Address.ToString(), request.Url, StringComparison.Ordinal);

        await page.GotoAsync("/letters/family-unity");
        await page.EvaluateAsync("document.fonts.ready");
        await page.WaitForTimeoutAsync(500);

        var weight = 0;
        foreach (var request in asked.ToList())
        {
            var sizes = await request.SizesAsync();
            weight += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        }

        Assert.Contains(asked, request => request.Url.Contains("libertinus-serif-regular", StringComparison.Ordinal));
        Assert.True(weight < 100_000, string.Create(CultureInfo.InvariantCulture, $"{weight} bytes"));
    }

    [Fact]
    public async Task A_keyboard_reaches_the_letter_and_the_call_to_sign_first()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        await FamilyUnity.OpenAsync(app, 5);
        var page = await Chromium.NewPageAsync(app, scripts: false);
        await using var context = page.Context;
        await page.GotoAsync("/letters/family-unity");

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        var first = await page.EvaluateAsync<string>("location.hash");
        await page.GotoAsync("/letters/family-unity/sign");
        var reached = new List<string>();
        for (var tab = 0; tab < 24; tab++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>("document.activeElement.name || ''"));
        }

        Assert.Equal("#letter", first);
        Assert.Equal(["name", "where", "site", "logo", "preview", "person", "title", "mail", "phone", "quote", "answer-call", "authority"], reached.Where(name => name.Length > 0).Distinct());
    }
}
