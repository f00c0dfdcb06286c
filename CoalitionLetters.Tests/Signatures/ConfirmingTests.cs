using System.Net;
using CoalitionLetters.Letters;
using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Signatures;

/// <summary>The mail that asks to confirm, and what its link says: before it is pressed, after, too late, and when it is none.</summary>
[Trait("Needs", "Database")]
public sealed class ConfirmingTests
{
    [Fact]
    public async Task Opening_the_mailed_link_does_nothing()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        await app.SignAsync();
        var link = await app.Mailbox.LinkToAsync("sam@rivertrust.example");

        using var client = app.CreateClient();
        await client.GetAsync(link, TestContext.Current.CancellationToken);
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, link), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(SignatureStatus.Submitted, (await app.SignatureOfAsync("River Trust")).Status);
    }

    [Fact]
    public async Task After_the_deadline_the_form_says_that_the_letter_is_closed_but_confirmations_count_for_a_while()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        var browser = await app.Browser().VisitAsync("/letters/family-unity/sign");
        await app.SignAsync("Lake Trust", "kim@lake.example");
        await app.SignAsync("Hill Trust", "jo@hill.example");

        app.Clock.Advance(FamilyUnity.ClosesAt - app.Clock.Now);
        await app.RunAsync<CloseDueLetters>(job => job.RunAsync(CancellationToken.None));
        await browser.SubmitAsync(Signing.Fields());
        var late = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("kim@lake.example"));
        await late.PressAsync("Confirm our signature");
        app.Clock.Advance(TimeSpan.FromHours(7));
        var tooLate = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("jo@hill.example"));

        Assert.Equal(HttpStatusCode.Gone, browser.Status);
        Assert.Contains("This letter is closed for signatures", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Lake Trust is on the list and counts.", late.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, tooLate.Status);
        Assert.Contains("Signing is over", tooLate.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_used_link_says_so_and_an_invented_one_is_not_known()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        await app.SignAndConfirmAsync();

        var used = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("sam@rivertrust.example"));
        var invented = await app.Browser().VisitAsync("/signatures/abcdefghijklmnopqrstuvwxyz012345/confirmation");

        Assert.Equal(HttpStatusCode.OK, used.Status);
        Assert.Contains("Your signature is confirmed", used.Text, StringComparison.Ordinal);
        Assert.Empty(used.Page.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.NotFound, invented.Status);
        Assert.Contains("This link is not known here", invented.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_it_again_brings_a_new_mail_and_stops_after_a_few()
    {
        await using var app = await TestApp.StartAsync(settings: [("Mail:Host", "127.0.0.1"), ("Mail:From", "letters@unity.example")]);
        await FamilyUnity.OpenAsync(app, signatories: 0);
        var browser = await app.SignAsync();
        Assert.Contains("We have sent a mail to sam@rivertrust.example.", browser.Text, StringComparison.Ordinal);

        await browser.PressAsync("Send it again");
        var first = browser.Page.QuerySelector("[role=status]")!.TextContent;
        for (var more = 0; more < SendConfirmationAgain.MostMails; more++)
        {
            await browser.PressAsync("Send it again");
        }

        Assert.Equal("We have sent it again.", first);
        Assert.Contains("several times already", browser.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(SendConfirmationAgain.MostMails, (await app.Mailbox.AllToAsync("sam@rivertrust.example")).Count);
    }

    [Fact]
    public async Task Where_mails_are_only_kept_no_page_says_that_one_was_sent()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);

        var browser = await app.SignAsync();
        Assert.Contains("This site sends no mail yet. Ask the coalition for the one it keeps for sam@rivertrust.example.", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Send it again");

        Assert.Equal("There is a new mail with the coalition now.", browser.Page.QuerySelector("[role=status]")!.TextContent);
        Assert.DoesNotContain("have sent", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("junk", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_whose_time_is_over_can_be_renewed_when_the_deadline_has_moved()
    {
        await using var app = await TestApp.StartAsync();
        var letter = await FamilyUnity.OpenAsync(app, signatories: 0);
        await app.SignAsync();
        var link = await app.Mailbox.LinkToAsync("sam@rivertrust.example");
        await using (var db = app.OpenDb())
        {
            var moved = await db.Letters.SingleAsync(l => l.Id == letter.Id, TestContext.Current.CancellationToken);
            moved.MoveDeadline(FamilyUnity.ClosesAt.AddDays(7), FamilyUnity.ClosesAt.AddDays(7), TimeSpan.FromHours(7), app.Clock.Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        app.Clock.Advance(TimeSpan.FromDays(10));
        var browser = await app.Browser().VisitAsync(link);
        var status = browser.Status;
        await browser.PressAsync("Send a new link");
        var renewed = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("sam@rivertrust.example"));
        await renewed.PressAsync("Confirm our signature");

        Assert.Equal(HttpStatusCode.Gone, status);
        Assert.Contains("ask the coalition for the mail that it keeps for you", browser.Text, StringComparison.Ordinal);
        Assert.Contains("River Trust is on the list", renewed.Text, StringComparison.Ordinal);
    }
}
