using System.Text;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Importing;
using CoalitionLetters.Importing.Records;
using CoalitionLetters.Organizations;
using CoalitionLetters.Organizations.Desk;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CoalitionLetters.Tests.Importing.Records;

[Trait("Needs", "Database")]
public sealed class RecordImportTests : IAsyncLifetime
{
    private static readonly Actor ada = new("Ada Example");
    private static readonly string[] texts = ["Water, \"Trust\"", "=SUM(A1)", "'+Union", "Unión del Pueblo", "@Work", "- Dash", "工会", "O'Brien & Co; Ltd", "007", "'plain", "😀 Emoji", "Local 1", "Local 1", "The Water Trust", "AFSCME", "جمعية المياه", "_x000D_"];

    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public async Task The_exported_directory_imports_into_an_empty_one_without_loss(string kind)
    {
        foreach (var seed in Enumerable.Range(1, 3))
        {
            await ClearAsync();
            await FillAsync(new Random(seed));
            var before = await StateAsync();
            var file = await ExportAsync(kind);

            await ClearAsync();
            await AcceptAsync(await TryAsync(file), file);

            Assert.Equal(before, await StateAsync());
        }
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public async Task The_exported_directory_adds_nothing_to_itself(string kind)
    {
        await FillAsync(new Random(5));
        var before = await StateAsync();
        var file = await ExportAsync(kind);

        var plan = await TryAsync(file, fileWins: true);

        Assert.All(plan, row => Assert.EndsWith("; nothing is added", row.Reason, StringComparison.Ordinal));
        await Assert.ThrowsAsync<RuleBrokenException>(() => AcceptAsync(plan, file, fileWins: true));
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task Staff_may_correct_the_export_in_a_spreadsheet_and_bring_it_back()
    {
        await app.SaveAsync(Record("Water Trust", website: "https://old.example"), Record("River Union"));
        var file = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(await ExportAsync("csv")).Replace("https://old.example", "https://water.example", StringComparison.Ordinal).Replace(",Water Trust,", ",The Water Trust Fund,", StringComparison.Ordinal));

        var shown = await TryAsync(file, fileWins: true);
        await AcceptAsync(shown, file, fileWins: true);

        Assert.Equal("its record is in the directory; changes the name The Water Trust Fund; changes the website https://water.example", shown.Single(row => row.Name.Contains("Water", StringComparison.Ordinal)).Reason);
        var records = await app.ReadAsync(db => db.Organizations.OrderBy(o => o.Name).ToListAsync());
        Assert.Equal([("River Union", null), ("The Water Trust Fund", "https://water.example")], records.Select(o => (o.Name, o.Website)));
    }

    [Fact]
    public async Task Where_a_record_says_otherwise_it_stands_unless_the_file_is_right()
    {
        await app.SaveAsync(Record("Water Trust", website: "https://old.example"));
        var file = Bytes("Organization,Website,State,Acronym,Contact name,Contact email\nThe Water Trust,https://new.example,TX,WT,Kim,kim@water.example\n");

        var kept = await TryAsync(file);
        var taken = await TryAsync(file, fileWins: true);
        await AcceptAsync(kept, file);

        Assert.EndsWith("; adds the state Texas; adds the name WT; adds a contact; keeps the website; the file says otherwise https://new.example", kept[0].Reason, StringComparison.Ordinal);
        Assert.EndsWith("; adds the state Texas; changes the website https://new.example; adds the name WT; adds a contact", taken[0].Reason, StringComparison.Ordinal);
        var record = await app.ReadAsync(db => db.Organizations.Include(o => o.Aliases).SingleAsync());
        Assert.Equal(("https://old.example", "Texas", AliasKind.Acronym), (record.Website, record.State, Assert.Single(record.Aliases).Kind));
        Assert.Equal("kim@water.example", await app.ReadAsync(db => db.OrganizationContacts.Select(c => c.Email).SingleAsync()));
    }

    [Fact]
    public async Task An_import_into_the_directory_is_undone_as_one()
    {
        await app.SaveAsync(Record("Water Trust"), Record("River Union", website: "https://river.example"));
        var before = await StateAsync();
        var file = Bytes("Organization,Also known as,Parent,Website,Contact name,Contact email\nWater Trust,Agua,River Union,https://water.example,Kim,kim@water.example\nLake Club,LC,Water Trust,,Lee,lee@lake.example\nLake Club Austin,,Lake Club,,,\n");

        var imported = await AcceptAsync(await TryAsync(file), file);
        await app.RunAsync<UndoRecords>(async story => Assert.Equal(0, (await story.RunAsync(imported.ImportId, ada)).Kept));

        Assert.Equal((2, 1), (imported.Made, imported.Changed));
        Assert.Equal(before, await StateAsync());
        await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<UndoRecords>(story => story.RunAsync(imported.ImportId, ada)));
    }

