using CoalitionLetters.Letters;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Public;

/// <summary>What only a browser can tell of a letter's page.</summary>
[Trait("Needs", "Database")]
public sealed class LetterLookTests
{
    [Fact]
    public async Task No_label_is_broken_and_a_withdrawn_letter_says_so_on_paper_too()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        await FamilyUnity.OpenAsync(app, 3, change: content => content with { Language = "es", Re = "Separación de familias en la frontera del sur" });
        var page = await Chromium.NewPageAsync(app, scripts: false, width: 320);
        await using var context = page.Context;
        await page.GotoAsync("/letters/family-unity");
        var lines = await page.EvaluateAsync<int>("(label => { const words = document.createRange(); words.selectNodeContents(label); return words.getClientRects().length; })(document.querySelector('.re span'))");
        var text = await page.Locator(".re").InnerTextAsync();
        await page.FitsAsync();

        await using (var db = app.OpenDb())
        {
            (await db.Letters.SingleAsync(TestContext.Current.CancellationToken)).Withdraw(app.Clock.Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.ReloadAsync();

        Assert.StartsWith("ASUNTO:", text, StringComparison.Ordinal);
        Assert.Equal(1, lines);
        await Assertions.Expect(page.GetByText("Esta carta fue retirada.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("h1")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#printed")).ToContainTextAsync("nadie debe citarla como vigente");
    }
}
