using System.Text.RegularExpressions;

namespace CoalitionLetters.FinalLetters;

/// <summary>What somebody gave to be compared with an edition: a file, or a fingerprint that was pasted into the form.</summary>
/// <param name="Sha256">Null where no file came, or no fingerprint could be read.</param>
/// <param name="Pasted">As it was entered; null where a file was to be compared. A fingerprint alone proves nothing of a file, since ours stands on the page.</param>
public sealed partial record Comparison(string? Sha256, string? Pasted)
{
    /// <summary>Takes what programs print: in capitals, in groups, or with the file's name before or behind it.</summary>
    public static Comparison OfPasted(string pasted)
    {
        var together = string.Concat(pasted.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        return new Comparison(Fingerprint().Match(together) is { Success: true } found ? found.Value : null, pasted.Trim());
    }

    public bool IsSameAs(Edition edition) => Sha256 == edition.Sha256;

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Fingerprint();
}
