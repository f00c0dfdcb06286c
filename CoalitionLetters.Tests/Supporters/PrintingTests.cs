using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Tests.Support.Pdf;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Supporters;

[Trait("Needs", "Database")]
public sealed class PrintingTests
{
    private static readonly Actor Staff = new("Dana Field", Guid.NewGuid());

    [Fact]
    public async Task A_batch_holds_a_cover_and_each_letter_once_without_those_who_withdrew_since()
    {
        await using var app = await TestApp.StartAsync();
        await app.SaveAsync(AnAction.To("batch", app.Clock.Now, Channel.Print));
        foreach (var name in new[] { "Ana", "Bea", "Cleo" })
        {
            await app.WritesAndConfirmsAsync("batch", $"{name}@batch.example".ToLowerInvariant(), name);
        }

        var batch = await CollectAsync(app);
        await app.RunAsync<OwnMessages>(async own => await own.EraseAsync((await app.SupporterAsync("bea@batch.example")).Id));
        var file = await WriteAsync(app, batch);

        var pages = PdfText.Of(file).Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, pages.Length);
        Assert.Contains("3 letters", pages[0], StringComparison.Ordinal);
        Assert.All(pages[1..], page => Assert.Contains("Dear Print office 1,", page, StringComparison.Ordinal));
        Assert.Single(pages[1..], page => page.Contains("Ana Doe", StringComparison.Ordinal));
        Assert.Single(pages[1..], page => page.Contains("Cleo Doe", StringComparison.Ordinal));
        await Assert.ThrowsAsync<RuleBrokenException>(() => CollectAsync(app));
    }

    [Fact]
    public async Task Batches_are_the_same_bytes_each_time_they_are_written()
    {
        await using var app = await TestApp.StartAsync();
        await app.SaveAsync(AnAction.To("same", app.Clock.Now, Channel.Print));
        await app.WritesAndConfirmsAsync("same", "ana@same.example");
        var batch = await CollectAsync(app);

        Assert.Equal(await WriteAsync(app, batch), await WriteAsync(app, batch));
    }

    private static async Task<Guid> CollectAsync(TestApp app)
    {
        var target = await app.ReadAsync(db => db.Targets.Select(t => t.Id).SingleAsync());
        var made = Guid.Empty;
        await app.RunAsync<PrintLetters>(async print => made = (await print.CollectAsync(target, Staff)).Id);
        return made;
    }

    private static async Task<byte[]> WriteAsync(TestApp app, Guid batch)
    {
        using var stream = new MemoryStream();
        await app.RunAsync<PrintLetters>(print => print.WriteAsync(batch, stream));
        return stream.ToArray();
    }
}
