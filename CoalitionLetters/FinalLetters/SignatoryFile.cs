using System.Globalization;
using System.Text;
using CoalitionLetters.Importing;
using CoalitionLetters.Listings;
using CoalitionLetters.Organizations;

namespace CoalitionLetters.FinalLetters;

/// <summary>Signatories from a CSV file with a line of column names.</summary>
/// <param name="Names">In the file's order; the number of a name in messages is its row, from 1.</param>
/// <param name="Individuals">Rows whose kind is "individual": persons who sign beside organizations.</param>
/// <param name="Logos">For a grid of logos: whose it is, and the file beside the list.</param>
/// <param name="Notes">Sentences about columns and words that are not used.</param>
public sealed record SignatoryFile(IReadOnlyList<ListedName> Names, IReadOnlyList<ListedName> Individuals, IReadOnlyList<(string Name, string File)> Logos, IReadOnlyList<string> Notes)
{
    private const int NameMaxLength = 20_000;
    private const int PlaceMaxLength = 200;
    private const int TitleMaxLength = 1000;
    private const int MostRows = 100_000;

    private static readonly string[] known = ["name", "scope", "state", "country", "kind", "signer_name", "signer_title", "title", "order", "role"];

    /// <summary>A place heads its names and comes again over each column; a title is set with its name, which no page parts.</summary>
    private static readonly (string Column, int Most)[] lengths = [("state", PlaceMaxLength), ("country", PlaceMaxLength), ("title", TitleMaxLength)];

    public static SignatoryFile Empty { get; } = new([], [], [], []);

    /// <exception cref="RenderException">The list cannot be read; the sentence says what to mend.</exception>
    /// <param name="withLogos">Whether the column "logo" is used.</param>
    public static SignatoryFile Parse(string csv, string fileName, bool withLogos = false)
    {
        var (delimiter, start) = CsvDelimiter.Find(csv);
        using var rows = CsvRows.Of(csv, fileName, delimiter.Sign, start).GetEnumerator();
        if (!rows.MoveNext() || rows.Current is not { } header)
        {
            throw new RenderException($"The list “{fileName}” is empty. Its first line names the columns; “name” is one of them.");
        }

        var columns = known.ToDictionary(name => name, name => Array.FindIndex(header, cell => cell.Trim().Equals(name, StringComparison.OrdinalIgnoreCase)));
        if (columns["name"] < 0)
        {
            throw new RenderException($"The list “{fileName}” has no column “name”. Its columns are {string.Join(", ", header)}.");
        }

        var (names, individuals, unknown) = (new List<ListedName>(), new List<ListedName>(), new UnknownWords());
        var logos = new List<(string, string)>();
        var logo = withLogos ? Array.FindIndex(header, cell => cell.Trim().Equals("logo", StringComparison.OrdinalIgnoreCase)) : -1;
        var width = LastFilled(header) + 1;
        for (var number = 1; rows.MoveNext(); number++)
        {
            if (LastFilled(rows.Current) is var last && last >= width)
            {
                throw new RenderException($"Row {number} of “{fileName}” has {last + 1} cells for {width} {(width == 1 ? "column" : "columns")}. Put names with {delimiter.Words} in quotation marks.");
            }

            if (number > MostRows)
            {
                throw new RenderException(string.Create(CultureInfo.InvariantCulture, $"The list “{fileName}” has more than {MostRows:N0} rows, which no letter can print. Part it."));
            }

            if (Row(rows.Current, columns, number, fileName, unknown) is { } row)
            {
                (IsIndividual(rows.Current, columns) ? individuals : names).Add(row);
                if (logo >= 0 && logo < rows.Current.Length && !string.IsNullOrWhiteSpace(rows.Current[logo]))
                {
                    logos.Add((row.Name, rows.Current[logo].Trim()));
                }
            }
        }

        var doubled = known.Where(name => header.Count(cell => cell.Trim().Equals(name, StringComparison.OrdinalIgnoreCase)) > 1).ToList();
        var ignored = header.Where((cell, at) => at != logo && !string.IsNullOrWhiteSpace(cell) && !known.Contains(cell.Trim(), StringComparer.OrdinalIgnoreCase)).ToList();
        return new SignatoryFile(names, individuals, logos, [
            .. delimiter.Sign == ',' ? Array.Empty<string>() : [$"{fileName} has {delimiter.Words} between its cells, and was read that way."],
            .. ignored.Count > 0 ? [$"{fileName} has columns that are not used: {string.Join(", ", ignored)}."] : Array.Empty<string>(),
            .. doubled.Select(name => $"{fileName} has more than one column “{name}”. The first is used."),
            .. unknown.Notes(fileName)]);
    }

