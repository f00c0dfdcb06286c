using CoalitionLetters.Counting;
using CoalitionLetters.Organizations;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests.Organizations.Desk;

[Trait("Needs", "Database")]
public sealed class DirectoryInBrowserTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync(listens: true);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task One_key_settles_a_pair()
    {
        await app.SaveAsync(Named("Detention Watch Network"), Named("Detention Watch Netwrok"));
        await app.Services.GetRequiredService<OrganizationDirectory>().ComparedAsync(TestContext.Current.CancellationToken);
        var page = await SignedInAsync();
        await using var context = page.Context;
        await page.GotoAsync("/staff/organizations/duplicates");

        await page.Keyboard.PressAsync("s");

        await page.GetByText("The two records are one now.").WaitForAsync();
        Assert.Equal(1, await app.ReadAsync(db => db.Organizations.Standing().CountAsync()));
    }

    [Theory]
    [InlineData("a", PairAnswer.Affiliate)]
    [InlineData("d", PairAnswer.Different)]
    public async Task The_other_keys_answer_a_pair_too(string key, PairAnswer answer)
    {
        await app.SaveAsync(Named("Detention Watch Network"), Named("Detention Watch Netwrok"));
        await app.Services.GetRequiredService<OrganizationDirectory>().ComparedAsync(TestContext.Current.CancellationToken);
        var page = await SignedInAsync();
        await using var context = page.Context;
        await page.GotoAsync("/staff/organizations/duplicates");

        await page.Keyboard.PressAsync(key);

        await Assertions.Expect(page.Locator("article.settle")).ToHaveCountAsync(0);
        Assert.Equal(answer, await app.ReadAsync(db => db.SettledPairs.Select(p => p.Answer).SingleAsync()));
        Assert.Equal(answer == PairAnswer.Affiliate ? 1 : 0, await app.ReadAsync(db => db.Organizations.CountAsync(o => o.ParentId != null)));
    }

    [Fact]
    public async Task A_key_that_is_held_answers_one_pair_and_none_that_nobody_has_read()
    {
        await app.SaveAsync(Named("Detention Watch Network"), Named("Detention Watch Netwrok"), Named("Pelican Water League"), Named("Pelican Watre League"), Named("Heron Forest Alliance"), Named("Heron Forest Alliancee"));
        await app.Services.GetRequiredService<OrganizationDirectory>().ComparedAsync(TestContext.Current.CancellationToken);
        var page = await SignedInAsync();
        await using var context = page.Context;
        await page.GotoAsync("/staff/organizations/duplicates");
        await Assertions.Expect(page.Locator("article.settle")).ToHaveCountAsync(3);

        await page.Keyboard.DownAsync("d");
        await Assertions.Expect(page.Locator("article.settle")).ToHaveCountAsync(2);

        // The pairs are there before the script that listens to the keys.
        await page.WaitForLoadStateAsync();
        await page.Keyboard.DownAsync("d");
        await page.Keyboard.DownAsync("d");
        await page.Keyboard.UpAsync("d");
        await page.Keyboard.PressAsync("a");

        await Assertions.Expect(page.Locator("article.settle")).ToHaveCountAsync(1);
        Assert.Equal([PairAnswer.Affiliate, PairAnswer.Different], await app.ReadAsync(db => db.SettledPairs.Select(p => p.Answer).OrderBy(answer => answer).ToListAsync()));
    }

    [Fact]
    public async Task On_the_narrowest_phone_the_directory_stands_row_by_row_and_can_be_sorted()
    {
        var named = Organization.Named("Federation of Municipal and County Water Employees of the Great Lakes", OrganizationKind.Union, Scope.State, "Ohio", null, null, app.Clock.Now);
        named.AddAlias("FMCWEGL", app.Clock.Now, AliasKind.Acronym);
        await app.SaveAsync(named, Named("Detention Watch Network"));
        var page = await app.StaffPageAsync(StaffRole.Viewer, width: 320);
        await using var context = page.Context;

        await page.GotoAsync("/staff/organizations");

        await page.FitsAsync();
        Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('table.stacks tbody :is(th, td):not(:empty)')].every(cell => { const box = cell.getBoundingClientRect(); return box.width > 0 && box.left >= 0 && box.right <= innerWidth; })"));
        await page.GetByRole(AriaRole.Link, new() { Name = "State or country" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody th").First).ToContainTextAsync("Federation of Municipal");
        await page.PassesAxeAsync();
    }

    [Fact]
    public async Task A_list_is_dropped_tried_out_taken_in_and_taken_back()
    {
        var (letter, text) = ALetter.Open();
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now));
        var page = await SignedInAsync();
        await using var context = page.Context;
        await page.GotoAsync($"/staff/letters/{letter.Slug}/import");

        await page.ChooseFileAsync("#file", RepositoryFiles.Sample("imports/plain-spreadsheet.csv"));
        await page.GetByText("Text in UTF-8, divided by commas. The header stands in row 1.").WaitForAsync();
        await page.PassesAxeAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it out" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "20 organizations in 27 rows" }).WaitForAsync();
        await page.PassesAxeAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take in 20 organizations" }).ClickAsync();
        await page.GetByText("20 signatures are listed.").WaitForAsync();
        Assert.Equal(20, await app.ReadAsync(db => db.Tallies.Select(t => t.Count).SingleAsync()));

        await page.GetByRole(AriaRole.Button, new() { Name = "Take the import back" }).ClickAsync();
        await page.GetByText("The import was taken back.").WaitForAsync();
        Assert.Equal(0, await app.ReadAsync(db => db.Organizations.CountAsync()));
    }

    [Fact]
    public async Task A_list_of_those_to_invite_is_taken_in_by_keyboard_on_a_small_phone()
    {
        var (letter, text) = ALetter.Open();
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now));
        var page = await app.StaffPageAsync(StaffRole.Editor, width: 320);
        await using var context = page.Context;
        await page.GotoAsync($"/staff/letters/{letter.Slug}/import");
        await page.GetByRole(AriaRole.Link, new() { Name = "Invitations", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Import invitations" })).ToBeVisibleAsync();

        await page.ChooseFileAsync("#file", RepositoryFiles.Sample("imports/plain-spreadsheet.csv"));
        await PressAsync("Try it out");
        await page.GetByRole(AriaRole.Heading, new() { Name = "20 organizations in 27 rows" }).WaitForAsync();
        await page.PassesAxeAsync();
        await page.FitsAsync();
        await PressAsync("Take in 20 organizations");
        await page.GetByText("20 organizations are on the list of those to invite. No mail was sent.").WaitForAsync();
        Assert.Equal(0, await app.Mailbox.CountAsync());

        await PressAsync("Take the import back");
        await page.GetByText("The import was taken back.").WaitForAsync();
        Assert.Equal(0, await app.ReadAsync(db => db.Organizations.CountAsync()));

        async Task PressAsync(string name)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = name }).FocusAsync();
            await page.Keyboard.PressAsync("Enter");
        }
    }

    [Fact]
    public async Task A_file_that_is_no_list_gets_its_sentence()
    {
        var (letter, text) = ALetter.Open();
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now));
        var page = await SignedInAsync();
        await using var context = page.Context;
        await page.GotoAsync($"/staff/letters/{letter.Slug}/import");

        await page.ChooseFileAsync("#file", new FilePayload { Name = "letter.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7"u8.ToArray() });

        await page.GetByText("This is a PDF, not a list. Save the list as CSV or XLSX and try again.").WaitForAsync();
    }

    private Organization Named(string name) => Organization.Named(name, OrganizationKind.Advocacy, Scope.National, null, null, null, app.Clock.Now);

    private async Task<IPage> SignedInAsync()
    {
        var member = await app.AMemberAsync(StaffRole.Reviewer);
        var page = await Chromium.NewPageAsync(app);
        await page.GotoAsync("/staff/sign-in");
        await page.GetByLabel("E-mail address").FillAsync(member.Email!);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(TestApp.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/staff");
        return page;
    }
}
