namespace CoalitionLetters.Letters;

/// <summary>Lines of a letter that are typed one below the other. One that is too long is kept as it was typed, and said until somebody parts it.</summary>
public static class LongLines
{
    private const int MostSaid = 40;

    /// <returns>A sentence about the first line that is too long; null where none is.</returns>
    public static string? In(IEnumerable<string> lines) => lines.FirstOrDefault(line => line.Length > LetterContent.LineMaxLength) is { } line
        ? $"The line “{line[..MostSaid]}…” has {line.Length} characters; a line may have {LetterContent.LineMaxLength}. Shorten it, or part it into two."
        : null;

    /// <inheritdoc cref="In"/>
    public static string? FaultIn(LetterContent content) => In(
        [.. content.Letterhead.SelectMany(lead => lead.Address), .. content.Recipients.SelectMany(to => to.Address), .. content.Dockets, .. content.Cc, .. content.Enclosures]);
}