    [Fact]
    public async Task What_somebody_has_touched_since_the_import_stays_when_it_is_undone()
    {
        var water = Record("Water Trust");
        await app.SaveAsync(water);
        var file = Bytes("Organization,Website,Parent\nWater Trust,https://water.example,\nLake Club,,\nLake Club Austin,,Lake Club\n");
        var imported = await AcceptAsync(await TryAsync(file), file);
        await using (var db = app.OpenDb())
        {
            (await db.Organizations.SingleAsync(o => o.Id == water.Id, TestContext.Current.CancellationToken)).WriteFrom(["water.example"], app.Clock.Now);
            var austin = await db.Organizations.SingleAsync(o => o.Name == "Lake Club Austin", TestContext.Current.CancellationToken);
            db.Add(OrganizationContact.At(austin.Id, "Kim", null, null, null, app.Clock.Now));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await app.RunAsync<UndoRecords>(async story => Assert.Equal(3, (await story.RunAsync(imported.ImportId, ada)).Kept));

        var left = await app.ReadAsync(db => db.Organizations.OrderBy(o => o.Name).ToListAsync());
        Assert.Equal(["Lake Club", "Lake Club Austin", "Water Trust"], left.Select(o => o.Name));
        Assert.Equal(left[0].Id, left[1].ParentId);
    }

    [Fact]
    public async Task A_parent_far_below_is_refused_however_long_the_line()
    {
        var line = Enumerable.Range(0, 120).Select(at => Record($"Heron Circle {at} Ltd")).ToList();
        foreach (var (at, record) in line.Index())
        {
            if (at > 0)
                record.BelongTo(line[at - 1].Id, app.Clock.Now);
            await app.SaveAsync(record);
        }

        var plan = await TryAsync(Bytes($"Organization,Parent\n{line[0].Name},{line[^1].Name}\n"));

        Assert.EndsWith($"{line[^1].Name} is no parent of it: it would belong to itself", Assert.Single(plan).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undoing_an_import_puts_nobody_below_itself_where_staff_have_moved_a_parent_since()
    {
        var (otter, former) = (Record("Otter Union"), Record("River League"));
        await app.SaveAsync(former, Record("Heron Alliance"));
        otter.BelongTo(former.Id, app.Clock.Now);
        await app.SaveAsync(otter);
        var file = Bytes("Organization,Parent\nOtter Union,Heron Alliance\n");
        var imported = await AcceptAsync(await TryAsync(file, fileWins: true), file, fileWins: true);
        await app.RunAsync<EditOrganization>(story => story.BelongToAsync(former.Id, "Otter Union", ada));

        await app.RunAsync<UndoRecords>(story => story.RunAsync(imported.ImportId, ada));

        Assert.Equal([("Heron Alliance", null), ("Otter Union", null), ("River League", (Guid?)otter.Id)], (await app.ReadAsync(db => db.Organizations.OrderBy(o => o.Name).Select(o => new { o.Name, o.ParentId }).ToListAsync())).Select(o => (o.Name, o.ParentId)));
    }

    [Fact]
    public async Task A_directory_that_has_changed_since_the_dry_run_stops_the_import()
    {
        await app.SaveAsync(Record("Water Trust"));
        var file = Bytes("Organization,Website\nWater Trust,https://water.example\n");
        var shown = await TryAsync(file);
        await using (var db = app.OpenDb())
        {
            var record = await db.Organizations.SingleAsync(TestContext.Current.CancellationToken);
            record.Describe(record.Name, record.Kind, record.Scope, null, null, "https://other.example", null, app.Clock.Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => AcceptAsync(shown, file));

        Assert.StartsWith("The directory has changed", refused.Message, StringComparison.Ordinal);
        Assert.Equal("https://other.example", await app.ReadAsync(db => db.Organizations.Select(o => o.Website).SingleAsync()));
    }

    [Theory]
    [InlineData("Organization,Parent\nA Union,B Union\nB Union,A Union\n", 3, "A Union is no parent of it: it would belong to itself")]
    [InlineData("Organization,Parent\nA Union,Nobody We Know\n", 2, "no record is certainly its parent Nobody We Know, so it stands alone")]
    [InlineData("Organization,Domains\nA Union,\"gmail.com, not a domain, aunion.example\"\n", 2, "column B: \"gmail.com\" is no mail domain of its own and is left out")]
    [InlineData("Organization,Contact name,Phone\nA Union,Kim,12\n", 2, "leaves out a phone number that is none")]
    public async Task What_cannot_be_taken_from_a_row_is_said_and_the_rest_is_taken(string list, int row, string words)
    {
        var file = Bytes(list);

        var shown = await TryAsync(file);
        await AcceptAsync(shown, file);

        Assert.Contains(words, shown.Single(planned => planned.Row == row).Reason, StringComparison.Ordinal);
        Assert.Equal(shown.Count, await app.ReadAsync(db => db.Organizations.CountAsync()));
    }

    [Theory]
    [InlineData("Name,Acronym,Also known as,Affiliate of,Contact,E-mail,Notes")]
    [InlineData("Organización,Siglas,Otros nombres,Afiliada a,Contacto,Correo electrónico,Notas")]
    [InlineData("Nom de l'organisation,Sigle,Autres noms,Affiliée à,Contact,Courriel,Remarques")]
    [InlineData("Name der Organisation,Abkürzung,Weitere Namen,Dachverband,Ansprechpartnerin,E-Mail-Adresse,Bemerkungen")]
    public void Names_and_contacts_of_a_spreadsheet_of_ones_own_are_found_by_their_headers(string headers)
    {
        var sheet = Sheet.Open(new MemoryStream(Bytes($"{headers}\nWater Trust,WT,Agua; Eau,River Union,Kim,kim@water.example,Met in May\n")));

        var data = new DryRun(SheetLayout.Guess(sheet, ImportTarget.Directory)).Run(sheet).Single().Data!;

        var cells = data.OfRecord!;
        Assert.Equal(("Water Trust", "Kim", "kim@water.example", "WT", "Agua|Eau", "River Union", "Met in May"), (data.Name, data.SignerName, data.Email, string.Join('|', cells.Acronyms), string.Join('|', cells.OtherNames), cells.Parent, cells.Notes));
    }

    [Fact]
    public async Task Staff_export_the_directory_and_find_imports_to_take_back_on_its_page()
    {
        var file = Bytes("Organization\nWater Trust\n");
        await AcceptAsync(await TryAsync(file), file);
        var staff = await app.SignedInAsync(StaffRole.Reviewer);

        await staff.VisitAsync("/staff/organizations");
        Assert.NotNull(staff.Page.QuerySelector("a[href='/staff/organizations.xlsx']"));
        await staff.VisitAsync("/staff/organizations/import");
        Assert.Contains("1 new record", staff.Text, StringComparison.Ordinal);
        await staff.PressAsync("Take it back");

        Assert.Contains("Taken back", staff.Text, StringComparison.Ordinal);
        Assert.Empty(await app.ReadAsync(db => db.Organizations.ToListAsync()));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private Organization Record(string name, string? website = null) => Organization.Named(name, OrganizationKind.Unstated, Scope.National, null, null, website, app.Clock.Now);

    /// <summary>Records with everything that can stand on one, names that are hard to write down, and two of one name.</summary>
    private async Task FillAsync(Random random)
    {
        string Any() => texts[random.Next(texts.Length)];
        string? Maybe(string text) => random.Next(2) == 0 ? null : text;
        var records = Enumerable.Range(0, 25).Select(i => Organization.Named(i % 6 == 0 ? "Local 1" : $"{Any()} {i}", (OrganizationKind)random.Next(7), (Scope)random.Next(5), Maybe("New Mexico"), Maybe("Mexico"), Maybe("https://x.example/a,b;c"), app.Clock.Now)).ToList();
        var contacts = new List<OrganizationContact>();
        foreach (var record in records)
        {
            record.Describe(record.Name, record.Kind, record.Scope, record.State, record.Country, record.Website, Maybe($"{Any()}\nsecond line,\r\nthird \"line\""), app.Clock.Now);
            record.WriteFrom([.. new[] { "a.example", "b.example", "c.example" }.Take(random.Next(4))], app.Clock.Now);
            foreach (var kind in Enum.GetValues<AliasKind>())
            {
                foreach (var alias in Enumerable.Range(0, random.Next(3)).Select(i => $"{Any()} {kind} {i}"))
                    record.AddAlias(alias, app.Clock.Now, kind);
            }
            contacts.AddRange(Enumerable.Range(0, random.Next(4)).Select(i => OrganizationContact.At(record.Id, $"{Any()} {i}", Maybe(Any()), Maybe("kim@x.example"), Maybe("+1 505 555 0100"), app.Clock.Now)));
        }
        await app.SaveAsync([.. records]);
        await app.SaveAsync([.. contacts]);
        await using var db = app.OpenDb();
        foreach (var child in await db.Organizations.Where(o => o.Id != records[0].Id).ToListAsync(TestContext.Current.CancellationToken))
        {
            if (random.Next(2) == 0)
                child.BelongTo(records[random.Next(records.FindIndex(record => record.Id == child.Id))].Id, app.Clock.Now);
        }
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private async Task ClearAsync()
    {
        await using var db = app.OpenDb();
        await db.OrganizationContacts.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        await db.Set<OrganizationAlias>().ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        await db.Organizations.ExecuteUpdateAsync(set => set.SetProperty(o => o.ParentId, (Guid?)null), TestContext.Current.CancellationToken);
        await db.Organizations.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
    }

    private async Task<byte[]> ExportAsync(string kind)
    {
        var client = await app.ClientAsync(StaffRole.Reviewer);
        return await client.GetByteArrayAsync($"/staff/organizations.{kind}", TestContext.Current.CancellationToken);
    }

    private async Task<List<PlannedRow>> RowsAsync(byte[] file)
    {
        var sheet = Sheet.Open(new MemoryStream(file));
        var directory = app.Services.GetRequiredService<OrganizationDirectory>();
        var keys = (await directory.AllAsync()).Select(entry => entry.Id).ToHashSet();
        return [.. new DryRun(SheetLayout.Guess(sheet, ImportTarget.Directory), await directory.NamesAsync(), keys).Run(sheet)];
    }

    private async Task<IReadOnlyList<PlannedRow>> TryAsync(byte[] file, bool fileWins = false)
    {
        IReadOnlyList<PlannedRow> shown = [];
        var rows = await RowsAsync(file);
        await app.RunAsync<AcceptRecords>(async story => shown = await story.TryAsync(rows, fileWins));
        return shown;
    }

    private async Task<ImportedRecords> AcceptAsync(IReadOnlyList<PlannedRow> shown, byte[] file, bool fileWins = false)
    {
        ImportedRecords? imported = null;
        await app.RunAsync<AcceptRecords>(async story => imported = await story.RunAsync("list.csv", shown, async () => await RowsAsync(file), fileWins, ada));
        return imported!;
    }

    /// <summary>Everything that stands on the records, whatever their keys are.</summary>
    private Task<string> StateAsync() => app.ReadAsync(async db =>
    {
        var records = await db.Organizations.AsNoTracking().Include(o => o.Aliases).ToListAsync();
        var contacts = (await db.OrganizationContacts.AsNoTracking().ToListAsync()).ToLookup(c => c.OrganizationId);
        string Own(Organization o) => string.Join('|', [o.Name, $"{o.Kind}", $"{o.Scope}", o.State, o.Country, o.Website, string.Join(',', o.Domains), o.Notes,
            .. o.Aliases.Select(alias => $"{alias.Kind}:{alias.Name}").Order(StringComparer.Ordinal), .. contacts[o.Id].Select(c => $"{c.Name}/{c.Title}/{c.Email}/{c.Phone}").Order(StringComparer.Ordinal)]);
        var own = records.ToDictionary(o => o.Id, Own);
        return string.Join('\n', records.Select(o => $"{own[o.Id]} of {(o.ParentId is { } parent ? own[parent] : "")}").Order(StringComparer.Ordinal));
    });
}
