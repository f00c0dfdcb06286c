using System.Globalization;
using CoalitionLetters.Listings;
using CoalitionLetters.Organizations;
using CoalitionLetters.Organizations.Names;

namespace CoalitionLetters.Importing;

/// <summary>What would become of a row.</summary>
public enum RowFate
{
    /// <summary>An organization that is not there yet.</summary>
    New,

    /// <summary>Certainly one that is there already, in the directory or in an earlier row.</summary>
    Same,

    /// <summary>Perhaps one that is there; taken as new until a person says otherwise.</summary>
    Ask,

    /// <summary>Blank, a total, or the header once more.</summary>
    Skipped,

    /// <summary>Not understood; nothing is taken from it.</summary>
    Unclear,
}

/// <summary>One row of a dry run.</summary>
/// <param name="OrganizationId">The record it joins, or resembles; null for none, or for one of this file.</param>
/// <param name="EarlierRow">The row of this file that it joins or resembles.</param>
public sealed record PlannedRow(int Row, string Name, RowFate Fate, string Reason, ImportedRow? Data = null, Guid? OrganizationId = null, int? EarlierRow = null)
{
    /// <summary>What a row to ask about resembles and why; null for others.</summary>
    public string? Likeness { get; init; }
}

/// <summary>
/// Tries a list out: what would be added, what matches whom and why, what is not understood. Only what is certain joins. The same rows against the same
/// directory always meet the same fate, so that accepting does what was shown.
/// </summary>
/// <param name="records">The records of the directory, where the rows may name them by their keys.</param>
public sealed class DryRun(SheetLayout layout, NameIndex<Guid>? directory = null, IReadOnlySet<Guid>? records = null)
{
    private static readonly HashSet<string> totals = new(StringComparer.OrdinalIgnoreCase)
    {
        "total", "totals", "grand total", "sum", "count", "subtotal", "totales", "suma", "total general", "total général", "somme", "summe", "gesamt", "insgesamt", "gesamtsumme", "anzahl",
    };

    private static readonly HashSet<string> countingWords = new(StringComparer.OrdinalIgnoreCase) { "total", "totals", "grand", "number", "count", "sum", "numero", "número", "nombre", "somme", "gesamt", "gesamtzahl", "anzahl", "summe" };

    private static readonly HashSet<string> counted = new(StringComparer.OrdinalIgnoreCase)
    {
        "organizations", "organisations", "signers", "signatories", "signatures", "responses", "submissions", "rows", "records", "entries", "groups", "members", "endorsers", "endorsements", "organizaciones", "firmantes", "firmas", "respuestas", "filas", "registros",
        "signataires", "réponses", "reponses", "lignes", "organisationen", "unterzeichner", "unterschriften", "antworten", "zeilen", "einträge", "mitglieder",
    };

    private static readonly string[] footers = ["generated ", "exported ", "report generated", "last updated", "end of list", "end of report", "page ", "source:", "note:", "total:", "totals:", "total organizations", "number of organizations", "total de organizaciones"];

    private static readonly HashSet<string> afterCounts = new(StringComparer.OrdinalIgnoreCase) { "total", "in total", "in all", "listed", "signed", "so far", "en total", "au total", "insgesamt" };

    // A mark that stands beside names, explained below them.
    private static readonly char[] marks = ['*', '†', '‡', '§', '¹', '²', '³'];

    private static readonly string[] explaining = ["denotes ", "indicates ", "means ", "marks ", "signifies ", "stands for ", "= ", "indica ", "denota ", "significa ", "indique ", "désigne ", "signifie ", "bezeichnet ", "kennzeichnet ", "bedeutet "];

    private readonly NameIndex<int> earlier = new(searchable: false, mostRead: 20_000);

    /// <summary>Organizations so far, after joining what is certain; those of the directory that the file names count too.</summary>
    public int Unique { get; private set; }

    private readonly HashSet<Guid> joined = [];
    private readonly Dictionary<Guid, int> rowOfRecord = [];

    /// <exception cref="ImportFault">The file turns out to be unreadable further down, or has no column of names.</exception>
    public IEnumerable<PlannedRow> Run(Sheet sheet)
    {
        if (layout.ColumnOf(ImportField.Organization) is null)
            throw new ImportFault(layout.HeaderRow ?? 1, "no column looks like the names of organizations. Say which one it is.");

        var any = false;
        foreach (var row in sheet.Rows())
        {
            if (row.Number <= (layout.HeaderRow ?? 0))
                continue;
            any = true;
            yield return Plan(row);
        }
        if (!any)
            throw new ImportFault(layout.HeaderRow ?? 1, "below the header there are no rows.");
    }

