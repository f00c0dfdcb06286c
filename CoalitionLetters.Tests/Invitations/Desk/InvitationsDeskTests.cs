using System.Net;
using AngleSharp.Html.Dom;
using CoalitionLetters.History;
using CoalitionLetters.Invitations;
using CoalitionLetters.Letters;
using CoalitionLetters.Organizations;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests.Invitations.Desk;

/// <summary>The desk's list of those who were asked.</summary>
[Trait("Needs", "Database")]
public sealed class InvitationsDeskTests
{
    private const string Desk = $"/staff/letters/{FamilyUnity.Slug}";

    private static readonly Actor ada = new("Ada Example");

    [Fact]
    public async Task Staff_invite_send_remind_and_withdraw_and_each_step_that_mails_asks_once()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, 1);
        await app.SaveAsync(An(app, "River Union"), An(app, "Water Trust"));
        var browser = await app.SignedInAsync(StaffRole.Editor);

        await browser.VisitAsync($"{Desk}/invitations/new?q=river+union");
        Assert.DoesNotContain("Make a record", browser.Text, StringComparison.Ordinal);
        await browser.FollowAsync("River Union");
        await browser.SubmitAsync(("Form.Contact", "Sam Example"), ("Form.Email", "sam@river.example"));
        Assert.Contains("River Union is on the list.", browser.Text, StringComparison.Ordinal);

        await browser.VisitAsync($"{Desk}/invitations/new?q=Lake+Union");
        await browser.PressAsync("Make a record of “Lake Union”");
        await browser.SubmitAsync(("Form.Email", "not an address"));
        Assert.Contains("is not a mail address", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(("Form.Email", "lee@lake.example"));

        await browser.PressAsync("Send all 2 that are not sent yet…");
        Assert.Equal(0, await app.Mailbox.CountAsync());
        await browser.PressAsync("Send 2 invitations");
        Assert.Contains("2 mails go out.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("0 of 2 invited organizations have signed", browser.Text, StringComparison.Ordinal);

        await ChooseAsync(browser, "Lake Union", "Remind the chosen…");
        await browser.PressAsync("Send 1 reminder");
        await ChooseAsync(browser, "River Union", "Withdraw the chosen…");
        await browser.PressAsync("1 invitation: withdraw it");
        Assert.Equal(["Not answered", "Invitation withdrawn"], browser.Page.QuerySelectorAll("tbody .rz-badge").Select(badge => badge.TextContent));
        Assert.Equal(3, await app.Mailbox.CountAsync());
    }

    [Fact]
    public async Task The_list_tells_signed_from_not_and_goes_out_as_a_table()
    {
        await using var app = await TestApp.StartAsync();
        var letter = await FamilyUnity.OpenAsync(app, 1);
        await PlanAsync(app, letter, "River Union", "Water Trust", "=Lake Union");
        await app.SignAndConfirmAsync("Water Trust", "lee@water.example");
        var browser = await app.SignedInAsync(StaffRole.Reviewer);

        await browser.VisitAsync($"{Desk}/invitations?view=signed");
        Assert.Equal(["Water Trust"], browser.Page.QuerySelectorAll("tbody th a").Select(link => link.TextContent));
        await browser.VisitAsync($"{Desk}/invitations.csv");

        var lines = (await browser.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n");
        Assert.StartsWith("'=Lake Union,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("Water Trust,,water@union.example,,Signed,Water Trust,", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Viewers_and_reviewers_see_who_was_asked_and_send_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var letter = await FamilyUnity.OpenAsync(app, 1);
        var id = (await PlanAsync(app, letter, "River Union"))[0];

        foreach (var role in (IEnumerable<StaffRole>)[StaffRole.Viewer, StaffRole.Reviewer])
        {
            var browser = await app.SignedInAsync(role);
            await browser.VisitAsync($"{Desk}/invitations");
            Assert.Empty(browser.Page.QuerySelectorAll("main form[method=post]"));
            await browser.VisitAsync($"{Desk}/invitations/{id}");
            Assert.Empty(browser.Page.QuerySelectorAll("main form[method=post]"));
            await browser.VisitAsync($"{Desk}/invitations/new");
            Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        }
    }

    [Fact]
    public async Task Two_people_who_correct_one_invitation_are_told_apart()
    {
        await using var app = await TestApp.StartAsync();
        var letter = await FamilyUnity.OpenAsync(app, 1);
        var id = (await PlanAsync(app, letter, "River Union"))[0];
        var (first, second) = (await app.SignedInAsync(StaffRole.Editor), await app.SignedInAsync(StaffRole.Owner));
        await first.VisitAsync($"{Desk}/invitations/{id}");
        await second.VisitAsync($"{Desk}/invitations/{id}");

        await first.PressAsync("Keep this", ("Form.Contact", "Sam Example"));
        await second.PressAsync("Keep this", ("Form.Contact", "Lee Example"));

        Assert.Contains("Somebody else has changed this invitation meanwhile.", second.Text, StringComparison.Ordinal);
        Assert.Equal("Sam Example", await app.ReadAsync(db => db.Invitations.Select(i => i.ContactName).SingleAsync()));
    }

    [Fact]
    public async Task By_keyboard_an_invitation_is_chosen_and_sent()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var letter = await FamilyUnity.OpenAsync(app, 1);
        await PlanAsync(app, letter, "River Union");
        var page = await app.StaffPageAsync(StaffRole.Editor);
        await using var context = page.Context;
        await page.GotoAsync($"{Desk}/invitations");

        await page.GetByLabel("Choose River Union").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the chosen…" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send 1 invitation", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByText("1 mail goes out.")).ToBeVisibleAsync();
        Assert.Equal("Will River Union sign? Keep families together at the border", (await app.Mailbox.NewestToAsync("river@union.example")).Subject);
    }

    private static async Task ChooseAsync(Browser browser, string organization, string button)
    {
        var box = browser.Page.QuerySelectorAll("input[type=checkbox]").OfType<IHtmlInputElement>().Single(b => b.GetAttribute("aria-label") == $"Choose {organization}");
        box.IsChecked = true;
        await browser.PressAsync(button);
    }

    private static async Task<List<Guid>> PlanAsync(TestApp app, Letter letter, params string[] names)
    {
        var ids = new List<Guid>();
        foreach (var name in names)
        {
            var organization = An(app, name);
            await app.SaveAsync(organization);
            var word = name.TrimStart('=').Split(' ')[0].ToLowerInvariant();
            await app.RunAsync<InviteOrganization>(async story => ids.Add(await story.RunAsync(letter.Slug, organization.Id, null, $"{word}@union.example", null, ada)));
        }

        return ids;
    }

    private static Organization An(TestApp app, string name) => Organization.Named(name, OrganizationKind.Union, Scope.National, null, null, null, app.Clock.Now);
}
