namespace CoalitionLetters.Importing;

/// <summary>How a file is to be read, as far as staff say it; what they leave out is found from the file itself.</summary>
/// <param name="Encoding">Of a text: one of <see cref="FileEncoding.Known"/>.</param>
/// <param name="Delimiter">Of a text: the character between its cells.</param>
/// <param name="Sheet">Of a workbook: the name of the sheet.</param>
public sealed record Reading(string? Encoding = null, char? Delimiter = null, string? Sheet = null)
{
    /// <summary>Nothing is said.</summary>
    public static readonly Reading Found = new();
}
