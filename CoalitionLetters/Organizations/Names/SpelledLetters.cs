namespace CoalitionLetters.Organizations.Names;

/// <summary>
/// Letters beside words that they stand for mean what the words say, whomever the list knows by them: "MIRA (Mississippi Immigrants Rights Alliance)" is not
/// the Massachusetts Immigrant and Refugee Advocacy Coalition.
/// </summary>
internal static class SpelledLetters
{
    /// <summary>The words name none of the bodies that the list knows by the letters.</summary>
    public static bool Contradict(NameCore words, NameCore letters) =>
        words.Words.Count > 1 && letters.Known.Count > 0 && !letters.Known.Any(name => words.Known.Any(known => known.Organization == name.Organization) || Name(words, name.Organization));

    private static bool Name(NameCore words, KnownOrganization organization) =>
        KnownNames.Shipped.NamesOf(organization).Any(name => name.Words.Count > 1 && SamenessRules.Of(name, words).IsSame);

    /// <summary>Letters before the words in parentheses, as a name that is its words with the letters beside them; null where the words say nothing else than the list.</summary>
    public static (NameCore Words, OtherName Letters)? Turned(NameCore whole, IReadOnlyList<OtherName> others) =>
        whole.Known.Count > 0 && others.FirstOrDefault(other => IsTold(other) && NameShape.Stands(whole, other.Core) && Contradict(other.Core, whole)) is { } words
            ? (words.Core, Without(new OtherName(whole, OtherNameKind.Told)))
            : null;

    /// <summary>Takes what the list knows off letters that the name itself spells otherwise.</summary>
    public static void Overrule(NameCore whole, List<OtherName> others)
    {
        IReadOnlyList<NameCore> words = [.. others.Where(other => IsTold(other) && other.Core.Acronym is null && other.Core.Words.Count > 1).Select(other => other.Core)];
        if (words.Count == 0 && whole.Words.Count(word => !word.IsUpper) > 1)
            words = [whole];
        if (words.Count == 0)
            return;
        for (var i = 0; i < others.Count; i++)
        {
            if (IsTold(others[i]) && others[i].Core.Acronym is not null && words.All(told => Contradict(told, others[i].Core) && !Resemble(told, others[i].Core)))
                others[i] = Without(others[i]);
        }
    }

    /// <summary>"SURJ (Showing Up for Racial Justice) Boston": the words take the place of the letters before a place or a part.</summary>
    public static IReadOnlyList<NameWord>? InPlaceOf(IReadOnlyList<NameWord> words, NameCore spelled)
    {
        if (words.Count < 2 || words[0] is not { IsUpper: true, Text: { Length: >= 3 } letters } || spelled.Words.Count < 2 || Acronyms.Fit(letters, spelled.Words) != AcronymFit.Exact)
            return null;
        IReadOnlyList<NameWord> rest = [.. words.Skip(1)];
        return Places.StartingAt(rest, 0, out _) is not null || NameReadings.IsAddition(rest) && !NameReadings.IsBody(rest) ? [.. spelled.Words, .. rest] : null;
    }

    /// <summary>Half of the words or more are the known body's, and the others name no place: "B.C. General Employees' Union (BCGEU)".</summary>
    private static bool Resemble(NameCore words, NameCore letters) =>
        letters.Known.SelectMany(name => KnownNames.Shipped.NamesOf(name.Organization)).Any(name =>
            words.Tokens.Where(word => !name.Tokens.Any(other => Spelling.Relation(word, other) is not WordRelation.Different)).ToList() is var own && own.Count * 2 <= words.Tokens.Length && !own.Exists(word => Places.Find(word) is { NeedsCapitals: false }));

    private static bool IsTold(OtherName other) => other.Kind is OtherNameKind.Told or OtherNameKind.ToldLoosely;

    private static OtherName Without(OtherName letters) =>
        letters with { Core = new NameCore(letters.Core.Words) { Known = [] }, Overruled = letters.Core.Known };
}