    private PlannedRow Plan(SheetRow row)
    {
        if (row.IsBlank)
            return new(row.Number, "", RowFate.Skipped, "blank row");
        if (IsHeaderAgain(row))
            return new(row.Number, "", RowFate.Skipped, "the header once more");
        if (IsTotal(row))
            return new(row.Number, "", RowFate.Skipped, "totals row");
        if (Excess(row) is { } excess)
            return new(row.Number, row[layout.ColumnOf(ImportField.Organization)!.Value], RowFate.Unclear, excess);

        var data = ImportedRow.Read(row, layout);
        if (data.DoesNotStand)
            return new(row.Number, data.Name, RowFate.Skipped, $"column {layout.LetterOf(ImportField.Status)}: its status is \u201c{data.Status}\u201d");
        return Refusal(data) is { } refusal
            ? new(row.Number, data.Name, RowFate.Unclear, refusal, data)
            : Matched(data);
    }

    private bool IsHeaderAgain(SheetRow row) =>
        layout.Headers.Count > 0 && layout.Headers.Index().All(header => string.Equals(header.Item, string.Join(' ', row[header.Index].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.OrdinalIgnoreCase));

    /// <summary>A word for a total, or what exporters print below a table, with nothing beside it but numbers.</summary>
    private static bool IsTotal(SheetRow row)
    {
        var texts = row.Cells.Select(cell => cell.Trim()).Where(cell => cell.Length > 0).ToList();
        var words = texts.Where(text => !IsNumber(text)).ToList();
        if (words.Count != 1)
            return false;
        var word = words[0].TrimEnd(':', '.', ' ');
        return totals.Contains(word) || (texts.Count == 1 && IsFooter(words[0])) || IsCountOf(word) || footers.Any(footer => words[0].StartsWith(footer, StringComparison.OrdinalIgnoreCase) && (texts.Count == 1 || footer.EndsWith(':')) && words[0].Any(char.IsAsciiDigit))
            || (totals.Any(total => word.StartsWith(total + " ", StringComparison.OrdinalIgnoreCase) || word.StartsWith(total + ":", StringComparison.OrdinalIgnoreCase)) && word.Any(char.IsAsciiDigit) && texts.Count == 1);
    }

    /// <summary>"Total signers", "Number of organizations", "Total de organizaciones".</summary>
    private static bool IsCountOf(string word) =>
        word.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: >= 2 and <= 4 } words && countingWords.Contains(words[0]) && counted.Contains(words[^1]);

