using System.Diagnostics;
using CoalitionLetters.Counting;
using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Public;

/// <summary>Many open pages at once, in a browser that opens six connections to a site and no more.</summary>
[Trait("Needs", "Database")]
public sealed class LivePageTests
{
    private const string Address = "/letters/family-unity";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Eight_pages_side_by_side_all_show_the_new_number_soon_and_leave_the_site_free()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var letter = await FamilyUnity.OpenAsync(app, 3);
        var first = await Chromium.NewPageAsync(app);
        await using var context = first.Context;
        List<IPage> pages = [first];
        while (pages.Count < 8)
        {
            pages.Add(await context.NewPageAsync());
        }

        foreach (var page in pages)
        {
            await page.GotoAsync(Address);
        }

        var other = await context.NewPageAsync();
        await other.GotoAsync(Address + "/sign");
        await HearAsync(app, 1);
        var watch = Stopwatch.StartNew();
        await FamilyUnity.ListAsync(app, letter, new Listing { Name = "River Trust" });
        var took = await Task.WhenAll(pages.Select(async page =>
        {
            await Assertions.Expect(page.Locator("#count b")).ToHaveTextAsync("4");
            return watch.Elapsed;
        }));

        Assert.InRange(took.Max(), TimeSpan.Zero, Soon);
        await first.CloseAsync();
        await FamilyUnity.ListAsync(app, letter, new Listing { Name = "Lake Trust" });
        await Assertions.Expect(pages[7].Locator("#count b")).ToHaveTextAsync("5");
    }

    [Fact]
    public async Task A_page_that_nobody_sees_listens_to_nothing_and_is_fresh_when_it_is_seen_again()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var letter = await FamilyUnity.OpenAsync(app, 3);
        var page = await Chromium.NewPageAsync(app);
        await using var context = page.Context;
        await page.GotoAsync(Address);
        await HearAsync(app, 1);

        await ShowAsync(page, isSeen: false);
        await HearAsync(app, 0);
        await FamilyUnity.ListAsync(app, letter, new Listing { Name = "River Trust" });
        await page.WaitForTimeoutAsync(600);
        var unseen = await page.Locator("#count b").TextContentAsync();
        await ShowAsync(page, isSeen: true);

        Assert.Equal("3", unseen);
        await Assertions.Expect(page.Locator("#count b")).ToHaveTextAsync("4");
        await HearAsync(app, 1);
    }

    [Fact]
    public async Task A_page_that_is_refused_asks_again_after_growing_pauses()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var letter = await FamilyUnity.OpenAsync(app, 3);
        var page = await Chromium.NewPageAsync(app);
        await using var context = page.Context;
        await page.GotoAsync(Address);
        await HearAsync(app, 1);
        var asked = 0;
        await page.RouteAsync($"**{Address}", async route =>
        {
            asked++;
            await route.FulfillAsync(new() { Status = 503 });
        });

        await FamilyUnity.ListAsync(app, letter, new Listing { Name = "River Trust" });
        await page.WaitForTimeoutAsync(6_000);

        Assert.InRange(asked, 1, 5);
        await page.UnrouteAllAsync();
        await ShowAsync(page, isSeen: true);
        await Assertions.Expect(page.Locator("#count b")).ToHaveTextAsync("4");
    }

    private static Task ShowAsync(IPage page, bool isSeen) => page.EvaluateAsync(
        "isSeen => { Object.defineProperty(document, 'hidden', { value: !isSeen, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }", isSeen);

    private static Task HearAsync(TestApp app, int listeners) =>
        Eventually.HoldsAsync(() => app.Services.GetRequiredService<LiveCounts>().Listeners == listeners, TimeSpan.FromSeconds(15));
}
