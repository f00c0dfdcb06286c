using CoalitionLetters.Invitations;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;

namespace CoalitionLetters.Importing;

/// <summary>How much fits. Half a sentence in somebody's name is worse than none, so that a row with too long a text is not taken in.</summary>
internal static class RowLengths
{
    /// <summary>The first text that is too long, in a sentence with its column; null where all fit.</summary>
    public static string? TooLong(ImportedRow data, SheetLayout layout) => Texts(data, layout.Target)
        .Where(text => text.Text?.Length > text.Most)
        .Select(text => $"{(layout.ColumnOf(text.Field) is null ? "" : $"column {layout.LetterOf(text.Field)}: ")}the {text.Noun} has {text.Text!.Length:#,0} characters; {text.Most:#,0} fit")
        .FirstOrDefault();

    private static (ImportField Field, string Noun, string? Text, int Most)[] Texts(ImportedRow data, ImportTarget target) =>
    [
        (ImportField.SignerName, target == ImportTarget.Directory ? "contact's name" : "signer's name", data.SignerName, Signature.PersonMaxLength),
        (ImportField.Country, "country", data.Country, Organization.PlaceMaxLength),
        (ImportField.Website, "website", data.Website, Organization.WebsiteMaxLength),
        .. target switch
        {
            ImportTarget.Invitations => [(ImportField.Message, "message", data.Message, Invitation.MessageMaxLength)],
            ImportTarget.Directory => [(ImportField.SignerTitle, "contact's title", data.SignerTitle, Signature.PersonMaxLength), (ImportField.Notes, "note", data.OfRecord?.Notes, Organization.NotesMaxLength)],
            _ => new (ImportField, string, string?, int)[]
            {
                (ImportField.SignerTitle, "signer's title", data.SignerTitle, Signature.PersonMaxLength), (ImportField.Email, "mail address", data.Email, Signature.EmailMaxLength),
                (ImportField.Phone, "phone number", data.Phone, Signature.PhoneMaxLength), (ImportField.Quote, "quote", data.Quote, Signature.QuoteMaxLength),
                (ImportField.Reason, "reason", data.Reason, Signature.NoteMaxLength), (ImportField.Evidence, "evidence", data.Evidence, Signature.NoteMaxLength),
            },
        },
    ];
}
