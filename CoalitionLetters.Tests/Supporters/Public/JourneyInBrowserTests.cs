using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests.Supporters.Public;

/// <summary>The whole way of a supporter in a real browser, with scripts and without, on a phone and on a desk.</summary>
[Trait("Needs", "Database")]
public sealed class JourneyInBrowserTests
{
    [Theory]
    [InlineData(true, 1280)]
    [InlineData(true, 320)]
    [InlineData(false, 320)]
    public async Task A_person_writes_confirms_finishes_and_withdraws(bool scripts, int width)
    {
        await using var app = await TestApp.StartAsync(listens: true);
        await app.SaveAsync(AnAction.To("journey", app.Clock.Now, Channel.Mail, Channel.WebForm, Channel.OwnMail, Channel.Print));
        var page = await Chromium.NewPageAsync(app, scripts, width);
        await using var context = page.Context;

        await page.GotoAsync("/");
        await page.ClickAsync("text=Keep families together");
        await StandsAsync(page, scripts);
        await page.ClickAsync("text=Go on to your letter");
        await Assertions.Expect(page.Locator(".errors")).ToContainTextAsync("Enter your first name");
        await StandsAsync(page, scripts);

        await page.FillAsync("#first", "Kim");
        await page.FillAsync("#last", "Doe");
        await page.FillAsync("#mail", "kim@mail.example");
        await page.FillAsync("#code", "44113");
        await page.SelectOptionAsync("#state", "OH");
        await page.FillAsync("#own", "I teach them.");
        await page.ClickAsync("text=Go on to your letter");
        await page.FillAsync("#text", "Please end these separations now. I teach them, every day.");
        if (scripts)
        {
            await Assertions.Expect(page.Locator("[data-preview]").First).ToHaveTextAsync("Please end these separations now. I teach them, every day.");
        }

        await StandsAsync(page, scripts);
        await page.ClickAsync("text=Send my four letters");
        await StandsAsync(page, scripts);
        await page.GotoAsync(await app.Mailbox.LinkToAsync("kim@mail.example"));
        await StandsAsync(page, scripts);
        await page.ClickAsync("text=Confirm my message");
        await Assertions.Expect(page.Locator(".own-letter .state")).ToHaveTextAsync(["waits its turn", "you finish this one", "you finish this one", "will be delivered by hand"]);
        await StandsAsync(page, scripts);
        await page.ClickAsync("text=I have sent it >> nth=0");
        await Assertions.Expect(page.Locator(".own-letter .state").Nth(1)).ToHaveTextAsync("sent by you");

        await page.ClickAsync("text=Withdraw my message");
        await StandsAsync(page, scripts);
        await page.ClickAsync("main button");
        await Assertions.Expect(page.Locator(".own-letter .state")).ToHaveTextAsync(["stopped", "sent by you", "stopped", "stopped"]);
        Assert.Empty(await context.CookiesAsync());
    }

    // Axe needs scripts of its own.
    private static async Task StandsAsync(IPage page, bool scripts)
    {
        await page.FitsAsync();
        if (scripts)
        {
            await page.PassesAxeAsync();
        }
    }
}
