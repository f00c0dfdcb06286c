using CoalitionLetters.Counting;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Officials;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Officials;

/// <summary>Mayors and sheriffs are of their cities and counties, however the coalition or they themselves have written it.</summary>
[Trait("Needs", "Database")]
public sealed class OfficesOfCitiesTests
{
    [Theory]
    [InlineData("Mayor of Austin", "Texas", "Austin")]
    [InlineData("Mayor of Austin, Texas", "Texas", "Austin")]
    [InlineData("Mayor, City of Albany", "New York", "City of Albany")]
    [InlineData("Mayor of New York", "New York", "City of New York")]
    [InlineData("Alcalde de San Juan", "Puerto Rico", "San Juan")]
    [InlineData("State’s Attorney for Cook County", "Illinois", "Cook County")]
    [InlineData("Public Advocate for the City of New York", "New York", "City of New York")]
    [InlineData("Mayor", "Texas", null)]
    [InlineData("Deputy Mayor for Health", "Texas", null)]
    [InlineData("Council Member, District 5", "Texas", null)]
    [InlineData("Council Member, Committee on Public Safety", "Texas", null)]
    [InlineData("Attorney General of New Mexico", "New Mexico", null)]
    [InlineData("Attorney General of the District of Columbia", "District of Columbia", null)]
    [InlineData("Secretary of Municipal Affairs", "Puerto Rico", null)]
    [InlineData("State Senator, District 12", "Texas", null)]
    public void An_office_of_a_city_or_a_county_is_told_by_its_title(string title, string state, string? place)
    {
        Assert.Equal(place, OfficePlace.NamedIn(title, States.Find(state)));
        Assert.Equal((place ?? state, place is null ? Scope.State : Scope.Local), Seat(title, state) is var seat ? (seat.Jurisdiction, seat.ToListing(new CirculationRules()).Scope) : default);
    }

