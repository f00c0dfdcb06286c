using System.Globalization;
using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Tests.Support.Pdf;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Officials;

/// <summary>What must hold before a letter of officials goes out, and what changes when it does not.</summary>
public sealed class CirculationRulesTests
{
    private static readonly CirculationRules Rules = new() { MinimumDays = 5, MinimumSigners = 20, MinimumSponsors = 2, OtherwiseLine = "From the undersigned" };

    [Fact]
    public void Each_minimum_that_is_missed_is_said_with_both_numbers()
    {
        Assert.Equal(
            ["It was open for 1 day; the rules ask for 5.", "19 mayors signed; the rules ask for 20.", "1 sponsor stands behind it; the rules ask for 2."],
            Rules.Unmet(days: 1, signers: 19, sponsors: 1, "mayor", "mayors"));
        Assert.Equal(
            ["It was open for less than a day; the rules ask for 5.", "No mayor has signed; the rules ask for 20.", "No sponsor stands behind it; the rules ask for 2."],
            Rules.Unmet(days: 0, signers: 0, sponsors: 0, "mayor", "mayors"));
        Assert.Empty(Rules.Unmet(days: 5, signers: 20, sponsors: 2, "mayor", "mayors"));
        Assert.Empty(new CirculationRules().Unmet(0, 0, 0, "mayor", "mayors"));
    }

    [Fact]
    public void Only_whole_days_between_opening_and_closing_count()
    {
        var (letter, _) = ALetter.Open(lasts: TimeSpan.FromDays(7));

        Assert.Equal(4, letter.DaysOpen(ALetter.Now + TimeSpan.FromDays(5) - TimeSpan.FromMinutes(1)));
        Assert.Equal(5, letter.DaysOpen(ALetter.Now + TimeSpan.FromDays(5)));
        Assert.Equal(7, letter.DaysOpen(ALetter.Now + TimeSpan.FromDays(30)));
    }

    [Fact]
    public void The_other_line_takes_the_place_of_the_letterhead_only_when_a_minimum_is_missed()
    {
        var (letter, text) = ALetter.Open(lasts: TimeSpan.FromDays(7));
        letter.SetCirculation(Rules);
        var end = ALetter.Now + TimeSpan.FromDays(8);

        var met = letter.AsItGoesOut(text.Content, signers: 20, sponsors: 2, end);
        var missed = letter.AsItGoesOut(text.Content, signers: 20, sponsors: 1, end);

        Assert.Equal("Water Coalition", Assert.Single(met.Letterhead).Name);
        Assert.Equal("From the undersigned", Assert.Single(missed.Letterhead).Name);
    }

    [Theory]
    [InlineData("nmag.gov", true)]
    [InlineData("mail.NMAG.gov", true)]
    [InlineData("notnmag.gov", false)]
    [InlineData("nmag.gov.example.org", false)]
    public void A_domain_is_official_when_it_is_on_the_list_or_below_it(string domain, bool isOfficial)
    {
        Assert.Equal(isOfficial, new CirculationRules { OfficialDomains = ["nmag.gov"] }.IsOfficial(domain));
    }

    [Fact]
    public void Rules_that_cannot_be_kept_are_refused()
    {
        var letter = ALetter.Draft();

        Assert.Throws<RuleBrokenException>(() => letter.SetCirculation(Rules with { OtherwiseLine = null }));
        Assert.Throws<RuleBrokenException>(() => letter.SetCirculation(Rules with { MinimumDays = 0 }));
        Assert.Throws<RuleBrokenException>(() => letter.SetCirculation(new CirculationRules { DemandsOfficialDomains = true }));
    }
}

