using CoalitionLetters.Counting;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Signatures.Desk;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Signatures.Desk;

[Trait("Needs", "Database")]
public sealed class ReviewSignaturesTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Actor Ana = new("Ana Reyes", Guid.NewGuid());

    [Fact]
    public async Task Many_are_held_at_once_with_a_reason_and_the_tally_follows()
    {
        var (letter, signatures) = await ListedAsync("many", "River Trust", "Lake Trust", "Hill Trust");

        var outcome = await ReviewAsync(story => story.HoldAsync(letter.Id, [Seen(signatures[0]), Seen(signatures[1])], "The board decides on Friday", Ana));

        Assert.Equal(2, outcome.Done.Count);
        Assert.Equal(1, await TallyAsync(letter));
        Assert.Equal(("held the signature: The board decides on Friday", "Ana Reyes"),
            await app.ReadAsync(async db => await db.History.About(Subject.Of<Signature>(signatures[0].Id)).NewestFirst().FirstAsync() is var e ? (e.What, e.Who) : default));
    }

    [Fact]
    public async Task A_step_can_be_taken_back()
    {
        var (letter, signatures) = await ListedAsync("back", "River Trust");
        var declined = await ReviewAsync(story => story.DeclineAsync(letter.Id, [Seen(signatures[0])], "Not a body", Ana));

        await ReviewAsync(story => story.TakeBackAsync(letter.Id, declined.Done, Ana));

        var stored = await StoredAsync(signatures[0]);
        Assert.Equal((SignatureStatus.Listed, null), (stored.Status, stored.Reason));
        Assert.Equal(1, await TallyAsync(letter));
    }

    [Fact]
    public async Task What_is_listed_already_is_not_said_to_have_been_listed()
    {
        var (letter, signatures) = await ListedAsync("already", "River Trust");

        var outcome = await ReviewAsync(story => story.ListAsync(letter.Id, [Seen(signatures[0])], Ana));

        Assert.Empty(outcome.Done);
        Assert.Equal("River Trust: It is listed already.", Assert.Single(outcome.Refused));
        Assert.False(await app.ReadAsync(db => db.History.About(Subject.Of<Signature>(signatures[0].Id)).AnyAsync(e => e.What == "listed the signature")));
    }

    [Fact]
    public async Task The_second_of_two_who_settle_the_same_signature_is_told()
    {
        var (letter, signatures) = await ListedAsync("second", "River Trust", "Lake Trust");
        var seen = signatures.Select(Seen).ToList();
        await ReviewAsync(story => story.DeclineAsync(letter.Id, [seen[0]], "Not a body", Ana));

        var outcome = await ReviewAsync(story => story.HoldAsync(letter.Id, seen, "Ask again", Ana));

        Assert.Equal("River Trust: somebody else changed it meanwhile; it is declined now.", Assert.Single(outcome.Refused));
        Assert.Equal(signatures[1].Id, Assert.Single(outcome.Done).Id);
        Assert.Equal(SignatureStatus.Declined, (await StoredAsync(signatures[0])).Status);
    }

    [Fact]
    public async Task Of_two_who_press_in_the_same_moment_one_is_told()
    {
        var (letter, signatures) = await ListedAsync("moment", "River Trust");
        var seen = Seen(signatures[0]);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => ReviewAsync(story => story.HoldAsync(letter.Id, [seen], $"Reason {i}", Ana))));

        Assert.Single(outcomes, outcome => outcome.Done.Count == 1);
        Assert.Equal(3, outcomes.Count(outcome => outcome.Refused.Count == 1));
    }

    [Fact]
    public async Task A_signature_that_nobody_confirmed_is_not_listed_by_mistake()
    {
        var (letter, text) = ALetter.Open("unconfirmed");
        var signature = Signature.On(letter, null, new Listing { Name = "River Trust" }, new Signer { Email = "sam@river.example" }, "", new Dictionary<string, string>(), null, ALetter.Now);
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now), signature);

        var outcome = await ReviewAsync(story => story.ListAsync(letter.Id, [Seen(signature)], Ana));

        Assert.StartsWith("River Trust: The signer has not confirmed yet.", Assert.Single(outcome.Refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_grids_question_finds_by_name_mail_reference_and_alias_in_any_case()
    {
        var (letter, signatures) = await ListedAsync("search", "River Trust", "Lake Trust");
        var organization = Organization.Named("Lake Trust", OrganizationKind.Community, Scope.Local, "Ohio", null, null, app.Clock.Now);
        organization.AddAlias("Amigos del Lago", app.Clock.Now);
        await app.SaveAsync(organization);
        await using (var db = app.OpenDb())
        {
            (await db.Signatures.SingleAsync(s => s.Id == signatures[1].Id)).BelongsTo(organization.Id);
            await db.SaveChangesAsync();
        }

        foreach (var (text, found) in new[] { ("RIVER", "River Trust"), (signatures[0].Reference.ToLowerInvariant(), "River Trust"), ("amigos", "Lake Trust") })
        {
            Assert.Equal([found], await app.ReadAsync(db => new SignatureSearch { Text = text }.In(db, letter.Id).Select(s => s.Listing.Name).ToListAsync()));
        }

        Assert.Equal(2, await app.ReadAsync(db => new SignatureSearch { Text = "sam@union.example", Sort = "name" }.In(db, letter.Id).CountAsync()));
        Assert.Equal(0, await app.ReadAsync(db => new SignatureSearch { View = "held" }.In(db, letter.Id).CountAsync()));
    }

    [Theory]
    [InlineData("ácción")]
    [InlineData("ÁCCIÓN AGUA")]
    [InlineData("accion")]
    [InlineData("peña")]
    [InlineData("PENA@agua.example")]
    [InlineData("unión de")]
    public async Task The_grids_question_finds_accented_names_however_they_are_typed(string text)
    {
        var (letter, signatures) = await ListedAsync($"accents-{Guid.NewGuid():N}"[..24], "River Trust", "Ácción Agua");
        var organization = Organization.Named("Ácción Agua", OrganizationKind.Community, Scope.Local, "Texas", null, null, app.Clock.Now);
        organization.AddAlias("ÚNIÓN de Vecinos", app.Clock.Now);
        await app.SaveAsync(organization);
        await using (var db = app.OpenDb())
        {
            var signature = await db.Signatures.SingleAsync(s => s.Id == signatures[1].Id);
            signature.BelongsTo(organization.Id);
            signature.ChangeSigner(new Signer { Name = "Íñigo PEÑA", Email = "Pena@agua.example" });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(["Ácción Agua"], await app.ReadAsync(db => new SignatureSearch { Text = text }.In(db, letter.Id).Select(s => s.Listing.Name).ToListAsync()));
    }

    [Fact]
    public async Task The_grid_sorts_names_as_the_list_has_them_and_follows_a_correction()
    {
        var (letter, signatures) = await ListedAsync("sorted", "Zebra Fund", "Ácción Agua", "the Bridge", "élan", "9to5", "Bridge Fund");
        await using (var db = app.OpenDb())
        {
            (await db.Signatures.SingleAsync(s => s.Id == signatures[0].Id)).CorrectListing(new Listing { Name = "Águila Fund" });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var upwards = await app.ReadAsync(db => new SignatureSearch { Sort = "name" }.In(db, letter.Id).Select(s => s.Listing.Name).ToListAsync());
        var downwards = await app.ReadAsync(db => new SignatureSearch { Sort = "-name" }.In(db, letter.Id).Select(s => s.Listing.Name).ToListAsync());

        Assert.Equal(["9to5", "Ácción Agua", "Águila Fund", "the Bridge", "Bridge Fund", "élan"], upwards);
        Assert.Equal(upwards.AsEnumerable().Reverse(), downwards);
    }

    [Fact]
    public async Task The_grid_sorts_sections_as_the_list_has_them()
    {
        var (letter, _) = await ListedAsync("sections");
        await FamilyUnity.ListAsync(app, letter,
            In("Wyoming Union", Scope.Local, "Wyoming"), In("Nowhere Union", Scope.Local), In("Alabama Trust", Scope.State, "Alabama"), In("Zebra Fund", Scope.National), In("World Fund", Scope.International), In("Coast Fund", Scope.Regional), In("Canada Fund", null, country: "Canada"), In("Some Fund", null));

        var sections = Sections.Of(await app.ReadAsync(db => db.ListedNamesAsync(letter.Id)), ListingChoices.Of(letter.Content));
        var upwards = await NamesAsync(letter, "section");

        Assert.Equal(sections.SelectMany(section => section.All).Select(listed => listed.Name), upwards);
        Assert.Equal(["Coast Fund", "World Fund", "Zebra Fund", "Alabama Trust", "Wyoming Union", "Nowhere Union", "Canada Fund", "Some Fund"], upwards);
        Assert.Equal(upwards.AsEnumerable().Reverse(), await NamesAsync(letter, "-section"));
    }

    [Fact]
    public async Task Where_nobody_is_national_regional_bodies_stand_after_international_ones()
    {
        var (letter, _) = await ListedAsync("nobody-national");
        await FamilyUnity.ListAsync(app, letter, In("Coast Fund", Scope.Regional), In("World Fund", Scope.International));

        Assert.Equal(["World Fund", "Coast Fund"], await NamesAsync(letter, "section"));
    }

    [Fact]
    public async Task The_grid_sorts_the_status_as_its_views_stand()
    {
        var (letter, signatures) = await ListedAsync("statuses", "Declined Fund", "Held Fund", "Listed Fund");
        await ReviewAsync(story => story.DeclineAsync(letter.Id, [Seen(signatures[0])], "Not a body", Ana));
        await ReviewAsync(story => story.HoldAsync(letter.Id, [Seen(signatures[1])], "Ask again", Ana));

        Assert.Equal(["Listed Fund", "Held Fund", "Declined Fund"], await NamesAsync(letter, "status"));
    }

    [Fact]
    public async Task The_kind_of_the_record_counts_where_the_form_asked_for_none_in_the_grid_as_in_its_export()
    {
        var (letter, signatures) = await ListedAsync("kinds", "Workers of the Lake", "River Trust");
        var union = Organization.Named("Workers of the Lake", OrganizationKind.Union, Scope.National, null, null, null, app.Clock.Now);
        await app.SaveAsync(union);
        await using (var db = app.OpenDb())
        {
            (await db.Signatures.SingleAsync(s => s.Id == signatures[0].Id)).BelongsTo(union.Id);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        using var client = await app.ClientAsync(StaffRole.Reviewer);
        Assert.Equal(["Workers of the Lake"], await OfKindAsync(OrganizationKind.Union));
        Assert.Equal(["River Trust"], await OfKindAsync(OrganizationKind.Unstated));
        Assert.Equal(["River Trust,", "Workers of the Lake,Union"], (await client.GetStringAsync("/staff/letters/kinds/signatures.csv?sort=name")).TrimEnd().Split("\r\n").Skip(1).Select(line => line.Split(',') is var cells ? $"{cells[1]},{cells[6]}" : ""));

        Task<List<string>> OfKindAsync(OrganizationKind kind) => app.ReadAsync(db => new SignatureSearch { Kind = kind }.In(db, letter.Id).Select(s => s.Listing.Name).ToListAsync());
    }

    [Fact]
    public async Task Several_that_were_left_out_for_one_reason_are_told_in_one_sentence()
    {
        var (letter, signatures) = await ListedAsync("left-alone", "River Trust", "Lake Trust");
        var seen = signatures.Select(Seen).ToList();
        await ReviewAsync(story => story.HoldAsync(letter.Id, seen, "Ask again", Ana));

        var outcome = await ReviewAsync(story => story.ListAsync(letter.Id, seen, Ana));

        Assert.StartsWith("2 were left out for the same reason: somebody else changed it meanwhile; it is held now. They are ", Assert.Single(outcome.Refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_reason_is_told_on_top_and_at_its_field()
    {
        var (_, signatures) = await ListedAsync("no-reason", "River Trust");
        var desk = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync($"/staff/letters/no-reason/signatures/{signatures[0].Id}");

        await desk.PressAsync("Hold");

        Assert.Equal("Say why it waits.", desk.Page.GetElementById("why-error")!.TextContent);
        Assert.Equal("true", desk.Page.GetElementById("why")!.GetAttribute("aria-invalid"));
        Assert.Contains("Say why it waits.", desk.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_a_forgotten_signer_is_left_in_what_searches_read()
    {
        var (letter, signatures) = await ListedAsync("forgotten", "River Trust");
        await using (var db = app.OpenDb())
        {
            (await db.Signatures.SingleAsync(s => s.Id == signatures[0].Id)).ForgetSigner();
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Empty(await app.ReadAsync(db => new SignatureSearch { Text = "sam@union.example" }.In(db, letter.Id).ToListAsync()));
        Assert.Single(await app.ReadAsync(db => new SignatureSearch { Text = "river" }.In(db, letter.Id).ToListAsync()));
    }

    [Fact]
    public void An_address_remembers_the_question()
    {
        var search = new SignatureSearch { View = "held", Text = "río & co", Scope = Scope.Local, State = "Texas", CameBy = CameBy.Phone, Kind = OrganizationKind.Union, Sort = "name" };
        var query = new Microsoft.AspNetCore.Http.QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(search.ToQuery()));

        Assert.Equal(search, SignatureSearch.From(query));
    }

    [Fact]
    public async Task The_export_holds_what_is_shown_and_no_formula()
    {
        await ListedAsync("export", "=HYPERLINK(\"http://evil.example\")", "River Trust", "Lake Trust");
        using var client = await app.ClientAsync(StaffRole.Reviewer);

        var all = await client.GetStringAsync("/staff/letters/export/signatures.csv?sort=name");
        var one = await client.GetStringAsync("/staff/letters/export/signatures.csv?q=river");

        Assert.Contains("'=HYPERLINK", all, StringComparison.Ordinal);
        Assert.DoesNotContain(",=HYPERLINK", all, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=HYPERLINK", all, StringComparison.Ordinal);
        Assert.Equal(4, all.TrimEnd().Split('\n').Length);
        Assert.Equal(2, one.TrimEnd().Split('\n').Length);
    }

    [Theory]
    [InlineData("view=held", "Hill Trust")]
    [InlineData("view=listed&sort=-name", "Río Grande Fund", "Lake Trust")]
    [InlineData("state=Texas", "Río Grande Fund", "Hill Trust")]
    [InlineData("state=Texas&view=held", "Hill Trust")]
    [InlineData("scope=National", "Lake Trust")]
    [InlineData("q=grande", "Río Grande Fund")]
    [InlineData("q=nothing")]
    public async Task The_export_of_a_filtered_grid_holds_its_rows_in_its_order(string shown, params string[] names)
    {
        var (letter, _) = await ListedAsync($"shown-{Guid.NewGuid():N}", "Lake Trust");
        await FamilyUnity.ListAsync(app, letter, new Listing { Name = "Río Grande Fund", Scope = Scope.Local, State = "Texas" });
        app.Clock.Advance(TimeSpan.FromSeconds(-1));
        var held = await FamilyUnity.ListAsync(app, letter, new Listing { Name = "Hill Trust", Scope = Scope.State, State = "Texas" });
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await ReviewAsync(story => story.HoldAsync(letter.Id, [Seen(held[0])], "The board decides", Ana));
        using var client = await app.ClientAsync(StaffRole.Reviewer);

        var csv = await client.GetStringAsync($"/staff/letters/{letter.Slug}/signatures.csv?{shown}");

        Assert.Equal(names, csv.TrimEnd().Split("\r\n").Skip(1).Select(line => line.Split(',')[1]));
    }

    [Fact]
    public async Task Staff_enter_a_signature_with_its_evidence_and_it_is_listed()
    {
        var (letter, _) = await ListedAsync("entered", "River Trust");
        var desk = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync("/staff/letters/entered/signatures/new");

        await desk.SubmitAsync(("Form.Listing.Name", "La Unión del Pueblo Entero (LUPE)"), ("Form.Listing.Scope", "Local"), ("Form.Listing.State", "Texas"), ("Form.CameBy", "Phone"), ("Form.Evidence", "Call with Ana Reyes, June 18"));

        Assert.Equal("/staff/letters/entered/signatures", desk.Path);
        Assert.Equal(2, await TallyAsync(letter));
        var stored = await app.ReadAsync(db => db.Signatures.SingleAsync(s => s.LetterId == letter.Id && s.CameBy == CameBy.Phone));
        Assert.Equal((SignatureStatus.Listed, "Call with Ana Reyes, June 18", "Reviewer Example"), (stored.Status, stored.Evidence, stored.EnteredBy));
    }

    [Fact]
    public async Task A_signature_by_hand_without_evidence_is_refused_and_nothing_typed_is_lost()
    {
        await ListedAsync("no-evidence", "River Trust");
        var desk = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync("/staff/letters/no-evidence/signatures/new");

        await desk.SubmitAsync(("Form.Listing.Name", "Lake Trust"), ("Form.SignerName", "Lee Example"));

        Assert.Contains("Say how you know", desk.Text, StringComparison.Ordinal);
        Assert.Equal(("Lake Trust", "Lee Example"), (desk.Page.GetElementById("field-name")!.GetAttribute("value"), desk.Page.GetElementById("field-signername")!.GetAttribute("value")));
    }

    [Fact]
    public async Task A_listing_is_corrected_on_the_signatures_page_and_the_second_corrector_is_told()
    {
        var (letter, signatures) = await ListedAsync("correct", "Rivr Trust");
        var address = $"/staff/letters/correct/signatures/{signatures[0].Id}";
        var first = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync(address);
        var second = await (await app.SignedInAsync(StaffRole.Owner)).VisitAsync(address);

        await first.SubmitAsync(("Listing.Name", "River Trust"));
        await second.SubmitAsync(("Listing.Name", "Riviera Trust"));

        Assert.Equal("River Trust", (await StoredAsync(signatures[0])).Listing.Name);
        Assert.Contains("somebody else changed it meanwhile", second.Text, StringComparison.Ordinal);
        Assert.Equal(1, await TallyAsync(letter));
    }

    [Fact]
    public async Task A_viewer_sees_a_signature_and_cannot_settle_it()
    {
        var (_, signatures) = await ListedAsync("viewer", "River Trust");
        var address = $"/staff/letters/viewer/signatures/{signatures[0].Id}";
        var desk = await (await app.SignedInAsync(StaffRole.Viewer)).VisitAsync(address);

        using var client = await app.ClientAsync(StaffRole.Viewer);
        var token = desk.Page.QuerySelector("[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        using var form = new FormUrlEncodedContent([new("_handler", "settle"), new("__RequestVerificationToken", token), new("Settling.Answer", "decline"), new("Settling.Reason", "No"), new("Settling.Seen", $"{signatures[0].Revision}")]);
        await client.PostAsync(address, form);

        Assert.Null(desk.Page.QuerySelector("button[value=decline]"));
        Assert.Equal(SignatureStatus.Listed, (await StoredAsync(signatures[0])).Status);
    }

    private async Task<(Letter Letter, IReadOnlyList<Signature> Signatures)> ListedAsync(string slug, params string[] names)
    {
        var (letter, text) = ALetter.Open(slug);
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now));
        return (letter, await FamilyUnity.ListAsync(app, letter, [.. names.Select(name => new Listing { Name = name })]));
    }

    private static Listing In(string name, Scope? scope, string? state = null, string? country = null) => new() { Name = name, Scope = scope, State = state, Country = country };

    private Task<List<string>> NamesAsync(Letter letter, string sort) => app.ReadAsync(db => new SignatureSearch { Sort = sort }.In(db, letter.Id).Select(s => s.Listing.Name).ToListAsync());

    private static SeenSignature Seen(Signature signature) => new(signature.Id, signature.Revision);

    private async Task<Reviewed> ReviewAsync(Func<ReviewSignatures, Task<Reviewed>> review)
    {
        Reviewed? outcome = null;
        await app.RunAsync<ReviewSignatures>(async story => outcome = await review(story));
        return outcome!;
    }

    private Task<Signature> StoredAsync(Signature signature) => app.ReadAsync(db => db.Signatures.SingleAsync(s => s.Id == signature.Id));

    private Task<int> TallyAsync(Letter letter) => app.ReadAsync(db => db.Tallies.Where(t => t.LetterId == letter.Id).Select(t => t.Count).SingleAsync());
}
