using System.Text;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Officials;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Tests.Support.Pdf;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Officials;

/// <summary>An office agrees to exactly the line that is printed, with the picture above it.</summary>
[Trait("Needs", "Database")]
public sealed class PrintedLineTests
{
    private const string Line = "Claude E. Walker, Attorney General, Guam";
    private const string Pen = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 30"><path d="M5 20 L50 5 L95 25" stroke="#000" fill="none"/></svg>""";

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public async Task The_slip_the_page_the_plain_text_the_list_and_the_PDF_print_an_official_alike(int columns)
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, withSeats: false, change: content => content with { SignatureColumns = columns });
        await SeatAsync(app);

        await app.PrepareAsync("Guam");
        var approval = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Offices.PrincipalOf("Guam"), "office-approval"));
        var slip = approval.Page.QuerySelector(".slip .yours")!.TextContent;
        var statement = approval.Page.QuerySelector(".statement")!.TextContent;
        await approval.PressAsync("Sign the letter");
        var page = await app.Browser().VisitAsync($"/letters/{Offices.Slug}");
        using var client = await app.ClientAsync(StaffRole.Editor);
        var text = await client.GetStringAsync($"/letters/{Offices.Slug}/letter.txt", TestContext.Current.CancellationToken);
        var list = await client.GetStringAsync($"/letters/{Offices.Slug}/signatories.csv", TestContext.Current.CancellationToken);
        var pdf = PdfText.Of(await client.GetByteArrayAsync($"/staff/letters/{Offices.Slug}/draft.pdf", TestContext.Current.CancellationToken));

        Assert.Equal(Line, slip);
        Assert.Contains(Line, statement, StringComparison.Ordinal);
        Assert.Equal("Claude E. Walker Attorney General, Guam", page.Page.QuerySelector(".officials li")!.TextContent);
        Assert.Contains(Line, text, StringComparison.Ordinal);
        Assert.Contains("\"Attorney General, Guam\"", list, StringComparison.Ordinal);
        Assert.Contains(Words(Line), Words(pdf), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "It is set above the name in the final letter.", "it is set above the name in the final letter.")]
    [InlineData(0, "The letter prints its signatories as a list, without pictures.", "This letter prints its signatories as a list, without pictures")]
    public async Task The_principal_sees_the_picture_of_the_signature_and_what_becomes_of_it(int columns, string toPrincipal, string toStaff)
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, withSeats: false, change: content => content with { SignatureColumns = columns });
        await SeatAsync(app);

        var form = await app.InviteAsync("Guam");
        var hint = form.Text;
        await form.Attach("picture", "signature.svg", Encoding.UTF8.GetBytes(Pen)).SubmitAsync(("who", "principal"), ("mail", "walker@guam.example.org"), ("staff-mail", Offices.ContactOf("Guam")));
        var approval = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("walker@guam.example.org", "office-approval"));
        var picture = approval.Page.QuerySelector(".galley img")!;
        using var client = app.CreateClient();
        var shown = await client.GetAsync(picture.GetAttribute("src"), TestContext.Current.CancellationToken);

        Assert.Contains(toStaff, hint, StringComparison.Ordinal);
        Assert.Contains(toPrincipal, approval.Text, StringComparison.Ordinal);
        Assert.Equal("Handwritten signature of Claude E. Walker", picture.GetAttribute("alt"));
        Assert.Equal(("image/svg+xml", Pen), (shown.Content.Headers.ContentType?.MediaType, await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(404, (int)(await client.GetAsync("/approvals/unknown/picture", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_tally_of_mayors_says_from_states_and_that_of_attorneys_general_of_states()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, withSeats: false);
        await SeatAsync(app);
        await app.SignForAsync("Guam");
        var attorneys = (await app.Browser().VisitAsync($"/letters/{Offices.Slug}")).Page.QuerySelector("#total small")!.TextContent;

        await app.RunAsync<KeepSeats>(story => story.AddAsync(Offices.Slug, new SeatDetails { Jurisdiction = "City of Cleveland", State = "Ohio", Name = "Frank Jackson", Title = "Mayor", ContactEmail = Offices.ContactOf("City of Cleveland") }, Offices.Staff));
        var form = await app.InviteAsync("City of Cleveland");
        var heading = form.Page.QuerySelector("h1")!.TextContent;
        await app.SignForAsync("City of Cleveland");
        var mayors = (await app.Browser().VisitAsync($"/letters/{Offices.Slug}")).Page.QuerySelector("#total small")!.TextContent;

        Assert.Equal(("of Guam", "from 1 state and Guam"), (attorneys, mayors));
        Assert.Equal("Sign for the City of Cleveland", heading);
    }

    [Fact]
    public async Task An_official_of_no_state_is_left_out_of_no_sentence_on_the_page_and_in_the_PDF()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, withSeats: false);
        await SeatAsync(app);
        await app.RunAsync<KeepSeats>(story => story.AddAsync(Offices.Slug,
            new SeatDetails { Jurisdiction = "Navajo Nation", Name = "Russell Begaye", Title = "President of the Navajo Nation", ContactEmail = Offices.ContactOf("Navajo Nation") }, Offices.Staff));
        await app.SignForAsync("Guam");
        await app.SignForAsync("Navajo Nation");

        var page = await app.Browser().VisitAsync($"/letters/{Offices.Slug}");
        using var client = await app.ClientAsync(StaffRole.Editor);
        var pdf = PdfText.Of(await client.GetByteArrayAsync($"/staff/letters/{Offices.Slug}/draft.pdf", TestContext.Current.CancellationToken));

        Assert.Equal("of Guam and another jurisdiction", page.Page.QuerySelector("#total small")!.TextContent);
        Assert.Contains("two attorneys general of Guam and another jurisdiction", page.Text, StringComparison.Ordinal);
        Assert.Contains("two attorneys general of Guam and another jurisdiction", Words(pdf), StringComparison.Ordinal);
        Assert.Equal(["2 attorneys general"], page.Page.QuerySelectorAll("#jurisdictions blockquote").Select(quote => quote.TextContent));
    }

    [Theory]
    [InlineData("Vice President, Navajo Nation", "Guam and another jurisdiction")]
    [InlineData("Principal Chief of the Cherokee Nation", "Guam and other jurisdictions")]
    public void Officials_of_one_nation_are_of_one_jurisdiction(string title, string said)
    {
        ListedName[] names = [new("Claude E. Walker") { Title = "Attorney General", State = "Guam" }, new("Russell Begaye") { Title = "President of the Navajo Nation" }, new("Jonathan Nez") { Title = title }];

        Assert.Equal(said, LiveFacts.Of(new LetterContent { Signatories = SignatoryKind.Officials }, names).States);
    }

    [Theory]
    [InlineData("en", "District of Columbia", "Sign for the District of Columbia")]
    [InlineData("en", "U.S. Virgin Islands", "Sign for the U.S. Virgin Islands")]
    [InlineData("en", "Ohio", "Sign for Ohio")]
    [InlineData("en", "Washington County", "Sign for Washington County")]
    [InlineData("es", "New Mexico", "Firmar por Nuevo México")]
    [InlineData("es", "District of Columbia", "Firmar por el Distrito de Columbia")]
    public void A_jurisdiction_is_named_with_its_article(string language, string jurisdiction, string title)
    {
        Assert.Equal(title, new OfficeWords(language).FormTitle(jurisdiction));
    }

    [Fact]
    public async Task Official_domains_may_stay_unlisted_where_every_seat_has_its_own()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        var desk = await app.SignedInAsync(StaffRole.Editor);

        await desk.VisitAsync($"/staff/letters/{Offices.Slug}/circulation");
        await desk.SubmitAsync(("Form.DemandsOfficialDomains", "true"), ("Form.OfficialDomains", ""));
        var kept = await DemandsAsync(app);
        await SeatsTests.ChangeRulesAsync(app, rules => rules with { DemandsOfficialDomains = false });
        await SeatAsync(app);
        await desk.VisitAsync($"/staff/letters/{Offices.Slug}/circulation");
        await desk.SubmitAsync(("Form.DemandsOfficialDomains", "true"), ("Form.OfficialDomains", ""));

        Assert.True(kept);
        Assert.False(await DemandsAsync(app));
        Assert.Contains("or give every seat its own", desk.Text, StringComparison.Ordinal);
    }

    private static Task SeatAsync(TestApp app) => app.RunAsync<KeepSeats>(story => story.AddAsync(Offices.Slug,
        new SeatDetails { State = "Guam", Name = "Claude E. Walker", Title = "Attorney General", ContactEmail = Offices.ContactOf("Guam") }, Offices.Staff));

    private static Task<bool> DemandsAsync(TestApp app) => app.ReadAsync(async db => (await db.Letters.AsNoTracking().SingleAsync(l => l.Slug == Offices.Slug)).Circulation.DemandsOfficialDomains);

    // In a signature block the lines break where a list has commas.
    private static string Words(string text) => string.Join(' ', text.Split([' ', ',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
