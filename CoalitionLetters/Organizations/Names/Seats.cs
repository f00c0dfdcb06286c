namespace CoalitionLetters.Organizations.Names;

/// <summary>Whether a place behind a name is where the body sits, or one of many places that have such a body.</summary>
internal static class Seats
{
    /// <summary>"…, London", "…, New York", "…, India": where a body has no chapters, its seat. In the United States only cities that are nearly always one, or behind a name that nobody else bears.</summary>
    public static bool IsSeat(Addition place, NameCore name)
    {
        if (name.Known.Any(known => known.Organization.HasChapters) || NameWords.Federations.Contains(name.Tokens[^1]))
            return false;
        return place.PlaceKind switch
        {
            PlaceKind.Country => !name.Words.Any(word => NameWords.WorldWide.Contains(word.Text)),
            PlaceKind.City => place.Key is "new york city" or "washington" || Places.Find(place.Key)?.States is null or [] || IsAlone(name),
            PlaceKind.State => place.Key is "new york" or "district of columbia",
            _ => false,
        };
    }

    /// <summary>One known body without chapters or bodies of its own, of no whole nation and not of words of the trade alone; or a name that stands for itself. No congregation or institution, of which a town has one of the name.</summary>
    public static bool IsAlone(NameCore name) =>
        name.Tokens.Length >= (name.Known.Count > 0 ? 2 : 3) && !name.Tokens.Any(word => word is "usa" or "america" or "american" or "national" || NameWords.WorldWide.Contains(word) || NameWords.Congregations.Contains(word) || NameWords.Institutions.Contains(word))
        && name.Tokens.Any(NameCore.IsOwn) && (name.Known is [{ Vouched: true } known] ? !known.Organization.HasChapters && !KnownNames.Shipped.IsParent(known.Organization) && known.Organization.ParentName is null : name.Known.Count == 0 && SelfNamed.IsByItself(name));

    /// <summary>No "National Human Rights Commission", of which there may be one in every country.</summary>
    public static bool IsOneOfItsName(NameCore name) =>
        name.Known.Count > 0 || name.IsDistinctive && !name.Tokens.Any(word => NameWords.Congregations.Contains(word) || NameWords.Institutions.Contains(word));

    /// <summary>"Economic Policy Research" and "Economic and Policy Research" are two.</summary>
    public static bool HaveOneOrderOfSmallWords(NameCore a, NameCore b) =>
        a.Words.Select(word => word.Text).Where(IsJoint).SequenceEqual(b.Words.Select(word => word.Text).Where(IsJoint));

    private static bool IsJoint(string word) => NameWords.Small.Contains(word) && word is not "the";

    /// <summary>"Riverkeeper": one word for those who do a thing, each in a place of their own.</summary>
    public static bool AreMany(NameCore name) =>
        name.Tokens is [var word] && DescribingWords.Doers.Any(doer => word.Length >= doer.Length + 3 && word.EndsWith(doer, StringComparison.Ordinal) && EnglishWords.IsCommon(word[..^doer.Length]));
}
