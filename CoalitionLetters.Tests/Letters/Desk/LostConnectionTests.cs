using System.Collections.Concurrent;
using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Desk;

/// <summary>The editor over a connection that loses words without saying so, and over a store that fails for a while.</summary>
[Trait("Needs", "Database")]
public sealed class LostConnectionTests : IAsyncLifetime
{
    private readonly FullDisk disk = new();
    private TestApp app = null!;
    private Line? line;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync(listens: true, watch: disk);

    public ValueTask DisposeAsync()
    {
        line?.Dispose();
        return app.DisposeAsync();
    }

    [Fact]
    public async Task A_sentence_swallowed_on_its_way_arrives_with_the_next_words_after_the_connection_is_back()
    {
        var (letter, page, between) = await OpenAsync("swallowed");
        await using var context = page.Context;

        await SwallowAsync(page, between, "The sentence that was swallowed.");
        await page.Locator("#closing").FillAsync("Respectfully,");
        await StoresAsync(letter, content => content.Closing == "Respectfully,");

        Assert.Equal("The sentence that was swallowed.", (await StoredAsync(letter)).Content.Body);
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).length === 0");
    }

    [Fact]
    public async Task A_swallowed_sentence_is_sent_again_by_itself()
    {
        var (letter, page, between) = await OpenAsync("again");
        await using var context = page.Context;

        await SwallowAsync(page, between, "Sent twice.");

        await StoresAsync(letter, content => content.Body == "Sent twice.");
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).length === 0");
    }

    [Fact]
    public async Task Words_that_do_not_arrive_are_not_called_saved()
    {
        var (letter, page, between) = await OpenAsync("unsent");
        await using var context = page.Context;

        between.Swallows = true;
        await page.Locator("#body").FillAsync("On the way.");
        await Assertions.Expect(page.GetByText("Not saved yet: the connection is slow or gone.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".saving [role=status]")).ToBeHiddenAsync();
        between.Mend();

        await Assertions.Expect(page.Locator(".saving [role=status]")).ToContainTextAsync("Saved ");
        await Assertions.Expect(page.GetByText("Not saved yet: the connection is slow or gone.")).ToBeHiddenAsync();
        Assert.Equal("On the way.", (await StoredAsync(letter)).Content.Body);
    }

    [Fact]
    public async Task Words_are_stored_without_another_keystroke_once_the_store_works_again()
    {
        var (letter, page, _) = await OpenAsync("full-disk");
        await using var context = page.Context;

        disk.IsFull = true;
        await page.Locator("#body").FillAsync("While the disk was full.");
        await Assertions.Expect(page.Locator(".saving [role=status]")).ToContainTextAsync("the store does not answer");
        Assert.Equal(1, await page.EvaluateAsync<int>("Object.keys(localStorage).length"));
        disk.IsFull = false;

        await StoresAsync(letter, content => content.Body == "While the disk was full.");
        await Assertions.Expect(page.Locator(".saving [role=status]")).ToContainTextAsync("Saved ");
    }

    [Fact]
    public async Task While_the_store_is_gone_nothing_is_called_saved_nobody_is_signed_out_and_the_words_stay_in_the_browser_until_it_is_back()
    {
        var (letter, page, _) = await OpenAsync("gone-store");
        await using var context = page.Context;

        disk.IsGone = true;
        await page.Locator("#body").FillAsync("While the store was gone.");
        await Assertions.Expect(page.Locator(".saving [role=status]")).ToContainTextAsync("the store does not answer");
        // Long enough for the browser to ask whether all is saved, and for the session to be looked up.
        await Task.Delay(TimeSpan.FromSeconds(11), TestContext.Current.CancellationToken);
        Assert.Equal(1, await page.EvaluateAsync<int>("Object.keys(localStorage).length"));
        Assert.EndsWith("/edit", page.Url, StringComparison.Ordinal);
        disk.IsGone = false;

        await StoresAsync(letter, content => content.Body == "While the store was gone.");
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).length === 0");
        await Assertions.Expect(page.GetByText("The pages are drawn again when the store answers.")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Words_that_could_not_be_saved_before_the_letter_closed_are_shown_to_be_copied_also_after_a_reload()
    {
        var (letter, page, _) = await OpenAsync("closed-meanwhile");
        await using var context = page.Context;
        page.Dialog += (_, dialog) => dialog.AcceptAsync();

        disk.IsFull = true;
        await page.Locator("#body").FillAsync("Typed too late.");
        await Assertions.Expect(page.Locator(".saving [role=status]")).ToContainTextAsync("the store does not answer");
        await using (var db = app.OpenDb())
        {
            await db.Letters.Where(l => l.Id == letter.Id).ExecuteUpdateAsync(set => set.SetProperty(l => l.Status, LetterStatus.Closed), TestContext.Current.CancellationToken);
        }

        app.Services.GetRequiredService<LetterEditors>().TellAll(letter.Id);
        await Assertions.Expect(page.GetByText("This letter is closed now, and keeps its words.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("textarea[readonly]")).ToHaveValueAsync("Typed too late.");
        await page.ReloadAsync();

        await Assertions.Expect(page.GetByText("that were never saved")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("textarea[readonly]")).ToHaveValueAsync("Typed too late.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Drop them" }).ClickAsync();
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).length === 0");
    }

    [Fact]
    public async Task Whoever_has_gone_without_a_word_is_soon_not_said_to_be_here()
    {
        var (_, page, between) = await OpenAsync("left");
        await using var context = page.Context;
        var other = await context.NewPageAsync();
        await other.GotoAsync("/staff/letters/left/edit");
        await Assertions.Expect(other.GetByText("You have this letter open in another tab too.")).ToBeVisibleAsync();

        between.Dispose();

        await Assertions.Expect(other.GetByText("You have this letter open in another tab too.")).ToBeHiddenAsync(new() { Timeout = 15_000 });
    }

    private async Task<(Letter Letter, IPage Page, Line Line)> OpenAsync(string slug)
    {
        var letter = ALetter.Draft(slug);
        await app.SaveAsync(letter);
        var page = await app.StaffPageAsync(StaffRole.Editor);
        line = new Line(app.Address.Port);
        await page.GotoAsync($"http://localhost:{line.Port}/staff/letters/{slug}/edit");
        await page.Locator(".pages img").First.WaitForAsync();
        return (letter, page, line);
    }

    /// <summary>The words leave the browser and get lost; then the connection breaks, and another one works.</summary>
    private static async Task SwallowAsync(IPage page, Line line, string words)
    {
        var before = line.Swallowed;
        line.Swallows = true;
        await page.Locator("#body").FillAsync(words);
        await Eventually.HoldsAsync(() => line.Swallowed > before + 100 + words.Length, TimeSpan.FromSeconds(15));
        line.Mend();
    }

    private Task StoresAsync(Letter letter, Func<LetterContent, bool> what) =>
        Eventually.HoldsAsync(async () => what((await StoredAsync(letter)).Content), TimeSpan.FromSeconds(30));

    private Task<Letter> StoredAsync(Letter letter) => app.ReadAsync(db => db.Letters.SingleAsync(l => l.Id == letter.Id));

    /// <summary>What lies between the browser and the app, and can lose what the browser says without a word.</summary>
    private sealed class Line : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly ConcurrentBag<TcpClient> ends = [];
        private readonly int to;
        private long swallowed;

        public Line(int to)
        {
            this.to = to;
            listener.Start();
            _ = AcceptAsync();
        }

        public volatile bool Swallows;

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        /// <summary>Bytes from the browser that went nowhere.</summary>
        public long Swallowed => Interlocked.Read(ref swallowed);

        /// <summary>All that was connected breaks; what connects from now on works.</summary>
        public void Mend()
        {
            var old = ends.ToArray();
            foreach (var end in old)
            {
                end.Close();
            }

            Swallows = false;
        }

        public void Dispose()
        {
            listener.Stop();
            Mend();
        }

        private async Task AcceptAsync()
        {
            try
            {
                while (true)
                {
                    var browser = await listener.AcceptTcpClientAsync();
                    var server = new TcpClient { NoDelay = true };
                    await server.ConnectAsync("localhost", to);
                    ends.Add(browser);
                    ends.Add(server);
                    _ = CarryAsync(browser, server, isFromBrowser: true);
                    _ = CarryAsync(server, browser, isFromBrowser: false);
                }
            }
            catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
            {
            }
        }

        private async Task CarryAsync(TcpClient from, TcpClient on, bool isFromBrowser)
        {
            var buffer = new byte[65536];
            try
            {
                while (await from.GetStream().ReadAsync(buffer) is var length and > 0)
                {
                    if (isFromBrowser && Swallows)
                    {
                        Interlocked.Add(ref swallowed, length);
                    }
                    else
                    {
                        await on.GetStream().WriteAsync(buffer.AsMemory(0, length));
                    }
                }
            }
            catch (Exception broken) when (broken is IOException or ObjectDisposedException or InvalidOperationException)
            {
            }
            finally
            {
                from.Close();
                on.Close();
            }
        }
    }

    /// <summary>Refuses to store letters while it is full, and all questions while it is gone, in the way of a client that has tried often enough.</summary>
    private sealed class FullDisk : SaveChangesInterceptor, IDbCommandInterceptor
    {
        public volatile bool IsFull;
        public volatile bool IsGone;

        public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            IsGone ? throw new InvalidOperationException("An exception has been raised that is likely due to a transient failure.") : ValueTask.FromResult(result);

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            IsFull && eventData.Context!.ChangeTracker.Entries<Letter>().Any()
                ? throw new DbUpdateException("The disk is full.")
                : ValueTask.FromResult(result);
    }
}
