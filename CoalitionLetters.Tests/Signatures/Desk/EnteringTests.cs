using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Signatures.Desk;

/// <summary>What is wrong with a signature that staff enter is named all at once, each at its field.</summary>
[Trait("Needs", "Database")]
public sealed class EnteringTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task All_that_is_wrong_is_named_on_top_with_links_and_beside_each_field()
    {
        var desk = await OpenAsync("all-at-once");

        await desk.SubmitAsync(("Form.Listing.Scope", "Local"), ("Form.Listing.Website", "nowhere"), ("Form.SignerEmail", "kim"), ("Form.SignerName", "Kim Example"));

        var summary = desk.Page.QuerySelector(".errors[role=alert][autofocus]")!;
        var fields = new[] { "field-name", "field-state", "field-website", "field-signeremail", "field-evidence" };
        Assert.Equal("Five answers need another look", summary.QuerySelector("h2")!.TextContent);
        Assert.Equal(fields.Select(field => $"{desk.Path}#{field}"), summary.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal(summary.QuerySelectorAll("a").Select(link => link.TextContent), fields.Select(field => desk.Page.GetElementById($"{field}-error")!.TextContent));
        Assert.All(fields, field => Assert.Equal("true", desk.Page.GetElementById(field)!.GetAttribute("aria-invalid")));
        Assert.Equal("Enter the organization's name.", desk.Page.GetElementById("field-name-error")!.TextContent);
        Assert.StartsWith("Error: Enter a signature on ", desk.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_was_typed_is_lost_and_with_the_answers_mended_the_signature_is_listed()
    {
        var desk = await OpenAsync("kept");
        (string Name, string Value)[] typed = [("Form.Listing.Name", "Lake Trust"), ("Form.Listing.Country", "Canada"), ("Form.Listing.Order", "first"), ("Form.SignerTitle", "Director"), ("Form.SignerPhone", "555 0100")];

        await desk.SubmitAsync(typed);

        Assert.Equal(typed, typed.Select(field => (field.Name, desk.Page.QuerySelector($"[name='{field.Name}']")!.GetAttribute("value") ?? "")));
        Assert.Equal(["“first” cannot be taken as a number. Enter a whole number in figures, like 6.", Signature.NoEvidence], desk.Page.QuerySelectorAll(".errors li").Select(wrong => wrong.TextContent));
        Assert.NotNull(desk.Page.QuerySelector("#field-order[aria-invalid=true]"));

        await desk.SubmitAsync(("Form.Listing.Order", ""), ("Form.Evidence", "call with the director, June 14"));

        Assert.Equal("/staff/letters/kept/signatures", desk.Path);
        var stored = await app.ReadAsync(db => db.Signatures.SingleAsync(s => s.Listing.Name == "Lake Trust"));
        Assert.Equal((SignatureStatus.Listed, "Canada", "555 0100"), (stored.Status, stored.Listing.Country, stored.Signer.Phone));
    }

    private async Task<Browser> OpenAsync(string slug)
    {
        await FamilyUnity.OpenAsync(app, signatories: 0, slug: slug);
        return await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync($"/staff/letters/{slug}/signatures/new");
    }
}
