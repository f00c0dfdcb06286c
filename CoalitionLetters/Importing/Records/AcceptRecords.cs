using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Organizations;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Importing.Records;

/// <summary>What a list did to the directory.</summary>
public sealed record ImportedRecords(Guid ImportId, int Made, int Changed);

/// <summary>Takes a list into the directory as a dry run has shown it, as one: everything or nothing.</summary>
public sealed class AcceptRecords(CoalitionDb db, TimeProvider clock)
{
    /// <summary>The rows of a dry run with what they add to the directory, in words. Nothing is stored.</summary>
    public async Task<IReadOnlyList<PlannedRow>> TryAsync(IReadOnlyList<PlannedRow> rows, bool fileWins, CancellationToken cancel = default) =>
        new RecordPlan(rows, await DirectoryNow.ReadAsync(db, cancel), fileWins, clock.UtcNow).Rows;

    /// <param name="plan">The rows as staff have seen them.</param>
    /// <param name="again">The rows of a dry run against the directory as it stands now.</param>
    /// <param name="fileWins">Where a record says otherwise, the file is right.</param>
    public Task<ImportedRecords> RunAsync(string fileName, IReadOnlyList<PlannedRow> plan, Func<Task<IReadOnlyList<PlannedRow>>> again, bool fileWins, Actor who, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.ReviewSignatures);
        var now = clock.UtcNow;
        var records = new RecordPlan(await again(), await DirectoryNow.ReadAsync(db, cancel), fileWins, now);
        RuleBrokenException.ThrowIf(!plan.Select(Essence).SequenceEqual(records.Rows.Select(Essence)), "The directory has changed since this was tried out. Look at the rows again.");
        var (made, changed) = (records.New.ToList(), records.Changed.ToList());
        RuleBrokenException.ThrowIf(made.Count + changed.Count == 0, "Nothing in this file is new to the directory.");

        var (contacts, before) = (new List<Guid>(), new List<RecordBefore>());
        foreach (var draft in made)
        {
            db.Add(draft.Record);
            contacts.AddRange(Write(draft, draft.Record, now).Contacts);
            db.Record(who, now, $"imported the record from {fileName}", Subject.Of<Organization>(draft.Record.Id));
        }

        var standing = await StandingAsync(changed, cancel);
        foreach (var draft in changed)
            before.Add(Change(draft, standing[draft.Record.Id], fileName, who, now));

        // The records must stand before others can belong to them.
        await db.SaveChangesAsync(cancel);
        foreach (var draft in made.Where(draft => draft.ParentDiffers))
            draft.Record.BelongTo(draft.ParentId, now);
        foreach (var draft in changed.Where(draft => draft.ParentDiffers))
            standing[draft.Record.Id].BelongTo(draft.ParentId, now);

        var import = RecordImport.Of(fileName, [.. made.Select(draft => draft.Record.Id)], contacts, [.. before.Select(state => state with { Revision = standing[state.Id].Revision })], who.Name, now);
        db.Add(import);
        return new ImportedRecords(import.Id, made.Count, changed.Count);
    }, cancel);

    private async Task<Dictionary<Guid, Organization>> StandingAsync(List<RecordDraft> changed, CancellationToken cancel)
    {
        var standing = new Dictionary<Guid, Organization>();
        foreach (var ids in changed.Select(draft => draft.Record.Id).Chunk(1000))
        {
            foreach (var organization in await db.Organizations.Include(o => o.Aliases).Where(o => ids.Contains(o.Id)).ToListAsync(cancel))
                standing[organization.Id] = organization;
        }
        return standing;
    }

    private RecordBefore Change(RecordDraft draft, Organization record, string fileName, Actor who, DateTime now)
    {
        var before = new RecordBefore(record.Id, 0, record.Name, record.Kind, record.Scope, record.State, record.Country, record.Website, record.Domains, record.ParentId, record.Notes, [], []);
        var was = new { record.Name, record.Kind, record.Scope, record.State, record.Country, record.Website, Domains = string.Join(", ", record.Domains), record.Notes };
        var (aliases, contacts) = Write(draft, record, now);
        db.Record(who, now, $"changed the record from {fileName}", Subject.Of<Organization>(record.Id), was,
            new { record.Name, record.Kind, record.Scope, record.State, record.Country, record.Website, Domains = string.Join(", ", record.Domains), record.Notes });
        return before with { AliasIds = aliases, ContactIds = contacts };
    }

    private (List<Guid> Aliases, List<Guid> Contacts) Write(RecordDraft draft, Organization record, DateTime now)
    {
        if (draft.FactsDiffer)
        {
            record.Describe(draft.Name, draft.Kind, draft.Scope, draft.State, draft.Country, draft.Website, draft.Notes, now);
            record.WriteFrom(draft.Domains, now);
        }

        var (aliases, contacts) = (new List<Guid>(), new List<Guid>());
        foreach (var (name, kind) in draft.NewNames)
        {
            var alias = record.AddAlias(name, now, kind);
            db.Add(alias);
            aliases.Add(alias.Id);
        }

        foreach (var cells in draft.NewContacts)
        {
            var contact = OrganizationContact.At(record.Id, cells.Name, cells.Title, cells.Email, cells.Phone, now);
            db.Add(contact);
            contacts.Add(contact.Id);
        }
        return (aliases, contacts);
    }

    private static (int, string, RowFate, string) Essence(PlannedRow row) => (row.Row, row.Name, row.Fate, row.Reason);
}
