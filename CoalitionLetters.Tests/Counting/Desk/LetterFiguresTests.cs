using AngleSharp.Dom;
using CoalitionLetters.Counting;
using CoalitionLetters.Counting.Desk;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Counting.Desk;

/// <summary>The numbers of the family unity letter, listed over three days, with some signatures aside that do not count.</summary>
[Trait("Needs", "Database")]
public sealed class LetterFiguresTests : IAsyncLifetime
{
    private const string Doubt = "The mail comes from other.example, the website is federation.example.";

    private static readonly string[] States =
        ["Texas 6", "New York 2", "Washington 2", "Alabama 1", "Arizona 1", "California 1", "Colorado 1", "Florida 1", "Illinois 1", "Maryland 1", "Massachusetts 1", "Michigan 1", "Tennessee 1"];

    private TestApp app = null!;
    private Letter letter = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        letter = await FamilyUnity.OpenAsync(app, signatories: 40);
        var names = FamilyUnity.Signatories().ToArray();

        // 3:30 in the morning UTC is still the evening of June 14 in New York.
        app.Clock.Advance(TimeSpan.FromHours(15.5));
        await FamilyUnity.ListAsync(app, letter, names[40..90]);
        app.Clock.Advance(TimeSpan.FromHours(36));
        await FamilyUnity.ListAsync(app, letter, names[90..]);
        await app.SaveAsync([.. Aside()]);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Each_number_is_that_of_the_list()
    {
        var figures = await app.ReadAsync(db => LetterFigures.ReadAsync(db, letter, app.Clock.Now));

        Assert.Equal(113, figures.Count);
        Assert.Equal(
            [(SignatureStatus.Submitted, 2), (SignatureStatus.Confirmed, 3), (SignatureStatus.Listed, 113), (SignatureStatus.Held, 2), (SignatureStatus.Declined, 1), (SignatureStatus.Withdrawn, 4)],
            figures.ByStatus.OrderBy(status => status.Key).Select(status => (status.Key, status.Value)));
        Assert.Equal([("Advocacy", 36), ("Union", 26), ("Community", 21), ("Legal", 19), ("Faith", 11)], figures.ByKind);
        Assert.Equal(States, figures.ByState.Select(state => $"{state.Name} {state.Count}"));
        Assert.Equal(23, figures.SinceYesterday);
        Assert.Equal([("Confirmed, to look at before they are listed", 3), (Doubt, 2)], figures.Waiting.Select(wait => (wait.Reason, wait.Count)));
        Assert.Equal([(new DateOnly(2018, 6, 14), 90), (new DateOnly(2018, 6, 15), 90), (new DateOnly(2018, 6, 16), 113)], figures.Growth.Days);
    }

    [Fact]
    public async Task The_desk_counts_by_the_sections_of_the_public_list()
    {
        var figures = await app.ReadAsync(db => LetterFigures.ReadAsync(db, letter, app.Clock.Now));
        var sections = Sections.Of(await app.ReadAsync(db => db.ListedNamesAsync(letter.Id)), ListingChoices.Of(letter.Content));

        Assert.Equal(113, figures.BySection.Sum(section => section.Count));
        Assert.Equal(sections.Select(section => (section.Heading!, section.Count)), figures.BySection);
    }

    [Fact]
    public async Task The_desk_of_the_letter_shows_them()
    {
        var desk = (await (await app.SignedInAsync(StaffRole.Viewer)).VisitAsync("/staff/letters/family-unity")).Page;

        Assert.Equal("113 organizations", Words(desk.QuerySelector(".desk-tally p")!));
        Assert.Equal(["Advocacy 36", "Union 26", "Community 21", "Legal 19", "Faith 11"], Rows(desk, "Listed by kind"));
        Assert.Equal(States, Rows(desk, "Listed by state"));
        Assert.Equal("By kind, and from 13 states", desk.QuerySelector("#where-title")!.TextContent);
        Assert.Equal(["Jun 14 90", "Jun 15 90", "Jun 16 113"], Rows(desk, "Listed at the end of each day"));
        Assert.Equal("June 14 brought 90; 23 more today", desk.QuerySelector("#growth-title")!.TextContent);
        Assert.Equal(["3 Confirmed, to look at before they are listed", $"2 {Doubt}"], desk.QuerySelectorAll(".waits a").Select(wait => Words(wait).Split("oldest")[0].Trim()));
    }

    [Fact]
    public async Task Where_no_kind_was_asked_that_of_the_record_counts_and_the_rest_is_not_stated()
    {
        var (plain, text) = ALetter.Open("plain");
        var union = Organization.Named("Workers of the Lake", OrganizationKind.Union, Scope.National, null, null, null, app.Clock.Now);
        await app.SaveAsync(plain, text, Tally.For(plain, app.Clock.Now), union);
        var signatures = await FamilyUnity.ListAsync(app, plain, [new Listing { Name = "Workers of the Lake" }, new Listing { Name = "River Trust" }, new Listing { Name = "Hill Trust" }]);
        await using (var db = app.OpenDb())
        {
            (await db.Signatures.SingleAsync(s => s.Id == signatures[0].Id)).BelongsTo(union.Id);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var figures = await app.ReadAsync(db => LetterFigures.ReadAsync(db, plain, app.Clock.Now));

        Assert.Equal([("Not stated", 2), ("Union", 1)], figures.ByKind);
    }

    [Fact]
    public async Task Those_that_do_not_stand_any_more_are_told_with_the_way_to_them()
    {
        var desk = (await (await app.SignedInAsync(StaffRole.Viewer)).VisitAsync("/staff/letters/family-unity")).Page;

        Assert.Equal([("Declined", "1", "/staff/letters/family-unity/signatures?view=declined"), ("Withdrawn", "4", "/staff/letters/family-unity/signatures?view=withdrawn")],
            desk.QuerySelectorAll(".desk-tally dd a").Select(link => (link.ParentElement!.PreviousElementSibling!.TextContent, link.TextContent, link.GetAttribute("href")!)));
    }

    [Fact]
    public async Task Where_nobody_is_listed_nothing_is_listed_at_a_time()
    {
        await FamilyUnity.OpenAsync(app, signatories: 0, slug: "just-opened");

        var desk = await (await app.SignedInAsync(StaffRole.Viewer)).VisitAsync("/staff/letters/just-opened");

        Assert.Equal(["Nobody is listed yet", "as of 11:30 a.m. Eastern"], desk.Page.QuerySelectorAll(".desk-tally p").Select(Words));
    }

    private IEnumerable<Signature> Aside()
    {
        foreach (var number in Enumerable.Range(1, 12))
        {
            var signature = Signature.On(letter, null, new Listing { Name = $"Aside {number}", State = "Ohio" }, new Signer { Name = "Sam Example", Email = "sam@union.example" },
                letter.AuthorityFor("it"), new Dictionary<string, string>(), null, app.Clock.Now);
            if (number > 2)
            {
                signature.Confirm(letter, app.Clock.Now);
            }

            switch (number)
            {
                case 6 or 7: signature.Hold(Doubt); break;
                case 8: signature.Decline("Not an organization"); break;
                case > 8:
                    signature.List(app.Clock.Now);
                    signature.Withdraw(app.Clock.Now);
                    break;
            }

            yield return signature;
        }
    }

    private static string[] Rows(IParentNode desk, string caption) =>
        [.. desk.QuerySelectorAll("table").Single(table => table.QuerySelector("caption")?.TextContent == caption).QuerySelectorAll("tbody tr").Select(row => $"{row.Children[0].TextContent} {row.Children[1].TextContent}")];

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
