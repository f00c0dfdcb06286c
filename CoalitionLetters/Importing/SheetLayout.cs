using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Organizations;

namespace CoalitionLetters.Importing;

/// <summary>Where the header stands and what each column means, guessed from the first rows.</summary>
/// <param name="HeaderRow">Counted from 1; null where the rows begin without one.</param>
/// <param name="IsText">Delimited text, in which a cell like a formula was written with an apostrophe.</param>
public sealed record SheetLayout(int? HeaderRow, IReadOnlyList<string> Headers, IReadOnlyList<MappedColumn> Mapping, bool IsText)
{
    public const int RowsToLookAt = 100;
    private const int LatestHeader = 30;
    private const int LatestRow = 10_000;
    private const double Recognized = 0.7;
    private const double Belied = 0.5;
    private const double Disproved = 0.3;

    // What Germans put below "Titel".
    private static readonly HashSet<string> academic = ["dr", "prof", "prof dr", "dr med", "dr phil", "dr jur", "dr iur", "dr rer nat", "pd dr", "mag", "mag a", "ing", "dipl ing", "dipl", "ph d", "m a", "msc", "bsc"];

    private static readonly HashSet<string> yesOrNo = ["yes", "no", "true", "false", "i agree", "agree", "i do", "maybe", "checked", "si", "acepto", "de acuerdo", "oui", "non", "d accord", "ja", "nein", "x", ""];

    public ImportTarget Target { get; private init; }

    /// <summary>Why the file cannot be tried out before staff say where the organizations are; null where that is known.</summary>
    public string? Unsure { get; private init; }

    /// <summary>Columns of answers to the letter's own questions.</summary>
    public IReadOnlyList<AnswerColumn> Answers { get; private init; } = [];

    /// <summary>Columns that tell, in our own export, how a signature came and when; empty in other lists.</summary>
    public IReadOnlyList<(int Column, string Word)> Trail => field ??= FindTrail();

    /// <summary>Columns that are called alike, of which one is read, in a sentence for staff; null where there are none.</summary>
    public string? Doubled => Headers.Index().Where(header => header.Item.Length > 0).GroupBy(header => header.Item, StringComparer.OrdinalIgnoreCase)
        .Where(alike => alike.Count() > 1 && alike.Count(header => Mapping.Any(mapped => mapped.Column == header.Index)) == 1)
        .Select(alike => $"{string.Join(" and ", alike.Select(header => SheetColumns.Letter(header.Index + 1)))} ({alike.First().Item})").ToList() is { Count: > 0 } doubled
        ? $"Columns are called alike, and only the one that stands for something below is read: {string.Join("; ", doubled)}." : null;

    public int? ColumnOf(ImportField field) => Mapping.FirstOrDefault(mapped => mapped.Field == field)?.Column;

    public string LetterOf(ImportField field) => ColumnOf(field) is { } column ? SheetColumns.Letter(column + 1) : "";

    private List<(int, string)> FindTrail()
    {
        string[] words = ["reference", "came by", "signed", "confirmed", "listed", "correction"];
        var found = Headers.Index().Select(header => (header.Index, Word: HeaderWords.Folded(header.Item))).Where(header => words.Contains(header.Word)).DistinctBy(header => header.Word).ToList();
        return Target == ImportTarget.Signatures && found.Count == words.Length ? found : [];
    }

    /// <summary>The same file with columns as staff say.</summary>
    public SheetLayout With(IReadOnlyDictionary<ImportField, int> columns) => this with
    {
        Unsure = columns.ContainsKey(ImportField.Organization) ? null : Unsure,
        Mapping = [.. columns.Select(pair => new MappedColumn(pair.Key, pair.Value, HeaderOf(pair.Value), 1))],
        Answers = [.. Answers.Where(answer => !columns.Values.Contains(answer.Column))],
    };

    public string HeaderOf(int column) => column < Headers.Count && Headers[column].Length > 0 ? Headers[column] : SheetColumns.Letter(column + 1);

