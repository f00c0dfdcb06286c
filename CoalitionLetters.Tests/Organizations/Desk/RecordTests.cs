using System.Text;
using CoalitionLetters.History;
using CoalitionLetters.Organizations;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Organizations.Desk;

/// <summary>One record of the directory, as staff keep it.</summary>
[Trait("Needs", "Database")]
public sealed class RecordTests : IAsyncLifetime
{
    private const string Drawing = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0H10V10Z" fill="#123"/></svg>""";

    private TestApp app = null!;
    private Organization union = null!;
    private string Record => $"/staff/organizations/{union.Id}";

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        union = Organization.Named("River Union", OrganizationKind.Union, Scope.National, null, null, null, app.Clock.Now);
        await app.SaveAsync(union);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Every_fact_is_kept_and_stands_in_the_history()
    {
        var browser = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync(Record);

        await browser.SubmitAsync(("Facts.Name", "River Workers"), ("Facts.Scope", "State"), ("Facts.State", "Ohio"), ("Facts.Website", "river.example"), ("Facts.Domains", "@River.example, mail.river.example"), ("Facts.Notes", "Call Kim"));

        var kept = await ReadAsync();
        Assert.Equal(("River Workers", Scope.State, "Ohio", "https://river.example", "Call Kim"), (kept.Name, kept.Scope, kept.State, kept.Website, kept.Notes));
        Assert.Equal(["river.example", "mail.river.example"], kept.Domains);
        var entry = await app.ReadAsync(db => db.History.About(Subject.Of<Organization>(union.Id)).SingleAsync());
        Assert.Equal("changed the record", entry.What);
        Assert.Contains("\"domains\":\"river.example, mail.river.example\"", entry.After, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Facts.Name", "", "Enter the organization's name.")]
    [InlineData("Facts.Website", "no site", "“no site” is not a web address.")]
    [InlineData("Facts.Website", "javascript:alert(1)", "is not a web address.")]
    [InlineData("Facts.Domains", "river", "“river” is not a domain.")]
    [InlineData("Facts.Domains", "gmail.com", "Anybody can have a mailbox at gmail.com")]
    [InlineData("Facts.Country", "Atlantis", "There is no country “Atlantis”.")]
    [InlineData("Facts.Parent", "Nobody", "No record bears exactly the name \"Nobody\".")]
    [InlineData("Facts.Parent", "River Union", "River Union would belong to itself.")]
    public async Task A_wrong_answer_is_told_plainly_and_nothing_is_stored(string field, string typed, string told)
    {
        var browser = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync(Record);

        await browser.SubmitAsync(("Facts.Notes", "kept as typed"), (field, typed));

        Assert.Contains(told, browser.Text, StringComparison.Ordinal);
        Assert.Equal("kept as typed", browser.Page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal((null, null), ((await ReadAsync()) is var stored ? stored.Notes : "", stored.Website));
    }

    [Fact]
    public async Task Of_two_people_at_one_record_the_second_sees_what_the_first_has_kept()
    {
        var (first, second) = (await app.SignedInAsync(StaffRole.Reviewer), await app.SignedInAsync(StaffRole.Editor));
        await first.VisitAsync(Record);
        await second.VisitAsync(Record);
        await first.SubmitAsync(("Facts.Website", "river.example"));

        await second.SubmitAsync(("Facts.Notes", "Call Kim"));
        Assert.Contains("Somebody else has changed this record meanwhile.", second.Text, StringComparison.Ordinal);
        Assert.Contains("The record says now: website: https://river.example; notes: none.", second.Text, StringComparison.Ordinal);
        Assert.Null((await ReadAsync()).Notes);

        await second.SubmitAsync(("Facts.Website", "river.example"), ("Facts.Notes", "Call Kim"));
        Assert.Equal(("https://river.example", "Call Kim"), ((await ReadAsync()) is var kept ? kept.Website : "", kept.Notes));
    }

    [Fact]
    public async Task Acronyms_and_former_names_are_told_apart()
    {
        var browser = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync(Record);

        await browser.PressAsync("Add the name", ("NewAlias", "RU"), ("NewAliasKind", "Acronym"));
        await browser.PressAsync("Add the name", ("NewAlias", "Lake Union"), ("NewAliasKind", "FormerName"));

        Assert.Equal(["Acronyms", "Former names"], browser.Page.QuerySelectorAll("h3").Select(title => title.TextContent));
        Assert.Contains("added the acronym RU", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contacts_are_added_corrected_and_removed_and_their_names_stay_out_of_the_history()
    {
        var browser = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync(Record);

        await browser.SubmitAsync(("Contact.Name", "Kim Example"), ("Contact.Email", "nobody"));
        Assert.Contains("“nobody” is not a mail address.", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(("Contact.Name", "Kim Example"), ("Contact.Email", "kim@river.example"));
        await browser.FollowAsync("Change");
        await browser.PressAsync("Keep this", ("Contact.Title", "President"));
        Assert.Contains("President, kim@river.example", browser.Text, StringComparison.Ordinal);
        await browser.FollowAsync("Change");
        await browser.PressAsync("Remove the contact");

        Assert.Empty(await app.ReadAsync(db => db.OrganizationContacts.ToListAsync()));
        Assert.Equal(["added a contact", "corrected a contact", "removed a contact"], await app.ReadAsync(db => db.History.OrderBy(e => e.Id).Select(e => e.What).ToListAsync()));
    }

    [Fact]
    public async Task A_logo_is_checked_by_its_content_shown_and_removed()
    {
        var browser = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync(Record);

        await browser.Attach("Logo.File", "logo.png", "no picture"u8.ToArray()).PressAsync("Keep this picture");
        Assert.Contains("Choose a PNG, JPEG or SVG picture.", browser.Text, StringComparison.Ordinal);
        await browser.Attach("Logo.File", "logo.svg", Encoding.UTF8.GetBytes(Drawing)).PressAsync("Keep this picture");
        var shown = browser.Page.QuerySelector("img.logo")!.GetAttribute("src")!;
        await browser.VisitAsync(shown);
        Assert.Equal("image/svg+xml", browser.Response.Content.Headers.ContentType!.MediaType);

        await browser.VisitAsync(Record);
        await browser.PressAsync("Remove the logo");
        Assert.Null((await ReadAsync()).LogoId);
    }

    private Task<Organization> ReadAsync() => app.ReadAsync(db => db.Organizations.AsNoTracking().SingleAsync(o => o.Id == union.Id));
}
