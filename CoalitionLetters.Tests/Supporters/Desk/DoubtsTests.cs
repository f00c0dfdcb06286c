using CoalitionLetters.History;
using CoalitionLetters.Staff;
using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Supporters.Desk;

/// <summary>What waits for staff, in a trickle and in a flood.</summary>
[Trait("Needs", "Database")]
public sealed class DoubtsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Obscene = "The text contains “assholes”.";
    private static readonly string OfOnePlace = Doubt(new Flood(20));
    private static readonly string OfOneDomain = Doubt(new Flood(0, "made-up.example", 20));

    [Fact]
    public async Task In_a_flood_other_doubts_come_first_and_each_source_stands_apart_with_its_number()
    {
        var action = await FloodedAsync("flooded");
        var desk = await app.SignedInAsync(StaffRole.Reviewer);

        await desk.VisitAsync("/staff/actions/flooded/doubts");

        Assert.Equal([Obscene], desk.Page.QuerySelectorAll("[aria-labelledby=alone-title] article .why").Select(why => why.TextContent));
        Assert.Equal(["25 messages from mailboxes at made-up.example", "23 messages from one place"], desk.Page.QuerySelectorAll("[aria-labelledby=together-title] h3").Select(title => title.TextContent));
        Assert.Contains("Mailboxes: 22 at school.example, 1 where anybody can have one.", desk.Text, StringComparison.Ordinal);
        Assert.All(await app.ReadAsync(db => db.HeldTogetherIn(action.Id).Select(s => s.Reason).Distinct().ToListAsync()), reason => Assert.StartsWith("More than 20 texts", reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_came_from_one_source_goes_out_at_one_press_and_all_others_wait_on()
    {
        var action = await FloodedAsync("school");
        var desk = await app.SignedInAsync(StaffRole.Reviewer);
        await desk.VisitAsync("/staff/actions/school/doubts");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.SaveAsync(Held(action, 99, "late@school.example", "school", OfOnePlace));

        await desk.PressAsync("Let these 23 go out");

        Assert.Equal("23 messages that came from one place go out.", desk.Page.QuerySelector("[role=status]")!.TextContent.Trim());
        Assert.Equal([(SupporterStatus.Confirmed, 23), (SupporterStatus.Held, 27)], await StatusesAsync(action));
        Assert.Equal(23, (await app.ReadAsync(db => db.CountOfAsync(action.Id))).People);
        Assert.Contains("1 message from one place", desk.Text, StringComparison.Ordinal);
        Assert.Contains("let 23 messages go out that came together from one place", await HistoryAsync(action));
    }

    [Fact]
    public async Task What_came_from_one_source_is_declined_with_a_reason_and_can_wait_again()
    {
        var action = await FloodedAsync("attack");
        var desk = await app.SignedInAsync(StaffRole.Reviewer);
        await desk.VisitAsync("/staff/actions/attack/doubts");

        await desk.PressAsync("Decline these 25");
        Assert.Equal("Write why, so that the others at the desk know.", desk.Page.QuerySelector(".field.wrong .why")!.TextContent);
        Assert.True(desk.Page.QuerySelector(".field.wrong")!.Closest("details")!.HasAttribute("open"));
        Assert.Equal([(SupporterStatus.Held, 49)], await StatusesAsync(action));

        await desk.PressAsync("Decline these 25", ("why", "Nobody knows this domain"));
        Assert.Contains("You have declined 25 messages that came from mailboxes at made-up.example.", desk.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([(SupporterStatus.Held, 24), (SupporterStatus.Declined, 25)], await StatusesAsync(action));
        Assert.All(await app.ReadAsync(db => db.DeclinedTogetherIn(action.Id).Select(s => s.Reason).ToListAsync()), reason => Assert.Equal($"{OfOneDomain} Declined: Nobody knows this domain", reason));

        await desk.PressAsync("Let 25 wait again");
        Assert.Equal("25 messages that came from mailboxes at made-up.example wait again.", desk.Page.QuerySelector("[role=status]")!.TextContent.Trim());
        Assert.Equal([(SupporterStatus.Held, 49)], await StatusesAsync(action));
        Assert.Equal(25, await app.ReadAsync(db => new FloodSource(FloodKind.Domain, "made-up.example").In(db.HeldTogetherIn(action.Id)).CountAsync()));
        Assert.Equal(["declined 25 messages that came together from mailboxes at made-up.example: Nobody knows this domain", "took back the decline of 25 messages that came together from mailboxes at made-up.example"], await HistoryAsync(action));
    }

    [Fact]
    public async Task However_many_wait_none_is_out_of_reach_and_who_settles_one_stays_on_its_page()
    {
        var action = AnAction.To("pages", app.Clock.Now, Channel.Print);
        await app.SaveAsync(action);
        await app.SaveAsync([.. Enumerable.Range(0, 45).Select(object (i) => Held(action, i, $"p{i}@pages.example", null, Obscene))]);
        var desk = await app.SignedInAsync(StaffRole.Reviewer);
        var shown = new List<string>();

        await desk.VisitAsync("/staff/actions/pages/doubts");
        Assert.Contains("45 confirmed messages wait for somebody to read them.", desk.Text, StringComparison.Ordinal);
        shown.AddRange(Shown());
        await desk.FollowAsync("Next");
        shown.AddRange(Shown());
        await desk.FollowAsync("Next");
        shown.AddRange(Shown());
        await desk.PressAsync("Let it go out");

        Assert.Equal(45, shown.Distinct().Count());
        Assert.Contains("Page 3 of 3", desk.Text, StringComparison.Ordinal);
        Assert.Equal($"The message {shown[40]} goes out.", desk.Page.QuerySelector("[role=status]")!.TextContent.Trim());
        await desk.PressAsync("Decline this message");
        Assert.Contains($"You have declined the message {shown[41]}.", desk.Text, StringComparison.Ordinal);
        await desk.PressAsync("Take this back");
        Assert.Equal(shown[41..], Shown());

        IEnumerable<string> Shown() => desk.Page.QuerySelectorAll("article").Select(article => article.GetAttribute("aria-label")!);
    }

    [Fact]
    public async Task Those_of_one_source_can_be_read_one_by_one()
    {
        await FloodedAsync("read");
        var desk = await app.SignedInAsync(StaffRole.Reviewer);
        await desk.VisitAsync("/staff/actions/read/doubts");

        await desk.FollowAsync("Read them one by one");
        await desk.FollowAsync("Next");
        await desk.PressAsync("Decline this message");

        Assert.Equal("What came from mailboxes at made-up.example", desk.Page.QuerySelector("h2")!.TextContent);
        Assert.Contains("24 confirmed messages wait", desk.Text, StringComparison.Ordinal);
        Assert.Equal(4, desk.Page.QuerySelectorAll("article").Length);
    }

    [Fact]
    public async Task Who_is_the_second_to_settle_something_is_told_so()
    {
        await FloodedAsync("second");
        var (first, second) = (await app.SignedInAsync(StaffRole.Reviewer), await app.SignedInAsync(StaffRole.Reviewer));
        foreach (var desk in new[] { first, second })
        {
            await desk.VisitAsync("/staff/actions/second/doubts");
        }

        await first.PressAsync("Let it go out");
        await first.PressAsync("Let these 25 go out");
        var together = second.Page.QuerySelectorAll("button").Single(button => button.TextContent == "Let these 25 go out");
        await second.PressAsync("Let it go out");
        Assert.Contains("This message has changed meanwhile. Look at it again.", second.Text, StringComparison.Ordinal);
        await second.PressAsync(together);
        Assert.Contains("None of these waits any more: they have been settled meanwhile.", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_is_forgotten_by_now_leaves_the_mail_domains_to_tell_its_messages_apart()
    {
        var action = await FloodedAsync("forgotten");
        await app.ReadAsync(db => db.Supporters.Of(action).ExecuteUpdateAsync(set => set.SetProperty(s => s.Place, (string?)null)));

        var floods = await app.ReadAsync(db => db.FloodsInAsync(action.Id));

        Assert.Equal([("from mailboxes at made-up.example", 25), ("from mailboxes at school.example", 22), ("from places that are forgotten by now", 1)], floods.Select(flood => (flood.Source.Words, flood.Count)));
        foreach (var flood in floods)
        {
            Assert.Equal(flood.Count, await app.ReadAsync(db => FloodSource.Read($"{flood.Source}")!.In(db.HeldTogetherIn(action.Id)).CountAsync()));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("domain")]
    [InlineData("office-1")]
    [InlineData("7-school.example")]
    [InlineData("domain-a\0b")]
    public void What_names_no_source_is_none(string? text)
    {
        Assert.Null(FloodSource.Read(text));
    }

    /// <summary>A school that writes from one place, an attacker with a domain of the own, and after both somebody rude.</summary>
    private async Task<SupportersAction> FloodedAsync(string slug)
    {
        var action = AnAction.To(slug, app.Clock.Now, Channel.Print);
        await app.SaveAsync(action);
        await app.SaveAsync([
            .. Enumerable.Range(0, 23).Select(object (i) => Held(action, i, i == 0 ? "teacher@gmail.com" : $"pupil{i}@school.example", "school", OfOnePlace)),
            .. Enumerable.Range(30, 25).Select(object (i) => Held(action, i, $"bot{i}@made-up.example", $"place {i}", OfOneDomain)),
            Held(action, 60, "rude@school.example", "school", Obscene)]);
        return action;
    }

    private Supporter Held(SupportersAction action, int number, string mail, string? place, string doubt)
    {
        var person = new SupporterPerson { FirstName = "Kim", LastName = "Doe", Email = mail, State = "Ohio", PostalCode = "44113" };
        var supporter = Supporter.Of(action, person, new("Families", "Please keep families together, all of them.", null, 0), $"KF-{number:000}", place, app.Clock.Now.AddSeconds(-100 + number));
        supporter.Doubt(doubt);
        supporter.Confirm(app.Clock.Now);
        return supporter;
    }

    private async Task<List<(SupporterStatus, int)>> StatusesAsync(SupportersAction action) =>
        [.. (await app.ReadAsync(db => db.Supporters.Of(action).GroupBy(s => s.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync())).OrderBy(g => g.Key).Select(g => (g.Key, g.Count))];

    private Task<List<string>> HistoryAsync(SupportersAction action) => app.ReadAsync(db => db.History.Where(h => h.SubjectId == action.Id).OrderBy(h => h.Id).Select(h => h.What).ToListAsync());

    private static string Doubt(Flood flood) => TextCheck.Doubt("Please end these separations now, we beg you.", DraftText.Parse(""), [], 0, flood)!;
}
