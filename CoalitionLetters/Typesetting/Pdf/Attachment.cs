namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>A file carried inside the PDF, as PDF/A-3 allows.</summary>
/// <param name="Name">The file's name, with its extension.</param>
/// <param name="MediaType">For example text/csv.</param>
/// <param name="Description">What it holds, in words for a reader.</param>
/// <param name="ModifiedAt">When the content was made; from the document, never the clock.</param>
public sealed record Attachment(
    string Name, string MediaType, byte[] Content, string Description, AttachmentRelationship Relationship, DateTimeOffset ModifiedAt);

/// <summary>What an attachment is to the document (ISO 19005-3, annex E: AFRelationship).</summary>
public enum AttachmentRelationship
{
    /// <summary>The document was made from it.</summary>
    Source,

    /// <summary>The data behind something shown, as a list behind a table.</summary>
    Data,

    /// <summary>The same content in another form.</summary>
    Alternative,

    Supplement,

    Unspecified,
}
