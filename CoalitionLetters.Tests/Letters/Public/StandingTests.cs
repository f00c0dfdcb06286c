using CoalitionLetters.Counting;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Signatures;
using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Public;

/// <summary>What pages and files say of how a letter stands: its deadlines, its end, and what changed between two editions.</summary>
[Trait("Needs", "Database")]
public sealed class StandingTests : IAsyncLifetime
{
    private static readonly Actor Dana = new("Dana Field");
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_closed_letter_and_a_withdrawn_one_say_so_in_plain_text_and_do_not_grow_any_more()
    {
        await FamilyUnity.OpenAsync(app, 3);
        var open = await ReadAsync("letter.txt");

        await ChangeAsync(letter => letter.Close(app.Clock.Now));
        var closed = await ReadAsync("letter.txt");
        await ChangeAsync(letter => letter.Withdraw(app.Clock.Now));
        var withdrawn = await ReadAsync("letter.txt");

        Assert.Contains("The list is still growing", open, StringComparison.Ordinal);
        Assert.Contains("The letter is closed for signatures; the final letter carries its own number.", closed, StringComparison.Ordinal);
        Assert.StartsWith("This letter was withdrawn.", withdrawn, StringComparison.Ordinal);
        Assert.Contains("This letter was withdrawn on June 14, 2018; nobody should quote it as standing.", withdrawn, StringComparison.Ordinal);
        Assert.All([closed, withdrawn], text => Assert.DoesNotContain("growing", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_letter_that_was_closed_early_is_closed_since_that_day_everywhere()
    {
        await FamilyUnity.OpenAsync(app, 3);
        app.Clock.Advance(TimeSpan.FromDays(2));
        await ChangeAsync(letter => letter.Close(app.Clock.Now));

        var front = await app.Browser().VisitAsync("/");

        Assert.Contains("Closed for signatures June 16, 2018.", front.Text, StringComparison.Ordinal);
        Assert.Contains("\"closesAt\": \"2018-06-16T", await ReadAsync("letter.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_in_Spanish_stands_in_Spanish_on_the_front_page()
    {
        var action = SupportersAction.Draft("familias", new ActionContent { Title = "Familias unidas", Explanation = "Los niños.", Subject = "Familias", Draft = "Escribo por los niños.", Language = "es" }, null, app.Clock.Now);
        action.Add(Target.Of(action, 1, new TargetFacts("La oficina", "Estimada oficina:", Channel.Print) { PostalAddress = ["1 Capitol Street", "Washington, DC 20500"] }, app.Clock.Now));
        action.Open(FamilyUnity.ClosesAt, app.Clock.Now);
        await app.SaveAsync(action);

        var front = await app.Browser().VisitAsync("/");

        Assert.Equal("Abierta hasta: viernes 22 de junio, 5 p. m., hora del Este.", front.Page.QuerySelector("li[lang=es] .standing")!.TextContent.Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task A_letter_that_closed_at_midnight_names_one_day()
    {
        await FamilyUnity.OpenAsync(app, 3, closesAt: new DateTime(2018, 6, 22, 4, 0, 0, DateTimeKind.Utc));
        app.Clock.Advance(TimeSpan.FromDays(30));

        var page = await app.Browser().VisitAsync("/letters/family-unity");

        Assert.Contains("Closed for signatures June 21, 2018.", page.Text, StringComparison.Ordinal);
        Assert.Contains("signed by June 21, 2018, midnight Eastern", page.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_the_deadline_that_was_told_is_over_files_and_mails_name_the_last_one()
    {
        await FamilyUnity.OpenAsync(app, 3);
        await ChangeAsync(letter => letter.MoveDeadline(app.Clock.Now.AddDays(1), FamilyUnity.ClosesAt, TimeSpan.FromHours(7), app.Clock.Now));
        await app.SignAsync("Lake Trust", "kim@lake.example");
        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.SignAsync();

        Assert.Contains("Open until: Friday, June 15", await MailAsync("kim@lake.example"), StringComparison.Ordinal);
        Assert.Contains("Open until: Friday, June 22, 5 p.m. Eastern", await MailAsync("sam@rivertrust.example"), StringComparison.Ordinal);
        Assert.Contains("\"closesAt\": \"2018-06-22T21:00:00", await ReadAsync("letter.json"), StringComparison.Ordinal);
        Assert.Contains("DTSTART:20180622T210000Z", await ReadAsync("deadline.ics"), StringComparison.Ordinal);

        app.Clock.Advance(FamilyUnity.ClosesAt.AddHours(1) - app.Clock.Now);
        var receipt = await app.Browser().VisitAsync(await app.ManageLinkToAsync("sam@rivertrust.example"));
        await app.RunAsync<SendConfirmationAgain>(async story => Assert.True(await story.RunAsync((await app.SignatureOfAsync("River Trust")).Id, TestContext.Current.CancellationToken)));
        Assert.Equal(System.Net.HttpStatusCode.OK, receipt.Status);
        Assert.DoesNotContain("Open until", await MailAsync("sam@rivertrust.example"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mended_spelling_is_no_change_between_editions_and_two_of_one_name_are_two()
    {
        var letter = await FamilyUnity.OpenAsync(app, 3, change: content => content with { Body = ALetter.Content.Body });
        await FamilyUnity.ListAsync(app, letter, new Listing { Name = "River Trsut" }, new Listing { Name = "Unity Club" });
        await ChangeAsync(changed => changed.Close(app.Clock.Now));
        await PublishAsync();
        var second = await ChangedAsync(signature => signature.CorrectListing(signature.Listing with { Name = "River Trust" }), "River Trsut");
        var late = Late("Unity Club");
        await using (var db = app.OpenDb())
        {
            await db.ChangeListAsync(letter.Id, app.Clock.Now, () =>
            {
                db.Add(late);
                return Task.CompletedTask;
            }, TestContext.Current.CancellationToken);
        }

        var third = await PublishedAsync();

        Assert.Equal("signed. Edition 2 of June 14, 2018", second);
        Assert.Equal("signed. Edition 3 of June 14, 2018: one joined", third);

        Signature Late(string name)
        {
            var signature = Signature.EnteredByStaff(letter, null, new Listing { Name = name }, new Signer(), "A call", "Dana Field", app.Clock.Now);
            signature.List(app.Clock.Now);
            return signature;
        }
    }

    [Fact]
    public async Task A_signer_who_signed_anew_under_the_same_name_has_neither_joined_nor_withdrawn()
    {
        var letter = await FamilyUnity.OpenAsync(app, 3, change: content => content with { Body = ALetter.Content.Body });
        await FamilyUnity.ListAsync(app, letter, new Listing { Name = "River Trust" });
        await ChangeAsync(changed => changed.Close(app.Clock.Now));
        await PublishAsync();
        await FamilyUnity.ListAsync(app, letter, new Listing { Name = "River Trust" }, new Listing { Name = "Lake Trust" });

        var said = await ChangedAsync(signature => signature.Withdraw(app.Clock.Now), "River Trust");

        Assert.Equal("signed. Edition 2 of June 14, 2018: one joined", said);
    }

    private async Task<string> ChangedAsync(Action<Signature> change, string name)
    {
        await using (var db = app.OpenDb())
        {
            var signature = await db.Signatures.OrderBy(s => s.Id).FirstAsync(s => s.Listing.Name == name);
            await db.ChangeListAsync(signature.LetterId, app.Clock.Now, () =>
            {
                change(signature);
                return Task.CompletedTask;
            });
        }

        return await PublishedAsync();
    }

    private async Task<string> PublishedAsync()
    {
        await PublishAsync();
        return (await app.Browser().VisitAsync("/letters/family-unity")).Page.GetElementById("as-of")!.TextContent.Replace('\u00a0', ' ');
    }

    private async Task PublishAsync()
    {
        var letter = await app.ReadAsync(db => db.Letters.SingleAsync());
        await app.RunAsync<PublishLetter>(story => story.RunAsync(letter.Slug, letter.StateRevision, Dana));
    }

    private async Task ChangeAsync(Action<Letter> change)
    {
        await using var db = app.OpenDb();
        change(await db.Letters.SingleAsync());
        await db.SaveChangesAsync();
    }

    private async Task<string> ReadAsync(string file)
    {
        using var client = app.CreateClient();
        return string.Join(' ', (await client.GetStringAsync($"/letters/family-unity/{file}")).Replace('\u00a0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private async Task<string> MailAsync(string address) => (await app.Mailbox.NewestToAsync(address, "confirm-signature")).Text!.Replace('\u00a0', ' ');
}
