namespace CoalitionLetters.Letters;

/// <summary>What keeps a letter's words from being signed, because they could not be printed as they are.</summary>
public static class LetterFaults
{
    /// <returns>A sentence that says what to mend; null where nothing is wrong.</returns>
    public static string? In(LetterContent content) => LetterNotes.FaultIn(LetterMarkdown.Parse(content.Body)) ?? Placeholders.FaultIn(content) ?? LongLines.FaultIn(content);
}
