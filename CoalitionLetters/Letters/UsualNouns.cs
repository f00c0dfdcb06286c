namespace CoalitionLetters.Letters;

/// <summary>The words that are counted, as a letter begins with them. They follow its language and who signs it as long as staff have not written their own.</summary>
public static class UsualNouns
{
    /// <summary>One and many, by the letter's language and the kind of its signatories.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string[]>> ByLanguage = new Dictionary<string, IReadOnlyDictionary<string, string[]>>
    {
        ["en"] = ByKind(["organization", "organizations"], ["official", "officials"], ["individual", "individuals"]),
        ["es"] = ByKind(["organización", "organizaciones"], ["funcionario", "funcionarios"], ["persona", "personas"]),
    };

    public static (string One, string Many) For(string language, SignatoryKind signatories) => ByLanguage[LanguageOf(language)][signatories.ToString()] is [var one, var many] ? (one, many) : default;

    /// <summary>One of the words is a usual one of a language in which the letter is not.</summary>
    public static bool AreOfOtherLanguage(LetterContent letter) => ByLanguage.Where(words => words.Key != LanguageOf(letter.Language)).SelectMany(words => words.Value.Values).Any(words =>
        words[0].Equals(letter.NounOne.Trim(), StringComparison.OrdinalIgnoreCase) || words[1].Equals(letter.NounMany.Trim(), StringComparison.OrdinalIgnoreCase));

    private static string LanguageOf(string language) => language == "es" ? "es" : "en";

    private static Dictionary<string, string[]> ByKind(string[] organizations, string[] officials, string[] individuals) => new()
    {
        [nameof(SignatoryKind.Organizations)] = organizations,
        [nameof(SignatoryKind.Officials)] = officials,
        [nameof(SignatoryKind.Individuals)] = individuals,
    };
}
