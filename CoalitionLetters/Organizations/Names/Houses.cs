namespace CoalitionLetters.Organizations.Names;

/// <summary>A single house or service ("Roadrunner Food Bank"): a place behind its name says where it is, and makes no chapter of it.</summary>
internal static class Houses
{
    /// <summary>The same where the name is its own; asked about where it is made of words that all such houses share.</summary>
    public static NameComparison? Judge(NameReading parent, NameReading part, List<Addition> additions, string label)
    {
        if (parent.Base.Known.Concat(part.Base.Known).Any(known => known.Organization.HasChapters) || additions.Exists(addition => addition.IsBefore || !IsWhere(addition)))
            return null;
        if (part.Additions.Count == additions.Count && additions is [{ IsAside: true }] && part.Base is { Acronym: { Length: >= 4 } letters } && parent.Base.Acronym is null && Acronyms.Fit(letters, parent.Base.Words) == AcronymFit.Exact)
            return new(Verdict.Same, false, 0.75, [$"{letters.ToUpperInvariant()} is an acronym of {parent.Base}, and the place says where it is: {label}"]);
        // A well-known body has offices in several places, whether the list says so or not.
        if (!IsHouse(parent.Base.Words) || parent.Base.Known.Count > 0 || part.Base.Known.Count > 0)
            return null;
        if (parent.Base.Words.Any(word => word.Text is "national" or "nacional" || NameWords.WorldWide.Contains(word.Text)))
            return null;
        var isOne = IsOneOfItsName(parent.Base);
        // A coalition or service of common words may well have others in other places.
        if (!isOne && (parent.Base.Tokens[^1] is "coalition" or "services"))
            return null;
        return isOne && parent.Additions.Count == 0 && HaveOneOrder(parent.Base, part.Base) && Seats.HaveOneOrderOfSmallWords(parent.Base, part.Base)
            ? new(Verdict.Same, false, 0.75, [$"the place says where {parent.Base} is: {label}"])
            : new(Verdict.Ask, false, 0.5, [$"the place says where it is, or which of several of that name: {label}"]);
    }

    /// <summary>"Center for Disability Rights" and "Disability Rights Center, NH" are two.</summary>
    private static bool HaveOneOrder(NameCore a, NameCore b) =>
        a.Squashed == b.Squashed || (a.Tokens.Length == b.Tokens.Length && a.Tokens.Zip(b.Tokens).All(pair => Spelling.Relation(pair.First, pair.Second) != WordRelation.Different));

    /// <summary>A place without a word that makes an office or a chapter of it.</summary>
    public static bool IsWhere(Addition addition) =>
        addition is { Kind: AdditionKind.Place, PlaceKind: not PlaceKind.Country } && !NameText.Read(addition.ToString()).Words.Any(word => NameWords.PartHeads.Contains(word.Text) || NameWords.ChapterWords.Contains(word.Text) || word.Text is "offices" or "field" or "local" or "headquarters" or "filial" or "oficina" or "capitulo" or "seccion");

    /// <summary>The noun of the name is one of a house: the last word before a preposition, or the first of a Spanish or French name.</summary>
    public static bool IsHouse(IReadOnlyList<NameWord> words)
    {
        var first = words.Count > 2 && words[0].Text is "la" or "el" or "las" or "los" or "le" or "les" ? 1 : 0;
        if (NameWords.HouseNounsInFront.Contains(words[first].Text))
            return true;
        var end = Enumerable.Range(1, words.Count - 1).FirstOrDefault(i => words[i].Text is "of" or "for" or "on" or "at" or "in" or "against" or "to", words.Count);
        return NameWords.HouseNouns.Contains(words[end - 1].Text) || NameWords.HousePhrases.EndingAt(words, end) is not null;
    }

    /// <summary>No "Worker Justice Center", "Free Clinic", "Mercy House" or "Grace Church", of which there are many.</summary>
    public static bool IsOneOfItsName(NameCore name) =>
        name.Tokens.Any(word => (name.Tokens.Length > 2 || !EnglishWords.IsCommon(word) || !name.Tokens.Any(NameWords.CommonHouses.Contains)) && IsOwn(word));

    public static bool IsOwn(string word) =>
        NameCore.IsOwn(word) && !NameWords.Commonplace.Contains(word) && !NameWords.Landscape.Contains(word) && !NameWords.HouseNouns.Contains(word) && !NameWords.HouseNounsInFront.Contains(word) && !IsPeople(word);

    public static bool IsPeople(string word) => NameWords.Demonyms.ContainsKey(word) || Nationalities.CountryOf(word) is not null;
}
