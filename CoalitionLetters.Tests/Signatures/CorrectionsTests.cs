using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Signatures.Desk;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Signatures;

/// <summary>A signer corrects a line that is listed and counted, on a letter where staff look first: nothing vanishes, and nothing changes silently.</summary>
[Trait("Needs", "Database")]
public sealed class CorrectionsTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Actor Ana = new("Ana Reyes", Guid.NewGuid());

    [Fact]
    public async Task A_corrected_line_stays_listed_and_counted_as_it_was_and_the_signer_sees_what_waits()
    {
        var manage = await ListedAsync("stays", "River Trust");
        var browser = await app.Browser().VisitAsync(manage + "/listing");
        var lead = browser.Text;

        await browser.SubmitAsync(("name", "River Trust, Inc."), ("where", "state"), ("state", "VT"), ("quote", "Rivers do not wait."));

        Assert.Contains("stays listed and counted as it is until the coalition has looked at your correction", lead, StringComparison.Ordinal);
        Assert.Contains("Nothing changes on the list yet: River Trust stays listed and counted", browser.Text, StringComparison.Ordinal);
        Assert.Equal("River Trust", browser.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("River Trust, Inc.", browser.Page.QuerySelector("#correction .facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("State and local, Vermont", browser.Page.QuerySelector("#correction .facts")!.TextContent, StringComparison.Ordinal);
        var stored = await StoredAsync("stays", "River Trust");
        Assert.Equal((SignatureStatus.Listed, "Rivers do not wait."), (stored.Status, stored.Quote));
        Assert.Equal("1: River Trust", await PublicAsync("stays"));
        Assert.Equal("River Trust, Inc.", (await app.Browser().VisitAsync(manage + "/listing")).Page.GetElementById("name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_correction_is_counted_among_what_waits_and_found_by_the_name_that_is_asked_for()
    {
        await AskAsync("waits", "Lake Trust", "Lake Keepers");
        var desk = await app.SignedInAsync(StaffRole.Viewer);

        await desk.VisitAsync("/staff");
        var row = desk.Page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("a")!.GetAttribute("href") == "/staff/letters/waits");
        await desk.VisitAsync("/staff/letters/waits");
        var waits = Assert.Single(desk.Page.QuerySelectorAll(".waits a"));
        var letter = await LetterAsync("waits");

        Assert.Equal("1", row.Children[3].TextContent);
        Assert.Equal(("1", "/staff/letters/waits/signatures?view=corrections"), (waits.QuerySelector("b")!.TextContent, waits.GetAttribute("href")));
        Assert.Contains("Correction of a listed line, which stays as it was", waits.TextContent, StringComparison.Ordinal);
        foreach (var search in new SignatureSearch[] { new() { View = SignatureSearch.Corrections }, new() { Text = "keepers" } })
        {
            Assert.Equal(["Lake Trust"], await app.ReadAsync(db => search.In(db, letter.Id).Select(s => s.Listing.Name).ToListAsync()));
        }
    }

    [Fact]
    public async Task Staff_see_both_lines_and_take_the_correction_and_list_mail_and_history_follow()
    {
        var manage = await AskAsync("taken", "Hill Trust", "Hill Trust of Ohio");
        var signature = await StoredAsync("taken", "Hill Trust");
        var revision = (await LetterAsync("taken")).PublicRevision;
        var desk = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync($"/staff/letters/taken/signatures/{signature.Id}");
        var lines = desk.Page.QuerySelector(".difference")!;
        var (before, after, words) = (lines.TextContent, string.Join(' ', lines.QuerySelectorAll("ins").Select(ins => ins.TextContent.Trim())), desk.Text);

        await desk.PressAsync("Take the correction");

        Assert.Contains("As it stands", before, StringComparison.Ordinal);
        Assert.Contains("of Ohio", after, StringComparison.Ordinal);
        Assert.Contains("Only the name is different.", words, StringComparison.Ordinal);
        Assert.Equal("1: Hill Trust of Ohio", await PublicAsync("taken"));
        Assert.True((await LetterAsync("taken")).PublicRevision > revision);
        var stored = await StoredAsync("taken", "Hill Trust of Ohio");
        Assert.Equal((SignatureStatus.Listed, null, null, signature.ListedAt), (stored.Status, stored.Correction, stored.CorrectionSentAt, stored.ListedAt));
        Assert.Contains("Hill Trust of Ohio", (await app.Mailbox.NewestToAsync("sam@taken.example", "correction-taken")).Text, StringComparison.Ordinal);
        var kept = await app.ReadAsync(db => db.History.About(Subject.Of<Signature>(signature.Id)).NewestFirst().FirstAsync());
        Assert.Equal(("Reviewer Example", "took the correction"), (kept.Who, kept.What));
        Assert.DoesNotContain("Your correction waits", (await app.Browser().VisitAsync(manage)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_leave_the_line_as_it_was_and_the_signer_gets_the_reason()
    {
        await AskAsync("left", "Bay Trust", "Bay Trust, best of all");
        var signature = await StoredAsync("left", "Bay Trust");
        var desk = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync($"/staff/letters/left/signatures/{signature.Id}");

        await desk.PressAsync("Leave it as it was");
        var refused = desk.Text;
        await desk.PressAsync("Leave it as it was", ("Leaving.Reason", "We print names without praise."));

        Assert.Contains("Say why the line stays as it was", refused, StringComparison.Ordinal);
        Assert.Equal("1: Bay Trust", await PublicAsync("left"));
        Assert.Null((await StoredAsync("left", "Bay Trust")).Correction);
        var mail = await app.Mailbox.NewestToAsync("sam@left.example", "correction-left");
        Assert.Contains("We print names without praise.", mail.Text, StringComparison.Ordinal);
        Assert.Equal("Bay Trust", (await app.Browser().VisitAsync(TestMailbox.LinksIn(mail)[0])).Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("left the line as it was: We print names without praise.", await app.ReadAsync(db => db.History.About(Subject.Of<Signature>(signature.Id)).NewestFirst().Select(e => e.What).FirstAsync()));
    }

    [Fact]
    public async Task A_second_correction_takes_the_place_of_the_first_and_is_not_taken_unseen()
    {
        var manage = await AskAsync("replaced", "Moor Trust", "Moor Trust of Maine");
        var first = await StoredAsync("replaced", "Moor Trust");
        await (await app.Browser().VisitAsync(manage + "/listing")).SubmitAsync(("name", "Moor Trust of Ohio"));

        var refusal = await Assert.ThrowsAsync<RuleBrokenException>(() => TakeAsync(first));
        await TakeAsync(await StoredAsync("replaced", "Moor Trust"));

        Assert.StartsWith("The signer or somebody else changed this signature a moment ago", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("1: Moor Trust of Ohio", await PublicAsync("replaced"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_signer_takes_the_correction_back_by_its_button_or_by_sending_the_line_that_is_listed(bool byButton)
    {
        var slug = byButton ? "back-button" : "back-form";
        var manage = await AskAsync(slug, "Fen Trust", "Fen Trust of Maine");

        var browser = await app.Browser().VisitAsync(byButton ? manage : manage + "/listing");
        await (byButton ? browser.PressAsync("Take the correction back") : browser.SubmitAsync(("name", "Fen Trust")));

        Assert.Contains(byButton ? "The correction is taken back." : "Saved.", browser.Text, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("#correction"));
        Assert.Equal((null, SignatureStatus.Listed), await StoredAsync(slug, "Fen Trust") is var stored ? (stored.Correction, stored.Status) : default);
    }

    [Fact]
    public async Task Withdrawing_and_erasing_leave_no_correction_behind()
    {
        var withdrawn = await AskAsync("withdrawn", "Dune Trust", "Dune Trust of Maine");
        var erased = await AskAsync("erased", "Reef Trust", "Reef Trust of Maine");

        await (await app.Browser().VisitAsync(withdrawn + "/withdrawal")).PressAsync("Withdraw our signature");
        var erasing = await app.Browser().VisitAsync(erased + "/erasure");
        var told = erasing.Text;
        await erasing.PressAsync("Erase my data");

        Assert.Contains("The correction that waits is erased too.", told, StringComparison.Ordinal);
        Assert.Equal("0: ", await PublicAsync("withdrawn"));
        Assert.Equal("1: Reef Trust", await PublicAsync("erased"));
        foreach (var (slug, name) in new[] { ("withdrawn", "Dune Trust"), ("erased", "Reef Trust") })
        {
            var letter = await LetterAsync(slug);
            Assert.Null((await StoredAsync(slug, name)).Correction);
            Assert.Equal(0, await app.ReadAsync(db => db.Signatures.On(letter).WaitingForStaff().CountAsync()));
        }
    }

    [Fact]
    public async Task A_letter_published_meanwhile_goes_out_with_the_listed_line_and_a_later_edition_has_the_corrected_one()
    {
        var manage = await AskAsync("published", "Glen Trust", "Glen Trust of Maine");
        await app.RunAsync<ChangeLetter>(async story => await story.CloseAsync("published", (await LetterAsync("published")).StateRevision, Ana));
        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/published/publishing");
        var warned = desk.Text;

        var first = await PublishAsync();
        var signer = await app.Browser().VisitAsync(manage);
        await TakeAsync(await StoredAsync("published", "Glen Trust"));
        var stands = await PublicAsync("published");
        var second = await PublishAsync();

        Assert.Contains("1 listed signature has a correction that waits for staff; it goes out as listed now.", warned, StringComparison.Ordinal);
        Assert.DoesNotContain("will not be on the list", warned, StringComparison.Ordinal);
        Assert.Contains("If the coalition takes your correction, a later edition carries it.", signer.Text, StringComparison.Ordinal);
        Assert.Equal("1: Glen Trust", stands);
        Assert.DoesNotContain("Glen Trust of Maine", first.List, StringComparison.Ordinal);
        Assert.Contains("Glen Trust of Maine", second.List, StringComparison.Ordinal);
        Assert.Contains("The published letter stands as it is. A later edition,", (await app.Mailbox.NewestToAsync("sam@published.example", "correction-taken")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_members_of_staff_who_answer_at_once_one_is_told_and_one_mail_goes_out()
    {
        await AskAsync("at-once", "Cove Trust", "Cove Trust of Maine");
        var seen = await StoredAsync("at-once", "Cove Trust");

        var refused = await Task.WhenAll(RefusedAsync(TakeAsync(seen)), RefusedAsync(LeaveAsync(seen)), RefusedAsync(TakeAsync(seen)));

        Assert.Equal(2, refused.Count(isRefused => isRefused));
        Assert.Single(await app.Mailbox.AllToAsync("sam@at-once.example"), mail => mail.Kind.StartsWith("correction-", StringComparison.Ordinal));
        Assert.StartsWith("1: Cove Trust", await PublicAsync("at-once"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_signatures_are_listed_at_once_only_a_doubtful_correction_waits_and_one_without_doubts_replaces_it()
    {
        var manage = await ListedAsync("doubtful", "Marsh Trust", listsAtOnce: true);
        await (await app.Browser().VisitAsync(manage + "/listing")).SubmitAsync(("site", "lake.example"));
        var doubtful = await StoredAsync("doubtful", "Marsh Trust");
        var desk = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync($"/staff/letters/doubtful/signatures/{doubtful.Id}");

        var browser = await (await app.Browser().VisitAsync(manage + "/listing")).SubmitAsync(("name", "Marsh Trust, Inc."), ("site", ""));

        Assert.Equal((SignatureStatus.Listed, null, "https://lake.example"), (doubtful.Status, doubtful.Listing.Website, doubtful.Correction?.Website));
        Assert.Contains("The mail comes from doubtful.example, the website is lake.example.", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Saved.", browser.Text, StringComparison.Ordinal);
        Assert.Null((await StoredAsync("doubtful", "Marsh Trust, Inc.")).Correction);
        Assert.Equal("1: Marsh Trust, Inc.", await PublicAsync("doubtful"));
    }

    [Fact]
    public async Task A_signer_in_another_countrys_region_who_corrects_the_name_stays_in_the_region()
    {
        var manage = await ListedAsync("region", "Fjord Trust");
        await app.ReadAsync(async db =>
        {
            var signature = await db.Signatures.SingleAsync(s => s.Listing.Name == "Fjord Trust");
            signature.CorrectListing(signature.Listing with { Scope = Scope.State, State = "Ontario", Country = "Canada" });
            return await db.SaveChangesAsync();
        });

        await (await app.Browser().VisitAsync(manage + "/listing")).SubmitAsync(("name", "Fjords Trust"));

        var stored = await StoredAsync("region", "Fjord Trust");
        Assert.Equal(("Ontario", "Only the name is different."), (stored.Correction!.State, CorrectionWords.Difference(stored.Listing, stored.Correction)));
    }

    /// <summary>The link to manage a listed signature of a letter with no other.</summary>
    private async Task<string> ListedAsync(string slug, string name, bool listsAtOnce = false)
    {
        var letter = await FamilyUnity.OpenAsync(app, 0, slug, content => content with { Body = "We ask you to keep families together." }, listsAtOnce);
        await app.SignAndConfirmAsync(name, $"sam@{slug}.example", slug);
        if (!listsAtOnce)
        {
            var signature = await StoredAsync(slug, name);
            await app.RunAsync<ReviewSignatures>(story => story.ListAsync(letter.Id, [new(signature.Id, signature.Revision)], Ana));
        }

        return await app.ManageLinkToAsync($"sam@{slug}.example");
    }

    private async Task<string> AskAsync(string slug, string name, string corrected)
    {
        var manage = await ListedAsync(slug, name);
        await (await app.Browser().VisitAsync(manage + "/listing")).SubmitAsync(("name", corrected));
        return manage;
    }

    private Task TakeAsync(Signature seen) => app.RunAsync<SettleCorrection>(story => story.TakeAsync(seen.LetterId, new(seen.Id, seen.Revision), Ana));

    private Task LeaveAsync(Signature seen) => app.RunAsync<SettleCorrection>(story => story.LeaveAsync(seen.LetterId, new(seen.Id, seen.Revision), "It is right as it is.", Ana));

    private static async Task<bool> RefusedAsync(Task answer)
    {
        try
        {
            await answer;
            return false;
        }
        catch (RuleBrokenException)
        {
            return true;
        }
    }

    private async Task<Edition> PublishAsync()
    {
        Edition? edition = null;
        await app.RunAsync<PublishLetter>(async story => edition = await story.RunAsync("published", (await LetterAsync("published")).StateRevision, Ana));
        return edition!;
    }

    /// <summary>What readers see: the stored count and the names of the page, "1: River Trust".</summary>
    private async Task<string> PublicAsync(string slug)
    {
        var (letter, page) = (await LetterAsync(slug), await app.Browser().VisitAsync($"/letters/{slug}"));
        var count = await app.ReadAsync(db => db.Tallies.Where(t => t.LetterId == letter.Id).Select(t => t.Count).SingleAsync());
        return $"{count}: {string.Join(", ", page.Page.QuerySelectorAll("#names li").Select(name => name.TextContent.Trim()))}";
    }

    private Task<Letter> LetterAsync(string slug) => app.ReadAsync(db => db.Letters.AsNoTracking().SingleAsync(l => l.Slug == slug));

    private async Task<Signature> StoredAsync(string slug, string name)
    {
        var letter = await LetterAsync(slug);
        return await app.ReadAsync(db => db.Signatures.AsNoTracking().On(letter).SingleAsync(s => s.Listing.Name == name));
    }
}