    private static ListedName? Row(string[] cells, Dictionary<string, int> columns, int number, string fileName, UnknownWords unknown)
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

        foreach (var (column, most) in lengths)
        {
            if (Cell(column)?.Length > most)
            {
                throw new RenderException($"The {column} in row {number} of “{fileName}” is longer than {most} characters.");
            }
        }

        var (scope, kind) = (Scopes.Find(Cell("scope")), OrganizationKinds.Find(Cell("kind")));
        int? order = int.TryParse(Cell("order"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var place) ? place : null;
        unknown.Add("scope", number, scope is null ? Cell("scope") : null);
        unknown.Add("kind", number, kind == OrganizationKind.Other && !IsIndividual(cells, columns) && Cell("kind")?.ToLowerInvariant() is not ("other" or "otra") ? Cell("kind") : null);
        unknown.Add("order", number, order is null ? Cell("order") : null);
        return new ListedName(name)
        {
            Id = number.ToString(CultureInfo.InvariantCulture),
            Scope = scope,
            State = Cell("state"),
            Country = Cell("country"),
            Kind = kind,
            SignerName = Cell("signer_name"),
            SignerTitle = Cell("signer_title"),
            Title = Cell("title"),
            Order = order,
            Role = Cell("role"),
        };

        string? Cell(string column) => columns[column] is >= 0 and var at && at < cells.Length && OneLine(ExportSafety.Restored(cells[at].Trim())) is { Length: > 0 } text ? text : null;
    }

    /// <summary>Without line ends, and without what would turn the letters of a name round or is no character.</summary>
    private static string OneLine(string cell)
    {
        var trimmed = cell.Trim();
        if (!trimmed.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return trimmed;
        }

        var line = new StringBuilder(trimmed.Length);
        foreach (var c in trimmed.ReplaceLineEndings(" "))
        {
            if (c is not ('\u202A' or '\u202B' or '\u202C' or '\u202D' or '\u202E' or '\uFFFE' or '\uFFFF'))
            {
                line.Append(c);
            }
        }

        return line.ToString();
    }

    private static int LastFilled(string[] cells) => Array.FindLastIndex(cells, cell => !string.IsNullOrWhiteSpace(cell));

    private static bool IsIndividual(string[] cells, Dictionary<string, int> columns) =>
        columns["kind"] is >= 0 and var at && at < cells.Length && cells[at].Trim().Equals("individual", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Words in a list that stand for nothing we know, by column, with the rows they stand in.</summary>
internal sealed class UnknownWords
{
    private readonly SortedDictionary<string, List<string>> byColumn = new(StringComparer.Ordinal);

    public void Add(string column, int row, string? word)
    {
        if (word is null)
        {
            return;
        }

        if (!byColumn.TryGetValue(column, out var words))
        {
            byColumn[column] = words = [];
        }

        words.Add($"“{word}” in row {row.ToString(CultureInfo.InvariantCulture)}");
    }

    public IEnumerable<string> Notes(string fileName) => byColumn.Select(column =>
        $"{fileName} has words under “{column.Key}” that say nothing here: {SignatoryChecks.Named(column.Value)}");
}
