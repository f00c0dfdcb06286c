using System.Net;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.Letters;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Tests.Typesetting.Images;
using CoalitionLetters.Uploads;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.FinalLetters;

/// <summary>A server of its own, whose heap is bounded as the render command bounds its own, and letters that were made to burst it.</summary>
public sealed class HostileLettersTests : IAsyncLifetime
{
    private const int MostMegabytes = 512;

    private TestApp app = null!;
    private AppProcess server = null!;
    private HttpClient http = null!;
    private Browser desk = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        var member = await app.AMemberAsync(StaffRole.Editor);
        server = await AppProcess.Start([.. app.Settings.Select(setting => $"--{setting.Key}={setting.Value}"), "--Urls=http://127.0.0.1:0"], ("DOTNET_GCHeapHardLimit", "18000000")).ListensAsync();
        http = new HttpClient { BaseAddress = server.Address };
        desk = await new Browser(http).VisitAsync("/staff/sign-in");
        await desk.SubmitAsync(("Form.Email", member.Email!), ("Form.Password", TestApp.Password));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Many_large_pictures_are_shown_within_512_megabytes()
    {
        var bytes = APicture.Png(4000, 4000, 8, 6, new byte[4000 * (4 * 4000 + 1)]);
        var logos = Enumerable.Range(0, 7).Select(i => StoredPicture.Of(bytes, "image/png", $"{i}.png", app.Clock.Now)).ToArray();
        await app.SaveAsync([.. logos]);
        await PublishLetterTests.ClosedAsync(app, "pictures", ALetter.Content with { Letterhead = [.. logos.Select(logo => new Letterhead { Name = logo.FileName, LogoId = logo.Id })] }, "River Trust");

        await desk.VisitAsync("/staff/letters/pictures/publishing");

        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Single(desk.Page.QuerySelectorAll("ol.pages img"));
        Assert.InRange(PeakMemory.Of(server.Id)!.Value, 1, MostMegabytes);
    }

    [Fact]
    public async Task Endless_words_deep_lists_and_wide_tables_are_shown_and_published_within_512_megabytes()
    {
        var words = string.Join("\n\n", "aW工عไ".Select(letter => new string(letter, 10_000)).Append(string.Concat(Enumerable.Repeat("\u0E17\u0E35\u0E48", 10_000))));
        var lists = string.Concat(Enumerable.Range(0, 200).Select(depth => new string(' ', 2 * depth) + $"- {depth}\n"));
        var row = $"|{string.Concat(Enumerable.Repeat("x|", 200))}\n";
        var table = row + $"|{string.Concat(Enumerable.Repeat("-|", 200))}\n" + string.Concat(Enumerable.Repeat(row, 40));
        await PublishLetterTests.ClosedAsync(app, "words", ALetter.Content with { Body = $"{words}\n\n{lists}\n\n{table}" }, "River Trust");

        await desk.VisitAsync("/staff/letters/words/publishing");
        await desk.PressAsync("Publish the final letter", ("Form.Sure", "true"));
        var pdf = await http.GetByteArrayAsync("/letters/words/letter.pdf");

        var edition = await app.ReadAsync(db => db.Editions.SingleAsync());
        Assert.Equal(edition.Size, pdf.Length);
        Assert.InRange(PeakMemory.Of(server.Id)!.Value, 1, MostMegabytes);
    }
}
