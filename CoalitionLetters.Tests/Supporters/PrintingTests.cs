using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Staff;
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
        Assert.Contains("2 letters", pages[0], StringComparison.Ordinal);
        Assert.Contains("Each was edited by that person.", pages[0], StringComparison.Ordinal);
        Assert.All(pages[1..], page => Assert.Contains("Dear Print office 1,", page, StringComparison.Ordinal));
        Assert.Single(pages[1..], page => page.Contains("Ana Doe", StringComparison.Ordinal));
        Assert.Single(pages[1..], page => page.Contains("Cleo Doe", StringComparison.Ordinal));
        await Assert.ThrowsAsync<RuleBrokenException>(() => CollectAsync(app));
    }

    [Fact]
    public async Task The_cover_says_how_many_letters_are_the_draft_unchanged()
    {
        await using var app = await TestApp.StartAsync();
        await app.SaveAsync(AnAction.To("cover", app.Clock.Now, Channel.Print));
        await app.WritesAndConfirmsAsync("cover", "ana@cover.example");
        foreach (var mail in new[] { "bea@cover.example", "cleo@cover.example" })
        {
            var browser = await app.Browser().VisitAsync("/actions/cover");
            await browser.PressAsync("Go on to your letter", [.. AnAction.Person(mail).Where(field => field.Item1 != "own"), ("own", "")]);
            await browser.PressAsync(browser.Page.QuerySelector("button[value=send]")!);
            await browser.VisitAsync(await app.Mailbox.LinkToAsync(mail, "confirm-message"));
            await browser.PressAsync("Confirm my message");
        }

        var cover = OneLine(PdfText.Of(await WriteAsync(app, await CollectAsync(app))).Split('\f')[0]);

        Assert.Contains("confirmed, before it was printed, by the person whose name stands under it.", cover, StringComparison.Ordinal);
        Assert.Contains("1 was edited by that person; 2 bear the words that the coalition proposed, unchanged.", cover, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_withdrawn_or_erased_after_it_was_printed_is_neither_delivered_nor_counted()
    {
        await using var app = await TestApp.StartAsync();
        var action = AnAction.To("printed", app.Clock.Now, Channel.Print, Channel.WebForm);
        await app.SaveAsync(action);
        foreach (var name in new[] { "ana", "bea", "cleo", "dora" })
        {
            var browser = await app.WritesAndConfirmsAsync("printed", $"{name}@printed.example", name);
            if (name == "cleo")
            {
                await browser.PressAsync("I have sent it");
            }
        }

        var (bea, cleo, dora) = (await app.SupporterAsync("bea@printed.example"), await app.SupporterAsync("cleo@printed.example"), await app.SupporterAsync("dora@printed.example"));
        var batch = await CollectAsync(app);
        await app.RunAsync<OwnMessages>(own => own.WithdrawAsync(bea.Id));
        await app.RunAsync<OwnMessages>(own => own.EraseAsync(cleo.Id));
        await app.RunAsync<OwnMessages>(own => own.EraseAsync(dora.Id));
        await app.RunAsync<PrintLetters>(print => print.DeliverAsync(batch, DateOnly.FromDateTime(app.Clock.Now), Staff));

        var printed = await app.ReadAsync(db => db.Messages.Where(m => m.BatchId == batch).ToListAsync());
        Assert.Equal((await app.SupporterAsync("ana@printed.example")).Id, Assert.Single(printed, m => m.Status == MessageStatus.Delivered).SupporterId);
        Assert.Equal(3, printed.Count(m => m.Status == MessageStatus.Stopped));
        var count = await app.ReadAsync(db => db.CountOfAsync(action.Id));
        Assert.Equal((2, 3), (count.People, count.Messages));
        var desk = await app.SignedInAsync(StaffRole.Editor);
        await desk.VisitAsync("/staff/actions/printed/print");
        Assert.Equal("4, 3 withdrawn", desk.Page.QuerySelector("tbody td")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_batch_of_which_every_letter_was_withdrawn_cannot_be_delivered()
    {
        await using var app = await TestApp.StartAsync();
        await app.SaveAsync(AnAction.To("none-left", app.Clock.Now, Channel.Print));
        await app.WritesAndConfirmsAsync("none-left", "ana@none.example");
        var batch = await CollectAsync(app);
        await app.RunAsync<OwnMessages>(async own => await own.WithdrawAsync((await app.SupporterAsync("ana@none.example")).Id));

        await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<PrintLetters>(print => print.DeliverAsync(batch, DateOnly.FromDateTime(app.Clock.Now), Staff)));

        Assert.Null(await app.ReadAsync(db => db.PrintBatches.Select(b => b.DeliveredOn).SingleAsync()));
    }

    [Fact]
    public async Task Targets_with_work_stand_before_those_that_nobody_has_written_to()
    {
        await using var app = await TestApp.StartAsync();
        var action = AnAction.To("work", app.Clock.Now, Channel.Print);
        action.Add(Target.Of(action, 0, new TargetFacts("Idle office", "Dear office,", Channel.Print) { PostalAddress = ["1 Street"], States = ["Utah"] }, app.Clock.Now));
        await app.SaveAsync(action);
        await app.WritesAndConfirmsAsync("work", "ana@work.example");
        var desk = await app.SignedInAsync(StaffRole.Editor);

        await desk.VisitAsync("/staff/actions/work/print");

        Assert.Equal(["Print office 1", "Idle office"], desk.Page.QuerySelectorAll("section h2").Select(target => target.TextContent));
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

    [Theory]
    [InlineData("We stand with them \U0001F9F8\U0001F468\u200D\U0001F469\u200D\U0001F467 every day.")]
    [InlineData("Ve\u0300ry \u0301odd\uFE0F \U0001D56C\U0001D56D and \U00013080 \u0B95\u0BBF\u0BA9\u0BCD \u1780\u17D2\u1798 and \uE000 from me.")]
    public async Task A_sign_without_a_glyph_is_replaced_and_its_letter_named_on_the_cover(string own)
    {
        await using var app = await TestApp.StartAsync();
        await app.SaveAsync(AnAction.To("glyphs", app.Clock.Now, Channel.Print));
        await app.WritesAndConfirmsAsync("glyphs", "ana@glyphs.example", "Ana");
        var browser = await app.Browser().VisitAsync("/actions/glyphs");
        await browser.PressAsync("Go on to your letter", [.. AnAction.Person("bea@glyphs.example", "Bea").Where(field => field.Item1 != "own"), ("own", own)]);
        await browser.PressAsync(browser.Page.QuerySelector("button[value=send]")!);
        await browser.VisitAsync(await app.Mailbox.LinkToAsync("bea@glyphs.example", "confirm-message"));
        await browser.PressAsync("Confirm my message");

        var pages = PdfText.Of(await WriteAsync(app, await CollectAsync(app))).Split('\f', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(3, pages.Length);
        Assert.Contains((await app.SupporterAsync("bea@glyphs.example")).Reference, pages[0], StringComparison.Ordinal);
        Assert.DoesNotContain((await app.SupporterAsync("ana@glyphs.example")).Reference, pages[0], StringComparison.Ordinal);
        Assert.Contains(pages[1..], page => page.Contains("Bea Doe", StringComparison.Ordinal));
    }

    private static string OneLine(string page) => string.Join(' ', page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<Guid> CollectAsync(TestApp app)
    {
        var target = await app.ReadAsync(db => db.Targets.Where(t => t.Channel == Channel.Print).Select(t => t.Id).SingleAsync());
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
