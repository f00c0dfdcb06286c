using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Organizations;
using CoalitionLetters.Organizations.Desk;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CoalitionLetters.Tests.Organizations.Desk;

/// <summary>The page on which staff say of two records that look alike whether they are the same, affiliate or different.</summary>
[Trait("Needs", "Database")]
public sealed class LikelyPairsTests : IAsyncLifetime
{
    private const string Pairs = "/staff/organizations/duplicates";
    private static readonly Actor ada = new("Ada Example");

    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("same", "different", "Pelican Watre League is the same as Pelican Water League, and joined to it.")]
    [InlineData("different", "same", "are different.")]
    [InlineData("affiliate", "different", "is an affiliate of")]
    public async Task The_second_who_answers_a_pair_is_told_what_was_said_and_by_whom(string first, string second, string told)
    {
        await app.SaveAsync(An("Pelican Water League"), An("Pelican Watre League"));
        var (kim, lee) = (await VisitAsync(StaffRole.Reviewer), await VisitAsync(StaffRole.Editor));
        await AnswerAsync(kim, first);
        var before = await app.WholeRowsAsync();

        await AnswerAsync(lee, second);

        Assert.Equal(System.Net.HttpStatusCode.OK, lee.Status);
        Assert.Contains("Reviewer Example has answered already:", lee.Text, StringComparison.Ordinal);
        Assert.Contains(told, lee.Text, StringComparison.Ordinal);
        Assert.Contains("Your answer changed nothing.", lee.Text, StringComparison.Ordinal);
        Assert.Equal(before, await app.WholeRowsAsync());
    }

    [Theory]
    [InlineData("same")]
    [InlineData("affiliate")]
    [InlineData("different")]
    public async Task Each_answer_is_taken_back_from_a_line_on_top_and_the_pair_comes_back(string answer)
    {
        await app.SaveAsync(An("Pelican Water League"), An("Pelican Watre League"));
        var before = await app.WholeRowsAsync();
        var browser = await VisitAsync();

        await AnswerAsync(browser, answer);
        Assert.Empty(browser.Page.QuerySelectorAll("article.settle"));
        Assert.Contains("Pelican Watre League", browser.Page.QuerySelector(".notice.good")!.TextContent, StringComparison.Ordinal);
        await browser.PressAsync("Take it back");

        Assert.Equal(before, await app.WholeRowsAsync());
        await ComparedAsync();
        Assert.Single((await browser.VisitAsync(Pairs)).Page.QuerySelectorAll("article.settle"));
    }

    [Fact]
    public async Task Whoever_takes_an_answer_back_for_the_second_time_is_told()
    {
        await app.SaveAsync(An("Pelican Water League"), An("Pelican Watre League"));
        var browser = await VisitAsync();
        await AnswerAsync(browser, "different");
        var stale = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync(browser.Path);

        await browser.PressAsync("Take it back");
        await stale.PressAsync("Take it back");

        Assert.Contains("What was said about these two was taken back already.", stale.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_affiliate_that_stands_alone_again_on_its_record_is_asked_about_again()
    {
        await app.SaveAsync(An("Pelican Water League"), An("Pelican Watre League"));
        var browser = await VisitAsync();
        await AnswerAsync(browser, "affiliate");
        var affiliate = await app.ReadAsync(db => db.Organizations.SingleAsync(o => o.ParentId != null));

        await browser.VisitAsync($"/staff/organizations/{affiliate.Id}");
        Assert.Contains("is the parent, said Reviewer Example", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(("Facts.Parent", ""));

        await ComparedAsync();
        Assert.Single((await browser.VisitAsync(Pairs)).Page.QuerySelectorAll("article.settle"));
    }

    [Fact]
    public async Task Of_two_from_one_import_the_better_spelled_stays_and_the_page_says_so_before()
    {
        foreach (var (wrong, right) in new[] { ("Pelican Watre League", "Pelican Water League"), ("Heron Forest Alliancee", "Heron Forest Alliance"), ("Otter Netwrok of Mothers", "Otter Network of Mothers") })
        {
            await app.SaveAsync(An(wrong), An(right));
        }

        var browser = await VisitAsync();
        Assert.Equal(["Heron Forest Alliance", "Otter Network of Mothers", "Pelican Water League"], browser.Page.QuerySelectorAll("article .why b").Select(name => name.TextContent).Order(StringComparer.Ordinal));
        for (var pairs = 3; pairs > 0; pairs--)
        {
            await AnswerAsync(browser, "same");
        }

        Assert.Equal(["Heron Forest Alliance", "Otter Network of Mothers", "Pelican Water League"], await StandingAsync());
    }

    [Fact]
    public async Task A_record_on_a_public_list_stays_before_an_older_one_and_staff_may_swap_the_two()
    {
        var (letter, text) = ALetter.Open();
        var (older, younger) = (An("Pelican Water League"), Organization.Named("Pelican Watre League", OrganizationKind.Advocacy, Scope.National, null, null, null, app.Clock.Now.AddDays(1)));
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now), older, younger);
        var signature = FamilyUnity.ListedOn(letter, new Listing { Name = younger.Name }, app.Clock.Now);
        signature.BelongsTo(younger.Id);
        await app.SaveAsync(signature);
        var browser = await VisitAsync();
        Assert.Contains("If they are the same, Pelican Watre League stays.", browser.Text, StringComparison.Ordinal);

        await browser.PressAsync("Same, but keep Pelican Water League");

        Assert.Contains("It is called Pelican Water League, and Pelican Watre League is another name of it.", browser.Text, StringComparison.Ordinal);
        Assert.Equal(["Pelican Water League"], await StandingAsync());
        Assert.Equal(older.Id, await app.ReadAsync(db => db.Signatures.Select(s => s.OrganizationId).SingleAsync()));
    }

    [Fact]
    public async Task A_name_that_another_record_bears_is_warned_about_beside_the_field_and_puts_the_two_among_the_pairs()
    {
        var (union, league) = (An("River Union"), An("Heron League"));
        await app.SaveAsync(union, league);
        await ComparedAsync();
        var browser = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync($"/staff/organizations/{union.Id}");

        await browser.PressAsync("Add the name", ("NewAlias", "The Heron League"));
        Assert.StartsWith("Another record bears this name: Heron League.", browser.Page.GetElementById("alias-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", browser.Page.GetElementById("alias")!.GetAttribute("aria-invalid"));
        Assert.Empty(await app.ReadAsync(db => db.Set<OrganizationAlias>().ToListAsync()));
        await browser.PressAsync("Add the name");

        Assert.Equal("The Heron League", await app.ReadAsync(db => db.Set<OrganizationAlias>().Select(alias => alias.Name).SingleAsync()));
        await ComparedAsync();
        await browser.VisitAsync(Pairs);
        Assert.Contains("River Union", Assert.Single(browser.Page.QuerySelectorAll("article.settle")).TextContent, StringComparison.Ordinal);
        Assert.Contains("By their names", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_name_that_nobody_else_bears_is_added_without_a_question()
    {
        var union = An("River Union");
        await app.SaveAsync(union, An("Heron League"));
        var browser = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync($"/staff/organizations/{union.Id}");

        await browser.PressAsync("Add the name", ("NewAlias", "Otter Union"));

        Assert.Null(browser.Page.GetElementById("alias-error"));
        Assert.Equal(union.Id, await app.ReadAsync(db => db.Organizations.IdOfAsync("otter union")));
    }

    [Fact]
    public async Task The_story_itself_refuses_a_second_answer()
    {
        var (one, other) = (An("Pelican Water League"), An("Pelican Watre League"));
        await app.SaveAsync(one, other);
        await app.RunAsync<SettlePair>(story => story.RunAsync(one.Id, other.Id, PairAnswer.Different, ada));

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<SettlePair>(story => story.RunAsync(one.Id, other.Id, PairAnswer.Same, new Actor("Bo Example"))));

        Assert.StartsWith("Ada Example has answered already:", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("same")]
    [InlineData("different")]
    public async Task Whoever_answers_the_same_pair_twice_is_told_that_it_was_their_own_answer(string answer)
    {
        await app.SaveAsync(An("Pelican Water League"), An("Pelican Watre League"));
        var (here, elsewhere) = (await VisitAsync(), await VisitAsync());
        await AnswerAsync(here, answer);

        await AnswerAsync(elsewhere, answer);

        Assert.Contains("You have answered already:", elsewhere.Text, StringComparison.Ordinal);
        Assert.Contains("Your second answer changed nothing.", elsewhere.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Reviewer Example has answered", elsewhere.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelling_is_no_parent_of_the_name_that_it_misspells()
    {
        var older = Organization.Named("Detention Watch Colective", OrganizationKind.Advocacy, Scope.National, null, null, null, app.Clock.Now.AddDays(-1));
        await app.SaveAsync(older, An("Detention Watch Collective"));

        var browser = await VisitAsync();

        Assert.Contains("As an affiliate, Detention Watch Colective would belong to Detention Watch Collective.", browser.Text, StringComparison.Ordinal);
    }

    private async Task<Browser> VisitAsync(StaffRole role = StaffRole.Reviewer)
    {
        await ComparedAsync();
        return await (await app.SignedInAsync(role)).VisitAsync(Pairs);
    }

    private static Task<Browser> AnswerAsync(Browser browser, string answer) => browser.PressAsync(browser.Page.QuerySelector($"article.settle button[value={answer}]")!);

    private Task ComparedAsync() => app.Services.GetRequiredService<OrganizationDirectory>().ComparedAsync(TestContext.Current.CancellationToken);

    private Task<List<string>> StandingAsync() => app.ReadAsync(db => db.Organizations.Standing().OrderBy(o => o.Name).Select(o => o.Name).ToListAsync());

    private Organization An(string name) => Organization.Named(name, OrganizationKind.Advocacy, Scope.National, null, null, null, app.Clock.Now);
}
