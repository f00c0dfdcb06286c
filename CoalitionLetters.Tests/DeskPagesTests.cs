using System.Text.RegularExpressions;
using CoalitionLetters.History;
using CoalitionLetters.Mail;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
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

    [Fact]
    public async Task A_desk_that_cannot_ask_the_store_says_so_and_follows_it_again_afterwards()
    {
        var outage = new Outage();
        await using var app = await TestApp.StartAsync(listens: true, watch: outage);
        var letter = await FamilyUnity.OpenAsync(app, signatories: 3);
        var page = await app.StaffPageAsync(StaffRole.Viewer);
        await using var context = page.Context;
        await page.GotoAsync($"/staff/letters/{letter.Slug}");
        await FamilyUnity.ListAsync(app, letter, new Listing { Name = "River Trust" });
        await Assertions.Expect(page.Locator(".desk-tally b")).ToHaveTextAsync("4");

        outage.IsAway = true;
        await page.GetByText("Not up to date").WaitForAsync();
        await Assertions.Expect(page.Locator(".desk-tally b")).ToHaveTextAsync("4");
        outage.IsAway = false;
        await FamilyUnity.ListAsync(app, letter, new Listing { Name = "Lake Trust" });

        await Assertions.Expect(page.Locator(".desk-tally b")).ToHaveTextAsync("5");
        await Assertions.Expect(page.GetByText("Not up to date")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Whoever_comes_back_from_a_signature_finds_the_grid_as_it_was()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var letter = await FamilyUnity.OpenAsync(app, 12);
        await FamilyUnity.ListAsync(app, letter, new Listing { Name = "Ohio Trust", Scope = Scope.State, State = "Ohio" });
        var page = await app.StaffPageAsync(StaffRole.Reviewer);
        await using var context = page.Context;
        await page.GotoAsync($"/staff/letters/{letter.Slug}/signatures");
        await Filter(page, "State").SelectOptionAsync("Ohio");
        await Filter(page, "Sort by").SelectOptionAsync("name");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/signatures\?state=Ohio&sort=name$"));

        await page.GetByRole(AriaRole.Link, new() { Name = "Ohio Trust" }).ClickAsync();
        await page.WaitForURLAsync("**/signatures/*-*");
        await page.GoBackAsync();

        await Assertions.Expect(page.Locator(".rz-grid-table tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(Filter(page, "State")).ToHaveValueAsync("Ohio");
        await Assertions.Expect(Filter(page, "Sort by")).ToHaveValueAsync("name");
        await Assertions.Expect(page.Locator(".rz-grid-table thead")).ToContainTextAsync("Signed (Eastern)");
    }

    [Fact]
    public async Task A_reason_that_was_left_empty_is_told_at_its_field()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var letter = await FamilyUnity.OpenAsync(app, 3);
        var page = await app.StaffPageAsync(StaffRole.Reviewer);
        await using var context = page.Context;
        await page.GotoAsync($"/staff/letters/{letter.Slug}/signatures");
        await page.GetByLabel("Choose all on this page").First.CheckAsync();

        await PressAsync(page, "Decline…");
        await page.Locator("#reason").PressAsync("Enter");

        await Assertions.Expect(page.Locator("#reason-error")).ToHaveTextAsync("Say why it is declined.");
        await Assertions.Expect(page.Locator("#reason")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_button_pressed_twice_takes_one_step()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var letter = await FamilyUnity.OpenAsync(app, 3);
        var page = await app.StaffPageAsync(StaffRole.Reviewer);
        await using var context = page.Context;
        await page.GotoAsync($"/staff/letters/{letter.Slug}/signatures");
        await page.GetByLabel("Choose all on this page").First.CheckAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Hold…" }).ClickAsync();
        await page.FillAsync("#reason", "The board decides on Friday");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hold all 3" }).DblClickAsync();

        await Assertions.Expect(page.Locator(".undo p")).ToHaveTextAsync("Held: 3.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).DblClickAsync();
        await Assertions.Expect(page.Locator(".undo p")).ToHaveTextAsync("Taken back: 3.");
        Assert.Equal(3, await app.ReadAsync(db => db.History.CountAsync(entry => entry.What.StartsWith("held"))));
        Assert.Equal(3, await app.ReadAsync(db => db.History.CountAsync(entry => entry.What == "took the last step back")));
    }

    [Fact]
    public async Task What_was_chosen_and_written_outlasts_a_store_that_does_not_answer()
    {
        var outage = new Outage();
        await using var app = await TestApp.StartAsync(listens: true, watch: outage);
        var letter = await FamilyUnity.OpenAsync(app, 3);
        var page = await app.StaffPageAsync(StaffRole.Reviewer);
        await using var context = page.Context;
        await page.GotoAsync($"/staff/letters/{letter.Slug}/signatures");
        await page.GetByLabel("Choose all on this page").First.CheckAsync();
        await PressAsync(page, "Decline…");
        await page.FillAsync("#reason", "Not a body of its own");

        outage.IsAway = true;
        await PressAsync(page, "Decline all 3");
        await Assertions.Expect(page.Locator(".undo")).ToContainTextAsync("The database did not answer");
        await Filter(page, "Sort by").SelectOptionAsync("name");
        await Assertions.Expect(page.GetByText("what stands here may be behind")).ToBeVisibleAsync();

        outage.IsAway = false;
        await PressAsync(page, "Look again");
        await Assertions.Expect(page.GetByText("what stands here may be behind")).ToBeHiddenAsync();
        await page.GetByLabel("Choose all on this page").First.CheckAsync();
        await PressAsync(page, "Decline…");
        await page.FillAsync("#reason", "Not a body of its own");
        await PressAsync(page, "Decline all 3");
        await Assertions.Expect(page.Locator(".undo")).ToContainTextAsync("Declined: 3.");
    }

    [Fact]
    public async Task What_the_filters_of_the_signatures_say_is_what_is_shown()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var letter = await FamilyUnity.OpenAsync(app, 12);
        await FamilyUnity.ListAsync(app, letter, new Listing { Name = "Ohio Trust", Scope = Scope.State, State = "Ohio", Kind = OrganizationKind.Legal });
        var page = await app.StaffPageAsync(StaffRole.Reviewer);
        await using var context = page.Context;
        await page.GotoAsync($"/staff/letters/{letter.Slug}/signatures");
        await Filter(page, "State").SelectOptionAsync("Ohio");
        await Filter(page, "Kind").SelectOptionAsync("Legal");
        await Assertions.Expect(page.Locator(".rz-grid-table tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Export what you see" })).ToHaveAttributeAsync("href", new Regex("state=Ohio&kind=Legal"));

        await Filter(page, "Kind").SelectOptionAsync("Faith");
        await PressAsync(page, "Show all");

        await Assertions.Expect(page.Locator(".rz-grid-table tbody tr")).ToHaveCountAsync(13);
        await Assertions.Expect(Filter(page, "State")).ToHaveValueAsync("");
        await Assertions.Expect(Filter(page, "Kind")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task On_the_narrowest_phone_each_signature_shows_its_status_and_why_it_waits()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var letter = await FamilyUnity.OpenAsync(app, 3);
        var held = FamilyUnity.ListedOn(letter, new Listing { Name = "River Trust" }, app.Clock.Now);
        held.Hold("The board decides on Friday");
        await app.SaveAsync(held);
        var page = await app.StaffPageAsync(StaffRole.Reviewer, width: 320);
        await using var context = page.Context;

        await page.GotoAsync($"/staff/letters/{letter.Slug}/signatures");

        await page.GetByText("The board decides on Friday").WaitForAsync();
        Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('.signatures td .rz-badge, .signatures td .why')].every(part => { const box = part.getBoundingClientRect(); return box.width > 0 && box.left >= 0 && box.right <= innerWidth; })"));
        Assert.True(await page.GetByLabel("Choose all on this page").First.IsVisibleAsync());
        await page.FitsAsync();
    }

    [Fact]
    public async Task On_the_narrowest_phone_all_that_is_said_of_letters_and_mails_is_in_sight()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        await FamilyUnity.OpenAsync(app, 3);
        var address = $"communications.and.endorsements.{new string('a', 40)}@{new string('b', 60)}.example";
        await app.SignAsync("River Trust", address);
        var mail = await app.ReadAsync(db => db.Outbox.SingleAsync(m => m.ToAddress == address));
        var page = await app.StaffPageAsync(StaffRole.Owner, width: 320);
        await using var context = page.Context;

        foreach (var (at, parts) in new[] { ("/staff", "tbody td:not(:empty)"), ($"/staff/mail?show={mail.Status}", "tbody td:not(:empty)"), ($"/staff/mail/{mail.Id}", ".rz-card dd") })
        {
            await page.GotoAsync(at);
            var places = page.Locator($"main :is({parts})");
            await places.First.WaitForAsync();
            Assert.True(await places.EvaluateAllAsync<bool>("all => all.every(part => { const box = part.getBoundingClientRect(), card = part.closest('.rz-card').getBoundingClientRect(); return box.width > 0 && box.left >= card.left && box.right <= card.right; })"), at);
            await page.FitsAsync();
        }

        Assert.True((await page.Locator("main dd").AllAsync()).Count >= 3);
    }

    [Fact]
    public async Task Mails_that_failed_are_shown_to_those_who_may_open_them()
    {
        await using var app = await TestApp.StartAsync();
        var letter = await FamilyUnity.OpenAsync(app, 3);
        await app.SignAndConfirmAsync("River Trust", "sam@river.example");
        await using (var db = app.OpenDb())
        {
            (await db.Outbox.OrderBy(mail => mail.Id).FirstAsync(mail => mail.LetterId == letter.Id, TestContext.Current.CancellationToken)).RefusedForGood("No such mailbox.");
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains("1 mail could not be delivered", (await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync($"/staff/letters/{letter.Slug}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("could not be delivered", (await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync($"/staff/letters/{letter.Slug}")).Text, StringComparison.Ordinal);
    }

    private static ILocator Filter(IPage page, string name) => page.Locator(".filters label").Filter(new() { HasTextRegex = new Regex($@"^\s*{name}\b") }).Locator("select");

    private static async Task PressAsync(IPage page, string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }
}
