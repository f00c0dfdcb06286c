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
public sealed class AcceptImportTests : IAsyncLifetime
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
        Assert.Equal("Not said", staff.Page.QuerySelector("#listing-scope option[selected]")?.TextContent ?? staff.Page.QuerySelector("#listing-scope option")!.TextContent);
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

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public async Task What_the_desk_exports_comes_into_another_letter_as_it_stood(string kind)
    {
        string[] names = ["=Water, \"Trust\"", "Uni\u00F3n A", "O'Brien & Sons", "Gone Union", "Refused Union", "Waiting Union"];
        var signatures = names.Select((name, at) => Signature.EnteredByStaff(letter, null,
            new Listing { Name = name, Kind = (OrganizationKind)(at % 5), Scope = at % 2 == 0 ? Scope.National : Scope.State, State = at % 2 == 0 ? null : "Texas", Country = at == 1 ? "Mexico" : null, Website = at == 0 ? "https://water.example" : null, IsLead = at is 0 or 2, Order = at == 2 ? 1 : null },
            new Signer { Name = $"Signer {at}", Title = at == 0 ? "=Director" : null, Email = at == 0 ? "a@water.example" : $"b@u{at}.example", Phone = at == 0 ? "007" : "+1 505" }, "mail", "Ada", app.Clock.Now)).ToList();
        signatures.ForEach(signature => signature.List(app.Clock.Now));
        signatures[0].Answer(new Dictionary<string, string>(), "We \"stand\", together;\nall of us.");
        signatures[3].Withdraw(app.Clock.Now);
        signatures[4].Decline("no body of this name");
        signatures[5].Hold("a question");
        await app.SaveAsync([.. signatures]);
        var client = await app.ClientAsync(StaffRole.Owner);
        var file = await client.GetByteArrayAsync($"/staff/letters/{letter.Slug}/signatures.{kind}", TestContext.Current.CancellationToken);
        var (other, text) = ALetter.Open("clean-rivers");
        await app.SaveAsync(other, text, Tally.For(other, app.Clock.Now));

        var sheet = Sheet.Open(new MemoryStream(file));
        IReadOnlyList<PlannedRow> plan = [.. new DryRun(SheetLayout.Guess(sheet), await app.Services.GetRequiredService<OrganizationDirectory>().NamesAsync()).Run(sheet)];
        await app.RunAsync<AcceptImport>(story => story.RunAsync(other.Slug, "export", plan, _ => Task.FromResult(plan), ada));

        var there = await app.ReadAsync(db => db.Signatures.On(other).ToListAsync());
        Assert.Equal(new[] { signatures[0], signatures[1], signatures[2], signatures[5] }.Select(Kept).Order(StringComparer.Ordinal), there.Select(Kept).Order(StringComparer.Ordinal));
        Assert.All(there, s => Assert.Equal((CameBy.Import, app.Clock.Now), (s.CameBy, s.SubmittedAt)));
        Assert.All(there, s => Assert.Contains($"of export, which says: reference {signatures.Single(before => before.Listing.Name == s.Listing.Name).Reference}, came by Mail, signed ", s.Evidence, StringComparison.Ordinal));
        Assert.Equal(["Gone Union", "Refused Union"], plan.Where(row => row.Fate == RowFate.Skipped).Select(row => row.Name).Order(StringComparer.Ordinal));
    }

    private static string Kept(Signature s) => string.Join('|', s.Listing, s.Signer, s.Quote, s.Status, s.Reason, s.Evidence!.Split(" (row ")[0]);

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public async Task What_the_desk_exports_is_understood_again_with_no_hand_on_the_mapping(string kind)
    {
        var plan = await TryAsync("Organization,Signer,Title,E-mail,Phone,State,Scope,Website\n\"=Water, \"\"Trust\"\"\",Ada,Director,ada@water.example,007,NM,state,https://water.example\nUnión A,Bo,,bo@a.example,+1 505,,national,\n");
        await AcceptAsync(plan, plan);
        var client = await app.ClientAsync(StaffRole.Owner);

        var file = await client.GetByteArrayAsync($"/staff/letters/{letter.Slug}/signatures.{kind}", TestContext.Current.CancellationToken);

        var sheet = Sheet.Open(new MemoryStream(file));
        var again = new DryRun(SheetLayout.Guess(sheet)).Run(sheet).Select(row => row.Data!).OrderBy(row => row.Name, StringComparer.Ordinal);
        Assert.Equal(plan.Select(row => Said(row.Data!)).Order(StringComparer.Ordinal), again.Select(Said).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public async Task Answers_to_the_letters_own_questions_are_exported_and_imported_by_the_questions_words(string kind)
    {
        LetterQuestion[] questions = [new("q1", "How many members do you have?", QuestionKind.Line), new("q2", "May we quote you?", QuestionKind.Tick), new("q3", "Website", QuestionKind.Line), new("q4", "¿Cómo supo de la carta?", QuestionKind.Line)];
        var (first, second) = (await AskingAsync("clean-rivers", questions), await AskingAsync("clean-lakes", questions));
        var file = Encoding.UTF8.GetBytes("Organization,How many members do you have?,May we quote you?,Website,Website (question),Como supo de la carta\nWater Trust,\"=5,000\",Yes,https://water.example,none yet,Por Ana\nRiver Union,,no,,,\n");
        await AnswersOfAsync(first, file, questions);
        var client = await app.ClientAsync(StaffRole.Owner);

        var exported = await client.GetByteArrayAsync($"/staff/letters/clean-rivers/signatures.{kind}", TestContext.Current.CancellationToken);
        var said = await AnswersOfAsync(second, exported, questions);

        Assert.Equal("River Union||; Water Trust|https://water.example|q1==5,000 q2=yes q3=none yet q4=Por Ana", said);
    }

    [Fact]
    public async Task An_answer_that_fits_no_question_is_told_and_the_row_is_taken()
    {
        LetterQuestion[] questions = [new("q1", "May we quote you?", QuestionKind.Tick)];
        var asking = await AskingAsync("clean-rivers", questions);
        var sheet = Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes("Organization,May we quote you?\nWater Trust,perhaps\n")));

        var plan = new DryRun(SheetLayout.Guess(sheet, ImportTarget.Signatures, asking.Questions)).Run(sheet).Single();

        Assert.Equal(RowFate.New, plan.Fate);
        Assert.EndsWith("column B: \"perhaps\" is neither yes nor no, so the box stays empty", plan.Reason, StringComparison.Ordinal);
    }

    private async Task<Letter> AskingAsync(string slug, LetterQuestion[] questions)
    {
        var (asking, text) = ALetter.Open(slug);
        asking.SetRules(listsAtOnce: true, "I may sign for it.", questions, retentionDays: 180, reconsentDays: 60);
        await app.SaveAsync(asking, text, Tally.For(asking, app.Clock.Now));
        return asking;
    }

    /// <summary>Takes a file into a letter, and tells what its signatures have answered.</summary>
    private async Task<string> AnswersOfAsync(Letter into, byte[] file, LetterQuestion[] questions)
    {
        var sheet = Sheet.Open(new MemoryStream(file));
        IReadOnlyList<PlannedRow> plan = [.. new DryRun(SheetLayout.Guess(sheet, ImportTarget.Signatures, questions), await app.Services.GetRequiredService<OrganizationDirectory>().NamesAsync()).Run(sheet)];
        await app.RunAsync<AcceptImport>(story => story.RunAsync(into.Slug, "list", plan, _ => Task.FromResult(plan), ada));
        var signatures = await app.ReadAsync(db => db.Signatures.On(into).OrderBy(s => s.Listing.Name).ToListAsync());
        return string.Join("; ", signatures.Select(s => $"{s.Listing.Name}|{s.Listing.Website}|{string.Join(' ', s.Answers.OrderBy(answer => answer.Key).Select(answer => $"{answer.Key}={answer.Value}"))}"));
    }

    private static string Said(ImportedRow row) => string.Join('|', row.Name, row.SignerName, row.SignerTitle, row.Email, row.Phone, row.State, row.Scope, row.Website);

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