[Trait("Needs", "Database")]
public sealed class CirculationTests
{
    [Fact]
    public async Task A_letter_that_missed_its_rules_is_shown_and_published_with_the_other_line()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, new CirculationRules { MinimumSigners = 2, OtherwiseLine = "A communication from the undersigned" });
        await app.SignForAsync("New Mexico");
        app.Clock.Advance(FamilyUnity.ClosesAt - app.Clock.Now);
        await app.RunJobAsync<CloseDueLetters>();
        var editor = await app.SignedInAsync(StaffRole.Editor);

        await editor.VisitAsync($"/staff/letters/{Offices.Slug}/publishing");
        var warned = editor.Text;
        await editor.SubmitAsync(("Form.Sure", "true"));
        var page = await app.Browser().VisitAsync($"/letters/{Offices.Slug}");
        using var client = app.CreateClient();
        var pdf = PdfText.Of(await client.GetByteArrayAsync($"/letters/{Offices.Slug}/letter.pdf", TestContext.Current.CancellationToken));

        Assert.Contains("the letter goes out with “A communication from the undersigned” in place of its letterhead. 1 attorney general signed; the rules ask for 2.", warned, StringComparison.Ordinal);
        Assert.Equal("A communication from the undersigned", page.Page.QuerySelector(".letterhead .name")!.TextContent);
        Assert.Contains("A communication from the undersigned", pdf, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("State of New Mexico", pdf, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_minimum_without_the_line_that_stands_in_its_place_is_told_at_the_field()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        var editor = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync($"/staff/letters/{Offices.Slug}/circulation");

        await editor.SubmitAsync(("Form.MinimumSigners", "20"));

        var line = editor.Page.QuerySelector("#line")!;
        Assert.Equal(("true", "line-hint line-error"), (line.GetAttribute("aria-invalid"), line.GetAttribute("aria-describedby")));
        Assert.StartsWith("Enter the line that takes the letterhead's place", editor.Page.QuerySelector("#line-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_who_open_a_letter_for_less_time_than_its_rules_ask_are_warned_before_and_its_English_count_words_too()
    {
        await using var app = await TestApp.StartAsync();
        var content = new LetterContent { Title = "Agua limpia", Body = "Pedimos agua limpia.", Language = "es", Signatories = SignatoryKind.Officials, NounOne = "official", NounMany = "officials" };
        var letter = Letter.Draft("agua", content, "America/New_York", app.Clock.Now);
        letter.SetCirculation(new CirculationRules { MinimumDays = 5, OtherwiseLine = "De quienes firman" });
        await app.SaveAsync(letter);
        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/agua/opening");
        var first = desk.Text;
        var day = app.Clock.Now.AddDays(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        await desk.SubmitAsync(("Form.DueOn", day), ("Form.ClosesOn", day));
        var (warned, still) = (desk.Text, await app.ReadAsync(db => db.Letters.Select(l => l.Status).SingleAsync()));
        await desk.SubmitAsync(("Form.IsShortOnPurpose", "true"));

        Assert.Contains("The letter is in Spanish and counts its signatories as “official” and “officials”.", first, StringComparison.Ordinal);
        Assert.DoesNotContain("The rules of circulation ask", first, StringComparison.Ordinal);
        Assert.Contains("The rules of circulation ask that it is open for 5 days at least, and the last moment below comes sooner.", warned, StringComparison.Ordinal);
        Assert.Equal((LetterStatus.Draft, LetterStatus.Open), (still, await app.ReadAsync(db => db.Letters.Select(l => l.Status).SingleAsync())));
    }

    [Fact]
    public async Task The_page_of_a_letter_that_offices_sign_by_invitation_speaks_of_no_confirmation()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);

        var page = await app.Browser().VisitAsync($"/letters/{Offices.Slug}");

        Assert.EndsWith("An office’s signature is listed as soon as it is given.", page.Page.QuerySelector(".under-line")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_page_says_the_count_in_every_form_with_its_time_and_shows_only_who_signed()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.SignForAsync("New Mexico");
        await app.SignForAsync("District of Columbia");

        var page = (await app.Browser().VisitAsync($"/letters/{Offices.Slug}")).Page;

        Assert.Equal(["2 attorneys general", "Led by New Mexico’s Hector Balderas, joined by 1 other, 2 in all", "Attorneys general of 1 state and the District of Columbia"],
            page.QuerySelectorAll("#jurisdictions blockquote").Select(quote => quote.TextContent));
        Assert.All(page.QuerySelectorAll("#jurisdictions .foot-line"), line => Assert.Matches("^As of .+, not final\\.$", line.TextContent.Trim()));
        Assert.Equal(2, page.QuerySelectorAll("#jurisdictions li.full").Length);
        Assert.Equal("Maine: not signed", page.QuerySelector("#jurisdictions .me .words")!.TextContent);
    }
}
