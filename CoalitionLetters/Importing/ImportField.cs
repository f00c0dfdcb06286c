namespace CoalitionLetters.Importing;

/// <summary>What a column of a list can mean to us.</summary>
public enum ImportField
{
    Organization,
    SignerName,
    FirstName,
    LastName,
    SignerTitle,
    Email,
    Phone,
    Website,
    Scope,
    State,
    City,
    Country,
    Kind,
    Quote,
    Comment,
    SubmittedAt,
    Status,
    Message,
    Record,
    OtherNames,
    Acronyms,
    FormerNames,
    Domains,
    Parent,
    ParentRecord,
    Notes,
    Reason,
    Evidence,
    Lead,
}

/// <summary>What a list is taken in as.</summary>
public enum ImportTarget { Signatures, Invitations, Directory }

public static class ImportFields
{
    private static readonly ImportField[] ofRecords = [ImportField.Record, ImportField.OtherNames, ImportField.Acronyms, ImportField.FormerNames, ImportField.Domains, ImportField.Parent, ImportField.ParentRecord, ImportField.Notes];
    private static readonly ImportField[] ofSignatures = [ImportField.Quote, ImportField.Comment, ImportField.SubmittedAt, ImportField.Status, ImportField.Reason, ImportField.Evidence, ImportField.Lead];

    /// <summary>Whether a list of this kind has the field at all.</summary>
    public static bool IsFor(this ImportField field, ImportTarget target) => target switch
    {
        ImportTarget.Directory => !ofSignatures.Contains(field) && field != ImportField.Message,
        ImportTarget.Invitations => !ofRecords.Contains(field) && field is not (ImportField.Reason or ImportField.Evidence or ImportField.Lead),
        _ => !ofRecords.Contains(field) && field != ImportField.Message,
    };
}

/// <summary>A field and the column that holds it, with how sure the guess is, from 0 to 1.</summary>
/// <param name="Column">Counted from 0.</param>
/// <param name="Header">The words above the column; its letter where the file has no header.</param>
public sealed record MappedColumn(ImportField Field, int Column, string Header, double Confidence);
