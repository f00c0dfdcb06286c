namespace CoalitionLetters.Listings;

/// <summary>The little grammar that lists need in English and Spanish.</summary>
public static class Languages
{
    public static bool IsSpanish(string language) => language.StartsWith("es", StringComparison.OrdinalIgnoreCase);

    /// <summary>"a", "a and b", "a, b and c"; null for nothing.</summary>
    public static string? Enumerate(IReadOnlyList<string> pieces, string language)
    {
        if (pieces.Count < 2)
            return pieces.Count == 0 ? null : pieces[0];

        var and = !IsSpanish(language) ? "and" : SoundsLikeI(pieces[^1]) ? "e" : "y";
        return $"{string.Join(", ", pieces.SkipLast(1))} {and} {pieces[^1]}";
    }

    // "y" becomes "e" before the sound of i, but not before a diphthong (hierba).
    private static bool SoundsLikeI(string word) =>
        (word.StartsWith("i", StringComparison.OrdinalIgnoreCase) || word.StartsWith("hi", StringComparison.OrdinalIgnoreCase))
        && !word.StartsWith("hie", StringComparison.OrdinalIgnoreCase);
}