    [Fact]
    public async Task A_mayor_whose_list_has_no_cities_is_asked_for_the_city_and_the_count_speaks_of_no_states_mayor()
    {
        await using var app = await TestApp.StartAsync();
        await OfMayorsAsync(app);
        await app.RunAsync<KeepSeats>(story => story.ImportAsync(Offices.Slug, SeatsTests.Sheet("name,title,state,role,email\nAlma Reyes,Mayor of Albuquerque,NM,lead,mayor@albuquerque.example.org\n"), Offices.Staff));

        await app.SendInvitationsAsync(await app.SeatAsync("Albuquerque"));
        var form = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("mayor@albuquerque.example.org", "office-invitation"));
        var title = form.Page.QuerySelector("h1")!.TextContent;
        await form.SubmitAsync(("who", "principal"), ("mail", "alma@albuquerque.example.org"), ("staff-mail", "mayor@albuquerque.example.org"));
        await (await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("alma@albuquerque.example.org", "office-approval"))).PressAsync("Sign the letter");
        var page = (await app.Browser().VisitAsync($"/letters/{Offices.Slug}")).Page;

        Assert.Equal("Sign for Albuquerque", title);
        Assert.Equal(["1 mayor", "Led by Alma Reyes", "1 mayor, from 1 state"], page.QuerySelectorAll("#jurisdictions blockquote").Select(quote => quote.TextContent));
        Assert.DoesNotContain("of 1 state", page.QuerySelector("#total")!.TextContent + page.QuerySelector("#jurisdictions")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mayor_who_signs_by_the_public_form_is_no_official_of_the_state()
    {
        await using var app = await TestApp.StartAsync();
        await OfMayorsAsync(app);

        var form = await app.Browser().VisitAsync($"/letters/{Offices.Slug}/sign");
        await form.SubmitAsync(("name", "Alma Reyes"), ("state", "NM"), ("title", "Mayor of Albuquerque"), ("mail", "alma@albuquerque.example.org"), ("authority", "yes"));
        var confirmation = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("alma@albuquerque.example.org", "confirm-signature"));
        await confirmation.PressAsync(confirmation.Page.QuerySelector("main form button")!);

        var listed = await app.ReadAsync(db => db.Signatures.AsNoTracking().Listed().SingleAsync());
        var page = (await app.Browser().VisitAsync($"/letters/{Offices.Slug}")).Page;
        Assert.Equal("1 mayor, from 1 state", new CountSentences(Mayors(new()), [listed.Listing.AsPrinted("")]).ByState);
        Assert.Equal("Mayor from 1 state", page.QuerySelector("#jurisdictions-title")!.TextContent);
    }

    [Theory]
    [InlineData("Mayor", false)]
    [InlineData("Sheriff", false)]
    [InlineData("Mayor of Austin", false)]
    [InlineData("Attorney General", true)]
    [InlineData("State Senator, District 12", true)]
    public void A_mayor_who_names_no_city_is_no_official_of_the_state_either(string title, bool isOfState) =>
        Assert.Equal(isOfState, OfficePlace.IsOfState(new Listing { Name = "Tia Reyes", Title = title, State = "Texas", Scope = Scope.State }.AsPrinted("")));

    [Fact]
    public void A_list_that_was_exported_brings_back_the_name_that_was_invited() =>
        Assert.Equal(["Antonio Reyes the Third", "Alma Reyes"], SeatsTests.Sheet("name,invited as,title,state\nTony Reyes,Antonio Reyes the Third,Mayor of Austin,TX\nAlma Reyes,,Mayor of Albuquerque,NM\n").Seats.Select(seat => seat.Name));

    [Fact]
    public void The_letterhead_of_a_mayor_names_the_city()
    {
        var proposed = LeadLetterhead.For(new LetterContent(), [Seat("Mayor of Albuquerque", "New Mexico") with { Role = SeatRole.Lead }]);

        Assert.Equal(("Albuquerque", "Office of the Mayor"), (proposed!.Name, proposed.Office));
    }

    [Theory]
    [InlineData("Mayor of Austin", "Mayor of Austin", "Austin")]
    [InlineData("Mayor", "Mayor", "Austin")]
    public async Task An_office_that_is_imported_once_without_its_city_and_once_with_it_stays_one_and_is_told(string first, string second, string jurisdiction)
    {
        await using var app = await TestApp.StartAsync();
        await OfMayorsAsync(app);
        await app.RunAsync<KeepSeats>(story => story.ImportAsync(Offices.Slug, SeatsTests.Sheet($"name,title,state,email\nTia Reyes,{first},TX,tia@austin.example.org\n"), Offices.Staff));

        (int Added, IReadOnlyList<string>? Corrected) told = default;
        await app.RunAsync<KeepSeats>(async story => told = await story.ImportAsync(Offices.Slug, SeatsTests.Sheet($"name,title,city,state,email\nTia A. Reyes,{second},Austin,TX,Tia@austin.example.org\nSam Example,Mayor,Dallas,TX,sam@dallas.example.org\n"), Offices.Staff));

        Assert.Equal(1, told.Added);
        Assert.Equal("1 seat added. 1 office stood already and was corrected: " + (first == "Mayor" ? "Mayor, Austin." : "Mayor of Austin."), CoalitionLetters.Officials.Desk.SeatWords.Imported(told.Added, told.Corrected ?? []));
        Assert.Equal([("Austin", "Tia A. Reyes"), ("Dallas", "Sam Example")], (await app.ReadAsync(db => db.Seats.AsNoTracking().ToListAsync())).Select(seat => (seat.Details.Jurisdiction, seat.Details.Name)).Order());
        Assert.Equal("Austin", jurisdiction);
    }

    [Fact]
    public async Task A_row_without_a_city_leaves_the_city_that_its_seat_has()
    {
        await using var app = await TestApp.StartAsync();
        await OfMayorsAsync(app);

        foreach (var rows in new[] { "name,title,city,state,email\nTia Reyes,Mayor,Austin,TX,tia@austin.example.org\n", "name,title,state,email\nTia Reyes,Mayor,TX,tia@austin.example.org\n" })
        {
            await app.RunAsync<KeepSeats>(story => story.ImportAsync(Offices.Slug, SeatsTests.Sheet(rows), Offices.Staff));
        }

        Assert.Equal("Austin", await app.ReadAsync(db => db.Seats.Select(seat => seat.Details.Jurisdiction).SingleAsync()));
    }

    [Fact]
    public void All_that_is_wrong_with_a_row_is_told_at_once()
    {
        var sheet = SeatsTests.Sheet("name,title,state,email,domain,role\n,,Ohiho,no mail,no domain,boss\n");

        var told = Assert.Single(sheet.Problems);
        Assert.All(new[] { "There is no state “Ohiho”.", "Enter the name of the official of this office.", "Enter the office of this official", "“no mail” is not a mail address.", "“no domain” is not a domain.", "There is no role “boss”." },
            fault => Assert.Contains(fault, told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Offices_of_one_state_are_told_apart_where_they_are_chosen_and_linked()
    {
        await using var app = await TestApp.StartAsync();
        await OfMayorsAsync(app);
        await ChangeRulesAsync(app);
        await app.RunAsync<KeepSeats>(story => story.ImportAsync(Offices.Slug, SeatsTests.Sheet("name,title,state,email\nTia Reyes,Mayor,TX,tia@austin.example.org\nHal Stone,Mayor,TX,hal@houston.example.org\n"), Offices.Staff));
        var desk = await app.SignedInAsync(StaffRole.Editor);

        var choices = (await desk.VisitAsync($"/staff/letters/{Offices.Slug}/seats/invitations")).Page.QuerySelectorAll("label.tick").Select(label => label.TextContent.Trim()).ToList();
        var links = (await desk.VisitAsync($"/staff/letters/{Offices.Slug}/seats")).Page.QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("aria-label")).ToList();
        var help = (await desk.VisitAsync($"/staff/letters/{Offices.Slug}/seats/import")).Text;

        Assert.Equal(["Texas, Hal Stone, Mayor: hal@houston.example.org", "Texas, Tia Reyes, Mayor: tia@austin.example.org"], choices);
        Assert.Equal(["Texas, Hal Stone, Mayor", "Texas, Tia Reyes, Mayor"], links);
        Assert.Contains("For offices of cities and counties: city or county beside the state.", help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_shows_the_name_that_is_printed_with_the_invited_one_beside_it()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.PrepareAsync("Maine", ("name", "Aaron M. Frey"), ("title", "Attorney General, State of Maine"));
        var seat = await app.SeatAsync("Maine");
        var desk = await app.SignedInAsync(StaffRole.Editor);

        var row = (await desk.VisitAsync($"/staff/letters/{Offices.Slug}/seats?q=frey")).Page.QuerySelector("tbody td")!.TextContent;
        var head = (await desk.VisitAsync($"/staff/letters/{Offices.Slug}/seats/{seat.Id}")).Page.QuerySelector(".desk-head")!.TextContent;
        using var client = await app.ClientAsync(StaffRole.Editor);
        var csv = await client.GetStringAsync($"/staff/letters/{Offices.Slug}/seats.csv", TestContext.Current.CancellationToken);

        Assert.All(new[] { row, head }, shown => Assert.Matches(@"Aaron M\. Frey[\s\S]*Attorney General, State of Maine[\s\S]*invited as Janet T\. Mills", shown));
        Assert.Contains("Maine,Maine,Aaron M. Frey,Janet T. Mills,Attorney General of Maine,\"Attorney General, State of Maine\"", csv, StringComparison.Ordinal);
    }

    private static SeatDetails Seat(string title, string state)
    {
        var (letter, _) = ALetter.Open(content: Mayors(ALetter.Content));
        return CoalitionLetters.Officials.Seat.On(letter, new SeatDetails { State = state, Title = title, Name = "Sam Example" }, ALetter.Now).Details;
    }

    private static LetterContent Mayors(LetterContent content) => content with { Signatories = SignatoryKind.Officials, NounOne = "mayor", NounMany = "mayors" };

    private static Task<Letter> OfMayorsAsync(TestApp app) => Offices.OpenAsync(app, withSeats: false, change: Mayors);

    private static Task ChangeRulesAsync(TestApp app) => SeatsTests.ChangeRulesAsync(app, rules => rules with { OnePerJurisdiction = false });
}
