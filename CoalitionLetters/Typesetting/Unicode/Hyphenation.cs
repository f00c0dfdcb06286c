namespace CoalitionLetters.Typesetting.Unicode;

/// <summary>
/// Where words may be divided, by the patterns of F. M. Liang ("Word Hy-phen-a-tion by Com-put-er", 1983) for American English and
/// Spanish, from the hyph-utf8 package; their licences stand at the top of the pattern files. Patterns are read on first need.
/// </summary>
public static class Hyphenation
{
    private const int ShortestWord = 5;

    private static readonly Lazy<HyphenationPatterns> English = new(() => HyphenationPatterns.Read("hyphenation-en.txt", left: 2, right: 3));
    private static readonly Lazy<HyphenationPatterns> Spanish = new(() => HyphenationPatterns.Read("hyphenation-es.txt", left: 2, right: 2));

    /// <summary>
    /// The indexes before which the word may be divided. None for languages other than English and Spanish, for what does not
    /// consist of letters alone, for short words, and for words with a capital beyond the first letter: acronyms and names.
    /// </summary>
    /// <param name="language">A BCP 47 tag such as "es-MX".</param>
    public static IReadOnlyList<int> Points(ReadOnlySpan<char> word, string language)
    {
        if (word.Length is < ShortestWord or > HyphenationPatterns.LongestWord || PatternsFor(language) is not { } patterns)
        {
            return [];
        }

        Span<char> lower = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsLetter(word[i]) || (i > 0 && char.IsUpper(word[i])))
            {
                return [];
            }

            lower[i] = char.ToLowerInvariant(word[i]);
        }

        return patterns.Points(lower);
    }

    private static HyphenationPatterns? PatternsFor(string language) =>
        IsOrBelongsTo(language, "en") ? English.Value : IsOrBelongsTo(language, "es") ? Spanish.Value : null;

    private static bool IsOrBelongsTo(string language, string primary) =>
        language.StartsWith(primary, StringComparison.OrdinalIgnoreCase) && (language.Length == primary.Length || language[primary.Length] == '-');
}
