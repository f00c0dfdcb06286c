using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Importing;

/// <summary>What an import did.</summary>
/// <param name="Listed">Signatures that are listed at once; the others wait for staff.</param>
public sealed record Imported(Guid BatchId, int Listed, int Held, int NewOrganizations, int SignedBefore);

/// <summary>Takes in the signatures that a dry run has shown, as one: everything or nothing.</summary>
public sealed class AcceptImport(CoalitionDb db, TimeProvider clock)
{
    /// <summary>Why a letter of officials takes no list of organizations.</summary>
    internal const string OfOfficials = "This letter is signed by persons who hold an office. They are imported as its seats.";

    /// <param name="plan">The rows as staff have seen them.</param>
    /// <param name="again">Tries the same file out once more, while nobody else can change the letter's list; when it comes out otherwise, nothing is taken in. It looks at the rows by the signals that it is given, so that the directory is read once while others wait.</param>
    public async Task<Imported> RunAsync(string slug, string fileName, IReadOnlyList<PlannedRow> plan, Func<ImportSignals, Task<IReadOnlyList<PlannedRow>>> again, Actor who, CancellationToken cancel = default)
    {
        who.Needs(Policies.ReviewSignatures);
        var letter = await db.Letters.SingleAsync(l => l.Slug == slug, cancel);
        RuleBrokenException.ThrowIf(letter.Content.Signatories == SignatoryKind.Officials, OfOfficials);
        var now = clock.UtcNow;
        Imported? imported = null;
        await db.ChangeListAsync(letter.Id, now, async () =>
        {
            var records = new RowRecords(now);
            var signals = await ImportSignals.ReadAsync(db, letter, cancel);
            var taking = new Taking(letter, fileName, who, now, records, await SignersAsync(letter, cancel), signals);
            foreach (var row in RowRecords.Accepted(plan, await again(signals)))
                taking.Take(row);
            RuleBrokenException.ThrowIf(taking.Signatures.Count == 0, "Nothing in this file is new to the letter.");

            db.AddRange(records.Made);
            db.AddRange(taking.Signatures);
            foreach (var signature in taking.Signatures)
            {
                // Shown with the signature alone: among the letter's changes one line for the whole import says more than a thousand.
                db.Record(who, now, $"imported the signature from {fileName}", Subject.Of<Signature>(signature.Id), after: new { signature.Listing.Name, signature.Status, signature.Reason });
            }

            var batch = ImportBatch.OfSignatures(letter, fileName, [.. taking.Signatures.Select(s => s.Id)], [.. records.Made.Select(o => o.Id)], who.Name, now);
            db.Add(batch);
            db.Record(who, now, $"imported {Count(taking.Signatures.Count, "signature")} and {Count(records.Made.Count, "new organization")} from {fileName}", Subject.Of<Letter>(letter.Id, letter.Id));
            imported = new Imported(batch.Id, taking.Signatures.Count(s => s.Status == SignatureStatus.Listed), taking.Signatures.Count(s => s.Status == SignatureStatus.Held), records.Made.Count, taking.SignedBefore);
        }, cancel);
        return imported!;
    }

    private async Task<HashSet<Guid>> SignersAsync(Letter letter, CancellationToken cancel) =>
        [.. await db.Signatures.On(letter).Alive().Where(s => s.OrganizationId != null).Select(s => s.OrganizationId!.Value).ToListAsync(cancel)];

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count:#,0} {noun}s";

    /// <summary>The rows on their way into records and signatures.</summary>
    private sealed class Taking(Letter letter, string fileName, Actor who, DateTime now, RowRecords records, HashSet<Guid> signed, ImportSignals signals)
    {
        public List<Signature> Signatures { get; } = [];

        public int SignedBefore { get; private set; }

        public void Take(PlannedRow row)
        {
            var data = row.Data!;
            var organizationId = records.Of(row);
            if (!signed.Add(organizationId))
            {
                SignedBefore++;
                return;
            }

            var (scope, state) = signals.PlaceOf(row);
            var listing = new Listing { Name = row.Name, Kind = data.Kind, Scope = scope, State = state, Country = data.Country, Website = data.Website, IsLead = data.Lead is not null, Order = data.Lead?.Place };
            var signer = new Signer { Name = data.SignerName ?? "", Title = data.SignerTitle, Email = data.Email, Phone = data.Phone };
            var signature = Signature.EnteredByStaff(letter, organizationId, listing, signer, EvidenceOf(row), who.Name, now, CameBy.Import);
            if (data.Quote is not null || data.Answers.Count > 0)
                signature.Answer(data.Answers, data.Quote);
            if (string.Join(' ', Doubts(row)) is { Length: > 0 } reason)
                signature.Hold(RowRecords.Fitting(reason, Signature.NoteMaxLength)!);
            else
                signature.List(now);
            Signatures.Add(signature);
        }

        /// <summary>A signature of our own export keeps what was known of it; its times are what the file says, and not the signature's own.</summary>
        private string EvidenceOf(PlannedRow row)
        {
            var (evidence, trail) = (row.Data!.Evidence, row.Data.Trail);
            var from = string.IsNullOrEmpty(trail) ? $"row {row.Row} of {fileName}" : $"row {row.Row} of {fileName}, which says: {trail}";
            var whole = evidence is null ? from : $"{evidence} ({from})";
            return whole.Length <= Signature.NoteMaxLength ? whole : RowRecords.Fitting(evidence ?? from, Signature.NoteMaxLength)!;
        }

        private IEnumerable<string> Doubts(PlannedRow row)
        {
            if (row.Likeness is { } likeness)
                yield return $"It is {likeness}.";
            foreach (var unknown in row.Data!.Unknown)
                yield return $"In the file, {unknown}.";
            if (row.Data.WaitedForStaff)
                yield return row.Data.Reason ?? $"Its status in the file was \u201c{row.Data.Status}\u201d.";
            if (signals.Of(row) is { } said && !(row.Data.WaitedForStaff && row.Data.Reason?.Contains(said, StringComparison.Ordinal) == true))
                yield return said;
        }
    }
}
