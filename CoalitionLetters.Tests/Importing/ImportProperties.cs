using System.Text;
using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Importing;
using CoalitionLetters.Invitations;
using CoalitionLetters.Letters;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CoalitionLetters.Tests.Importing;

/// <summary>Any list whatsoever, beside a directory and a letter that know some of its names: what accepting stores of each row is what the dry run has shown of it.</summary>
[Trait("Needs", "Database")]
public sealed class ImportProperties(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    private const string Headers = "Organization,Signer,E-mail,Website,Scope,State,Country,Type,Status,Quote";

    private static readonly Actor ada = new("Ada Example");

    private static readonly Gen<string> Names = Gen.Frequency(
        (6, Gen.Elements("Water Trust", "The Water Trust", "water trust", "Watr Trust", "Elm Street Tenants", "Detention Watch Network", "Détention Watch Network", "Detention Watch Netwrok", "River Union", "the river union", "Lake Alliance", "Lake Alliance, Inc.")),
        (4, Gen.Elements("SEIU", "SEIU Local 1", "SEIU Local 2", "Service Employees International Union", "ADL", "Anti-Defamation League", "ADL Southwest", "ACLU", "\u0410CLU", "ACLU of Texas", "American Civil Liberties Union")),
        (3, Gen.Elements("=SUM(A1)", "+1 Union", "- Dash Union", "@Work", "\"Quoted\" Union", "Line\nBreak Union", "Tab\tUnion", "جمعية المياه", "الجمعية", "Unión del Pueblo", "union del pueblo", "'Plain Union", "O'Brien & Sons", "The The", "007", "\u200BHidden", "\u202Eevil", "X", "Organizations: 2", "Faith groups")),
        (2, Gen.Elements("", "   ", "---", "Total", "TRUE", "#REF!", "2018-06-19", "UniÃ³n", "River 😀 Union", "2 organizations", "Organization")),
        (1, Gen.Choose(Organization.NameMaxLength - 1, Organization.NameMaxLength + 1).Select(length => new string('b', length))),
        (4, Gen.Choose(1, 500).Select(number => $"Tenants of Block {number}")));

    private static readonly Gen<string> Rows =
        from name in Names
        from signer in Mostly("", "Ada", "Bo Example", new string('a', Signature.PersonMaxLength + 1))
        from email in Mostly("", "Ada <ada@water.example>", "ada@water.example; bo@river.example", "ada@water.example", "bo@gmail.com", "cy@mailinator.com", "di@union.example", "nobody", "@")
        from website in Mostly("", "https://water.example", "tenants.example", "N/A", "see our page", "https://" + new string('w', 400))
        from scope in Mostly("", "national", "state", "local", "galactic")
        from state in Mostly("", "TX", "New Mexico", "n/a", "Tejas land", "Quebec")
        from country in Mostly("", "Canada", "USA")
        from kind in Mostly("", "union", "circus")
        from status in Mostly("", "listed", "held", "withdrawn", "declined", "merged", "not confirmed", "Pending", "No response", "WITHDREW", "Withdrawn 6/18", "Declined (board)", "Signed 6/18", "Firmada", "refusé", "galactic")
        from quote in Mostly("", "We, the tenants, agree.", "#N/A", new string('q', Signature.QuoteMaxLength), new string('q', Signature.QuoteMaxLength + 1))
        select Line(name, signer, email, website, scope, state, country, kind, status, quote);

    private static readonly Gen<string> Lists =
        from lines in Gen.Frequency((12, Rows), (1, Gen.Elements("", Headers, ",,,,,,,,,", "Total,5,,,,,,,,", "Water Trust, Inc.,Ada,,,,,,,,,"))).NonEmptyListOf().Resize(25)
        select $"{Headers}\n{string.Concat(lines.Select(line => $"{line}\n"))}";

    private readonly HashSet<(RowFate, SignatureStatus?)> met = [];

    public async ValueTask InitializeAsync()
    {
        if (await app.ReadAsync(db => db.Organizations.AnyAsync()))
            return;
        await app.SaveAsync(
            Named("Detention Watch Network", null), Named("Service Employees International Union", null), Named("Anti-Defamation League", null), Named("River Union", null), Named("Water Trust", "https://water.example"), Named("Hill Union", null),
            Organization.Named("Elm Street Tenants", OrganizationKind.Community, Scope.Local, "Ohio", null, null, app.Clock.Now));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Whatever_the_list_each_row_becomes_the_signature_that_the_dry_run_has_shown()
    {
        await Task.Run(() => Prop.ForAll(Lists.ToArbitrary(), list => SignaturesAgreeAsync(list).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(30)), TestContext.Current.CancellationToken);

        Assert.Superset(new HashSet<(RowFate, SignatureStatus?)>
        {
            (RowFate.New, SignatureStatus.Listed), (RowFate.New, SignatureStatus.Held), (RowFate.Ask, SignatureStatus.Held), (RowFate.Same, SignatureStatus.Listed), (RowFate.Same, SignatureStatus.Held),
            (RowFate.Same, null), (RowFate.Skipped, null), (RowFate.Unclear, null),
        }, met);
    }

    [Fact]
    public Task Whatever_the_list_each_row_becomes_the_invitation_that_the_dry_run_has_shown() =>
        Task.Run(() => Prop.ForAll(Lists.ToArbitrary(), list => InvitationsAgreeAsync(list).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(12)), TestContext.Current.CancellationToken);

    private async Task SignaturesAgreeAsync(string list)
    {
        var letter = await ALetterThatTwoHaveSignedAsync();
        var standing = await RecordsAsync();
        var shown = await TryAsync(list, letter, ImportTarget.Signatures);
        var expected = Taken(shown).Select(row => (row.Row, row.Name, StatusOf(row), RecordOf(row, standing), row.Data!.SignerName ?? "", row.Data.Email, row.Data.Quote)).ToList();

        var imported = await AcceptAsync<AcceptImport, Imported>(story => story.RunAsync(letter.Slug, "list.csv", shown, _ => TryAsync(list, letter, ImportTarget.Signatures), ada), expected.Count, "Nothing in this file is new to the letter.");

        var records = await RecordsAsync();
        var stored = await app.ReadAsync(db => db.Signatures.On(letter).Where(s => s.CameBy == CameBy.Import).ToListAsync());
        Assert.Equal(expected, stored.Select(s => (RowOf(s), s.Listing.Name, s.Status, records[s.OrganizationId!.Value], s.Signer.Name, s.Signer.Email, s.Quote)).OrderBy(signature => signature.Item1));
        var made = imported is null ? 0 : shown.Count(row => row.Fate is RowFate.New or RowFate.Ask);
        Assert.Equal(made, records.Count - standing.Count);
        var (listed, held) = (stored.Count(s => s.Status == SignatureStatus.Listed), stored.Count(s => s.Status == SignatureStatus.Held));
        Assert.Equal(listed + 2, await app.ReadAsync(db => db.Tallies.Where(t => t.LetterId == letter.Id).Select(t => t.Count).SingleAsync()));
        var lines = await app.ReadAsync(db => db.Signatures.On(letter).Listed().Select(s => s.Listing).ToListAsync());
        Assert.Distinct(lines.Select(Twins.KeyOf));
        foreach (var row in shown)
            met.Add((row.Fate, stored.Find(s => RowOf(s) == row.Row)?.Status));
        if (imported is null)
            return;

        Assert.Equal((listed, held, made, shown.Count(Stands) - stored.Count), (imported.Listed, imported.Held, imported.NewOrganizations, imported.SignedBefore));
        await app.RunAsync<UndoImport>(story => story.RunAsync(imported.BatchId, ada));
        Assert.Equal(standing.Keys.Order(), (await RecordsAsync()).Keys.Order());
    }

    private async Task InvitationsAgreeAsync(string list)
    {
        var letter = await ALetterThatTwoHaveSignedAsync();
        var standing = await RecordsAsync();
        var shown = await TryAsync(list, letter, ImportTarget.Invitations);
        var expected = Taken(shown).Select(row => (RecordOf(row, standing), row.Data!.SignerName, row.Reason.Contains("without a mail address", StringComparison.Ordinal) ? null : row.Data.Email)).ToList();

        var imported = await AcceptAsync<AcceptInvitations, ImportedInvitations>(story => story.RunAsync(letter.Slug, "list.csv", shown, () => TryAsync(list, letter, ImportTarget.Invitations), ada), expected.Count, "Everybody in this file is invited already, or has signed.");

        var records = await RecordsAsync();
        var stored = await app.ReadAsync(db => db.Invitations.Where(i => i.LetterId == letter.Id).ToListAsync());
        Assert.Equal(expected.Order(), stored.Select(i => (records[i.OrganizationId], i.ContactName, i.Email)).Order());
        if (imported is null)
            return;

        Assert.Equal((stored.Count, stored.Count(i => i.Email is null), records.Count - standing.Count, shown.Count(Stands) - stored.Count), (imported.Planned, imported.WithoutMail, imported.NewOrganizations, imported.NotNeeded));
        await app.RunAsync<UndoImport>(story => story.RunAsync(imported.BatchId, ada));
        Assert.Equal(standing.Keys.Order(), (await RecordsAsync()).Keys.Order());
    }

    /// <summary>The rows that add something, by what staff have read of them: the first of each organization that the letter does not know yet.</summary>
    private static IEnumerable<PlannedRow> Taken(IReadOnlyList<PlannedRow> shown)
    {
        var joined = new HashSet<Guid>();
        return shown.Where(row => row.Fate is RowFate.New or RowFate.Ask || (row is { Fate: RowFate.Same, OrganizationId: { } id } && joined.Add(id) && !row.Reason.Contains("so nothing is added", StringComparison.Ordinal)));
    }

    private static bool Stands(PlannedRow row) => row.Fate is RowFate.New or RowFate.Ask or RowFate.Same;

    private static SignatureStatus StatusOf(PlannedRow row) => row.Fate == RowFate.Ask || row.Reason.Contains("it waits for staff", StringComparison.Ordinal) ? SignatureStatus.Held : SignatureStatus.Listed;

    private static string RecordOf(PlannedRow row, Dictionary<Guid, string> standing) => row.Fate == RowFate.Same ? standing[row.OrganizationId!.Value] : row.Name;

    private static int RowOf(Signature signature) => int.Parse(signature.Evidence!.Split(' ')[1], null);

    /// <summary>River Union has signed, and Hill Union, whose line was corrected to a name that the lists hold too.</summary>
    private async Task<Letter> ALetterThatTwoHaveSignedAsync()
    {
        var (letter, text) = ALetter.Open($"letter-{Guid.NewGuid():N}");
        var (river, hill) = (await SignedAsync(letter, "River Union"), await SignedAsync(letter, "Hill Union"));
        hill.CorrectListing(hill.Listing with { Name = "Lake Alliance" });
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now), river, hill);
        await app.RunAsync<CoalitionDb>(db => db.ChangeListAsync(letter.Id, app.Clock.Now, () => Task.CompletedTask));
        return letter;
    }

    private async Task<Signature> SignedAsync(Letter letter, string name)
    {
        var record = await app.ReadAsync(db => db.Organizations.Where(o => o.Name == name).Select(o => o.Id).SingleAsync());
        var signature = Signature.EnteredByStaff(letter, record, new Listing { Name = name }, new Signer(), "mail of June 14", "Ada", app.Clock.Now);
        signature.List(app.Clock.Now);
        return signature;
    }

    private async Task<IReadOnlyList<PlannedRow>> TryAsync(string list, Letter letter, ImportTarget target)
    {
        var sheet = Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes(list)));
        var rows = new DryRun(SheetLayout.Guess(sheet, target), await app.Services.GetRequiredService<OrganizationDirectory>().NamesAsync()).Run(sheet).ToList();
        var notes = await app.ReadAsync(db => RowNotes.ReadAsync(db, letter.Slug, target));
        return [.. rows.Select(notes.On)];
    }

    private async Task<TResult?> AcceptAsync<TStory, TResult>(Func<TStory, Task<TResult>> accept, int expected, string refusal) where TStory : notnull where TResult : class
    {
        TResult? done = null;
        var fault = await Record.ExceptionAsync(() => app.RunAsync<TStory>(async story => done = await accept(story)));
        Assert.Equal(expected == 0 ? refusal : null, fault?.Message);
        return done;
    }

    private Task<Dictionary<Guid, string>> RecordsAsync() => app.ReadAsync(db => db.Organizations.ToDictionaryAsync(o => o.Id, o => o.Name));

    private Organization Named(string name, string? website) => Organization.Named(name, OrganizationKind.Advocacy, Scope.National, null, null, website, app.Clock.Now);

    private static Gen<string> Mostly(string usual, params string[] others) => Gen.Frequency((5, Gen.Constant(usual)), (3, Gen.Elements(others)));

    private static string Line(params string[] cells) => string.Join(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
}