    /// <summary>"2 organizations", "113 organizations in all", "* denotes local chapter".</summary>
    private static bool IsFooter(string text) =>
        (text.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries) is [var number, var noun, .. var rest] && IsNumber(number) && counted.Contains(noun.TrimEnd('.', ':', ',')) && (rest.Length == 0 || afterCounts.Contains(rest[0].TrimEnd('.', ' '))))
        || (text.TrimStart(marks) is { } note && note.Length < text.Length && explaining.Any(word => note.TrimStart().StartsWith(word, StringComparison.OrdinalIgnoreCase)));

    private static bool IsNumber(string text) => decimal.TryParse(text.Replace(" ", "", StringComparison.Ordinal), NumberStyles.Number | NumberStyles.AllowCurrencySymbol, CultureInfo.InvariantCulture, out _) || text.EndsWith('%');

    private string? Excess(SheetRow row)
    {
        if (layout.Headers.Count == 0)
            return null;
        for (var column = row.Cells.Count - 1; column >= layout.Headers.Count; column--)
        {
            if (row[column].Length > 0)
                return $"column {SheetColumns.Letter(column + 1)}: a cell beyond the last header ({SheetColumns.Letter(layout.Headers.Count)}). A comma within a cell may lack its quotation marks.";
        }
        return null;
    }

    private string? Refusal(ImportedRow data)
    {
        var column = layout.LetterOf(ImportField.Organization);
        if (data.Name.Length == 0)
            return $"column {column}: no name of an organization";
        if (data.Name.Length > Organization.NameMaxLength)
            return $"column {column}: the name has {data.Name.Length} characters; {Organization.NameMaxLength} are the most";
        if (!data.Name.Any(char.IsLetterOrDigit))
            return $"column {column}: \"{data.Name}\" is no name";
        // The directory is not printed.
        if (layout.Target != ImportTarget.Directory && Printable.Unprintable(data.Name) is { } character)
            return $"column {column}: no letter can be printed with “{character}”, which stands in the name";
        if (data.Name is "TRUE" or "FALSE")
            return $"column {column}: {data.Name} says yes or no and is no name";
        if (ImportedRow.IsFailedFormula(data.Name))
            return $"column {column}: {data.Name} is a formula that failed, no name";
        if (DateTime.TryParseExact(data.Name, ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return $"column {column}: \"{data.Name}\" is a date, no name";
        if (FileEncoding.Ungarbled(data.Name) is { } meant)
            return $"column {column}: \"{data.Name}\" seems to be \"{meant}\", garbled on its way. Save the file again as \"CSV UTF-8\"";
        if (data.Name.Any(c => char.IsControl(c) || c == '\uFFFD'))
            return $"column {column}: the name holds characters that were damaged on the way";
        // Signatures wait for staff; invitations and records have no such place to wait in.
        return RowLengths.TooLong(data, layout) ?? (layout.Target == ImportTarget.Signatures || data.Unknown.Count == 0 ? null : string.Join("; ", data.Unknown));
    }

    private PlannedRow Matched(ImportedRow data)
    {
        if (data.OfRecord?.Id is { } record && OfKey(data, record) is { } planned)
            return planned;

        var name = NameShape.Of(data.Name);
        // Two rows with keys of their own were two records where they come from, whatever they are called.
        var isOwn = data.OfRecord?.Id is not null;
        var known = directory?.Match(name, most: 1).FirstOrDefault();
        if (known is { Comparison.JoinsByItself: true } && !(isOwn && joined.Contains(known.Id)))
        {
            if (joined.Add(known.Id))
                Unique++;
            AddEarlier(data, name);
            return new(data.Row, data.Name, RowFate.Same, WithDoubts(data, $"{known.Name} is in the directory: {known.Comparison.Reason}"), data, known.Id);
        }

        var before = earlier.Match(name, most: 1).FirstOrDefault();
        if (before is { Comparison.JoinsByItself: true } && !isOwn)
            return new(data.Row, data.Name, RowFate.Same, WithDoubts(data, $"the same as row {before.Id}, {before.Name}: {before.Comparison.Reason}"), data, EarlierRow: before.Id);

        Unique++;
        AddEarlier(data, name);
        if (known is not null && (before is null || known.Comparison.Score >= before.Comparison.Score))
            return Resembling(data, known.Comparison, $"{known.Name} of the directory") with { OrganizationId = known.Id };
        if (before is not null)
            return Resembling(data, before.Comparison, $"row {before.Id}, {before.Name}") with { EarlierRow = before.Id };
        return new(data.Row, data.Name, RowFate.New, WithDoubts(data, "no other name resembles it"), data);
    }

    /// <summary>A row that bears the key of a record: of one that stands, or of one that an earlier row has named.</summary>
    private PlannedRow? OfKey(ImportedRow data, Guid record)
    {
        if (rowOfRecord.TryGetValue(record, out var before))
            return new(data.Row, data.Name, RowFate.Same, WithDoubts(data, $"the same record as row {before}"), data, EarlierRow: before);
        rowOfRecord[record] = data.Row;
        if (records?.Contains(record) != true)
            return null;
        if (joined.Add(record))
            Unique++;
        AddEarlier(data, NameShape.Of(data.Name));
        return new(data.Row, data.Name, RowFate.Same, WithDoubts(data, "its record is in the directory"), data, record);
    }

    /// <summary>Further names that a row gives are as good as its own.</summary>
    private void AddEarlier(ImportedRow data, NameShape name)
    {
        earlier.Add(data.Row, name);
        if (data.OfRecord is not { } cells)
            return;
        foreach (var other in cells.OtherNames.Concat(cells.Acronyms).Concat(cells.FormerNames))
            earlier.Add(data.Row, other);
    }

    private static PlannedRow Resembling(ImportedRow data, NameComparison comparison, string other)
    {
        var (fate, likeness) = (FateOf(comparison), $"{Resembles(comparison)} {other}: {comparison.Reason}");
        return new(data.Row, data.Name, fate, WithDoubts(data, likeness), data) { Likeness = fate == RowFate.Ask ? likeness : null };
    }

    private static RowFate FateOf(NameComparison comparison) => comparison.Verdict == Verdict.Affiliate ? RowFate.New : RowFate.Ask;

    private static string Resembles(NameComparison comparison) => comparison.Verdict switch
    {
        Verdict.Affiliate => "an affiliate or parent of",
        Verdict.Same => "probably the same as",
        _ => "perhaps the same as",
    };

    private static string WithDoubts(ImportedRow data, string reason) => data.Doubts.Count + data.Unknown.Count == 0 ? reason : string.Join("; ", [reason, .. data.Doubts, .. data.Unknown]);
}
