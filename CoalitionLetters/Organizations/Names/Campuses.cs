namespace CoalitionLetters.Organizations.Names;

/// <summary>Universities: the place before the word and behind it make two ("Miami University" is not the University of Miami), and schools and clinics are parts.</summary>
internal static class Campuses
{
    private static readonly string[] lawSchool = ["law", "school"];

    /// <summary>What is left of the name without its places says only that it is a university.</summary>
    public static bool AreOf(NameReading reading) =>
        reading.Base.Tokens.Length is 1 or 2 && NameWords.Universities.Overlaps(reading.Base.Tokens) && reading.Base.Tokens.All(token => token == "state" || NameWords.Universities.Contains(token))
        && reading.Additions.Count > 0 && reading.Additions.All(addition => addition.Kind == AdditionKind.Place);

    public static NameComparison Judge(NameReading one, NameReading other)
    {
        var (a, b) = (Places(one), Places(other));
        if (one.Additions.Any(place => place.IsBefore) == other.Additions.Any(place => place.IsBefore) && one.Base.Loose == other.Base.Loose)
        {
            if (a.SequenceEqual(b))
                return new(Verdict.Same, false, 0.9, [$"both are {one.Base} of {string.Join(", ", a)}"]);
            if (a.SequenceEqual(b.Take(a.Count)) || b.SequenceEqual(a.Take(b.Count)))
                return new(Verdict.Affiliate, false, 0.6, [$"a campus: {string.Join(", ", a.Count > b.Count ? a.Skip(b.Count) : b.Skip(a.Count))}"]);
        }
        return new(Verdict.Different, false, 0.3, ["universities whose names set the place otherwise are two"]);
    }

    /// <summary>From the word "university" outward, each once: "University of California, Berkeley, CA".</summary>
    private static List<string> Places(NameReading reading) => [.. reading.Additions.Select(addition => addition.Key).Reverse().Distinct()];

    /// <summary>"Yale Law School", "University of Toronto Faculty of Law".</summary>
    public static NameComparison? Of(NameCore university, NameCore part)
    {
        if (university.Tokens.Length is < 2 or > 5 || !university.Tokens.Any(NameWords.Universities.Contains))
            return null;
        var isWhole = part.Tokens.Length > university.Tokens.Length && part.Tokens.AsSpan().StartsWith(university.Tokens);
        var name = university.Tokens[^1] == "university" ? university.Tokens[..^1] : [];
        var isShort = name.Length > 0 && (!Names.Places.IsPlace(string.Join(' ', name)) || part.Tokens.AsSpan().EndsWith(lawSchool)) && part.Tokens.Length > name.Length + 1 && part.Tokens.AsSpan().StartsWith(name);
        if (!isWhole && !isShort)
            return null;

        var more = part.Tokens[(isWhole ? university.Tokens.Length : name.Length)..];
        return more.Any(NameWords.CampusParts.Contains) && (isWhole || !more.Any(NameWords.Universities.Contains))
            ? new(Verdict.Affiliate, false, 0.6, [$"part of {university}: {string.Join(' ', more.Select(part.Given))}"])
            : null;
    }
}
