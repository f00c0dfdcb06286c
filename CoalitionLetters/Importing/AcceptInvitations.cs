using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Invitations;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Importing;

/// <summary>What an import of invitations did.</summary>
/// <param name="WithoutMail">Of those put on the list, the ones that cannot be sent before somebody enters an address.</param>
/// <param name="NotNeeded">Rows of organizations that were invited or had signed before, in the store or in an earlier row.</param>
public sealed record ImportedInvitations(Guid BatchId, int Planned, int WithoutMail, int NewOrganizations, int NotNeeded);

/// <summary>Puts the organizations that a dry run has shown on a letter's list of those to invite, as one: everything or nothing. No mail goes out by this.</summary>
public sealed class AcceptInvitations(CoalitionDb db, TimeProvider clock)
{
    /// <inheritdoc cref="AcceptImport.RunAsync"/>
    public Task<ImportedInvitations> RunAsync(string slug, string fileName, IReadOnlyList<PlannedRow> plan, Func<Task<IReadOnlyList<PlannedRow>>> again, Actor who, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.EditLetters);
        var now = clock.UtcNow;
        var letter = await db.Letters.SingleAsync(l => l.Slug == slug, cancel);
        RuleBrokenException.ThrowIf(letter.Content.Signatories == SignatoryKind.Officials, AcceptImport.OfOfficials);
        await db.HoldListAsync(letter.Id, cancel);
        var (records, invitations, notNeeded) = (new RowRecords(now), new List<Invitation>(), 0);
        var known = await KnownAsync(letter, cancel);
        foreach (var row in RowRecords.Accepted(plan, await again()))
        {
            var organizationId = records.Of(row);
            if (!known.Add(organizationId))
            {
                notNeeded++;
                continue;
            }

            var invitation = Invitation.To(organizationId, letter, row.Data!.SignerName, AddressOf(row.Data), now);
            invitation.Say(row.Data.Message);
            invitations.Add(invitation);
        }

        RuleBrokenException.ThrowIf(invitations.Count == 0, "Everybody in this file is invited already, or has signed.");
        db.AddRange(records.Made);
        db.AddRange(invitations);
        var batch = ImportBatch.OfInvitations(letter, fileName, [.. invitations.Select(i => i.Id)], [.. records.Made.Select(o => o.Id)], who.Name, now);
        db.Add(batch);
        db.Record(who, now, $"imported {(invitations.Count == 1 ? "1 invitation" : $"{invitations.Count:#,0} invitations")} from {fileName}", Subject.Of<Letter>(letter.Id, letter.Id));
        return new ImportedInvitations(batch.Id, invitations.Count, invitations.Count(i => i.Email is null), records.Made.Count, notNeeded);
    }, cancel);

    /// <summary>The row's mail address, if it is one; what is none was told in the dry run.</summary>
    internal static string? AddressOf(ImportedRow data) => data.Email is { } email && MailAddresses.IsAddress(email) ? email : null;

    private async Task<HashSet<Guid>> KnownAsync(Letter letter, CancellationToken cancel) =>
    [
        .. await db.Invitations.Where(i => i.LetterId == letter.Id && i.WithdrawnAt == null).Select(i => i.OrganizationId).ToListAsync(cancel),
        .. await db.Signatures.On(letter).Alive().Where(s => s.OrganizationId != null && s.ConfirmedAt != null).Select(s => s.OrganizationId!.Value).ToListAsync(cancel),
    ];
}
