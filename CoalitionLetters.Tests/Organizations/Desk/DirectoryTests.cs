using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Organizations;
using CoalitionLetters.Organizations.Desk;
using CoalitionLetters.Organizations.Names;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CoalitionLetters.Tests.Organizations.Desk;

[Trait("Needs", "Database")]
public sealed class DirectoryTests : IAsyncLifetime
{
    private static readonly Actor ada = new("Ada Example");

    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_directory_lists_records_in_listing_order_and_finds_them_by_acronym_and_slip()
    {
        await app.SaveAsync(An("The Water Trust"), An("American Federation of State, County and Municipal Employees"), An("Detention Watch Network"));
        var browser = await app.SignedInAsync(StaffRole.Viewer);

        await browser.VisitAsync("/staff/organizations");
        Assert.Equal(["American Federation of State, County and Municipal Employees", "Detention Watch Network", "The Water Trust"], Names(browser));

        foreach (var typed in (IEnumerable<string>)["AFSCME", "afscme", "American Federation of State", "Amercan Federaton of State"])
        {
            await browser.VisitAsync($"/staff/organizations?q={Uri.EscapeDataString(typed)}");
            Assert.Equal("American Federation of State, County and Municipal Employees", Names(browser)[0]);
        }
    }

    [Fact]
    public async Task A_record_shows_its_names_and_takes_corrections()
    {
        var union = An("River Union");
        await app.SaveAsync(union, An("Water Trust"));
        var browser = await app.SignedInAsync(StaffRole.Reviewer);

        await browser.VisitAsync($"/staff/organizations/{union.Id}");
        await browser.PressAsync("Add the name", ("NewAlias", "RU"));
        await browser.SubmitAsync(("Facts.Name", "River Workers Union"), ("Facts.Parent", "Water Trust"));

        Assert.Contains("affiliate of Water Trust", browser.Text, StringComparison.Ordinal);
        Assert.Equal("River Workers Union", browser.Page.QuerySelector("h1")!.TextContent);
        await browser.VisitAsync("/staff/organizations?q=RU");
        Assert.Equal("River Workers Union", Names(browser)[0]);
    }

