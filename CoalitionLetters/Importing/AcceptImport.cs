using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Importing;

/// <summary>What an import did.</summary>
/// <param name="Listed">Signatures that are listed at once; the others wait for staff.</param>
public sealed record Imported(Guid BatchId, int Listed, int Held, int NewOrganizations, int SignedBefore);

/// <summary>Takes in what a dry run has shown, as one: everything or nothing, and undone as one.</summary>
public sealed class AcceptImport(CoalitionDb db, TimeProvider clock)
{
    /// <param name="plan">The rows as staff have seen them.</param>
    /// <param name="again">The same file tried out once more just now; when it comes out otherwise, nothing is taken in.</param>
    public async Task<Imported> RunAsync(string slug, string fileName, IReadOnlyList<PlannedRow> plan, IEnumerable<PlannedRow> again, Actor who, CancellationToken cancel = default)
    {
        who.Needs(Policies.ReviewSignatures);
        var letter = await db.Letters.SingleAsync(l => l.Slug == slug, cancel);
        var now = clock.UtcNow;
        Imported? imported = null;
        await db.ChangeListAsync(letter.Id, now, async () =>
        {
            RuleBrokenException.ThrowIf(!plan.Select(Essence).SequenceEqual(again.Select(Essence)), "The directory has changed since this was tried out. Look at the rows again.");

            var taking = new Taking(letter, fileName, who, now, await SignersAsync(letter, cancel));
            foreach (var row in plan.Where(row => row.Data is not null && row.Fate is RowFate.New or RowFate.Same or RowFate.Ask))
                taking.Take(row);
            RuleBrokenException.ThrowIf(taking.Signatures.Count == 0, "Nothing in this file is new to the letter.");

            db.AddRange(taking.Organizations);
            db.AddRange(taking.Signatures);
            var batch = ImportBatch.Of(letter, fileName, [.. taking.Signatures.Select(s => s.Id)], [.. taking.Organizations.Select(o => o.Id)], who.Name, now);
            db.Add(batch);
            db.Record(who, now, $"imported {Count(taking.Signatures.Count, "signature")} and {Count(taking.Organizations.Count, "new organization")} from {fileName}", Subject.Of<Letter>(letter.Id, letter.Id));
            imported = new Imported(batch.Id, taking.Signatures.Count(s => s.Status == SignatureStatus.Listed), taking.Signatures.Count(s => s.Status == SignatureStatus.Held), taking.Organizations.Count, taking.SignedBefore);
        }, cancel);
        return imported!;
    }

    /// <summary>Removes what the import made. An organization that has signed elsewhere since then, or gained affiliates, stays.</summary>
    public async Task UndoAsync(Guid batchId, Actor who, CancellationToken cancel = default)
    {
        who.Needs(Policies.ReviewSignatures);
        var letterId = await db.ImportBatches.Where(b => b.Id == batchId).Select(b => (Guid?)b.LetterId).SingleOrDefaultAsync(cancel) ?? throw new RuleBrokenException("There is no such import.");
        var now = clock.UtcNow;
        await db.ChangeListAsync(letterId, now, async () =>
        {
            var batch = await db.ImportBatches.SingleAsync(b => b.Id == batchId, cancel);
            var letter = await db.Letters.SingleAsync(l => l.Id == letterId, cancel);
            RuleBrokenException.ThrowIf(letter.Status == LetterStatus.Final, "The letter is final, and what is published stands. Withdraw signatures one by one for the next edition.");
            batch.Undo(now);

            db.RemoveRange(await db.Signatures.Where(s => s.LetterId == letterId && batch.SignatureIds.Contains(s.Id)).ToListAsync(cancel));
            await db.SaveChangesAsync(cancel);
            var (signatures, organizations, merges, pairs) = (db.Signatures, db.Organizations, db.OrganizationMerges, db.SettledPairs);
            var unused = await organizations.Include(o => o.Aliases).Where(o => batch.OrganizationIds.Contains(o.Id))
                .Where(o => !signatures.Any(s => s.OrganizationId == o.Id) && !organizations.Any(other => other.ParentId == o.Id || other.MergedIntoId == o.Id))
                .Where(o => !merges.Any(m => m.KeptId == o.Id || m.GoneId == o.Id) && !pairs.Any(p => p.OneId == o.Id || p.OtherId == o.Id))
                .ToListAsync(cancel);
            db.RemoveRange(unused.SelectMany(o => o.Aliases));
            db.RemoveRange(unused);
            db.Record(who, now, $"undid the import of {batch.FileName}", Subject.Of<Letter>(letterId, letterId));
        }, cancel);
    }

    private async Task<HashSet<Guid>> SignersAsync(Letter letter, CancellationToken cancel) =>
        [.. await db.Signatures.On(letter).Alive().Where(s => s.OrganizationId != null).Select(s => s.OrganizationId!.Value).ToListAsync(cancel)];

    private static (int, string, RowFate, Guid?, int?) Essence(PlannedRow row) => (row.Row, row.Name, row.Fate, row.OrganizationId, row.EarlierRow);

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count:#,0} {noun}s";

    /// <summary>The rows on their way into records and signatures.</summary>
    private sealed class Taking(Letter letter, string fileName, Actor who, DateTime now, HashSet<Guid> signed)
    {
        private readonly Dictionary<int, Guid> organizationOfRow = [];

        public List<Organization> Organizations { get; } = [];

        public List<Signature> Signatures { get; } = [];

        public int SignedBefore { get; private set; }

        public void Take(PlannedRow row)
        {
            var data = row.Data!;
            var scope = data.Scope ?? (data.State is null ? Scope.National : Scope.State);
            var organizationId = OrganizationOf(row, data, scope);
            organizationOfRow[row.Row] = organizationId;
            if (!signed.Add(organizationId))
            {
                SignedBefore++;
                return;
            }

            var listing = new Listing { Name = row.Name, Kind = data.Kind, Scope = scope, State = Fitting(data.State, Organization.PlaceMaxLength), Country = Fitting(data.Country, Organization.PlaceMaxLength), Website = Fitting(data.Website, Organization.WebsiteMaxLength) };
            var signer = new Signer { Name = Fitting(data.SignerName, Signature.PersonMaxLength) ?? "", Title = Fitting(data.SignerTitle, Signature.PersonMaxLength), Email = Fitting(data.Email, Signature.EmailMaxLength), Phone = Fitting(data.Phone, Signature.PhoneMaxLength) };
            var signature = Signature.EnteredByStaff(letter, organizationId, listing, signer, $"row {row.Row} of {fileName}", who.Name, now, CameBy.Import);
            if (row.Fate == RowFate.Ask)
                signature.Hold(Fitting($"The name is {row.Reason}.", Signature.NoteMaxLength)!);
            else
                signature.List(now);
            Signatures.Add(signature);
        }

        private Guid OrganizationOf(PlannedRow row, ImportedRow data, Scope scope)
        {
            if (row.Fate == RowFate.Same)
                return row.OrganizationId ?? organizationOfRow[row.EarlierRow!.Value];

            var made = Organization.Named(row.Name, data.Kind, scope, Fitting(data.State, Organization.PlaceMaxLength), Fitting(data.Country, Organization.PlaceMaxLength), Fitting(data.Website, Organization.WebsiteMaxLength), now);
            Organizations.Add(made);
            return made.Id;
        }

        private static string? Fitting(string? text, int most) => text is null || text.Length <= most ? text : text[..most];
    }
}
