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
}

/// <summary>A field and the column that holds it, with how sure the guess is, from 0 to 1.</summary>
/// <param name="Column">Counted from 0.</param>
/// <param name="Header">The words above the column; its letter where the file has no header.</param>
public sealed record MappedColumn(ImportField Field, int Column, string Header, double Confidence);
