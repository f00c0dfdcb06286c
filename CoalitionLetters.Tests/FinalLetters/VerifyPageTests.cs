using CoalitionLetters.FinalLetters;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.FinalLetters;

[Trait("Needs", "Database")]
public sealed class VerifyPageTests(BusyCoalition busy) : IClassFixture<BusyCoalition>
{
    [Fact]
    public async Task A_copy_of_a_Spanish_letter_is_compared_in_Spanish()
    {
        var letter = await busy.App.Browser().VisitAsync("/letters/definitiva");

        var browser = await letter.VisitAsync(letter.Page.QuerySelector("a[href^='/verify/']")!.GetAttribute("href")!);

        Assert.Equal("es", browser.Page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("¿Es auténtica esta copia? El código", browser.Text, StringComparison.Ordinal);
        Assert.Contains("publicada el 14 de junio de 2018", browser.Text, StringComparison.Ordinal);
        Assert.Contains("con 12 organizaciones", browser.Text, StringComparison.Ordinal);
        Assert.Matches("( [0-9a-f]{8}){8} ", browser.Text);
        Assert.DoesNotContain("fingerprint", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_an_old_edition_names_the_one_that_took_its_place()
    {
        var letter = await busy.App.Browser().VisitAsync("/letters/second-edition");
        var newest = letter.Page.QuerySelector("#call b.code")!.TextContent;
        var old = await busy.App.ReadAsync(async db => (await db.Editions.ToListAsync()).GroupBy(e => e.LetterId).Single(of => of.Any(e => e.ShortCode == newest)).Single(e => e.Number == 1));

        var browser = await letter.VisitAsync($"/verify/{old.ShortCode}");

        Assert.Contains("A later edition has taken its place: edition 2", browser.Text, StringComparison.Ordinal);
    }
}
