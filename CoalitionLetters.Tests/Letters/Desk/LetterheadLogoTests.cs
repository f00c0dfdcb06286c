using System.Data.Common;
using CoalitionLetters.Letters;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Uploads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Desk;

/// <summary>Pictures that are chosen for letterheads in the editor, in a real browser.</summary>
[Trait("Needs", "Database")]
public sealed class LetterheadLogoTests : IAsyncLifetime
{
    /// <summary>Chooses files as fast as no person could.</summary>
    private const string Choose = """
        const choose = (id, name, text) => {
            const files = new DataTransfer();
            files.items.add(new File([text], name, { type: 'image/svg+xml' }));
            const field = document.getElementById(id);
            field.files = files.files;
            field.dispatchEvent(new Event('change', { bubbles: true }));
        };
        const picture = width => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="30"><path d="M0 0h${width}v30H0z"/></svg>`;
        """;

    private readonly SlowStore store = new();
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync(listens: true, watch: store);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_logo_is_checked_by_its_content_and_printed()
    {
        var (letter, page) = await OpenAsync("logo");
        await using var context = page.Context;
        var file = page.Locator("#letterhead-0-file");

        await page.ListensAsync("#letterhead-0-file");
        await file.SetInputFilesAsync(new FilePayload { Name = "logo.png", MimeType = "image/png", Buffer = "<html>not a picture</html>"u8.ToArray() });
        await Assertions.Expect(page.Locator(".field.wrong .why")).ToContainTextAsync("Choose a PNG, JPEG or SVG picture.");
        await page.ListensAsync("#letterhead-0-file");
        await file.SetInputFilesAsync(new FilePayload { Name = "logo.svg", MimeType = "image/svg+xml", Buffer = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"30\"><path fill=\"#1f3f94\" d=\"M0 0h90v30H0z\"/></svg>"u8.ToArray() });

        await Assertions.Expect(page.Locator("img.logo")).ToBeVisibleAsync();
        await StoresAsync(letter, content => content.Letterhead is [{ LogoId: not null }]);
    }

    [Fact]
    public async Task Of_two_logos_chosen_at_once_the_last_counts_and_a_refusal_stands_beside_its_own_letterhead()
    {
        var (letter, page) = await OpenAsync("two-logos");
        await using var context = page.Context;
        await AddALetterheadAsync(page);

        await page.EvaluateAsync($$"""
            () => {
                {{Choose}}
                choose('letterhead-0-file', 'first.svg', picture(60));
                choose('letterhead-0-file', 'second.svg', picture(90));
                choose('letterhead-1-file', 'none.svg', 'not a picture');
            }
            """);

        await Assertions.Expect(page.Locator("img.logo")).ToHaveJSPropertyAsync("naturalWidth", 90);
        await Assertions.Expect(page.Locator(".field.wrong .why")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "Letterhead 2" }).Locator(".why")).ToBeVisibleAsync();
        await StoresAsync(letter, content => content.Letterhead[0].LogoId is not null);
    }

    [Fact]
    public async Task A_logo_that_is_chosen_while_another_waits_for_the_typist_to_pause_arrives_too()
    {
        var (letter, page) = await OpenAsync("meanwhile");
        await using var context = page.Context;
        await AddALetterheadAsync(page);
        await page.EvaluateAsync($$"""
            () => {
                {{Choose}}
                window.chooseFirst = () => choose('letterhead-0-file', 'first.svg', picture(60));
                window.chooseSecond = () => choose('letterhead-1-file', 'second.svg', picture(90));
            }
            """);

        await page.Locator("#body").FocusAsync();
        await page.Keyboard.TypeAsync("We ");
        await page.EvaluateAsync("chooseFirst()");
        await TypeUntilAsync(page, async () => await app.ReadAsync(db => db.Pictures.AnyAsync()));
        store.HoldsTheNext = true;
        await page.EvaluateAsync("chooseSecond()");

        await Assertions.Expect(page.Locator("img.logo")).ToHaveCountAsync(2);
        Assert.False(store.HoldsTheNext);
        await Assertions.Expect(page.Locator(".field.wrong .why")).ToHaveCountAsync(0);
        await StoresAsync(letter, content => content.Letterhead is [{ LogoId: not null }, { LogoId: not null }]);
    }

    private async Task<(Letter Letter, IPage Page)> OpenAsync(string slug)
    {
        var letter = ALetter.Draft(slug);
        await app.SaveAsync(letter);
        var page = await app.StaffPageAsync(StaffRole.Editor);
        await page.GotoAsync($"/staff/letters/{slug}/edit");
        await page.Locator(".pages img").First.WaitForAsync();
        return (letter, page);
    }

    private static async Task AddALetterheadAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a letterhead" }).ClickAsync();
        await page.ListensAsync("#letterhead-1-file");
        await page.ListensAsync("#letterhead-0-file");
    }

    /// <summary>And a little longer, so that the answer meets somebody in the middle of a word.</summary>
    private static async Task TypeUntilAsync(IPage page, Func<Task<bool>> condition)
    {
        for (var more = 3; more > 0; more -= await condition() ? 1 : 0)
        {
            await page.Keyboard.TypeAsync("on and ", new() { Delay = 20 });
        }
    }

    private async Task StoresAsync(Letter letter, Func<LetterContent, bool> what) =>
        await Eventually.HoldsAsync(async () => what((await app.ReadAsync(db => db.Letters.SingleAsync(l => l.Id == letter.Id))).Content), TimeSpan.FromSeconds(20));

    /// <summary>Answers one question about the member so late that the typist has long paused.</summary>
    private sealed class SlowStore : DbCommandInterceptor
    {
        private int holdsTheNext;

        public bool HoldsTheNext { get => Volatile.Read(ref holdsTheNext) == 1; set => Interlocked.Exchange(ref holdsTheNext, value ? 1 : 0); }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("SecurityStamp", StringComparison.Ordinal) && Interlocked.Exchange(ref holdsTheNext, 0) == 1)
            {
                await Task.Delay(TimeSpan.FromSeconds(4), cancellationToken);
            }

            return result;
        }
    }
}
