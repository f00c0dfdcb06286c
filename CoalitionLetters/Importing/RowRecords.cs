using CoalitionLetters.Data;
using CoalitionLetters.Organizations;

namespace CoalitionLetters.Importing;

/// <summary>The records of the directory that accepted rows join or make. A row to ask about gets a record of its own, until a person says that it is another's.</summary>
internal sealed class RowRecords(DateTime now)
{
    private readonly Dictionary<int, Guid> organizationOfRow = [];

    public List<Organization> Made { get; } = [];

    /// <summary>The rows from which something is taken.</summary>
    /// <exception cref="RuleBrokenException">The file tried out once more came out otherwise than staff have seen it.</exception>
    public static IEnumerable<PlannedRow> Accepted(IReadOnlyList<PlannedRow> plan, IEnumerable<PlannedRow> again)
    {
        RuleBrokenException.ThrowIf(!plan.Select(Essence).SequenceEqual(again.Select(Essence)), "The directory or the letter has changed since this was tried out. Try it out again, and look at the rows.");
        return plan.Where(row => row.Data is not null && row.Fate is RowFate.New or RowFate.Same or RowFate.Ask);
    }

    public Guid Of(PlannedRow row)
    {
        var id = row.Fate == RowFate.Same ? row.OrganizationId ?? organizationOfRow[row.EarlierRow!.Value] : Make(row);
        organizationOfRow[row.Row] = id;
        return id;
    }

    public static Scope ScopeOf(ImportedRow data) => data.Scope ?? (data.State is null ? Scope.National : Scope.State);

    public static string? Fitting(string? text, int most) => text is null || text.Length <= most ? text : text[..most];

    private Guid Make(PlannedRow row)
    {
        var data = row.Data!;
        var made = Organization.Named(row.Name, data.Kind, ScopeOf(data), data.State, data.Country, data.Website, now);
        Made.Add(made);
        return made.Id;
    }

    /// <summary>All that staff have seen of a row, with what <see cref="RowNotes"/> says of it.</summary>
    private static (int, string, RowFate, Guid?, int?, string, bool) Essence(PlannedRow row) => (row.Row, row.Name, row.Fate, row.OrganizationId, row.EarlierRow, row.Reason, row.AddsNothing);
}
