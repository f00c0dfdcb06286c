using System.Text;
using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.History;
using CoalitionLetters.Importing;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Listings;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CoalitionLetters.Tests.Importing;

[Trait("Needs", "Database")]
public sealed partial class AcceptImportTests : IAsyncLifetime
{
    private const string List = "Organization,Signer,E-mail,State\nWater Trust,Ada,ada@water.example,\nThe Water Trust,Bo,bo@water.example,\nDetention Watch Netwrok,Cy,cy@watch.example,TX\n,Di,di@x.example,\nTotal,,,\n";

    private static readonly Actor ada = new("Ada Example");

    private TestApp app = null!;
    private Letter letter = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        (letter, var text) = ALetter.Open();
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now), Named("Detention Watch Network"));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Accepting_does_row_by_row_what_the_dry_run_has_shown()
    {
        var plan = await TryAsync(List);

        var imported = await AcceptAsync(plan, plan);

        Assert.Equal([RowFate.New, RowFate.Same, RowFate.Ask, RowFate.Unclear, RowFate.Skipped], plan.Select(row => row.Fate));
        Assert.Equal((1, 1, 2, 1), (imported.Listed, imported.Held, imported.NewOrganizations, imported.SignedBefore));
        var signatures = await app.ReadAsync(db => db.Signatures.OrderBy(s => s.Listing.Name).ToListAsync());
        Assert.Equal(["Detention Watch Netwrok", "Water Trust"], signatures.Select(s => s.Listing.Name));
        Assert.Equal((SignatureStatus.Held, "Texas", Scope.State), (signatures[0].Status, signatures[0].Listing.State, signatures[0].Listing.Scope));
        Assert.Contains("typing error", signatures[0].Reason, StringComparison.Ordinal);
        Assert.Equal(("Ada", CameBy.Import, "row 2 of list.csv"), (signatures[1].Signer.Name, signatures[1].CameBy, signatures[1].Evidence));
        Assert.Equal(1, await app.ReadAsync(db => db.Tallies.Select(t => t.Count).SingleAsync()));
        Assert.Contains("imported 2 signatures and 2 new organizations from list.csv", await app.ReadAsync(db => db.History.Select(e => e.What).ToListAsync()));
    }

    [Fact]
    public async Task An_import_is_undone_as_one()
    {
        var before = await StateAsync();
        var plan = await TryAsync(List);
        var imported = await AcceptAsync(plan, plan);

        await app.RunAsync<UndoImport>(story => story.RunAsync(imported.BatchId, ada));

        Assert.Equal(before, await StateAsync());
        Assert.Equal(["Detention Watch Network"], (await app.Services.GetRequiredService<OrganizationDirectory>().AllAsync(TestContext.Current.CancellationToken)).Select(entry => entry.Name));
        await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<UndoImport>(story => story.RunAsync(imported.BatchId, ada)));
    }

    [Fact]
    public async Task A_record_on_which_somebody_has_written_since_the_import_stays_when_it_is_undone()
    {
        var plan = await TryAsync(List);
        var imported = await AcceptAsync(plan, plan);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await using (var db = app.OpenDb())
        {
            var water = await db.Organizations.SingleAsync(o => o.Name == "Water Trust", TestContext.Current.CancellationToken);
            water.Describe(water.Name, water.Kind, water.Scope, null, null, "https://water.example", "Call Kim", app.Clock.Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        UndoneImport? undone = null;
        await app.RunAsync<UndoImport>(async story => undone = await story.RunAsync(imported.BatchId, ada));
        var staff = await app.SignedInAsync(StaffRole.Owner);
        await staff.VisitAsync($"/staff/letters/{letter.Slug}/import");

        Assert.Equal(1, undone!.Kept);
        Assert.Contains("1 record stays, because it was changed or used since the import.", staff.Text, StringComparison.Ordinal);
        Assert.Contains("undid the import of list.csv; 1 new record stays", await app.ReadAsync(db => db.History.Select(e => e.What).ToListAsync()));
        Assert.Equal(["Detention Watch Network", "Water Trust"], await app.ReadAsync(db => db.Organizations.OrderBy(o => o.Name).Select(o => o.Name).ToListAsync()));
        Assert.Empty(await app.ReadAsync(db => db.Signatures.ToListAsync()));
    }

    [Fact]
    public async Task An_import_into_a_final_letter_is_taken_back_as_long_as_none_of_it_stands_in_an_edition()
    {
        var first = await TryAsync("Organization\nWater Trust\n");
        var published = await AcceptAsync(first, first);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.RunAsync<ChangeLetter>(async story => await story.CloseAsync(letter.Slug, await SeenAsync(), ada));
        await app.RunAsync<PublishLetter>(async story => await story.RunAsync(letter.Slug, await SeenAsync(), ada));
        app.Clock.Advance(TimeSpan.FromHours(1));
        var second = await TryAsync("Organization\nRiver Union\n");
        var late = await AcceptAsync(second, second);
        var staff = await app.SignedInAsync(StaffRole.Owner);

        await staff.VisitAsync($"/staff/letters/{letter.Slug}/import");
        var buttons = staff.Page.QuerySelectorAll("#imports-title ~ * button");
        await app.RunAsync<UndoImport>(story => story.RunAsync(late.BatchId, ada));
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<UndoImport>(story => story.RunAsync(published.BatchId, ada)));

        Assert.Equal("Take it back: list.csv", Assert.Single(buttons).GetAttribute("aria-label"));
        Assert.Contains("Some of it stands in a published edition", staff.Text, StringComparison.Ordinal);
        Assert.StartsWith("1 of these signatures stands in a published edition", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["Water Trust"], await app.ReadAsync(db => db.Signatures.Select(s => s.Listing.Name).ToListAsync()));
    }

    [Fact]
    public async Task A_list_that_tells_no_scope_publishes_nobody_under_one()
    {
        var plan = await TryAsync($"Organization,Scope,State\nWater Trust,,\nRiver Union,national,\nLake League,,TX\n{new string('a', 200)},,\n");

        await AcceptAsync(plan, plan);

        var listed = await app.ReadAsync(db => db.ListedNamesAsync(letter.Id, default));
        var sections = Sections.Of(listed, new ListingChoices()).Select(section => $"{section.Heading}: {string.Join(", ", section.All.Select(name => name.Name[..Math.Min(11, name.Name.Length)]))}");
        Assert.Equal(["National: River Union", "State and local: Lake League", "Other organizations: aaaaaaaaaaa, Water Trust"], sections);
        var staff = await app.SignedInAsync(StaffRole.Owner);
        var water = await app.ReadAsync(db => db.Signatures.Where(s => s.Listing.Name == "Water Trust").Select(s => s.Id).SingleAsync());
        await staff.VisitAsync($"/staff/letters/{letter.Slug}/signatures/{water}");
        Assert.Equal("Not said", staff.Page.QuerySelector("#field-scope option[selected]")?.TextContent ?? staff.Page.QuerySelector("#field-scope option")!.TextContent);
    }

    [Fact]
    public async Task The_same_file_again_adds_nothing()
    {
        var plan = await TryAsync(List);
        await AcceptAsync(plan, plan);

        var again = await TryAsync(List);

        var notes = await app.ReadAsync(db => RowNotes.ReadAsync(db, letter.Slug, ImportTarget.Signatures));
        Assert.Equal([RowFate.Same, RowFate.Same, RowFate.Same], again.Take(3).Select(row => row.Fate));
        Assert.All(again.Take(3).Select(notes.On), row => Assert.True(row.AddsNothing));
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => AcceptAsync(again, again));
        Assert.Equal("Nothing in this file is new to the letter.", refused.Message);
    }

    [Fact]
    public async Task A_directory_that_has_changed_meanwhile_stops_the_import()
    {
        var plan = await TryAsync(List);
        await app.SaveAsync(Named("Water Trust"));

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(async () => await AcceptAsync(plan, await TryAsync(List)));

        Assert.StartsWith("The directory or the letter has changed", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await app.ReadAsync(db => db.Signatures.ToListAsync()));
    }

    [Fact]
    public async Task An_imported_name_that_a_corrected_line_bears_waits_for_staff_and_the_dry_run_says_so()
    {
        var zebra = Named("Zebra Alliance");
        await app.SaveAsync(zebra);
        var signature = Signature.EnteredByStaff(letter, zebra.Id, new Listing { Name = "Zebra Alliance of Brooklyn" }, new Signer(), "mail of June 14", "Ada", app.Clock.Now);
        signature.List(app.Clock.Now);
        await app.SaveAsync(signature);
        var plan = await TryAsync("Organization\nThe Zebra Alliance of Brooklyn\nZebra Alliance of Brooklyn\n");
        var notes = await app.ReadAsync(db => RowNotes.ReadAsync(db, letter.Slug, ImportTarget.Signatures));

        var shown = plan.Select(notes.On).Select(row => row.Reason).ToList();
        var imported = await AcceptAsync(plan, plan);

        var told = $"Zebra Alliance of Brooklyn is listed already ({signature.Reference}).";
        Assert.EndsWith($"it waits for staff: {told}", shown[0], StringComparison.Ordinal);
        Assert.DoesNotContain("waits for staff", shown[1], StringComparison.Ordinal);
        Assert.Equal((0, 1, 1), (imported.Listed, imported.Held, imported.SignedBefore));
        Assert.EndsWith(told, await app.ReadAsync(db => db.Signatures.Where(s => s.CameBy == CameBy.Import).Select(s => s.Reason).SingleAsync()), StringComparison.Ordinal);
        Assert.Equal(1, await app.ReadAsync(db => db.Tallies.Select(t => t.Count).SingleAsync()));
    }

    [Fact]
    public async Task A_letter_of_officials_takes_no_list_of_organizations_and_says_where_its_seats_are()
    {
        await Offices.OpenAsync(app, withSeats: false);
        var plan = await TryAsync(List);
        var staff = await app.SignedInAsync(StaffRole.Owner);

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<AcceptImport>(story => story.RunAsync(Offices.Slug, "list.csv", plan, _ => Task.FromResult<IReadOnlyList<PlannedRow>>(plan), ada)));
        await staff.VisitAsync($"/staff/letters/{Offices.Slug}/import");

        Assert.Equal("This letter is signed by persons who hold an office. They are imported as its seats.", refused.Message);
        Assert.Contains(refused.Message, staff.Text, StringComparison.Ordinal);
        await staff.FollowAsync("Go to its seats");
        Assert.Equal($"/staff/letters/{Offices.Slug}/seats", staff.Path);
        await staff.VisitAsync($"/staff/letters/{Offices.Slug}/signatures");
        Assert.DoesNotContain("Import a list", staff.Text, StringComparison.Ordinal);
        await staff.FollowAsync("Import seats");
        Assert.Equal($"/staff/letters/{Offices.Slug}/seats/import", staff.Path);
        Assert.Equal(["Detention Watch Network"], await app.ReadAsync(db => db.Organizations.Select(o => o.Name).ToListAsync()));
    }

    [Fact]
    public async Task The_family_unity_list_comes_in_whole()
    {
        var plan = await TryAsync(await File.ReadAllTextAsync(RepositoryFiles.Sample("family-unity-signatories.csv"), TestContext.Current.CancellationToken));

        var imported = await AcceptAsync(plan, plan);

        Assert.Equal(113, imported.Listed + imported.Held);
        Assert.Equal(113, plan.Count(row => row.Fate is RowFate.New or RowFate.Same or RowFate.Ask));
        Assert.Equal(112, imported.NewOrganizations);
    }

    [Fact]
    public async Task A_name_in_borrowed_letters_and_a_throw_away_mailbox_wait_for_staff_with_the_reason()
    {
        var plan = await TryAsync("Organization,Signer,E-mail\nACLU,Ada,ada@aclu.example\n\u0410CLU,Bo,bo@aclu-help.example\nRiver Union,Cy,cy@mailinator.com\n");
        var notes = await app.ReadAsync(db => RowNotes.ReadAsync(db, letter.Slug, ImportTarget.Signatures));

        var shown = plan.Select(notes.On).Select(row => row.Reason).ToList();
        var imported = await AcceptAsync(plan, plan);

        Assert.Equal((1, 2), (imported.Listed, imported.Held));
        Assert.DoesNotContain("waits for staff", shown[0], StringComparison.Ordinal);
        Assert.Contains("it waits for staff: \"\u0410CLU\" is written with letters of another script", shown[1], StringComparison.Ordinal);
        Assert.Contains("it waits for staff: The mailbox is a throw-away one", shown[2], StringComparison.Ordinal);
        var held = await app.ReadAsync(db => db.Signatures.Where(s => s.Status == SignatureStatus.Held).OrderBy(s => s.Evidence).ToListAsync());
        Assert.Contains("The name looks like ACLU and is written with other letters.", held[0].Reason, StringComparison.Ordinal);
        Assert.Equal("The mailbox is a throw-away one (mailinator.com).", held[1].Reason);
    }

    [Fact]
    public async Task Signals_that_are_asked_once_more_about_the_same_rows_say_the_same()
    {
        var plan = await TryAsync("Organization,Signer,E-mail\nACLU,Ada,ada@aclu.example\n\u0410CLU,Bo,bo@aclu-help.example\nRiver Union,Cy,cy@mailinator.com\n");
        var signals = await app.ReadAsync(db => ImportSignals.ReadAsync(db, letter));

        var (once, again) = (plan.Select(signals.Of).ToList(), plan.Select(signals.Of).ToList());

        Assert.Equal(once, again);
        Assert.Equal([true, false, false], once.Select(said => said is null));
    }

    [Fact]
    public async Task A_mailbox_of_another_body_of_the_directory_waits_and_that_of_its_own_does_not()
    {
        var water = Organization.Named("Water Trust", OrganizationKind.Advocacy, Scope.National, null, null, "https://water.example", app.Clock.Now);
        await app.SaveAsync(water);
        var plan = await TryAsync("Organization,Signer,E-mail\nThe Water Trust,Ada,ada@water.example\nRiver Union,Bo,bo@water.example\n");

        await AcceptAsync(plan, plan);

        var signatures = await app.ReadAsync(db => db.Signatures.OrderBy(s => s.Listing.Name).ToListAsync());
        Assert.Equal([SignatureStatus.Held, SignatureStatus.Listed], signatures.Select(s => s.Status));
        Assert.Equal("The mail comes from water.example, the domain of Water Trust.", signatures[0].Reason);
    }

    [Fact]
    public async Task A_free_mailbox_waits_where_the_file_or_else_the_record_says_more_than_local()
    {
        var local = Organization.Named("Elm Street Tenants", OrganizationKind.Community, Scope.Local, "Ohio", null, null, app.Clock.Now);
        await app.SaveAsync(local);
        var plan = await TryAsync("Organization,Signer,E-mail\nBig Federation,Ada,ada@gmail.com\nElm Street Tenants,Bo,bo@gmail.com\n");

        await AcceptAsync(plan, plan);

        var signatures = await app.ReadAsync(db => db.Signatures.OrderBy(s => s.Listing.Name).ToListAsync());
        Assert.Equal([SignatureStatus.Held, SignatureStatus.Listed], signatures.Select(s => s.Status));
        Assert.Equal("A mailbox that anybody can have (gmail.com) speaks for a body that is national.", signatures[0].Reason);
        Assert.Equal([(null, null), (Scope.Local, "Ohio")], signatures.Select(s => (s.Listing.Scope, s.Listing.State)));
    }

    [Fact]
    public async Task An_unknown_state_or_scope_waits_for_staff_and_becomes_no_heading()
    {
        var plan = await TryAsync("Organization,State,Scope,Country\nWater Trust,Tejas land,state,\nRiver Union,TX,galactic,\nLake Union,Quebec,,Canada\nHill Union,WA,,Australia\nPeak Union,n/a,,\n");
        var notes = await app.ReadAsync(db => RowNotes.ReadAsync(db, letter.Slug, ImportTarget.Signatures));

        var shown = plan.Select(notes.On).Select(row => row.Reason).ToList();
        await AcceptAsync(plan, plan);

        Assert.EndsWith("column B: \u201cTejas land\u201d is no state that we know; correct it; it waits for staff until that is corrected", shown[0], StringComparison.Ordinal);
        Assert.EndsWith("column B: \u201cWA\u201d is a region of Australia and is left out", shown[3], StringComparison.Ordinal);
        var signatures = (await app.ReadAsync(db => db.Signatures.ToListAsync())).ToDictionary(s => s.Listing.Name);
        Assert.Equal((SignatureStatus.Held, "In the file, column B: \u201cTejas land\u201d is no state that we know; correct it."), (signatures["Water Trust"].Status, signatures["Water Trust"].Reason));
        Assert.Equal((SignatureStatus.Held, "In the file, column C: \u201cgalactic\u201d is no scope that we know; correct it."), (signatures["River Union"].Status, signatures["River Union"].Reason));
        Assert.All(new[] { "Lake Union", "Hill Union", "Peak Union" }, name => Assert.Equal(SignatureStatus.Listed, signatures[name].Status));
        Assert.Equal([("Lake Union", "Quebec"), ("River Union", "Texas")], signatures.Values.Where(s => s.Listing.State is not null).OrderBy(s => s.Listing.Name).Select(s => (s.Listing.Name, s.Listing.State)));
    }

    [Fact]
    public async Task A_held_signature_says_each_reason_once()
    {
        var seen = await TryAsync("Organization,Signer,E-mail\nDetention Watch Netwrok,Cy,cy@mailinator.com\n");
        var notes = await app.ReadAsync(db => RowNotes.ReadAsync(db, letter.Slug, ImportTarget.Signatures));
        IReadOnlyList<PlannedRow> plan = [.. seen.Select(notes.On)];

        await AcceptAsync(plan, plan);

        var reason = await app.ReadAsync(db => db.Signatures.Select(s => s.Reason).SingleAsync());
        Assert.StartsWith("It is probably the same as Detention Watch Network of the directory: ", reason, StringComparison.Ordinal);
        Assert.EndsWith("The mailbox is a throw-away one (mailinator.com).", reason, StringComparison.Ordinal);
        Assert.Equal(2, reason!.Split("mailinator.com").Length);
    }

    [Fact]
    public async Task Days_later_an_import_is_taken_back_from_the_page_that_lists_it()
    {
        var before = await StateAsync();
        var plan = await TryAsync(List);
        await AcceptAsync(plan, plan);
        var staff = await app.SignedInAsync(StaffRole.Owner);

        await staff.VisitAsync($"/staff/letters/{letter.Slug}/import");
        Assert.Contains("list.csv", staff.Text, StringComparison.Ordinal);
        Assert.Contains("2 signatures, 2 new organizations", staff.Text, StringComparison.Ordinal);
        await staff.PressAsync("Take it back");

        Assert.Equal(before, await StateAsync());
        Assert.Contains("Taken back", staff.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Take it back", staff.Text, StringComparison.Ordinal);
    }

    private Task<int> SeenAsync() => app.ReadAsync(db => db.Letters.Where(l => l.Slug == letter.Slug).Select(l => l.StateRevision).SingleAsync());

    private Organization Named(string name) => Organization.Named(name, OrganizationKind.Advocacy, Scope.National, null, null, null, app.Clock.Now);

    private async Task<List<PlannedRow>> TryAsync(string text)
    {
        var sheet = Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        return [.. new DryRun(SheetLayout.Guess(sheet), await app.Services.GetRequiredService<OrganizationDirectory>().NamesAsync()).Run(sheet)];
    }

    private async Task<Imported> AcceptAsync(IReadOnlyList<PlannedRow> plan, IReadOnlyList<PlannedRow> again)
    {
        Imported? imported = null;
        await app.RunAsync<AcceptImport>(async story => imported = await story.RunAsync(letter.Slug, "list.csv", plan, _ => Task.FromResult(again), ada));
        return imported!;
    }

    private Task<string> StateAsync() => app.ReadAsync(async db => string.Join('|', [
        .. await db.Organizations.OrderBy(o => o.Name).Select(o => o.Name).ToListAsync(),
        .. await db.Signatures.Select(s => s.Listing.Name).ToListAsync(),
        .. (await db.Tallies.Select(t => t.Count).ToListAsync()).Select(count => $"{count}")]));
}
