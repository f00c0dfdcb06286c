namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>What the file says of itself, in its information dictionary and, with the same values, in its XMP metadata.</summary>
public sealed record PdfInfo
{
    /// <summary>Shown in the window's title bar; PDF/UA asks for one that is not blank.</summary>
    public required string Title { get; init; }

    public string Author { get; init; } = "";

    public string Subject { get; init; } = "";

    public string Keywords { get; init; } = "";

    /// <summary>The language of the text as a BCP 47 tag; parts in another language say so on their <see cref="StructureElement"/>.</summary>
    public string Language { get; init; } = "en-US";

    /// <summary>When the document was made and last changed. It comes from the document, never from the clock, so that the same input gives the same bytes.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The program that composed the document.</summary>
    public string Creator { get; init; } = "CoalitionLetters";
}
