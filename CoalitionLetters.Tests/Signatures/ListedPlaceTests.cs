using CoalitionLetters.History;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Signatures.Desk;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Signatures;

/// <summary>Signers and staff are told the heading under which the line is printed.</summary>
[Trait("Needs", "Database")]
public sealed class ListedPlaceTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("beside-national", 12, "Nacionales", "National (international)")]
    [InlineData("alone", 0, "Internacionales", "International")]
    public async Task A_body_from_abroad_reads_the_same_heading_from_the_form_to_the_printed_list_and_the_desk(string slug, int signatories, string heading, string atDesk)
    {
        var letter = await FamilyUnity.OpenAsync(app, signatories, slug, content => content with { Language = "es" });
        var mailbox = $"sam@{slug}.example";
        var form = await app.Browser().VisitAsync($"/letters/{slug}/sign");

        await form.PressAsync("Mostrar otra vez", Signing.Fields("Foro del Agua", mailbox, ("where", "international"), ("country", "MX")));
        var previewed = form.Page.QuerySelector("#slip h3")!.TextContent;
        var receipt = await app.SignAsync("Foro del Agua", mailbox, slug, ("where", "international"), ("country", "MX"));
        var mail = (await app.Mailbox.NewestToAsync(mailbox)).Text!;
        var confirming = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(mailbox, "confirm-signature"));
        await confirming.PressAsync(confirming.Page.QuerySelector("main form button")!);
        var managed = await app.Browser().VisitAsync(await app.ManageLinkToAsync(mailbox));
        var page = await app.Browser().VisitAsync($"/letters/{slug}");

        Assert.Equal(heading, previewed);
        Assert.Equal(heading, Under(receipt));
        Assert.Contains($"En la lista, bajo: {heading}", mail, StringComparison.Ordinal);
        Assert.Equal(heading, Under(managed));
        Assert.Contains(page.Page.QuerySelectorAll("#names h3"), h3 => h3.TextContent.StartsWith(heading, StringComparison.Ordinal));
        var stored = await app.ReadAsync(db => db.Signatures.AsNoTracking().SingleAsync(s => s.Signer.Email == mailbox));
        var desk = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync($"/staff/letters/{slug}/signatures/{stored.Id}");
        Assert.Contains(desk.Page.QuerySelectorAll("dd"), dd => dd.TextContent == atDesk);
        Assert.Equal(atDesk, SignatureWords.Section(stored.Id, stored.Listing, letter.Content, await app.ReadAsync(db => db.SortsListedAsync(letter.Id))));
    }

    [Fact]
    public async Task The_answer_to_a_correction_tells_where_the_line_stands_and_where_the_other_one_would()
    {
        var letter = await FamilyUnity.OpenAsync(app, 12, "corrected", listsAtOnce: false);
        var signature = FamilyUnity.ListedOn(letter, new Listing { Name = "Foro del Agua", Scope = Scope.International }, app.Clock.Now);
        signature.AskFor(signature.Listing with { Scope = Scope.Local, State = "Texas" }, app.Clock.Now);
        await app.SaveAsync(signature);

        await app.RunAsync<SettleCorrection>(story => story.LeaveAsync(letter.Id, new SeenSignature(signature.Id, signature.Revision), "It works in many countries.", new Actor("Ana Reyes", Guid.NewGuid())));

        var mail = (await app.Mailbox.NewestToAsync("sam@union.example", "correction-left")).Text!;
        Assert.Contains("Foro del Agua; National", mail, StringComparison.Ordinal);
        Assert.Contains("Foro del Agua; State and local, Texas", mail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Scope.National, null, "National")]
    [InlineData(Scope.Regional, null, "National (regional)")]
    [InlineData(Scope.Local, "Texas", "State and local, Texas (local)")]
    [InlineData(null, "Texas", "State and local, Texas")]
    public void Staff_read_the_heading_and_how_wide_a_body_works_where_that_is_another_word(Scope? scope, string? state, string said)
    {
        Assert.Equal(said, SignatureWords.Section(Guid.NewGuid(), new Listing { Name = "River Trust", Scope = scope, State = state }, ALetter.Content, [new("AFL-CIO") { Scope = Scope.National }]));
    }

    private static string Under(Browser browser) => browser.Page.QuerySelectorAll("dl.facts div").Single(fact => fact.QuerySelector("dt")!.TextContent == "En la lista, bajo").QuerySelector("dd")!.TextContent;
}
