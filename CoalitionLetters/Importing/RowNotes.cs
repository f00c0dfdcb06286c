using CoalitionLetters.Data;
using CoalitionLetters.Invitations;
using CoalitionLetters.Letters;
using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Importing;

/// <summary>Tells for each row of a dry run what the letter knows of its organization already: that it has signed, or is invited, so that the row adds nothing; and why a signature would wait for staff.</summary>
public sealed class RowNotes
{
    private readonly HashSet<Guid> signed;
    private readonly HashSet<Guid> invited;
    private readonly ImportTarget target;
    private readonly ImportSignals? signals;

    private RowNotes(HashSet<Guid> signed, HashSet<Guid> invited, ImportTarget target, ImportSignals? signals) => (this.signed, this.invited, this.target, this.signals) = (signed, invited, target, signals);

    /// <param name="signals">Where the directory was read for them a moment ago.</param>
    public static async Task<RowNotes> ReadAsync(CoalitionDb db, string slug, ImportTarget target, ImportSignals? signals = null, CancellationToken cancel = default)
    {
        var letter = await db.Letters.AsNoTracking().SingleAsync(l => l.Slug == slug, cancel);
        var signatures = db.Signatures.On(letter).Alive().Where(s => s.OrganizationId != null && (target == ImportTarget.Signatures || s.ConfirmedAt != null));
        return new RowNotes(
            [.. await signatures.Select(s => s.OrganizationId!.Value).ToListAsync(cancel)],
            [.. await db.Invitations.Where(i => i.LetterId == letter.Id && i.WithdrawnAt == null).Select(i => i.OrganizationId).ToListAsync(cancel)],
            target,
            target == ImportTarget.Signatures ? signals ?? await ImportSignals.ReadAsync(db, letter, cancel) : null);
    }

    public PlannedRow On(PlannedRow row)
    {
        // A further row of the same body adds nothing either: one signature or invitation stands for all.
        var known = Known(row);
        var noted = (known ?? Note(row)) is { } note ? row with { Reason = $"{row.Reason}; {note}" } : row;
        return known is not null || row is { Fate: RowFate.Same, EarlierRow: not null } ? noted with { AddsNothing = true } : noted;
    }

    private string? Known(PlannedRow row) => row is not { Data: not null, Fate: RowFate.Same, OrganizationId: { } id } ? null
        : signed.Contains(id) ? "it has signed this letter already, so nothing is added"
        : target == ImportTarget.Invitations && invited.Contains(id) ? "it is invited already, so nothing is added"
        : null;

    private string? Note(PlannedRow row)
    {
        if (row.Data is null || row.Fate is not (RowFate.New or RowFate.Same or RowFate.Ask))
            return null;
        if (signals is not null)
            return string.Join("; ", Waiting(row)) is { Length: > 0 } waiting ? waiting : null;
        return target == ImportTarget.Invitations && AcceptInvitations.AddressOf(row.Data) is null ? "without a mail address it cannot be sent yet" : null;
    }

    private IEnumerable<string> Waiting(PlannedRow row)
    {
        if (row.Data!.WaitedForStaff)
            yield return $"it waits for staff, as its status in the file is \u201c{row.Data.Status}\u201d";
        if (row.Data.Unknown.Count > 0)
            yield return "it waits for staff until that is corrected";
        if (signals!.Of(row) is { } said)
            yield return $"it waits for staff: {said}";
    }
}
