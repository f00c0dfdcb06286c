using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests.Support;

/// <summary>A real browser, one for the run, started by the first test that asks; each test gets a profile of its own.</summary>
public static class Chromium
{
    // In this page's own frame alone: a mail's preview stands in a frame that runs no scripts, where axe would wait for ever.
    private static readonly Lazy<string> Axe = new(() => new BundledAxeScriptProvider().GetScript());

    private const string Whole = "/usr/bin/chromium";

    // The one without windows does the same with two thirds of the work.
    private const string WithoutWindows = "/usr/bin/chromium-headless-shell";

    private static readonly Lazy<Task<IBrowser>> Started = new(() => StartAsync(File.Exists(WithoutWindows) ? WithoutWindows : Whole));
    private static readonly Lazy<Task<IBrowser>> StartedWhole = new(() => StartAsync(File.Exists(Whole) ? Whole : WithoutWindows));

    private static async Task<IBrowser> StartAsync(string program)
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"],
        });
    }

    /// <summary>A fresh page. Close its context when done: <c>await using var context = page.Context</c>.</summary>
    /// <param name="byKeyboard">In the browser with windows, which takes keys as a person's window does.</param>
    public static async Task<IPage> NewPageAsync(TestApp app, bool scripts = true, int width = 1280, int height = 900, bool byKeyboard = false)
    {
        var browser = await (byKeyboard ? StartedWhole : Started).Value;
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = app.Address.ToString(),
            JavaScriptEnabled = scripts,
            ViewportSize = new() { Width = width, Height = height },
            Locale = "en-US",
        });
        context.SetDefaultTimeout(15_000);
        Assertions.SetDefaultExpectTimeout(15_000);
        return await context.NewPageAsync();
    }

    /// <summary>Whatever page comes next in this profile has axe at hand; otherwise each that asks for it is sent its half megabyte.</summary>
    public static Task BringAxeAsync(this IBrowserContext context) => context.AddInitScriptAsync(Axe.Value);

    /// <summary>Fails with a list when axe finds something, however light.</summary>
    public static async Task PassesAxeAsync(this IPage page)
    {
        var faults = await page.FaultsAsync();
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    /// <summary>What axe finds on the page as it stands, each with its address.</summary>
    public static async Task<string[]> FaultsAsync(this IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Axe.Value);
        }

        // A colour on its way to another has no contrast of its own.
        await page.EvaluateAsync("() => Promise.allSettled(document.getAnimations().filter(a => a.effect?.getComputedTiming().iterations !== Infinity).map(a => a.finished))");
        // No rule that runs asks for the stylesheets, which axe would otherwise copy and read each time.
        var faults = await page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { iframes: false, resultTypes: ['violations'], preload: { assets: ['media'] } })).violations
                .map(v => `${innerWidth} px, ${v.impact} ${v.id}: ${v.help} at ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`)
            """);
        return [.. faults.Select(fault => $"{page.Url} {fault}")];
    }

    /// <summary>Fails when the page scrolls sideways.</summary>
    public static async Task FitsAsync(this IPage page) => Assert.Empty(await page.OverhangAsync());

    /// <summary>Says by how much the page is wider than the window, where it is.</summary>
    public static async Task<string[]> OverhangAsync(this IPage page)
    {
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return over <= 0 ? [] : [$"{page.Url} is {over} px wider than the window."];
    }
}
