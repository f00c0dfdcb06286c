namespace CoalitionLetters.Typesetting.Documents;

/// <summary>The words that the engine itself sets, in the document's language.</summary>
public sealed record SheetWords
{
    public static SheetWords English { get; } = new();

    public static SheetWords Spanish { get; } = new()
    {
        Continued = "(continúa)",
        Footnote = "Nota",
        BackToText = "Volver al texto de la nota",
        Signature = "Firma",
        PageOf = (page, total) => $"Página {page} de {total}",
    };

    public string Continued { get; init; } = "(continued)";

    public string Footnote { get; init; } = "Footnote";

    public string BackToText { get; init; } = "Back to the text of footnote";

    /// <summary>Of the unseen field of a signed file.</summary>
    public string Signature { get; init; } = "Signature";

    public Func<int, int, string> PageOf { get; init; } = (page, total) => $"Page {page} of {total}";
}
