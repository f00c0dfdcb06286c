using CoalitionLetters.Data;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Officials;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Officials;

/// <summary>What becomes of an official's signature after it was given, and what the rules of circulation ask whichever way it came.</summary>
[Trait("Needs", "Database")]
public sealed class OfficialSignaturesTests
{
    private static readonly CirculationRules OnlyOfficial = new() { DemandsOfficialDomains = true, OfficialDomains = ["gov"] };

    [Fact]
    public async Task An_official_corrects_the_name_and_the_office_and_nothing_else()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.SignForAsync("New Mexico");
        var picture = Guid.CreateVersion7();
        await ListAsync(app, listing => listing with { SignaturePictureId = picture });
        var manage = await app.ManageLinkToAsync(Offices.PrincipalOf("New Mexico"), "office-signed");

        var page = await app.Browser().VisitAsync(manage + "/listing");
        var offered = page.Page.QuerySelectorAll("#form input, #form select, #form textarea").Select(field => field.GetAttribute("name")).ToList();
        await page.PressAsync("Show again", ("name", "Hector H. Balderas"));
        var slip = page.Page.QuerySelector("#slip")!.TextContent;
        using var client = app.CreateClient();
        using var forged = new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = "Hector H. Balderas", ["title"] = "Attorney General of New Mexico", ["where"] = "national", ["state"] = "OH", ["country"] = "ES" });
        using var answer = await client.PostAsync(manage + "/listing", forged, TestContext.Current.CancellationToken);

        var signature = await app.ReadAsync(db => db.Signatures.AsNoTracking().SingleAsync());
        Assert.Equal(["name", "title", "quote"], offered);
        Assert.Contains("Hector H. Balderas", slip, StringComparison.Ordinal);
        var line = signature.Listing.With(signature.Correction!);
        Assert.Equal(("Hector H. Balderas", "New Mexico", Scope.State, null, picture, true, SignatureStatus.Listed),
            (line.Name, line.State, line.Scope, line.Country, line.SignaturePictureId, line.IsLead, signature.Status));
    }

    [Fact]
    public async Task Another_name_waits_for_staff_while_the_listed_line_stays_and_a_corrected_office_is_listed_at_once()
    {
        await using var app = await TestApp.StartAsync();
        var letter = await Offices.OpenAsync(app);
        await app.SignForAsync("Maine");
        var manage = await app.ManageLinkToAsync(Offices.PrincipalOf("Maine"), "office-signed");

        var told = (await app.Browser().VisitAsync(manage + "/listing")).Text;
        await (await app.Browser().VisitAsync(manage + "/listing")).SubmitAsync(("title", "Attorney General, State of Maine"));
        await (await app.Browser().VisitAsync(manage + "/listing")).SubmitAsync(("name", "Janet T Mills"));
        var mended = Assert.Single(await app.ReadAsync(db => db.ListedNamesAsync(letter.Id)));
        await (await app.Browser().VisitAsync(manage + "/listing")).SubmitAsync(("name", "Donald Q. Duck"));
        var asked = await app.ReadAsync(db => db.Signatures.AsNoTracking().SingleAsync());
        var desk = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync($"/staff/letters/{Offices.Slug}/signatures/{asked.Id}");

        Assert.Contains("Another name, and whatever is unclear, waits", told, StringComparison.Ordinal);
        Assert.Equal(("Janet T Mills", "Attorney General, State of Maine"), (mended.Name, mended.Title));
        Assert.Equal((SignatureStatus.Listed, "Janet T Mills", "Donald Q. Duck"), (asked.Status, asked.Listing.Name, asked.Correction?.Name));
        Assert.Contains("The name is another one than that of Janet T Mills, who has signed.", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_official_who_clears_the_office_is_asked_for_it()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.SignForAsync("Maine");
        var page = await app.Browser().VisitAsync(await app.ManageLinkToAsync(Offices.PrincipalOf("Maine"), "office-signed") + "/listing");

        await page.SubmitAsync(("title", ""));

        Assert.Equal(["title"], page.Page.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")!.TrimStart('#')));
        Assert.Equal("Attorney General of Maine", await app.ReadAsync(db => db.Signatures.Select(s => s.Listing.Title).SingleAsync()));
    }

    [Fact]
    public async Task A_correction_to_a_jurisdiction_that_has_another_signature_waits_for_staff_and_the_listed_line_stays()
    {
        await using var app = await TestApp.StartAsync();
        var letter = await Offices.OpenAsync(app, withSeats: false);
        await SignPubliclyAsync(app, "Janet Mills", "Mayor of Portland", "ME", "mills@portland.example.org");
        await SignPubliclyAsync(app, "Aaron Frey", "Attorney General", "ME", "frey@maine.example.org");

        var page = await app.Browser().VisitAsync(await app.ManageLinkToAsync("mills@portland.example.org") + "/listing");
        await page.SubmitAsync(("title", "Governor of Maine"));
        var moved = await app.SignatureOfAsync("Janet Mills");
        var desk = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync($"/staff/letters/{Offices.Slug}/signatures/{moved.Id}");

        Assert.Equal((SignatureStatus.Listed, "Mayor of Portland", "Governor of Maine"), (moved.Status, moved.Listing.Title, moved.Correction?.Title));
        Assert.Equal(["Aaron Frey", "Janet Mills"], (await app.ReadAsync(db => db.ListedNamesAsync(letter.Id))).Select(name => name.Name).Order());
        Assert.Contains("Maine has signed already: Aaron Frey", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Only the office is different.", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_that_waits_moves_with_its_seat()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.SignForAsync("Maine");
        var seat = await app.SeatAsync("Maine");
        await using (var db = app.OpenDb())
        {
            var listed = await db.Signatures.SingleAsync(TestContext.Current.CancellationToken);
            listed.AskFor(listed.Listing with { Name = "Aaron M. Frey" }, app.Clock.Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await app.RunAsync<KeepSeats>(story => story.CorrectAsync(Offices.Slug, seat.Id, seat.Revision, seat.Details with { Jurisdiction = "Ohio", State = "Ohio", Title = "Attorney General of Ohio" }, Offices.Staff));
        await using (var db = app.OpenDb())
        {
            (await db.Signatures.SingleAsync(TestContext.Current.CancellationToken)).TakeCorrection();
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var signature = await app.ReadAsync(db => db.Signatures.AsNoTracking().SingleAsync());
        Assert.Equal(("Aaron M. Frey", "Attorney General of Ohio", "Ohio"), (signature.Listing.Name, signature.Listing.Title, signature.Listing.State));
    }

    [Fact]
    public async Task By_the_public_form_a_jurisdiction_signs_once_however_the_office_is_written()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, withSeats: false);

        await SignPubliclyAsync(app, "Janet Mills", "Attorney General", "ME", "mills@maine.example.org");
        await SignPubliclyAsync(app, "Aaron Frey", "Attorney General of Maine", "ME", "frey@maine-too.example.org");
        await SignPubliclyAsync(app, "Ethan Strimling", "Mayor of Portland", "ME", "mayor@portland.example.org");

        var second = await app.SignatureOfAsync("Aaron Frey");
        Assert.Equal(SignatureStatus.Held, second.Status);
        Assert.StartsWith("Maine has signed already: Janet Mills (", second.Reason, StringComparison.Ordinal);
        Assert.Equal(["Ethan Strimling", "Janet Mills"], await app.ReadAsync(db => db.Signatures.Listed().Select(s => s.Listing.Name).OrderBy(name => name).ToListAsync()));
    }

    [Theory]
    [InlineData("mills@gmail.com", SignatureStatus.Held)]
    [InlineData("mills@ag.maine.gov", SignatureStatus.Listed)]
    public async Task Where_official_domains_are_demanded_the_public_form_asks_for_them_too(string mail, SignatureStatus status)
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, OnlyOfficial, withSeats: false);

        await SignPubliclyAsync(app, "Janet Mills", "Attorney General", "ME", mail);

        var signature = await app.SignatureOfAsync("Janet Mills");
        Assert.Equal(status, signature.Status);
        Assert.Equal(status == SignatureStatus.Held, signature.Reason?.Contains("It was signed from gmail.com, which is not on the list of official domains.", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("deputy@gmail.com", "It was handed to a mailbox at gmail.com, which is not on the list of official domains.")]
    [InlineData("deputy@maine.example.org", null)]
    public async Task A_listed_signature_handed_to_a_mailbox_that_is_not_official_stays_listed_and_counted_while_staff_are_asked(string mail, string? doubt)
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, OnlyOfficial);
        await app.SignForAsync("Maine");

        var page = await app.Browser().VisitAsync(await app.ManageLinkToAsync(Offices.PrincipalOf("Maine"), "office-signed") + "/signer");
        await page.SubmitAsync(("title", "Chief Deputy"), ("mail", mail));

        var signature = await app.ReadAsync(db => db.Signatures.AsNoTracking().SingleAsync());
        Assert.Equal((SignatureStatus.Listed, mail, doubt), (signature.Status, signature.Signer.Email, signature.Why));
        Assert.Equal(1, await app.ReadAsync(db => db.Set<CoalitionLetters.Counting.Tally>().Select(t => t.Count).SingleAsync()));
        Assert.Equal(doubt is not null, await app.ReadAsync(db => db.Signatures.WaitingForStaff().AnyAsync()));
    }

    [Fact]
    public async Task A_signature_that_is_handed_on_again_is_spoken_of_once_and_one_that_is_handed_back_not_at_all()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, OnlyOfficial);
        await app.SignForAsync("Maine");
        var id = await app.ReadAsync(db => db.Signatures.Select(s => s.Id).SingleAsync());

        var said = new List<string?>();
        foreach (var mail in new[] { "deputy@gmail.com", "deputy@outlook.com", Offices.PrincipalOf("Maine") })
        {
            await app.RunAsync<HandOverSignature>(story => story.RunAsync(id, new Signer { Name = "Pat Example", Email = mail }));
            said.Add((await app.ReadAsync(db => db.Signatures.AsNoTracking().SingleAsync())).Why);
        }

        Assert.Equal(["It was handed to a mailbox at gmail.com, which is not on the list of official domains.", "It was handed to a mailbox at outlook.com, which is not on the list of official domains.", null], said);
    }

    [Fact]
    public async Task A_listed_signature_with_something_to_look_at_is_listed_and_counted_again_when_its_signer_agrees_to_changed_words()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, OnlyOfficial);
        await app.SignForAsync("Maine");
        var id = await app.ReadAsync(db => db.Signatures.Select(s => s.Id).SingleAsync());
        await app.RunAsync<HandOverSignature>(story => story.RunAsync(id, new Signer { Name = "Pat Example", Email = "deputy@gmail.com" }));
        await SeenLinesTests.ChangeWordsAsync(app);
        var meanwhile = await CountAsync();

        var signer = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("deputy@gmail.com", "agree-again"));
        await signer.PressAsync("Agree for Janet T. Mills");

        var signature = await app.ReadAsync(db => db.Signatures.AsNoTracking().SingleAsync());
        Assert.Equal((0, 1), (meanwhile, await CountAsync()));
        Assert.Equal((SignatureStatus.Listed, true), (signature.Status, signature.IsDoubted));

        Task<int> CountAsync() => app.ReadAsync(db => db.Set<CoalitionLetters.Counting.Tally>().Select(t => t.Count).SingleAsync());
    }

    [Fact]
    public async Task Staff_find_what_came_up_about_a_listed_signature_and_answer_it_by_letting_the_line_stand()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, OnlyOfficial);
        await app.SignForAsync("Maine");
        await (await app.Browser().VisitAsync(await app.ManageLinkToAsync(Offices.PrincipalOf("Maine"), "office-signed") + "/signer")).SubmitAsync(("title", "Chief Deputy"), ("mail", "deputy@gmail.com"));
        var signature = await app.ReadAsync(db => db.Signatures.AsNoTracking().SingleAsync());
        var staff = await app.SignedInAsync(StaffRole.Reviewer);

        await staff.VisitAsync($"/staff/letters/{Offices.Slug}");
        var waits = staff.Page.QuerySelector(".waits a")!;
        await staff.VisitAsync($"/staff/letters/{Offices.Slug}/signatures/{signature.Id}");
        var asked = staff.Page.GetElementById("doubt-title")!.ParentElement!.TextContent;
        await staff.PressAsync("List");

        Assert.EndsWith("?view=doubted", waits.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("gmail.com, which is not on the list of official domains. Until you answer, the line stays listed and counted as it is.", asked, StringComparison.Ordinal);
        Assert.Null(staff.Page.GetElementById("doubt-title"));
        Assert.Equal([signature.Id], await app.ReadAsync(db => db.Signatures.Listed().Where(s => s.Doubts == null).Select(s => s.Id).ToListAsync()));
        Assert.False(await app.ReadAsync(db => db.Signatures.WaitingForStaff().AnyAsync()));
    }

    [Fact]
    public async Task An_official_address_that_is_typed_but_was_not_invited_waits_for_staff()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, OnlyOfficial);

        await app.PrepareAsync("Maine", ("staff-mail", "sam@ag.iowa.gov"));
        var principal = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Offices.PrincipalOf("Maine"), "office-approval"));
        await principal.PressAsync("Sign the letter");

        var standing = await app.StandingAsync("Maine");
        Assert.Equal((SeatAnswer.Held, $"The office's staff gave an address at ag.iowa.gov, but the form was mailed to {Offices.DomainOf("Maine")}."), (standing.Answer, standing.Reason));
    }

    [Fact]
    public async Task A_title_that_names_no_jurisdiction_is_printed_with_the_seats()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, withSeats: false);
        await app.RunAsync<KeepSeats>(story => story.AddAsync(Offices.Slug, new() { Jurisdiction = "New York City", State = "NY", Name = "Bill de Blasio", Title = "Mayor", ContactEmail = Offices.ContactOf("New York City") }, Offices.Staff));

        await app.PrepareAsync("New York City", ("title", "Mayor"));
        var principal = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Offices.PrincipalOf("New York City"), "office-approval"));
        await principal.PressAsync("Sign the letter");

        var listing = await app.ReadAsync(db => db.Signatures.Select(s => s.Listing).SingleAsync());
        Assert.Equal(("Mayor, New York City", "New York", Scope.Local), (listing.Title, listing.State, listing.Scope));
    }

    [Fact]
    public async Task A_seat_that_is_corrected_after_signing_takes_its_signature_along()
    {
        await using var app = await TestApp.StartAsync();
        var letter = await Offices.OpenAsync(app, new CirculationRules { PrintsParty = true });
        await app.SignForAsync("Maine");
        var seat = await app.SeatAsync("Maine");

        await app.RunAsync<KeepSeats>(story => story.CorrectAsync(Offices.Slug, seat.Id, seat.Revision,
            seat.Details with { Jurisdiction = "Ohio", State = "Ohio", Title = "Attorney General of Ohio", Party = "Independent" }, Offices.Staff));

        var page = await app.Browser().VisitAsync($"/letters/{Offices.Slug}");
        var printed = Assert.Single(await app.ReadAsync(db => db.ListedNamesAsync(letter.Id)));
        var kept = await app.ReadAsync(db => db.Set<HistoryEntry>().SingleAsync(entry => entry.What == "placed the signature as its seat was corrected"));
        Assert.Equal(("Attorney General of Ohio (Independent)", "Ohio"), (printed.Title, printed.State));
        Assert.Equal("Ohio: signed", page.Page.QuerySelector(".state-map .oh .words")!.TextContent);
        Assert.Equal("Maine: not signed", page.Page.QuerySelector(".state-map .me .words")!.TextContent);
        Assert.Contains("Attorney General of Maine", kept.Before, StringComparison.Ordinal);
        Assert.Contains("Attorney General of Ohio", kept.After, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mayor, Albany", "Mayor, Troy")]
    [InlineData("Hizzoner, Albany (Democrat)", "Hizzoner, Troy (Green)")]
    [InlineData("Mayor of Albany", "Mayor of Albany, Troy")]
    public void The_offices_own_words_stay_while_jurisdiction_and_party_behind_them_follow(string printed, string then)
    {
        var was = new SeatDetails { Jurisdiction = "Albany", State = "New York", Title = "Mayor", Party = "Democrat", Name = "Sam Example" };

        var title = (was with { Jurisdiction = "Troy", Party = "Green" }).Printed(printed, was, new CirculationRules { PrintsParty = true });

        Assert.Equal(then, title);
    }

    [Theory]
    [InlineData("Attorney General", "Attorney General of New York", true)]
    [InlineData("Attorney General (Democrat)", "Governor, New York", true)]
    [InlineData("Secretary of State", "Commissioner of Insurance", true)]
    [InlineData("Mayor of New York City", "Governor of New York", false)]
    [InlineData("Mayor, City of Albany", "Mayor of Albany, N.Y.", true)]
    [InlineData("Mayor of Albany", "Mayor of Buffalo", false)]
    [InlineData("Mayor of Albany", "Sheriff of Albany County", false)]
    [InlineData("District Attorney, Albany County", "Sheriff, County of Albany", true)]
    [InlineData("State Senator, District 12", "Senator for the 12th District", true)]
    [InlineData("State Senator, District 12", "State Senator, District 13", false)]
    [InlineData("State Senator, District 12", "Assemblymember, 12th District", false)]
    [InlineData("State Senator", "Attorney General", false)]
    public void Titles_of_one_state_tell_whether_they_are_of_one_jurisdiction(string title, string other, bool same)
    {
        static OfficePlace Of(string title) => OfficePlace.Of(new Listing { Name = "Sam Example", Title = title, State = "New York", Scope = Scope.State });

        Assert.Equal(same, Of(title) == Of(other));
    }

    [Fact]
    public void Two_legislators_without_a_district_are_two_persons_of_one_state()
    {
        static OfficePlace Of(string name, string title) => OfficePlace.Of(new Listing { Name = name, Title = title, State = "New York", Scope = Scope.State });
        static OfficePlace Seat(string name) => OfficePlace.Of(new SeatDetails { Jurisdiction = "New York", State = "New York", Name = name, Title = "State Senator of New York" });

        Assert.NotEqual(Of("Kim Doe", "State Senator"), Of("Ana Roe", "State Senator"));
        Assert.NotEqual(Seat("Kim Doe"), Seat("Ana Roe"));
        Assert.Equal(Of("Kim Doe", "State Senator"), Seat("KIM DOE"));
    }

    [Fact]
    public async Task A_seat_does_not_move_to_a_jurisdiction_whose_official_has_signed_by_the_public_form()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, new CirculationRules());
        await app.SignForAsync("Maine");
        await SeatsTests.ChangeRulesAsync(app, rules => rules with { ByInvitation = false });
        await SignPubliclyAsync(app, "Sam Ohioan", "Attorney General of Ohio", "OH", "sam@ag.ohio.gov");
        var seat = await app.SeatAsync("Maine");

        var refusal = await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<KeepSeats>(story => story.CorrectAsync(Offices.Slug, seat.Id, seat.Revision,
            seat.Details with { Jurisdiction = "Ohio", State = "Ohio", Title = "Attorney General of Ohio" }, Offices.Staff)));

        Assert.StartsWith("Ohio has signed already: Sam Ohioan (", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("Maine", (await app.SeatAsync("Maine")).Details.Jurisdiction);
    }

    private static async Task SignPubliclyAsync(TestApp app, string name, string title, string state, string mail)
    {
        var form = await app.Browser().VisitAsync($"/letters/{Offices.Slug}/sign");
        await form.SubmitAsync(("name", name), ("state", state), ("title", title), ("mail", mail), ("authority", "yes"));
        var browser = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(mail, "confirm-signature"));
        await browser.PressAsync(browser.Page.QuerySelector("main form button")!);
    }

    private static async Task ListAsync(TestApp app, Func<Listing, Listing> change)
    {
        await using var db = app.OpenDb();
        var signature = await db.Signatures.SingleAsync();
        signature.CorrectListing(change(signature.Listing));
        await db.SaveChangesAsync();
    }
}
