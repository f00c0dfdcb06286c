using CoalitionLetters.Counting;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.Letters;
using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Public;

/// <summary>Every public page in every state: nothing grave for axe, and no sideways scrolling on the narrowest phone.</summary>
[Trait("Needs", "Database")]
public sealed class PublicPagesTests
{
    [Fact]
    public async Task Every_public_page_passes_axe_and_fits_a_narrow_phone()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var page = await Chromium.NewPageAsync(app, width: 320);
        await using var context = page.Context;

        async Task LookAsync(params string[] addresses)
        {
            foreach (var address in addresses)
            {
                await page.GotoAsync(address);
                await page.PassesAxeAsync();
                await page.FitsAsync();
            }
        }

        await LookAsync("/");
        var letter = await FamilyUnity.OpenAsync(app);
        await FamilyUnity.OpenAsync(app, 0, "just-opened");
        await FamilyUnity.OpenOfficialsAsync(app);
        await FamilyUnity.OpenAsync(app, 12, "unidad", Spanish);
        await LookAsync("/", "/letters/family-unity", "/letters/just-opened", "/letters/attorneys-general", "/letters/unidad", "/letters/family-unity/sign", "/letters/unidad/sign", "/letters/attorneys-general/sign", "/letters/nothing");

        var receipt = await app.SignAsync("The Extraordinarily Longnamed Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww Trust");
        var manage = await app.ManageLinkToAsync("sam@rivertrust.example");
        var confirm = await app.Mailbox.LinkToAsync("sam@rivertrust.example");
        await LookAsync(receipt.Path, confirm, manage, manage + "/listing", manage + "/signer", manage + "/withdrawal", "/signatures/invented/confirmation");
        await page.GotoAsync("/letters/family-unity/sign");
        await page.Locator("form button:not([name])").ClickAsync();
        await page.PassesAxeAsync();
        await page.FitsAsync();

        app.Clock.Advance(FamilyUnity.ClosesAt - app.Clock.Now);
        await LookAsync("/letters/family-unity", "/letters/family-unity/sign", "/letters/just-opened");
        await FinishAsync(app, letter.Id);
        await LookAsync("/", "/letters/family-unity");
    }

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

    private static LetterContent Spanish(LetterContent content) => content with
    {
        Language = "es",
        Title = "Mantengan unidas a las familias en la frontera",
        NounOne = "organización",
        NounMany = "organizaciones",
        Body = "En nombre de las {{count:words}} organizaciones firmantes, pedimos que termine la separación de familias.\n\n| Año | Niñas y niños |\n| --- | ---: |\n| 2018 | 2,300 |",
    };
}
