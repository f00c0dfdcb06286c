using System.Net;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Signatures;
using CoalitionLetters.Signatures.Desk;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Signatures;

/// <summary>Links that are used, over, of another kind or invented, opened and pressed. Each has an answer of its own, and none changes anything.</summary>
[Trait("Needs", "Database")]
public sealed class MailedLinksTests : IAsyncLifetime
{
    private static readonly string[] Ends = ["/receipt", "/confirmation", "", "/listing", "/signer", "/withdrawal"];

    private TestApp app = null!;
    private Letter letter = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        letter = await FamilyUnity.OpenAsync(app, signatories: 0);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Pressed_again_and_by_several_at_once_the_button_counts_once()
    {
        await app.SignAsync();
        var link = await app.Mailbox.LinkToAsync("sam@rivertrust.example");
        using var client = app.CreateClient();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => client.PostAsync(link, null)));
        await AnswersAsync(link, HttpStatusCode.OK, "Your signature is confirmed already");

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(1, await app.ReadAsync(db => db.Set<CoalitionLetters.Counting.Tally>().Select(t => t.Count).SingleAsync()));
        Assert.Equal(1, await app.ReadAsync(db => db.Set<CoalitionLetters.History.HistoryEntry>().CountAsync(entry => entry.What == "confirmed the signature")));
    }

    [Fact]
    public async Task A_link_that_was_used_says_when_the_signature_was_confirmed()
    {
        var first = await app.SignAndConfirmAsync();
        var moment = new CoalitionLetters.Web.LetterTime("America/New_York", "en").Moment(app.Clock.Now).Replace('\u00a0', ' ');
        app.Clock.Advance(TimeSpan.FromHours(2));

        var again = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("sam@rivertrust.example"));

        Assert.DoesNotContain("already", first.Text, StringComparison.Ordinal);
        Assert.Contains($"It was confirmed on {moment}; there is nothing more to do here. River Trust is on the list and counts.", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_staff_hold_can_still_be_confirmed_and_stays_held()
    {
        await app.SignAsync();
        var signature = await app.SignatureOfAsync("River Trust");
        await app.RunAsync<ReviewSignatures>(story => story.HoldAsync(letter.Id, [new(signature.Id, signature.Revision)], "The board decides", new("Ana Flores")));

        var signer = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("sam@rivertrust.example"));
        var asked = signer.Text;
        await signer.PressAsync("Confirm our signature");

        var stored = await app.SignatureOfAsync("River Trust");
        Assert.Contains("One press, and River Trust has signed.", asked, StringComparison.Ordinal);
        Assert.Contains("The coalition looks at it, then lists it", signer.Text, StringComparison.Ordinal);
        Assert.Equal((SignatureStatus.Held, "The board decides", app.Clock.Now), (stored.Status, stored.Reason, stored.ConfirmedAt));
    }

    [Fact]
    public async Task An_invented_key_is_not_known_at_any_address()
    {
        foreach (var end in Ends)
        {
            await AnswersAsync($"/signatures/abcdefghijklmnopqrstuvwxyz012345{end}", HttpStatusCode.NotFound, "This link is not known here");
        }
    }

    [Fact]
    public async Task A_key_opens_only_what_it_was_made_for()
    {
        var receipt = (await app.SignAsync()).Path.Split('?')[0];
        var confirm = await app.Mailbox.LinkToAsync("sam@rivertrust.example");
        var manage = await app.ManageLinkToAsync("sam@rivertrust.example");

        foreach (var (own, kind) in new[] { (receipt, "/receipt"), (confirm, "/confirmation") })
        {
            foreach (var end in Ends.Where(end => end != kind))
            {
                await AnswersAsync(own[..^kind.Length] + end, HttpStatusCode.NotFound, "This link is not known here");
            }
        }

        await AnswersAsync($"{manage}/confirmation", HttpStatusCode.NotFound, "This link is not known here");
        await AnswersAsync($"{manage}/receipt", HttpStatusCode.NotFound, "This link is not known here");
        Assert.Equal(SignatureStatus.Submitted, (await app.SignatureOfAsync("River Trust")).Status);
    }

    [Fact]
    public async Task A_declined_signature_says_whom_to_ask()
    {
        await app.SignAsync();
        var signature = await app.SignatureOfAsync("River Trust");
        await app.RunAsync<ReviewSignatures>(story => story.DeclineAsync(letter.Id, [new(signature.Id, signature.Revision)], "Nobody knows it", new("Ana Flores")));

        await AnswersAsync(await app.Mailbox.LinkToAsync("sam@rivertrust.example"), HttpStatusCode.Gone, "The coalition has not listed this signature");
    }

    [Fact]
    public async Task A_letter_that_was_withdrawn_says_so()
    {
        await app.SignAsync();
        await app.RunAsync<ChangeLetter>(story => story.WithdrawAsync(FamilyUnity.Slug, letter.StateRevision, new("Ana Flores")));

        await AnswersAsync(await app.Mailbox.LinkToAsync("sam@rivertrust.example"), HttpStatusCode.Gone, "This letter was withdrawn");
    }

    [Fact]
    public async Task After_the_grace_period_signing_is_over_and_an_instant_before_it_is_not()
    {
        await app.SignAsync("Lake Trust", "kim@lake.example");
        await app.SignAsync();
        app.Clock.Advance(FamilyUnity.ClosesAt.AddHours(7) - app.Clock.Now - TimeSpan.FromSeconds(1));
        await (await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("kim@lake.example"))).PressAsync("Confirm our signature");
        app.Clock.Advance(TimeSpan.FromSeconds(1));

        await AnswersAsync(await app.Mailbox.LinkToAsync("sam@rivertrust.example"), HttpStatusCode.Gone, "Signing is over");

        Assert.Equal((SignatureStatus.Listed, SignatureStatus.Submitted), ((await app.SignatureOfAsync("Lake Trust")).Status, (await app.SignatureOfAsync("River Trust")).Status));
    }

    [Fact]
    public async Task A_letter_that_went_out_within_the_grace_period_says_that_it_is_final()
    {
        await app.SignAndConfirmAsync("Lake Trust", "kim@lake.example", others: [("where", "state"), ("state", "OH")]);
        await app.SignAsync();
        await app.RunAsync<ChangeLetter>(story => story.CloseAsync(FamilyUnity.Slug, letter.StateRevision, new("Ana Flores")));
        var revision = (await app.ReadAsync(db => db.Letters.SingleAsync())).StateRevision;
        await app.RunAsync<PublishLetter>(story => story.RunAsync(FamilyUnity.Slug, revision, new("Ana Flores")));

        await AnswersAsync(await app.Mailbox.LinkToAsync("sam@rivertrust.example"), HttpStatusCode.Gone, "This letter is final");
    }

    /// <summary>To whoever opens the address, and to whoever presses its button, or the one that stood there before.</summary>
    private async Task AnswersAsync(string address, HttpStatusCode status, string title)
    {
        using var client = app.CreateClient();
        using var form = new FormUrlEncodedContent(Signing.Fields().Select(field => new KeyValuePair<string, string>(field.Item1, field.Item2)));
        using var opened = await client.GetAsync(address, TestContext.Current.CancellationToken);
        HttpResponseMessage[] answers = address.Contains("/signatures/", StringComparison.Ordinal) && address.Count(c => c == '/') == 2
            ? [opened] : [opened, await client.PostAsync(address, form, TestContext.Current.CancellationToken)];

        foreach (var answer in answers)
        {
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal((status, title), (answer.StatusCode, page.QuerySelector("h1")!.TextContent));
            Assert.Empty(page.QuerySelectorAll("main form"));
        }
    }
}
