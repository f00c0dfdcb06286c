using CoalitionLetters.Counting;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.Letters;
using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Public;

/// <summary>What a letter's page says when the letter is final or withdrawn.</summary>
[Trait("Needs", "Database")]
public sealed class PublicPagesTests
{
    [Fact]
    public async Task A_final_letter_keeps_its_list_and_says_who_withdrew_since()
    {
        await using var app = await TestApp.StartAsync();
        var letter = await FamilyUnity.OpenAsync(app);
        app.Clock.Advance(TimeSpan.FromDays(9));
        await FinishAsync(app, letter.Id);

        var browser = await app.Browser().VisitAsync("/letters/family-unity");

        Assert.Equal("113", browser.Page.QuerySelector("#count b")!.TextContent);
        Assert.Equal(113, browser.Page.QuerySelectorAll("#names li").Length);
        Assert.Contains("signed. Final letter, edition 1, June\u00a023, 2018", browser.Page.QuerySelector("#as-of")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/letters/family-unity/letter.pdf", browser.Page.QuerySelector("#call a.button")!.GetAttribute("href"));
        Assert.Contains("Withdrew after publication: one organization, June 25, 2018.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_notable_signers_of_a_final_letter_are_those_of_its_list_by_the_names_that_it_prints()
    {
        await using var app = await TestApp.StartAsync();
        var letter = await FamilyUnity.OpenAsync(app);
        await FinishAsync(app, letter.Id);
        await using (var db = app.OpenDb())
        {
            var closed = await db.Letters.SingleAsync(TestContext.Current.CancellationToken);
            var late = Signature.EnteredByStaff(closed, null, new Listing { Name = "Aardvark Alliance" }, new Signer(), "A call", "Dana Field", app.Clock.Now);
            late.List(app.Clock.Now);
            late.PutInFront(true);
            db.Add(late);
            var corrected = await db.Signatures.SingleAsync(s => s.Listing.Name == "NAACP", TestContext.Current.CancellationToken);
            corrected.CorrectListing(corrected.Listing with { Name = "National Association" });
            var chosen = await db.Signatures.SingleAsync(s => s.Listing.Name == "The Sikh Coalition", TestContext.Current.CancellationToken);
            chosen.PutInFront(true);
            closed.Touch();
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var browser = await app.Browser().VisitAsync("/letters/family-unity");
        using var client = app.CreateClient();
        var data = await client.GetStringAsync("/letters/family-unity/letter.json", TestContext.Current.CancellationToken);

        string[] notable = ["American Federation of Teachers", "Anti-Defamation League", "Hispanic Federation", "NAACP", "The Sikh Coalition"];
        Assert.Equal(notable, browser.Page.QuerySelectorAll("#notable li").Select(li => li.TextContent));
        Assert.Equal(notable, System.Text.Json.JsonDocument.Parse(data).RootElement.GetProperty("notable").EnumerateArray().Select(name => name.GetString()));
        Assert.DoesNotContain("Aardvark", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_final_letter_that_is_withdrawn_keeps_the_list_that_was_published()
    {
        await using var app = await TestApp.StartAsync();
        var letter = await FamilyUnity.OpenAsync(app);
        await FinishAsync(app, letter.Id);
        await using (var db = app.OpenDb())
        {
            (await db.Letters.SingleAsync(TestContext.Current.CancellationToken)).Withdraw(app.Clock.Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var browser = await app.Browser().VisitAsync("/letters/family-unity");
        var front = await app.Browser().VisitAsync("/");

        Assert.Equal("113", browser.Page.QuerySelector("#count b")!.TextContent);
        Assert.Equal(113, browser.Page.QuerySelectorAll("#names li").Length);
        Assert.Contains("113 organizations This letter was withdrawn.", front.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_final_letter_without_a_date_of_its_own_bears_the_day_of_publication_on_page_and_in_plain_text()
    {
        await using var app = await TestApp.StartAsync();
        var letter = await FamilyUnity.OpenAsync(app, change: content => content with { Date = null });
        using var client = app.CreateClient();
        Assert.Contains("\nJune\u00a014, 2018\n", await client.GetStringAsync("/letters/family-unity/letter.txt", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromDays(9));
        await FinishAsync(app, letter.Id);

        var text = await client.GetStringAsync("/letters/family-unity/letter.txt", TestContext.Current.CancellationToken);
        var browser = await app.Browser().VisitAsync("/letters/family-unity");

        Assert.Contains("\nJune\u00a023, 2018\n", text, StringComparison.Ordinal);
        Assert.Equal("2018-06-23", browser.Page.QuerySelector("#date-line time")!.GetAttribute("datetime"));
    }

    [Fact]
    public async Task A_withdrawn_letter_says_so_and_cannot_be_signed()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, 3);
        await using (var db = app.OpenDb())
        {
            (await db.Letters.SingleAsync(TestContext.Current.CancellationToken)).Withdraw(app.Clock.Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var browser = await app.Browser().VisitAsync("/letters/family-unity");

        Assert.Contains("This letter was withdrawn.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("had signed when it was withdrawn, June\u00a014, 2018", browser.Page.QuerySelector("#as-of")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll("a[href$='/sign']"));
        Assert.Equal(System.Net.HttpStatusCode.Gone, (await app.Browser().VisitAsync("/letters/family-unity/sign")).Status);
    }

    /// <summary>Publishes edition 1, and lets one organization withdraw two days later.</summary>
    private static async Task FinishAsync(TestApp app, Guid letterId)
    {
        await using var db = app.OpenDb();
        var letter = await db.Letters.SingleAsync(l => l.Id == letterId);
        letter.Close(app.Clock.Now);
        letter.Finish();
        db.Add(Edition.Of(letter, 1, "7F3K-92QD", await db.ListedNamesAsync(letterId), new string('a', 64), 5, 148_000, "Dana Field", app.Clock.Now));
        await db.SaveChangesAsync();

        app.Clock.Advance(TimeSpan.FromDays(2));
        var signature = await db.Signatures.Where(s => s.LetterId == letterId && !s.IsNotable).OrderByDescending(s => s.ListingKey).FirstAsync();
        await db.ChangeListAsync(letterId, app.Clock.Now, () =>
        {
            signature.Withdraw(app.Clock.Now);
            return Task.CompletedTask;
        });
    }
}
