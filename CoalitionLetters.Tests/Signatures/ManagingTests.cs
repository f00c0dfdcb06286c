using System.Net;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Signatures;

[Trait("Needs", "Database")]
public sealed class ManagingTests
{
    [Fact]
    public async Task A_signer_corrects_the_listing_and_the_history_keeps_what_was()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        await app.SignAndConfirmAsync("River Trsut");
        var browser = await app.Browser().VisitAsync(await app.ManageLinkToAsync("sam@rivertrust.example"));

        await browser.FollowAsync("Correct the listing");
        await browser.SubmitAsync(("name", "River Trust"), ("where", "state"), ("state", "VT"));

        Assert.Contains("Saved.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("State and local, Vermont", browser.Text, StringComparison.Ordinal);
        Assert.Contains("River Trust", (await app.Browser().VisitAsync("/letters/family-unity")).Page.QuerySelector("#names")!.TextContent, StringComparison.Ordinal);
        var kept = await app.ReadAsync(db => db.History.SingleAsync(entry => entry.What == "corrected the listing"));
        Assert.Contains("River Trsut", kept.Before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_list_is_divided_by_kind_the_form_asks_for_it_and_shows_the_section()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, 12, change: content => content with { Sections = SectionsBy.Kind });
        var browser = await app.Browser().VisitAsync("/letters/family-unity/sign");

        await browser.SubmitAsync(Signing.Fields());
        var asked = browser.Errors;
        await browser.PressAsync("Show again", ("kind", "Faith"));
        var shown = browser.Page.QuerySelector("#slip h3")!.TextContent;
        await app.SignAndConfirmAsync(others: ("kind", "Faith"));
        var manage = await app.ManageLinkToAsync("sam@rivertrust.example");
        var place = (await app.Browser().VisitAsync(manage)).Text;
        var correcting = await app.Browser().VisitAsync(manage + "/listing");
        await correcting.SubmitAsync(("kind", "Community"));

        Assert.Contains("Choose what kind of organization it is", asked);
        Assert.Equal("Faith organizations", shown);
        Assert.Contains("Faith organizations", place, StringComparison.Ordinal);
        Assert.Contains("Community organizations", correcting.Text, StringComparison.Ordinal);
        Assert.Equal(OrganizationKind.Community, (await app.SignatureOfAsync("River Trust")).Listing.Kind);
    }

    [Fact]
    public async Task A_letter_divided_otherwise_does_not_ask_for_the_kind()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, 0);

        var browser = await app.Browser().VisitAsync("/letters/family-unity/sign");

        Assert.Empty(browser.Page.QuerySelectorAll("[name=kind]"));
    }

    [Fact]
    public async Task Staff_who_enter_a_signature_give_the_kind_where_the_list_is_divided_by_it()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, 1, change: content => content with { Sections = SectionsBy.Kind });
        var desk = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync("/staff/letters/family-unity/signatures/new");

        await desk.SubmitAsync(("Form.Listing.Name", "River Trust"), ("Form.Evidence", "call with the director, June 14"));
        var refused = desk.Text;
        await desk.SubmitAsync(("Form.Listing.Kind", "Faith"));

        Assert.Contains("Choose the kind of organization", refused, StringComparison.Ordinal);
        Assert.Equal(SignatureStatus.Listed, (await app.SignatureOfAsync("River Trust")).Status);
    }

    [Fact]
    public async Task Staff_read_a_tick_as_yes()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, 0);
        await app.SignAsync(others: ("answer-call", "yes"));

        var desk = await (await app.SignedInAsync(StaffRole.Viewer)).VisitAsync($"/staff/letters/family-unity/signatures/{(await app.SignatureOfAsync("River Trust")).Id}");

        Assert.Contains("Yes", desk.Page.QuerySelectorAll("dt").Single(term => term.TextContent.StartsWith("We can send somebody to the press call", StringComparison.Ordinal)).NextElementSibling!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_signer_gets_a_key_and_the_old_one_stops_working()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        await app.SignAndConfirmAsync();
        var old = await app.ManageLinkToAsync("sam@rivertrust.example");
        var browser = await app.Browser().VisitAsync(old + "/signer");

        await browser.SubmitAsync(("person", "Lee Example"), ("title", "Chair"), ("mail", "lee@rivertrust.example"));

        Assert.Contains("Your colleague has it now", browser.Text, StringComparison.Ordinal);
        Assert.Contains("The coalition keeps a mail for each of you", browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await app.Browser().VisitAsync(old)).Status);
        Assert.Contains("Lee Example signs for River Trust", (await app.Mailbox.NewestToAsync("sam@rivertrust.example", "handed-over")).Text, StringComparison.Ordinal);
        var page = await app.Browser().VisitAsync(await app.ManageLinkToAsync("lee@rivertrust.example", "new-signer"));
        Assert.Contains("Lee Example, Chair, lee@rivertrust.example", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawing_takes_a_button_and_the_name_vanishes()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 2);
        await app.SignAndConfirmAsync();
        var manage = await app.ManageLinkToAsync("sam@rivertrust.example");
        var browser = await app.Browser().VisitAsync(manage);

        await browser.FollowAsync("Withdraw the signature");
        var before = (await app.SignatureOfAsync("River Trust")).Status;
        await browser.PressAsync("Withdraw our signature");

        Assert.Equal(SignatureStatus.Listed, before);
        Assert.Contains("Withdrawn", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Printed as", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Listed under", browser.Text, StringComparison.Ordinal);
        var letter = await app.Browser().VisitAsync("/letters/family-unity");
        Assert.DoesNotContain("River Trust", letter.Text, StringComparison.Ordinal);
        Assert.Equal("2", letter.Page.QuerySelector("#count b")!.TextContent);
        Assert.Equal(HttpStatusCode.Gone, (await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("sam@rivertrust.example", "confirm-signature"))).Status);
    }
}
