using System.Net;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Signatures;
using CoalitionLetters.Signatures.Desk;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Signatures;

/// <summary>What is kept of persons goes when its time is over or when they ask for it; what the public reads stays.</summary>
[Trait("Needs", "Database")]
public sealed class ForgettingTests
{
    private static readonly Actor Dana = new("Dana Field");

    [Fact]
    public async Task After_the_letters_term_nothing_is_left_of_who_signed_and_the_list_stays()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, 3);
        await app.SignAndConfirmAsync(others: [("phone", "202-555-0134"), ("answer-call", "yes")]);
        await app.RunAsync<EnterSignature>(story => story.RunAsync(FamilyUnity.Slug, new Listing { Name = "Lake Trust" }, new Signer { Name = "Kim Example" }, CameBy.Phone, "call with Kim Example, June 14", Dana));
        var manage = await app.ManageLinkToAsync("sam@rivertrust.example");
        await ClosedAsync(app);

        app.Clock.Advance(TimeSpan.FromDays(179));
        await app.RunJobAsync<ForgetSigners>();
        var known = await PersonsAsync(app);
        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.RunJobAsync<ForgetSigners>();

        Assert.Equal(5, known);
        Assert.Equal(0, await PersonsAsync(app));
        Assert.Empty((await app.SignatureOfAsync("River Trust")).Answers);
        Assert.DoesNotContain(await app.ReadAsync(db => db.History.ToListAsync()), entry => $"{entry.What} {entry.Before} {entry.After}".Contains("Kim Example", StringComparison.Ordinal));
        var letter = await app.Browser().VisitAsync("/letters/family-unity");
        Assert.Equal("5", letter.Page.QuerySelector("#count b")!.TextContent);
        Assert.Contains("River Trust", letter.Page.QuerySelector("#names")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await app.Browser().VisitAsync(manage)).Status);
    }

    [Fact]
    public async Task A_signature_that_came_late_is_kept_for_its_own_term()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, 1);
        await ClosedAsync(app);
        app.Clock.Advance(TimeSpan.FromDays(170));
        await app.RunAsync<EnterSignature>(story => story.RunAsync(FamilyUnity.Slug, new Listing { Name = "Lake Trust" }, new Signer { Name = "Kim Example" }, CameBy.Mail, "mail of today", Dana));

        app.Clock.Advance(TimeSpan.FromDays(20));
        await app.RunJobAsync<ForgetSigners>();

        Assert.Equal("Kim Example", (await app.SignatureOfAsync("Lake Trust")).Signer.Name);
        Assert.Equal(1, await PersonsAsync(app));
    }

    [Fact]
    public async Task A_signer_sees_all_that_is_kept_and_has_it_erased_with_one_button()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, 1);
        await app.SignAndConfirmAsync(others: [("phone", "202-555-0134"), ("answer-call", "yes")]);
        var manage = await app.ManageLinkToAsync("sam@rivertrust.example");
        var browser = await app.Browser().VisitAsync(manage);
        var shown = browser.Text;

        await browser.FollowAsync("Erase my data");
        await browser.PressAsync("Erase my data");

        Assert.Contains("Sam Example, Director, sam@rivertrust.example, 202-555-0134", shown, StringComparison.Ordinal);
        Assert.Contains("We can send somebody to the press call on June 22.Yes", shown, StringComparison.Ordinal);
        Assert.Contains("Your data is erased", browser.Text, StringComparison.Ordinal);
        var signature = await app.SignatureOfAsync("River Trust");
        Assert.Equal((SignatureStatus.Listed, new Signer()), (signature.Status, signature.Signer));
        Assert.Empty(await app.Mailbox.AllToAsync("sam@rivertrust.example"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Browser().VisitAsync(manage)).Status);
    }

    [Fact]
    public async Task Erasing_before_confirming_takes_the_signature_along()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, 1);
        await app.SignAsync();
        var browser = await app.Browser().VisitAsync(await app.ManageLinkToAsync("sam@rivertrust.example") + "/erasure");

        await browser.PressAsync("Erase my data");

        Assert.Equal(SignatureStatus.Withdrawn, (await app.SignatureOfAsync("River Trust")).Status);
    }

    [Theory]
    [InlineData("/letters/family-unity", "Privacy", "/privacy", "What these pages keep of you")]
    [InlineData("/letters/unidad", "Accesibilidad", "/accesibilidad", "Estas páginas están hechas")]
    public async Task The_foot_of_every_page_leads_to_what_is_kept_and_to_how_it_can_be_read(string from, string link, string address, string says)
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, 1);
        await FamilyUnity.OpenAsync(app, 1, "unidad", BusyCoalition.InSpanish);
        var browser = await app.Browser().VisitAsync(from);

        await browser.FollowAsync(link);

        Assert.Equal(address, browser.Path);
        Assert.Contains(says, browser.Text, StringComparison.Ordinal);
    }

    private static Task<int> PersonsAsync(TestApp app) => app.ReadAsync(db => db.Signatures.WithSigner().CountAsync());

    private static async Task ClosedAsync(TestApp app)
    {
        var seen = await app.ReadAsync(db => db.Letters.Select(l => l.StateRevision).SingleAsync());
        await app.RunAsync<ChangeLetter>(story => story.CloseAsync(FamilyUnity.Slug, seen, Dana));
    }
}
