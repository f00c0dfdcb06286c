using System.Text;
using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Officials;
using CoalitionLetters.Organizations;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Officials;

[Trait("Needs", "Database")]
public sealed class SeatsTests
{
    [Fact]
    public async Task The_sample_list_becomes_twenty_one_seats_with_the_lead_first()
    {
        await using var app = await TestApp.StartAsync();
        var letter = await Offices.OpenAsync(app);

        var seats = await app.ReadAsync(db => db.SeatsOfAsync(letter.Id));

        Assert.Equal(21, seats.Count);
        Assert.Equal(("New Mexico", SeatRole.Lead), (seats[0].Seat.Details.Jurisdiction, seats[0].Seat.Details.Role));
        Assert.Equal("Thomas J. Donovan, Jr.", seats.Single(s => s.Seat.Details.Jurisdiction == "Vermont").Seat.Details.Name);
        Assert.All(seats, seat => Assert.Equal(SeatAnswer.NotAsked, seat.Answer));
    }

    [Fact]
    public async Task Importing_again_corrects_seats_and_keeps_what_the_list_leaves_empty()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);

        (int Added, IReadOnlyList<string> Corrected) result = default;
        await app.RunAsync<KeepSeats>(async story => result = await story.ImportAsync(Offices.Slug, Sheet("name,title,state,party\nAaron Frey,Attorney General of Maine,ME,Democrat\nLawrence Wasden,Attorney General of Idaho,Idaho,\n"), Offices.Staff));

        var maine = await app.SeatAsync("Maine");
        Assert.Equal(1, result.Added);
        Assert.Equal(["Attorney General of Maine"], result.Corrected);
        Assert.Equal(("Aaron Frey", "Democrat", Offices.ContactOf("Maine")), (maine.Details.Name, maine.Details.Party, maine.Details.ContactEmail));
        Assert.Equal(22, await app.ReadAsync(db => db.Seats.CountAsync()));
    }

    [Fact]
    public async Task Of_each_jurisdiction_one_seat_is_entered_unless_the_rules_say_many()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        var second = new SeatDetails { State = "Maine", Name = "Sam Example", Title = "Deputy Attorney General of Maine" };

        var refusal = await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<KeepSeats>(story => story.AddAsync(Offices.Slug, second, Offices.Staff)));
        await ChangeRulesAsync(app, rules => rules with { OnePerJurisdiction = false });
        await app.RunAsync<KeepSeats>(story => story.AddAsync(Offices.Slug, second, Offices.Staff));

        Assert.StartsWith("Maine has a seat already: Janet T. Mills", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(2, await app.ReadAsync(db => db.Seats.CountAsync(s => s.Details.Jurisdiction == "Maine")));
    }

    [Fact]
    public async Task Cities_of_one_state_are_jurisdictions_of_their_own()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, withSeats: false);

        await app.RunAsync<KeepSeats>(story => story.ImportAsync(Offices.Slug, Sheet("name,office,city,state\nKathy Sheehan,Mayor of Albany,Albany,NY\nByron Brown,Mayor of Buffalo,Buffalo,NY\n"), Offices.Staff));

        Assert.Equal(["Albany", "Buffalo"], await app.ReadAsync(db => db.Seats.Select(s => s.Details.Jurisdiction).OrderBy(name => name).ToListAsync()));
    }

    [Theory]
    [InlineData("city,state", "LA,California", "City of LA", "California")]
    [InlineData("city", "New York", "City of New York", null)]
    [InlineData("city,state", "New York,NY", "City of New York", "New York")]
    [InlineData("county,state", "Washington,Oregon", "Washington County", "Oregon")]
    [InlineData("jurisdiction,state", "LA,California", "LA", "California")]
    [InlineData("jurisdiction,state", "NM,New Mexico", "New Mexico", "New Mexico")]
    [InlineData("jurisdiction", "NM", "New Mexico", "New Mexico")]
    public void A_city_or_a_county_never_becomes_a_state(string columns, string cells, string jurisdiction, string? state)
    {
        var sheet = Sheet($"name,office,{columns}\nSam Example,Mayor,{cells}\n");

        var details = Assert.Single(sheet.Seats);
        Assert.Equal((jurisdiction, state), (details.Jurisdiction, details.State));
    }

    [Fact]
    public async Task The_mayor_of_New_York_City_and_the_governor_of_New_York_have_a_seat_each()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, withSeats: false);

        await app.RunAsync<KeepSeats>(story => story.ImportAsync(Offices.Slug, Sheet("name,office,city,state\nBill de Blasio,Mayor,New York,NY\nAndrew Cuomo,Governor of New York,,NY\n"), Offices.Staff));
        var second = await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<KeepSeats>(story =>
            story.AddAsync(Offices.Slug, new SeatDetails { Jurisdiction = "New York City", State = "NY", Name = "Sam Example", Title = "Comptroller" }, Offices.Staff)));

        Assert.Equal(["City of New York", "New York"], await app.ReadAsync(db => db.Seats.Select(s => s.Details.Jurisdiction).OrderBy(name => name).ToListAsync()));
        Assert.StartsWith("New York City has a seat already: Bill de Blasio", second.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("City of Albany", "New York", "Mayor", null, "Mayor, City of Albany", Scope.Local)]
    [InlineData("City of Albany", "New York", "Mayor of Albany", null, "Mayor of Albany", Scope.Local)]
    [InlineData("Maine", "Maine", "Attorney General", "Democrat", "Attorney General (Democrat)", Scope.State)]
    public void The_printed_office_names_its_jurisdiction_and_the_party_where_it_is_wanted(string jurisdiction, string state, string title, string? party, string printed, Scope scope)
    {
        var details = new SeatDetails { Jurisdiction = jurisdiction, State = state, Title = title, Party = party, Name = "Sam Example" };

        var listing = details.ToListing(new CirculationRules { PrintsParty = true });

        Assert.Equal((printed, scope, state), (listing.Title, listing.Scope, listing.State));
        Assert.DoesNotContain("Democrat", details.ToListing(new CirculationRules()).Title, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_in_a_list_is_said_with_its_row()
    {
        var sheet = Sheet("name,title,state,email,role\n,Attorney General of Maine,Maine,,\nJo Example,Attorney General of Ohio,Ohiho,,\nJo Example,Attorney General of Ohio,Ohio,not a mail,\nJo Example,Attorney General of Ohio,Ohio,,boss\n");

        Assert.Empty(sheet.Seats);
        Assert.Collection(sheet.Problems,
            problem => Assert.StartsWith("Row 2: Enter the name of the official of Maine", problem, StringComparison.Ordinal),
            problem => Assert.Contains("There is no state “Ohiho”", problem, StringComparison.Ordinal),
            problem => Assert.Contains("“not a mail” is not a mail address", problem, StringComparison.Ordinal),
            problem => Assert.Contains("There is no role “boss”", problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_letter_of_organizations_has_no_seats()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);

        var refusal = await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<KeepSeats>(story =>
            story.AddAsync(FamilyUnity.Slug, new SeatDetails { State = "Maine", Name = "Sam Example", Title = "Mayor" }, Offices.Staff)));

        Assert.StartsWith("Only a letter of officials has seats.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_that_came_by_mail_is_entered_at_the_desk_and_counts()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        var seat = await app.SeatAsync("Maine");
        var desk = await app.SignedInAsync(StaffRole.Editor);

        await desk.VisitAsync($"/staff/letters/{Offices.Slug}/seats/{seat.Id}");
        await desk.SubmitAsync(("Given.Evidence", "letter of June 18 with her signature"));
        await desk.VisitAsync($"/letters/{Offices.Slug}");

        Assert.Contains("1 attorney general", desk.Text, StringComparison.Ordinal);
        Assert.Equal(SeatAnswer.Signed, (await app.StandingAsync("Maine")).Answer);
    }

    [Fact]
    public async Task The_desk_finds_seats_and_shows_what_each_has_answered()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.RunAsync<DeclineSeat>(async story => await story.RunAsync((await app.SeatAsync("Iowa")).Id, "Not this time", Offices.Staff));
        var desk = await app.SignedInAsync(StaffRole.Viewer);

        await desk.VisitAsync($"/staff/letters/{Offices.Slug}/seats?q=iowa");

        Assert.Equal(["Iowa"], desk.Page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        Assert.Contains("Not this time", desk.Page.QuerySelector("tbody td:nth-child(3)")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Iowa: declined", desk.Page.QuerySelector(".state-map .ia .words")!.TextContent);
        Assert.Equal("Ohio: no seat", desk.Page.QuerySelector(".state-map .oh .words")!.TextContent);
    }

    [Fact]
    public async Task Staff_import_a_list_at_the_desk()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, withSeats: false);
        using var client = await app.ClientAsync(StaffRole.Editor);
        var desk = await new Browser(client).VisitAsync($"/staff/letters/{Offices.Slug}/seats/import");
        using var form = new MultipartFormDataContent();
        foreach (var hidden in desk.Page.QuerySelectorAll("main form input[type=hidden]"))
        {
            form.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        }

        form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(RepositoryFiles.Sample("attorneys-general-2018.csv"))), "Form.File", "seats.csv");
        using var answer = await client.PostAsync(desk.Path, form);

        Assert.Contains("told=21", answer.Headers.Location?.ToString() ?? await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(21, await app.ReadAsync(db => db.Seats.CountAsync()));
    }

    [Fact]
    public async Task A_long_office_is_kept_whole_and_one_that_is_too_long_is_told_and_not_cut()
    {
        const string Office = "Attorney General of the Commonwealth of the Northern Mariana Islands";
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, withSeats: false);
        var desk = await app.SignedInAsync(StaffRole.Editor);
        (string, string)[] seat = [("Form.Name", "Edward Manibusan"), ("Form.State", "Northern Mariana Islands"), ("Form.Party", "Democratic-Farmer-Labor Party")];

        await desk.VisitAsync($"/staff/letters/{Offices.Slug}/seats/new");
        var limit = desk.Page.QuerySelector("#title")!.GetAttribute("maxlength");
        await desk.SubmitAsync([("Form.Title", $"{Office} and of {new string('x', 60)}"), .. seat]);
        var told = desk.Page.QuerySelector("[role=alert]")!.TextContent;
        await desk.SubmitAsync([("Form.Title", Office), .. seat]);

        Assert.Null(limit);
        Assert.Contains("is longer than 120 characters. Shorten it.", told, StringComparison.Ordinal);
        Assert.Equal([Office], await app.ReadAsync(db => db.Seats.Select(s => s.Details.Title).ToListAsync()));
    }

    [Fact]
    public async Task The_desk_says_that_officials_can_sign_again_when_their_letter_is_opened_again()
    {
        await using var app = await TestApp.StartAsync();
        var letter = await Offices.OpenAsync(app, withSeats: false);
        await app.RunAsync<ChangeLetter>(story => story.CloseAsync(Offices.Slug, letter.StateRevision, Offices.Staff));

        var desk = await (await app.SignedInAsync(StaffRole.Owner)).VisitAsync($"/staff/letters/{Offices.Slug}/closing");

        Assert.Contains("Officials can sign again until the new last moment.", desk.Text, StringComparison.Ordinal);
    }

    public static SeatSheet Sheet(string csv) => SeatSheet.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)));

    internal static async Task ChangeRulesAsync(TestApp app, Func<CirculationRules, CirculationRules> change)
    {
        await using var db = app.OpenDb();
        var letter = await db.Letters.SingleAsync(l => l.Slug == Offices.Slug);
        letter.SetCirculation(change(letter.Circulation));
        await db.SaveChangesAsync();
    }
}
