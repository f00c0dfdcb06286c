using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests;

/// <summary>Every page there is, found by looking at the app: in light and dark, wide and on the narrowest phone, by eye and by keyboard.</summary>
[Trait("Needs", "Database")]
public sealed class EveryPageTests(BusyCoalition busy) : IClassFixture<BusyCoalition>
{
    private static readonly string[] WayIn = ["/staff/setup", "/staff/sign-in", "/staff/sign-in/code", "/staff/password", "/staff/password/{Key}", "/staff/invitations/{Key}"];

    /// <summary>What shows that the moving part of a page has come.</summary>
    private static readonly Dictionary<string, string> Moving = new()
    {
        ["/staff/letters/{Slug}/edit"] = ".pages img, main .notice",
        ["/staff/letters/{Slug}/signatures"] = "section[aria-label=Signatures]",
        ["/staff/letters/{Slug}/import"] = "#file, main > p",
    };

    private readonly Addresses addresses = new(busy);

    [Fact]
    public void Every_address_is_known_to_the_tests()
    {
        Assert.Empty(addresses.Unknown);
        Assert.Empty(addresses.Gone);
    }

    [Fact]
    public async Task Nothing_that_the_public_reads_leaves_a_cookie()
    {
        using var client = busy.App.CreateClient();
        var leaving = new List<string>();
        foreach (var (pattern, address) in addresses.All.Where(page => !Addresses.IsStaff(page.Pattern)))
        {
            using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
            if (answer.Headers.Contains("Set-Cookie"))
            {
                leaving.Add(pattern);
            }
        }

        Assert.Empty(leaving);
    }

    [Fact]
    public async Task Public_pages_weigh_less_than_a_hundred_kilobytes_and_ask_nobody_else()
    {
        using var client = busy.App.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        var weights = new Dictionary<string, int>();
        var wrong = new List<string>();
        foreach (var (_, address) in addresses.Pages.Where(page => !Addresses.IsStaff(page.Pattern)))
        {
            var page = await new Browser(busy.App.CreateClient()).VisitAsync(address);
            var needs = page.Page.QuerySelectorAll("link[rel=stylesheet], link[rel=preload], link[rel=icon], script, img:not(.logo), iframe, source, object")
                .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("data") ?? "").Where(needed => needed.Length > 0).Concat(Fonts).Distinct().ToList();
            wrong.AddRange(needs.Where(needed => !needed.StartsWith('/') || needed.StartsWith("//", StringComparison.Ordinal)).Select(needed => $"{address} asks {needed}"));
            wrong.AddRange(page.Page.QuerySelectorAll("[style*='url('], script:not([src])").Select(element => $"{address} holds {element.OuterHtml}"));
            wrong.AddRange(page.Page.QuerySelectorAll("form").Where(form => !IsTaken(form.GetAttribute("action") ?? "", form.GetAttribute("method") ?? "")).Select(form => $"{address} sends a form nowhere: {form.GetAttribute("action")}"));

            var weight = await WeightAsync(client, address, weights);
            foreach (var needed in needs.Where(needed => needed.StartsWith('/')))
            {
                weight += await WeightAsync(client, needed, weights);
            }

            if (weight >= 100_000)
            {
                wrong.Add($"{address} weighs {weight} bytes");
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>All that a stylesheet may ask for, as if each page needed each.</summary>
    private static readonly string[] Fonts = ["/fonts/libertinus-serif-regular.woff2", "/fonts/libertinus-serif-italic.woff2", "/fonts/libertinus-serif-semibold.woff2"];

    /// <summary>As it travels, compressed, with its head.</summary>
    private static async Task<int> WeightAsync(HttpClient client, string address, Dictionary<string, int> known)
    {
        if (!known.TryGetValue(address, out var weight))
        {
            using var answer = await client.GetAsync(address);
            known[address] = weight = (await answer.Content.ReadAsByteArrayAsync()).Length + answer.Headers.ToString().Length + answer.Content.Headers.ToString().Length;
        }

        return weight;
    }

    /// <summary>Whether a form that is sent without scripts arrives somewhere.</summary>
    private bool IsTaken(string action, string method) => addresses.Routes(method.ToUpperInvariant())
        .Any(route => new TemplateMatcher(TemplateParser.Parse(route.RoutePattern.RawText!.TrimStart('/')), []).TryMatch(action.Split('?')[0], []));

    [Fact]
    public async Task No_page_has_a_fault_that_axe_can_find_scrolls_sideways_on_a_phone_or_keeps_the_focus_from_anything()
    {
        var faults = await Task.WhenAll(LookAtPublicPagesAsync(), LookAtStaffPagesAsync());

        Assert.True(faults.Sum(found => found.Count) == 0, string.Join('\n', faults.SelectMany(found => found)));
    }

    private async Task<List<string>> LookAtPublicPagesAsync()
    {
        var page = await Chromium.NewPageAsync(busy.App);
        await using var context = page.Context;
        await StandBeforeTheSecondStepAsync(page);
        var inspection = await Inspection.OfAsync(page);
        await LookAtAllAsync(page, inspection, addresses.Pages.Where(found => !Addresses.IsStaff(found.Pattern) || WayIn.Contains(found.Pattern)));
        await LookAtFormsWithMistakesAsync(page, inspection);
        return inspection.Faults;
    }

    private async Task<List<string>> LookAtStaffPagesAsync()
    {
        var page = await busy.App.StaffPageAsync(StaffRole.Owner);
        await using var context = page.Context;
        var inspection = await Inspection.OfAsync(page);
        await LookAtAllAsync(page, inspection, addresses.Pages.Where(found => Addresses.IsStaff(found.Pattern) && !WayIn.Contains(found.Pattern)));
        return inspection.Faults;
    }

    /// <summary>The page that asks for the code is there only for somebody whose password was right.</summary>
    private static async Task StandBeforeTheSecondStepAsync(IPage page)
    {
        await page.GotoAsync("/staff/sign-in");
        await page.FillAsync("[name='Form.Email']", BusyCoalition.SecondFactor);
        await page.FillAsync("[name='Form.Password']", TestApp.Password);
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync("**/staff/sign-in/code*");
    }

    private static async Task LookAtAllAsync(IPage page, Inspection inspection, IEnumerable<(string Pattern, string Address)> pages)
    {
        foreach (var (pattern, address) in pages)
        {
            await page.GotoAsync(address);
            await page.Locator(Moving.GetValueOrDefault(pattern, "h1")).First.WaitForAsync();

            // What a page looks like does not hang on the store: on the second engine each is opened, and complains if it must.
            await (TestStore.OnPostgres ? Task.CompletedTask : inspection.LookAsync());
        }
    }

    /// <summary>Every public form sent empty, as far as an empty one is refused.</summary>
    private async Task LookAtFormsWithMistakesAsync(IPage page, Inspection inspection)
    {
        foreach (var address in new[] { "/letters/family-unity/sign", "/letters/unidad/sign", $"{busy.Manage}/signer", busy.Office, busy.Invited, "/actions/write", "/staff/password", busy.Join, busy.NewPassword })
        {
            await page.GotoAsync(address);
            await page.Locator("main form button:not([formnovalidate], [type=button])").First.ClickAsync();
            await page.Locator(".errors, .problems").First.WaitForAsync();
            await inspection.LookAsync();
        }
    }
}