    /// <param name="questions">The letter's own, whose words a column may bear.</param>
    /// <param name="headerRow">Where the header stands, counted from 1, as staff say; 0 where there is none; null to find it.</param>
    /// <exception cref="ImportFault">The file holds no rows.</exception>
    public static SheetLayout Guess(Sheet sheet, ImportTarget target = ImportTarget.Signatures, IReadOnlyList<LetterQuestion>? questions = null, int? headerRow = null)
    {
        var first = FirstRows(sheet);
        if (first.All(row => row.IsBlank))
            throw new ImportFault("The file holds no rows with text.");

        headerRow ??= sheet.HeaderRow;
        var header = headerRow is null ? FindHeader(first, target) : first.Find(row => row.Number == headerRow);
        var data = first.Where(row => !row.IsBlank && row.Number > (header?.Number ?? 0)).ToList();
        var headers = header is null ? [] : header.Cells.Select(cell => string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        var layout = new SheetLayout(header?.Number, headers, [], sheet.Delimiter is not null) { Target = target, Answers = AnswerColumns.Find(headers, questions ?? [], target) };
        return Map(layout, data);
    }

    /// <summary>The first rows with text, and blank ones among them, up to a fault: what is wrong further down is told when the rows are read in earnest.</summary>
    private static List<SheetRow> FirstRows(Sheet sheet)
    {
        var (rows, filled) = (new List<SheetRow>(), 0);
        foreach (var row in sheet.Rows())
        {
            if (row.IsBlank && row.Number > RowsToLookAt)
            {
                // A stray cell a million rows further down is none of the first.
                if (filled > 0 && row.Number > LatestRow)
                    break;
                continue;
            }
            rows.Add(row);
            filled += row.IsBlank ? 0 : 1;
            if (filled == RowsToLookAt)
                break;
        }
        return rows;
    }

    /// <summary>Whether a header among these rows says where the names of organizations are.</summary>
    internal static bool HasNames(List<SheetRow> rows) =>
        rows.Exists(row => !row.IsBlank) && FindHeader(rows, ImportTarget.Signatures) is { } header && header.Cells.Any(cell => HeaderWords.IsBareName(cell) || HeaderWords.Fields(cell) is [{ Field: ImportField.Organization, Score: >= Recognized }, ..]);

    private static SheetRow? FindHeader(List<SheetRow> rows, ImportTarget target)
    {
        var width = rows.Where(row => !row.IsBlank).Max(Filled);
        return rows.Where(row => !row.IsBlank).Take(LatestHeader)
            .Select(row => (Row: row, Score: HeaderScore(row, width, target)))
            .Where(pair => pair.Score > 0)
            .OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Row.Number)
            .FirstOrDefault().Row;
    }

