using AngleSharp.Dom;
using CoalitionLetters.Counting;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Signatures;
using CoalitionLetters.Signatures.Desk;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.History;

[Trait("Needs", "Database")]
public sealed class HistoryPagesTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Actor Dana = new("Dana Field", Guid.CreateVersion7());

    [Fact]
    public async Task Every_change_of_a_letter_is_paged_through_and_names_what_it_changed()
    {
        var (letter, signatures) = await ListedAsync("paged");
        await RecordAsync(letter, 60, "moved the deadline");
        await ReviewAsync(letter, signatures[0], new Listing { Name = "River Trust", State = "Ohio" });
        var desk = await (await app.SignedInAsync(StaffRole.Viewer)).VisitAsync("/staff/letters/paged");

        await desk.FollowAsync("All changes");
        Assert.Equal("/staff/letters/paged/history", desk.Path);
        Assert.Equal("River Trust: Dana Field corrected the listing", Said(desk)[0]);
        Assert.Equal($"/staff/letters/paged/signatures/{signatures[0].Id}", desk.Page.QuerySelector(".history p a")!.GetAttribute("href"));
        Assert.Equal(50, Said(desk).Count);
        await desk.FollowAsync("Older");

        Assert.Equal(11, Said(desk).Count);
        Assert.Contains("Page 2 of 2", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letter_alone_is_shown_without_what_belongs_to_it()
    {
        var (letter, signatures) = await ListedAsync("alone");
        await RecordAsync(letter, 1, "moved the deadline");
        await ReviewAsync(letter, signatures[0], new Listing { Name = "Hill Trust" });
        var desk = await (await app.SignedInAsync(StaffRole.Viewer)).VisitAsync("/staff/letters/alone");

        await desk.FollowAsync("Changes of the letter alone");

        Assert.Equal(["Dana Field moved the deadline"], Said(desk));
    }

    [Fact]
    public async Task What_was_and_what_is_stand_apart()
    {
        var (letter, signatures) = await ListedAsync("apart");

        await ReviewAsync(letter, signatures[0], new Listing { Name = "River Trust", State = "Ohio" });

        var desk = await (await app.SignedInAsync(StaffRole.Viewer)).VisitAsync($"/staff/letters/apart/signatures/{signatures[0].Id}");
        Assert.Contains("New York became Ohio", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_of_all_says_of_what_it_tells_and_leads_there()
    {
        var (letter, signatures) = await ListedAsync("everywhere");
        await ReviewAsync(letter, signatures[0], new Listing { Name = "Lake Trust" });
        var owner = await app.AMemberAsync(StaffRole.Owner);
        await app.RunAsync<ChangeRole>(async story => await story.RunAsync(new(owner.Name, owner.Id), (await app.AMemberAsync(StaffRole.Editor, "led@unity.example")).Id, StaffRole.Reviewer));

        var seen = await (await app.SignedInAsync(StaffRole.Viewer)).VisitAsync("/staff/history");
        var owned = await (await app.SignedInAsync(StaffRole.Owner)).VisitAsync("/staff/history");

        var entry = seen.Page.QuerySelectorAll(".history p").Single(p => p.TextContent.StartsWith("Lake Trust on Clean water for every county: ", StringComparison.Ordinal));
        Assert.Equal([$"/staff/letters/everywhere/signatures/{signatures[0].Id}", "/staff/letters/everywhere"], entry.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Empty(OfEditor(seen).QuerySelectorAll("a"));
        Assert.Single(OfEditor(owned).QuerySelectorAll("a[href^='/staff/people/']"));

        static IElement OfEditor(Browser desk) => desk.Page.QuerySelectorAll(".history p").First(p => p.TextContent.StartsWith("Editor Example: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Invitations_and_removals_of_accounts_stand_on_the_page_of_the_staff()
    {
        var owner = await app.AMemberAsync(StaffRole.Owner);
        var who = new Actor(owner.Name, owner.Id);
        var invitation = Guid.Empty;
        await app.RunAsync<InviteStaff>(async story => invitation = await story.RunAsync(who, "kim@unity.example", "Kim Doe", StaffRole.Viewer));
        await app.RunAsync<TakeBackInvitation>(story => story.RunAsync(who, invitation));
        var leaving = await app.AMemberAsync(StaffRole.Editor, "leaving@unity.example");
        await app.RunAsync<RemoveStaff>(story => story.RunAsync(who, leaving.Id));

        var desk = await (await app.SignedInAsync(StaffRole.Owner)).VisitAsync("/staff/people");

        Assert.Equal(["Owner Example removed Editor Example from the staff", "Staff: Owner Example took back the invitation of Kim Doe", "Staff: Owner Example invited Kim Doe (kim@unity.example) as a viewer"], Said(desk).Take(3));
    }

    private async Task<(Letter Letter, IReadOnlyList<Signature> Signatures)> ListedAsync(string slug)
    {
        var (letter, text) = ALetter.Open(slug);
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now));
        return (letter, await FamilyUnity.ListAsync(app, letter, new Listing { Name = "River Trust", State = "New York" }));
    }

    private async Task RecordAsync(Letter letter, int times, string what)
    {
        await using var db = app.OpenDb();
        for (var time = 0; time < times; time++)
        {
            db.Record(Dana, app.Clock.Now.AddMinutes(-time), what, Subject.Of<Letter>(letter.Id, letter.Id));
        }

        await db.SaveChangesAsync();
    }

    private async Task ReviewAsync(Letter letter, Signature signature, Listing listing)
    {
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await app.RunAsync<ReviewSignatures>(story => story.CorrectListingAsync(letter.Id, new(signature.Id, signature.Revision), listing, Dana));
    }

    private static List<string> Said(Browser desk) => [.. desk.Page.QuerySelectorAll(".history p").Select(entry => entry.TextContent.Split(entry.QuerySelector("time")!.TextContent)[0].Trim())];
}
