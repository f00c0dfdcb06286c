using Microsoft.Playwright;

namespace CoalitionLetters.Tests.Support;

/// <summary>One window in which pages are looked at one after the other: wide and in light, on the narrowest phone in the dark, and by keyboard.</summary>
public sealed class Inspection
{
    private readonly IPage page;
    private readonly ICDPSession keys;
    private bool isNarrow;

    private Inspection(IPage page, ICDPSession keys)
    {
        this.page = page;
        this.keys = keys;
    }

    /// <summary>All that was found, each with its address.</summary>
    public List<string> Faults { get; } = [];

    public static async Task<Inspection> OfAsync(IPage page)
    {
        await page.Context.BringAxeAsync();
        var inspection = new Inspection(page, await page.Context.NewCDPSessionAsync(page));
        await inspection.ShowAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                inspection.Faults.Add($"{page.Url}: {message.Text}");
            }
        };
        return inspection;
    }

    /// <summary>The page as it stands. It came in the window as the page before was left, so that the window changes once for each.</summary>
    public async Task LookAsync()
    {
        await SeeAsync();
        isNarrow = !isNarrow;
        await ShowAsync();
        await SeeAsync();
        Faults.AddRange(await TabThroughAsync());
    }

    private async Task ShowAsync()
    {
        await page.EmulateMediaAsync(new() { ColorScheme = isNarrow ? ColorScheme.Dark : ColorScheme.Light });
        await (isNarrow ? page.SetViewportSizeAsync(320, 700) : page.SetViewportSizeAsync(1280, 900));
    }

    private async Task SeeAsync()
    {
        Faults.AddRange(await page.FaultsAsync());
        if (isNarrow)
        {
            Faults.AddRange(await page.OverhangAsync());
        }
    }

    /// <summary>Presses Tab until each thing that one can act on had the focus, or has had every chance to. Each must look different with it.</summary>
    private async Task<string[]> TabThroughAsync()
    {
        var left = await page.EvaluateAsync<int>(Watches);
        for (var round = 0; round < 3 && left > 0; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, left).Select(_ => keys.SendAsync("Input.dispatchKeyEvent", new()
            {
                ["type"] = "rawKeyDown", ["key"] = "Tab", ["code"] = "Tab", ["windowsVirtualKeyCode"] = 9,
            })));
            left = await page.EvaluateAsync<int>("tabbing.left()");
        }

        return await page.EvaluateAsync<string[]>("tabbing.faults()");
    }

    /// <summary>
    /// Notes what the focus comes to. While anything is left a round goes through the whole page, because a part that was drawn anew sends the focus back to its head. Of a group of radio buttons Tab reaches one; a field for a date or a time holds several stops; what is scrolled, and a frame, may hold the focus itself.
    /// </summary>
    private const string Watches = """
        () => {
            document.activeElement?.blur();
            const look = e => { const s = getComputedStyle(e); return [s.outlineStyle === 'none' ? '' : s.outlineWidth + s.outlineColor, s.boxShadow, s.borderColor, s.borderWidth].join(); };
            const around = e => [e, e.nextElementSibling, e.closest('label')].filter(Boolean).map(look).join('|');
            const isThere = e => e.isConnected && e.tabIndex >= 0 && !e.matches(':disabled') && !e.closest('[inert]') && e.checkVisibility({ visibilityProperty: true });
            const wanted = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(isThere);
            const rest = new Map(wanted.map(e => [e, around(e)]));
            const left = new Set(wanted), dim = new Set();
            const group = e => e.type === 'radio' ? wanted.filter(other => other.type === 'radio' && other.name === e.name && other.form === e.form) : [e];
            const stops = e => e.type === 'datetime-local' ? 8 : e.type === 'date' || e.type === 'time' ? 5 : 1;
            document.addEventListener('focusin', ({ target }) => {
                group(target).forEach(e => left.delete(e));
                if (rest.has(target) && around(target) === rest.get(target)) dim.add(target);
            });
            const open = () => [...left].filter(isThere);
            window.tabbing = {
                left: () => open().length && wanted.filter(isThere).reduce((sum, e) => sum + stops(e), 0) + document.querySelectorAll('iframe').length + 4,
                faults: () => [
                    ...open().map(e => `cannot be reached with Tab, which ended at ${document.activeElement.outerHTML.slice(0, 120)}: ${e.outerHTML.slice(0, 200)}`),
                    ...[...dim].map(e => `looks no different with the focus: ${e.outerHTML.slice(0, 200)}`),
                ].map(fault => `${location.href} at ${innerWidth} px ${fault}`),
            };
            return tabbing.left();
        }
        """;
}