    private static int Filled(SheetRow row) => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell));

    /// <summary>Recognized words speak for a header; addresses, numbers and long texts against it. One cell over a wide table is a title.</summary>
    private static double HeaderScore(SheetRow row, int width, ImportTarget target)
    {
        if (Filled(row) == 1 && width > 2)
            return 0;

        var score = 0.0;
        foreach (var cell in row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)))
        {
            var best = HeaderWords.IsBareName(cell) ? 1 : HeaderWords.Fields(cell, target).FirstOrDefault() is var field && IsAnswer(field.Field, cell) ? 0 : field.Score;
            score += LooksLikeData(cell) ? -0.7 : best >= 1 ? 1 : best >= Recognized ? (width == 1 ? 0 : 0.6) : 0;
        }
        return score;
    }

    /// <summary>"Signed" stands below a header as well as in it.</summary>
    private static bool IsAnswer(ImportField field, string cell) => field == ImportField.Status && !HeaderWords.IsStatus(cell);

    internal static bool LooksLikeData(string cell) =>
        cell.Contains('@', StringComparison.Ordinal) || cell.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-' or '/' or ' ' or ':' or '+') || cell.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    private static SheetLayout Map(SheetLayout layout, List<SheetRow> data)
    {
        var width = Math.Max(layout.Headers.Count, data.Count == 0 ? 0 : data.Max(row => row.Cells.Count));
        var guesses = new List<MappedColumn>();
        foreach (var column in Enumerable.Range(0, width).Where(column => layout.Answers.All(answer => answer.Column != column)))
        {
            var contents = data.Select(row => row[column]).Where(cell => cell.Length > 0).ToList();
            if (column < layout.Headers.Count)
                guesses.AddRange(HeaderWords.Fields(layout.Headers[column], layout.Target).Select(guess => new MappedColumn(guess.Field, column, layout.HeaderOf(column), guess.Score * Trust(guess.Field, layout.Headers[column], contents))));
            guesses.AddRange(ByContents(contents).Select(guess => new MappedColumn(guess.Field, column, layout.HeaderOf(column), guess.Score)));
        }

        var mapping = Assign(guesses);
        var names = new NameColumns(layout, mapping, data, width);
        names.Place();
        return layout with { Mapping = [.. mapping.OrderBy(mapped => mapped.Field)], Unsure = names.Unsure };
    }

    private static List<MappedColumn> Assign(List<MappedColumn> guesses)
    {
        var mapping = new List<MappedColumn>();
        foreach (var guess in guesses.Where(guess => guess.Confidence >= 0.5).OrderByDescending(guess => guess.Confidence).ThenBy(guess => guess.Column))
        {
            if (mapping.All(mapped => mapped.Field != guess.Field && mapped.Column != guess.Column))
                mapping.Add(guess with { Confidence = Math.Round(Math.Min(1, guess.Confidence), 2) });
        }
        return mapping;
    }

    /// <summary>A header that its column belies counts half.</summary>
    private static double Trust(ImportField field, string header, List<string> contents)
    {
        // "Response" may hold anything, while "Status" says what it is.
        if (field == ImportField.Status)
            return HeaderWords.IsStatus(header) || (contents.Count > 0 && Share(contents, SaysStanding) >= 0.5) ? 1 : Disproved;
        if (contents.Count == 0)
            return 0.9;
        if (field == ImportField.SignerTitle && Share(contents, cell => academic.Contains(HeaderWords.Folded(cell))) >= 0.5)
            return Disproved;
        var share = field switch
        {
            ImportField.Email => Share(contents, IsEmail),
            ImportField.State => Share(contents, cell => States.Find(cell) is not null || (cell.Length < 30 && !SaysStanding(cell))),
            ImportField.SubmittedAt => Share(contents, cell => !SaysStanding(cell)),
            ImportField.SignerName => Share(contents, cell => cell.Any(char.IsLetter)),
            ImportField.Scope => Share(contents, cell => Scopes.Find(cell) is not null),
            ImportField.Organization => Share(contents, cell => cell.Length > 1 && cell.Any(char.IsLetter) && !IsEmail(cell)) * (AreAnswers(contents) || AreYesOrNo(contents) ? 0 : 1),
            _ => 1,
        };
        return share >= 0.5 ? 1 : Belied;
    }

    private static bool SaysStanding(string cell) => Standings.Find(cell) is not (Standing.Unknown or Standing.Unsaid);

    /// <summary>As below "Are you authorized to sign on behalf of your organization?".</summary>
    internal static bool AreYesOrNo(List<string> contents) => contents.Count > 0 && contents.TrueForAll(cell => yesOrNo.Contains(HeaderWords.Folded(cell)));

    /// <summary>A few words over and over, as below "Does your organization endorse?".</summary>
    private static bool AreAnswers(List<string> contents) => contents.Count >= 4 && contents.Distinct(StringComparer.OrdinalIgnoreCase).Count() * 3 <= contents.Count;

    private static IEnumerable<(ImportField Field, double Score)> ByContents(List<string> contents)
    {
        if (contents.Count == 0)
            yield break;
        if (Share(contents, IsEmail) > 0.8)
            yield return (ImportField.Email, 0.6);
        if (Share(contents, cell => cell.StartsWith("http", StringComparison.OrdinalIgnoreCase) || cell.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) > 0.8)
            yield return (ImportField.Website, 0.55);
        if (Share(contents, cell => States.Find(cell) is not null) > 0.8)
            yield return (ImportField.State, 0.55);
        if (Share(contents, cell => Scopes.Find(cell) is not null) > 0.8)
            yield return (ImportField.Scope, 0.58);
    }

    private static double Share(List<string> contents, Func<string, bool> holds) => (double)contents.Count(holds) / contents.Count;

    private static bool IsEmail(string cell) => cell.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && cell.IndexOf('.', at) > at + 1 && !cell.Contains(' ', StringComparison.Ordinal);
}
