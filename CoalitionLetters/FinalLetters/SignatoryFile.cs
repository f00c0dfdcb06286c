using System.Globalization;
using CoalitionLetters.Listings;
using CoalitionLetters.Organizations;

namespace CoalitionLetters.FinalLetters;

/// <summary>Signatories from a CSV file with a line of column names.</summary>
/// <param name="Names">In the file's order; the number of a name in messages is its row, from 1.</param>
/// <param name="Individuals">Rows whose kind is "individual": persons who sign beside organizations.</param>
/// <param name="Ignored">Columns that are not used.</param>
public sealed record SignatoryFile(IReadOnlyList<ListedName> Names, IReadOnlyList<ListedName> Individuals, IReadOnlyList<string> Ignored)
{
    private const int NameMaxLength = 20_000;

    private static readonly string[] known = ["name", "scope", "state", "country", "kind", "signer_name", "signer_title", "title", "order", "role"];

    public static SignatoryFile Empty { get; } = new([], [], []);

    /// <exception cref="RenderException">The list cannot be read; the sentence says what to mend.</exception>
    public static SignatoryFile Parse(string csv, string fileName)
    {
        using var rows = CsvRows.Of(csv).GetEnumerator();
        if (!rows.MoveNext() || rows.Current is not { } header)
        {
            throw new RenderException($"The list “{fileName}” is empty. Its first line names the columns; “name” is one of them.");
        }

        var columns = known.ToDictionary(name => name, name => Array.FindIndex(header, cell => cell.Trim().Equals(name, StringComparison.OrdinalIgnoreCase)));
        if (columns["name"] < 0)
        {
            throw new RenderException($"The list “{fileName}” has no column “name”. Its columns are {string.Join(", ", header)}.");
        }

        var (names, individuals) = (new List<ListedName>(), new List<ListedName>());
        while (rows.MoveNext())
        {
            if (Row(rows.Current, columns, names.Count + individuals.Count + 1, fileName) is { } row)
            {
                (IsIndividual(rows.Current, columns) ? individuals : names).Add(row);
            }
        }

        return new SignatoryFile(names, individuals, [.. header.Where(cell => !known.Contains(cell.Trim(), StringComparer.OrdinalIgnoreCase))]);
    }

    private static ListedName? Row(string[] cells, Dictionary<string, int> columns, int number, string fileName)
    {
        if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
        {
            return null;
        }

        var name = Cell("name") ?? throw new RenderException($"Row {number} of “{fileName}” has no name.");
        if (name.Length > NameMaxLength)
        {
            throw new RenderException($"The name in row {number} of “{fileName}” is longer than {NameMaxLength} characters.");
        }

        return new ListedName(name)
        {
            Id = number.ToString(CultureInfo.InvariantCulture),
            Scope = Scopes.Find(Cell("scope")),
            State = Cell("state"),
            Country = Cell("country"),
            Kind = OrganizationKinds.Find(Cell("kind")),
            SignerName = Cell("signer_name"),
            SignerTitle = Cell("signer_title"),
            Title = Cell("title"),
            Order = int.TryParse(Cell("order"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var order) ? order : null,
            Role = Cell("role"),
        };

        string? Cell(string column) => columns[column] is >= 0 and var at && at < cells.Length && !string.IsNullOrWhiteSpace(cells[at]) ? cells[at].Trim() : null;
    }

    private static bool IsIndividual(string[] cells, Dictionary<string, int> columns) =>
        columns["kind"] is >= 0 and var at && at < cells.Length && cells[at].Trim().Equals("individual", StringComparison.OrdinalIgnoreCase);
}
