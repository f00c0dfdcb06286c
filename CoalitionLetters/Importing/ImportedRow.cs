using CoalitionLetters.Listings;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Web.Forms;

namespace CoalitionLetters.Importing;

/// <summary>What one row of a list says, in our words.</summary>
public sealed record ImportedRow
{
    public int Row { get; init; }

    public string Name { get; init; } = "";

    public string? SignerName { get; init; }

    public string? SignerTitle { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Website { get; init; }

    public Scope? Scope { get; init; }

    /// <summary>The full name of a state or territory, or a region of another country.</summary>
    public string? State { get; init; }

    public string? Country { get; init; }

    public OrganizationKind Kind { get; init; }

    public string? Quote { get; init; }

    public string? Comment { get; init; }

    /// <summary>How the signature stood where the list comes from, in its own words.</summary>
    public string? Status { get; init; }

    public Standing Standing { get; init; }

    /// <summary>Why it waited for staff where the list comes from.</summary>
    public string? Reason { get; init; }

    /// <summary>How staff knew of the signature where the list comes from.</summary>
    public string? Evidence { get; init; }

    /// <summary>That it leads the letter; null where it does not.</summary>
    public LeadMark? Lead { get; init; }

    /// <summary>The reference, way and times of a signature of our own export, as it says them. They are told and never taken for true: a file could claim any.</summary>
    public string? Trail { get; init; }

    /// <summary>What an invitation's mail says beside its own words.</summary>
    public string? Message { get; init; }

    /// <summary>Answers to the letter's own questions, by their keys.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = NoAnswers;

    /// <summary>What only lists for the directory say; null in others.</summary>
    public RecordCells? OfRecord { get; init; }

    public bool WaitedForStaff => Standing == Standing.Waits;

    /// <summary>Nothing is taken from it. Who has not answered is no signatory, and may well be invited.</summary>
    public bool DoesNotStand(ImportTarget target) => Standing == Standing.Refused || (target != ImportTarget.Invitations && Standing is Standing.NotYet or Standing.No);

    /// <summary>Cells that could not be read, each a sentence with its column.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>What the row says of its place or its status in words that mean nothing to us, or must say and does not, each a sentence with its column: nothing of it is taken, and a person must correct it.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    private static readonly IReadOnlyDictionary<string, string> NoAnswers = new Dictionary<string, string>();

    /// <summary>What spreadsheets show in place of a value they could not work out, or have lost.</summary>
    public static bool IsFailedFormula(string text) => text is SheetMarks.LostText or "#REF!" or "#N/A" or "#VALUE!" or "#NAME?" or "#DIV/0!" or "#NUM!" or "#NULL!";

    public static string Failing(string text) => text == SheetMarks.LostText ? "the text of this cell is missing from the workbook" : $"{text} is a formula that failed";

    public static ImportedRow Read(SheetRow row, SheetLayout layout)
    {
        var (doubts, unknown) = (new List<string>(), new List<string>());
        string? Text(ImportField field) => layout.ColumnOf(field) is { } column && (layout.IsText ? ExportSafety.Restored(row[column]) : row[column]) is { Length: > 0 } text && (field == ImportField.Organization || !IsFailedFormula(text)) && OneLine(text, field) is { Length: > 0 } line ? line : null;

        foreach (var mapped in layout.Mapping.Where(mapped => mapped.Field != ImportField.Organization && IsFailedFormula(row[mapped.Column])))
            doubts.Add($"column {SheetColumns.Letter(mapped.Column + 1)}: {Failing(row[mapped.Column])}");

        if (row.IsHidden)
            doubts.Add("the row is hidden in the workbook and read all the same");

        var signer = Text(ImportField.SignerName) ?? Joined(Text(ImportField.FirstName), Text(ImportField.LastName));
        var email = MailCell.Read(Text(ImportField.Email), layout.LetterOf(ImportField.Email), doubts);
        var status = Text(ImportField.Status);
        var standing = StandingOf(status, layout, doubts, unknown);
        var place = RowPlace.Read(Text, layout, doubts, unknown);
        var kind = OrganizationKinds.Find(Text(ImportField.Kind));
        if (kind == OrganizationKind.Other && !OrganizationKinds.IsOther(Text(ImportField.Kind)))
            doubts.Add($"column {layout.LetterOf(ImportField.Kind)}: \u201c{Text(ImportField.Kind)}\u201d is no kind that we know and stands as \u201cother\u201d");

        return new ImportedRow
        {
            Row = row.Number,
            Name = Text(ImportField.Organization) ?? "",
            SignerName = signer,
            SignerTitle = Text(ImportField.SignerTitle),
            Email = email,
            Phone = PhoneIn(Text(ImportField.Phone), layout, doubts),
            Website = WebsiteIn(Text(ImportField.Website), layout, doubts),
            Scope = place.Scope,
            State = place.State,
            Country = place.Country,
            Kind = kind,
            Quote = Text(ImportField.Quote),
            Comment = Text(ImportField.Comment),
            Status = status,
            Standing = standing,
            Reason = Text(ImportField.Reason),
            Evidence = Text(ImportField.Evidence),
            Lead = LeadMark.Read(Text, layout, doubts),
            Trail = layout.Trail.Count == 0 ? null : string.Join(", ", layout.Trail.Select(column => (column.Word, Cell: row[column.Column])).Where(said => said.Cell.Length > 0).Select(said => $"{said.Word} {said.Cell}")),
            Message = Text(ImportField.Message),
            Answers = AnswersIn(row, layout, doubts),
            OfRecord = layout.Target == ImportTarget.Directory ? RecordCells.Read(Text, layout, doubts) : null,
            Doubts = doubts.Count == 0 ? [] : doubts,
            Unknown = unknown.Count == 0 ? [] : unknown,
        };
    }

    private static Standing StandingOf(string? status, SheetLayout layout, List<string> doubts, List<string> unknown)
    {
        var (standing, column) = (Standings.Find(status), layout.ColumnOf(ImportField.Status));
        if (layout.Target == ImportTarget.Invitations && standing is Standing.Unknown or Standing.No)
            doubts.Add($"column {layout.LetterOf(ImportField.Status)}: its status is \u201c{status}\u201d; look whether it should be invited");
        else if (standing == Standing.Unknown)
            unknown.Add($"column {layout.LetterOf(ImportField.Status)}: \u201c{status}\u201d is no status that we know; correct it");
        else if (standing == Standing.Unsaid && column is { } asked && layout.Target == ImportTarget.Signatures && !HeaderWords.IsStatus(layout.HeaderOf(asked)))
            unknown.Add($"column {SheetColumns.Letter(asked + 1)}: nothing is answered below \u201c{layout.HeaderOf(asked)}\u201d; correct it");
        return standing;
    }

    /// <summary>What is too long is told with its length, by whoever asks how much fits.</summary>
    private static string? PhoneIn(string? text, SheetLayout layout, List<string> doubts)
    {
        if (text is null || NoNames.IsUnsaid(text))
            return null;
        if (text.Any(char.IsDigit) || text.Length > Signature.PhoneMaxLength)
            return text;
        doubts.Add($"column {layout.LetterOf(ImportField.Phone)}: \u201c{text}\u201d is no phone number and is left out");
        return null;
    }

    private static string? WebsiteIn(string? text, SheetLayout layout, List<string> doubts)
    {
        if (text is null || NoNames.IsUnsaid(text))
            return null;
        if (text.Length > Organization.WebsiteMaxLength)
            return text;
        var site = Websites.Find(text);
        if (site is null)
            doubts.Add($"column {layout.LetterOf(ImportField.Website)}: \u201c{text}\u201d is no web address and is left out");
        return site;
    }

    private static IReadOnlyDictionary<string, string> AnswersIn(SheetRow row, SheetLayout layout, List<string> doubts)
    {
        if (layout.Answers.Count == 0)
            return NoAnswers;
        var answers = new Dictionary<string, string>();
        foreach (var answer in layout.Answers)
        {
            var cell = layout.IsText ? ExportSafety.Restored(row[answer.Column]) : row[answer.Column];
            if (!IsFailedFormula(cell) && answer.Read(cell, doubts) is { } said)
                answers[answer.Question.Key] = said;
        }
        return answers;
    }

    /// <summary>As the forms read a line. What was damaged on its way stays as it is, so that it can be told.</summary>
    private static string OneLine(string text, ImportField field) =>
        field is ImportField.Comment or ImportField.Quote or ImportField.Notes or ImportField.Message or ImportField.OtherNames or ImportField.Acronyms or ImportField.FormerNames ? text
        : IsDamaged(text) ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        : PlainLine.Of(text);

    /// <summary>Characters stand in it that nobody types; blanks and line breaks are none.</summary>
    public static bool IsDamaged(string text) => text.Any(c => c == '\uFFFD' || (char.IsControl(c) && !char.IsWhiteSpace(c)));

    private static string? Joined(string? first, string? last) => (first, last) switch
    {
        (null, _) => last,
        (_, null) => first,
        _ => $"{first} {last}",
    };
}
