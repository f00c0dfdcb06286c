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
    /// <summary>The letter has its organization already, so that taking the row in changes nothing.</summary>
    public bool AddsNothing { get; init; }

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
    private readonly NameIndex<int> earlier = new(searchable: false, mostRead: 20_000);

    private bool isEncodingGuessed;
    private string[] headers = [];

    /// <summary>Organizations so far, after joining what is certain; those of the directory that the file names count too.</summary>
    public int Unique { get; private set; }

    private readonly HashSet<Guid> joined = [];
    private readonly Dictionary<Guid, int> rowOfRecord = [];

    /// <exception cref="ImportFault">The file turns out to be unreadable further down, or has no column of names.</exception>
    public IEnumerable<PlannedRow> Run(Sheet sheet)
    {
        if (layout.ColumnOf(ImportField.Organization) is null)
            throw new ImportFault(layout.HeaderRow ?? 1, layout.Unsure ?? "no column looks like the names of organizations. Say which one it is.");

        isEncodingGuessed = sheet.Encoding == FileEncoding.Fallback;
        var any = false;
        headers = [.. layout.Headers.Select(HeaderWords.Folded)];
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
        if (SideRows.IsTotal(row))
            return new(row.Number, "", RowFate.Skipped, "totals row");
        var name = row[layout.ColumnOf(ImportField.Organization)!.Value];
        if (layout.Headers.Count > 0 && row.Beyond(layout.Headers.Count) is { } beyond)
            return new(row.Number, name, RowFate.Unclear, beyond);
        if (SideRows.WhatElse(row, layout.Headers.Count) is { } note)
            return new(row.Number, name, RowFate.Unclear, note);

        var data = ImportedRow.Read(row, layout);
        if (data.DoesNotStand(layout.Target))
            return new(row.Number, data.Name, RowFate.Skipped, $"column {layout.LetterOf(ImportField.Status)}: its status is \u201c{data.Status}\u201d");
        return Refusal(data) is { } refusal
            ? new(row.Number, data.Name, RowFate.Unclear, refusal, data)
            : Matched(data);
    }

    /// <summary>Files that were joined have it once more, and a mark of their encoding before it.</summary>
    private bool IsHeaderAgain(SheetRow row) =>
        headers.Any(header => header.Length > 0) && headers.Index().All(header => header.Item == HeaderWords.Folded(row[header.Index]));

    private string? Refusal(ImportedRow data)
    {
        var column = layout.LetterOf(ImportField.Organization);
        if (data.Name.Length == 0)
            return $"column {column}: no name of an organization";
        if (data.Name.Length > Organization.NameMaxLength)
            return $"column {column}: the name has {data.Name.Length} characters; {Organization.NameMaxLength} are the most. Shorten it in the file, as it should be printed, and import it again";
        if (!data.Name.Any(char.IsLetterOrDigit))
            return $"column {column}: \"{data.Name}\" is no name";
        // The directory is not printed.
        if (layout.Target != ImportTarget.Directory && Printable.Unprintable(data.Name) is { } character)
            return $"column {column}: no letter can be printed with “{character}”, which stands in the name";
        if (data.Name is "TRUE" or "FALSE")
            return $"column {column}: {data.Name} says yes or no and is no name";
        if (ImportedRow.IsFailedFormula(data.Name))
            return $"column {column}: {ImportedRow.Failing(data.Name)}, no name";
        if (DateTime.TryParseExact(data.Name, ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "M/d/yyyy", "d/M/yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return $"column {column}: \"{data.Name}\" is a date, no name";
        if (NoNames.Find(data.Name) is { } none && data.OfRecord?.Id is null && !IsKnown(data.Name))
            return $"column {column}: \"{data.Name}\" {Words(none)}";
        if (!Printable.IsName(data.Name) && data.OfRecord?.Id is null && !IsKnown(data.Name))
            return $"column {column}: \"{data.Name}\" is too short for a name. Write out the whole name, with two letters or digits at least";
        if (FileEncoding.Ungarbled(data.Name) is { } meant)
            return $"column {column}: \"{data.Name}\" seems to be \"{meant}\", garbled on its way. Save the file again as \"CSV UTF-8\"";
        if (ImportedRow.IsDamaged(data.Name))
            return $"column {column}: the name holds characters that were damaged on the way";
        return RowLengths.TooLong(data, layout);
    }

    /// <summary>Somebody may have entered a body that is called "50501", and "350" is in the shipped list; in our own export it bears its record's key.</summary>
    private bool IsKnown(string name) => NameShape.Of(name).Whole.Known.Count > 0 || directory?.Match(name, most: 1).FirstOrDefault() is { Comparison.JoinsByItself: true };

    private static string Words(NoName none) => none switch
    {
        NoName.Number => "is a number, no name. Enter it by hand if an organization is called so",
        NoName.MailAddress => "is a mail address, no name",
        NoName.WebAddress => "is a web address, no name",
        NoName.PhoneNumber => "is a phone number, no name",
        _ => "stands in place of a name and names no organization",
    };

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

    private PlannedRow Resembling(ImportedRow data, NameComparison comparison, string other)
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

    private string WithDoubts(ImportedRow data, string reason)
    {
        IEnumerable<string> encoding = isEncodingGuessed && FileEncoding.MisreadWord(data.Name) is { } word ? [$"column {layout.LetterOf(ImportField.Organization)}: \"{word}\" looks as if the file were in another encoding. Choose that and try again"] : [];
        return string.Join("; ", [reason, .. encoding, .. data.Doubts, .. data.Unknown]);
    }
}