    [Fact]
    public async Task A_record_shows_what_it_has_signed_and_by_whom_and_a_merge_moves_it()
    {
        var (letter, text) = ALetter.Open();
        var (kept, gone) = (An("River Union"), An("Union of the River"));
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now), kept, gone);
        var signature = Signature.EnteredByStaff(letter, gone.Id, new Listing { Name = gone.Name }, new Signer { Name = "Sam Example", Email = "sam@river.example" }, "mail of June 14", "Ada", app.Clock.Now);
        await app.SaveAsync(signature);
        var browser = await app.SignedInAsync(StaffRole.Reviewer);

        await browser.VisitAsync($"/staff/organizations/{kept.Id}/merge?with={gone.Id}");
        Assert.Contains("1 signature moves. It is listed as before.", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Join the two records");

        Assert.Contains("It has signed 1 letterClean water for every county", browser.Text, StringComparison.Ordinal);
        Assert.Contains("sam@river.example", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_declined_or_never_confirmed_counts_as_no_letter_signed()
    {
        var (letter, text) = ALetter.Open();
        var (second, secondText) = ALetter.Open("clean-rivers");
        var union = An("River Union");
        await app.SaveAsync(letter, text, second, secondText, union);
        var declined = Signature.EnteredByStaff(letter, union.Id, new Listing { Name = union.Name }, new Signer(), "mail of June 14", "Ada", app.Clock.Now);
        declined.Decline("no body of this name");
        var waiting = Signature.On(second, union.Id, new Listing { Name = union.Name }, new Signer(), "I may.", new Dictionary<string, string>(), null, app.Clock.Now);
        await app.SaveAsync(declined, waiting);

        var browser = await (await app.SignedInAsync(StaffRole.Viewer)).VisitAsync($"/staff/organizations/{union.Id}");

        Assert.Contains("It has signed no letter yet", browser.Text, StringComparison.Ordinal);
        Assert.Contains("declined", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_says_how_many_it_has_found_and_goes_on_over_pages()
    {
        await app.SaveAsync([.. Enumerable.Range(1, 130).Select(number => An($"River & Lake Union Local {number}"))]);
        var browser = await (await app.SignedInAsync(StaffRole.Viewer)).VisitAsync("/staff/organizations?q=river+%26+lake+union");

        Assert.Contains("130 organizations, the likeliest first. ", browser.Text, StringComparison.Ordinal);
        var first = Names(browser);
        await browser.FollowAsync("Next");

        Assert.Contains("Page 2 of 2", browser.Text, StringComparison.Ordinal);
        Assert.Equal((100, 30, 130), (first.Count, Names(browser).Count, first.Union(Names(browser)).Count()));
    }

    [Fact]
    public async Task A_viewer_may_look_and_not_change()
    {
        var union = An("River Union");
        await app.SaveAsync(union);
        var browser = await app.SignedInAsync(StaffRole.Viewer);

        await browser.VisitAsync($"/staff/organizations/{union.Id}");

        Assert.Empty(browser.Page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Joining_is_shown_before_it_is_done_and_can_be_taken_apart_exactly()
    {
        var (kept, gone, local) = (An("Hispanic Federation"), An("Federación Hispana"), An("Federación Hispana Local 5"));
        gone.AddAlias("FH", app.Clock.Now);
        local.BelongTo(gone.Id, app.Clock.Now);
        await app.SaveAsync(kept, gone);
        await app.SaveAsync(local);
        var before = await app.WholeRowsAsync();
        var browser = await app.SignedInAsync(StaffRole.Reviewer);

        await browser.VisitAsync($"/staff/organizations/{kept.Id}/merge?with={gone.Id}");
        Assert.Contains("It gains the names Federación Hispana, FH.", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Join the two records");
        Assert.Contains("joined Federación Hispana to this record", browser.Text, StringComparison.Ordinal);
        Assert.NotEqual(before, await app.WholeRowsAsync());

        await browser.PressAsync("Take it apart again");
        Assert.Equal(before, await app.WholeRowsAsync());
        Assert.Contains("took Federación Hispana apart again from this record", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_joined_record_leaves_the_directory_and_comes_back_when_it_is_taken_apart()
    {
        var (kept, gone) = (An("Water Trust"), An("Water Trust of the Valley"));
        await app.SaveAsync(kept, gone);
        var directory = app.Services.GetRequiredService<OrganizationDirectory>();
        Assert.Equal(2, (await directory.AllAsync(TestContext.Current.CancellationToken)).Count);

        Guid merge = default;
        await app.RunAsync<MergeOrganizations>(async story => merge = await story.RunAsync(kept.Id, gone.Id, ada));
        Assert.Equal("Water Trust", Assert.Single(await directory.AllAsync(TestContext.Current.CancellationToken)).Name);
        Assert.Equal(kept.Id, (await directory.SearchAsync("Water Trust of the Valley", cancel: TestContext.Current.CancellationToken))[0].Id);

        await app.RunAsync<MergeOrganizations>(story => story.UndoAsync(merge, ada));
        Assert.Equal(2, (await directory.AllAsync(TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task The_directory_in_memory_follows_a_store_that_was_empty_when_it_was_first_read()
    {
        var directory = app.Services.GetRequiredService<OrganizationDirectory>();
        Assert.Empty(await directory.AllAsync(TestContext.Current.CancellationToken));
        var union = An("River Union");
        await app.SaveAsync(union, An("Water Trust"));
        Assert.Equal(2, (await directory.AllAsync(TestContext.Current.CancellationToken)).Count);

        await app.RunAsync<EditOrganization>(story => story.AddAliasAsync(union.Id, "Lake Union", AliasKind.FormerName, ada));
        Assert.Equal(["Lake Union"], (await directory.AllAsync(TestContext.Current.CancellationToken))[0].Aliases);
    }

    [Fact]
    public async Task The_list_is_sorted_by_a_column_and_within_it_by_name()
    {
        await app.SaveAsync(In("Zeta Trust", "Ohio"), In("Alpha Trust", "Texas"), In("Beta Trust", "Ohio"), In("Gamma Trust", null));
        var browser = await app.SignedInAsync(StaffRole.Viewer);

        await browser.VisitAsync("/staff/organizations?sort=place");
        Assert.Equal(["Beta Trust", "Zeta Trust", "Alpha Trust", "Gamma Trust"], Names(browser));
        Assert.Equal("State or country", browser.Page.QuerySelector("th[aria-sort=ascending]")!.TextContent.Trim());
        await browser.FollowAsync("Organization");
        Assert.Equal(["Alpha Trust", "Beta Trust", "Gamma Trust", "Zeta Trust"], Names(browser));

        Organization In(string name, string? state) => Organization.Named(name, OrganizationKind.Advocacy, state is null ? Scope.National : Scope.State, state, null, null, app.Clock.Now);
    }

    [Fact]
    public async Task A_pair_that_looks_alike_is_settled_with_one_answer_and_not_asked_again()
    {
        await app.SaveAsync(An("Detention Watch Network"), An("Detention Watch Netwrok"), An("Border Water Alliance"), An("Border Water Alliances"));
        await app.Services.GetRequiredService<OrganizationDirectory>().ComparedAsync(TestContext.Current.CancellationToken);
        var browser = await app.SignedInAsync(StaffRole.Reviewer);

        await browser.VisitAsync("/staff/organizations/duplicates");
        Assert.Equal(2, browser.Page.QuerySelectorAll("article.settle").Length);
        Assert.Contains("Probably the same.", browser.Text, StringComparison.Ordinal);

        await browser.PressAsync(browser.Page.QuerySelector("article.settle button[value=different]")!);
        Assert.Single(browser.Page.QuerySelectorAll("article.settle"));
        await browser.PressAsync(browser.Page.QuerySelector("article.settle button[value=same]")!);
        Assert.Empty(browser.Page.QuerySelectorAll("article.settle"));
        Assert.Equal(3, await app.ReadAsync(db => db.Organizations.Standing().CountAsync()));

        await browser.PressAsync("Take it back");
        Assert.Equal(4, await app.ReadAsync(db => db.Organizations.Standing().CountAsync()));
    }

    [Fact]
    public async Task The_page_of_pairs_says_which_would_be_the_parent_and_makes_it_so()
    {
        var (older, wider) = (Organization.Named("Detention Watch Netwrok", OrganizationKind.Advocacy, Scope.Local, null, null, null, app.Clock.Now), Organization.Named("Detention Watch Network", OrganizationKind.Advocacy, Scope.National, null, null, null, app.Clock.Now.AddDays(1)));
        await app.SaveAsync(older, wider);
        await app.Services.GetRequiredService<OrganizationDirectory>().ComparedAsync(TestContext.Current.CancellationToken);
        var browser = await app.SignedInAsync(StaffRole.Reviewer);

        await browser.VisitAsync("/staff/organizations/duplicates");
        Assert.Contains("As an affiliate, Detention Watch Netwrok would belong to Detention Watch Network.", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync(browser.Page.QuerySelector("article.settle button[data-key=a]")!);

        Assert.Equal([null, wider.Id], await app.ReadAsync(db => db.Organizations.OrderBy(o => o.ParentId != null).Select(o => o.ParentId).ToListAsync()));
        Assert.Empty(browser.Page.QuerySelectorAll("article.settle"));
    }

    [Theory]
    [InlineData("CWS", "Church World Service")]
    [InlineData("ZQWU", "Zealous Quarry Workers United")]
    public void An_acronym_is_no_parent_of_its_own_words(string letters, string name)
    {
        var (one, other) = (Entry(letters), Entry(name));
        var pair = new LikelyPair(one, letters, other, name, NameMatching.Compare(letters, name));

        Assert.Equal((other, one), LikelyPairs.AsFamily(pair));
        Assert.Equal((other, one), LikelyPairs.AsFamily(new LikelyPair(other, name, one, letters, pair.Comparison)));

        static DirectoryEntry Entry(string name) => new(Guid.NewGuid(), name, name, OrganizationKind.Union, Scope.National, null, null, null, []);
    }

    [Fact]
    public async Task A_pair_does_not_take_an_affiliate_from_its_parent_nor_close_a_circle()
    {
        var (root, middle, leaf) = (An("Root Union"), An("Middle Union"), An("Leaf Union"));
        middle.BelongTo(root.Id, app.Clock.Now);
        leaf.BelongTo(middle.Id, app.Clock.Now);
        await app.SaveAsync(root);
        await app.SaveAsync(middle);
        await app.SaveAsync(leaf);

        var taken = await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<SettlePair>(story => story.RunAsync(root.Id, leaf.Id, PairAnswer.Affiliate, ada)));
        var circle = await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<SettlePair>(story => story.RunAsync(leaf.Id, root.Id, PairAnswer.Affiliate, ada)));

        Assert.Equal("Leaf Union belongs to Middle Union already. Change that on its own page if it is wrong.", taken.Message);
        Assert.Equal("Leaf Union belongs to Root Union, so Root Union cannot belong to it.", circle.Message);
        Assert.Empty(await app.ReadAsync(db => db.SettledPairs.ToListAsync()));
    }

    [Fact]
    public async Task That_two_are_different_stands_on_both_records_and_can_be_taken_back()
    {
        var (one, other) = (An("River Union"), An("River Unions"));
        await app.SaveAsync(one, other);
        await app.RunAsync<SettlePair>(story => story.RunAsync(one.Id, other.Id, PairAnswer.Different, ada));
        var browser = await app.SignedInAsync(StaffRole.Reviewer);

        foreach (var (id, name) in (IEnumerable<(Guid, string)>)[(one.Id, "River Unions"), (other.Id, "River Union")])
        {
            await browser.VisitAsync($"/staff/organizations/{id}");
            Assert.Contains($"said that it is different from {name}", browser.Text, StringComparison.Ordinal);
        }

        await browser.PressAsync("Ask again");

        Assert.Empty(await app.ReadAsync(db => db.SettledPairs.ToListAsync()));
        Assert.Contains("took back that it is different from River Union", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_name_can_become_a_record_of_its_own()
    {
        var union = An("River Union");
        var alias = union.AddAlias("Lake Union", app.Clock.Now);
        await app.SaveAsync(union);

        await app.RunAsync<SplitOrganization>(story => story.RunAsync(union.Id, alias.Id, ada));

        Assert.Equal(["Lake Union", "River Union"], await app.ReadAsync(db => db.Organizations.OrderBy(o => o.Name).Select(o => o.Name).ToListAsync()));
        Assert.Empty(await app.ReadAsync(db => db.Set<OrganizationAlias>().ToListAsync()));
    }

    [Fact]
    public async Task An_organization_cannot_belong_to_its_own_affiliate()
    {
        var (parent, child) = (An("Water Trust"), An("Water Trust Fund"));
        child.BelongTo(parent.Id, app.Clock.Now);
        await app.SaveAsync(parent);
        await app.SaveAsync(child);

        await Assert.ThrowsAsync<CoalitionLetters.Data.RuleBrokenException>(() => app.RunAsync<EditOrganization>(story => story.BelongToAsync(parent.Id, "Water Trust Fund", ada)));
    }

    private Organization An(string name) => Organization.Named(name, OrganizationKind.Advocacy, Scope.National, null, null, null, app.Clock.Now);

    private static List<string> Names(Browser browser) => [.. browser.Page.QuerySelectorAll("tbody th a").Select(link => link.TextContent)];
}
