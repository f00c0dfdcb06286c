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
        db.Add(Edition.Of(letter, 1, 113, "7F3K-92QD", SignatoryList.ToCsv(await db.ListedNamesAsync(letterId)), new string('a', 64), 5, 148_000, "Dana Field", app.Clock.Now));
        await db.SaveChangesAsync();

        app.Clock.Advance(TimeSpan.FromDays(2));
        var signature = await db.Signatures.Where(s => s.LetterId == letterId).FirstAsync();
        await db.ChangeListAsync(letterId, app.Clock.Now, () =>
        {
            signature.Withdraw(app.Clock.Now);
            return Task.CompletedTask;
        });
    }
}
