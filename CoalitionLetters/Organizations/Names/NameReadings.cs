namespace CoalitionLetters.Organizations.Names;

internal enum AdditionKind
{
    /// <summary>Local 328, Council 31.</summary>
    Unit,

    Place,

    /// <summary>Foundation, Action Fund.</summary>
    Arm,

    /// <summary>Office of Public Witness, Youth Division.</summary>
    Part,

    /// <summary>USA beside an international parent.</summary>
    Country,

    /// <summary>National, International, of America: often only a longer form of one name.</summary>
    Reach,
}

/// <param name="Key">The same for the same thing: "local 328", "texas".</param>
/// <param name="IsMarked">Behind the name, after "of", a comma or a dash, or with a word such as Chapter.</param>
/// <param name="IsBefore">It stands before the name: "Miami University".</param>
/// <param name="IsAddress">A city and its state behind a comma or dash, as an address is typed: "…, Oakland, CA".</param>
/// <param name="IsBehindComma">A comma and nothing else stands between the name and the place.</param>
/// <param name="IsAside">In parentheses, and nothing else is: "(Maine)".</param>
/// <param name="Code">Two capitals that name the place, and may name a country: "NL".</param>
/// <param name="Given">Where the name gives it.</param>
internal readonly record struct Addition(AdditionKind Kind, string Key, PlaceKind PlaceKind = PlaceKind.City, bool IsMarked = true, bool IsBefore = false, bool IsAddress = false, bool IsBehindComma = false, bool IsAside = false, string? Code = null, Written Given = default)
{
    public override string ToString() => Given.Source is null ? Key : Given.ToString();
}

/// <summary>One way to take a name: the name of a parent, and what makes the body a part of it.</summary>
/// <param name="Federation">A union or federation named behind the name ("…, AFL-CIO").</param>
/// <param name="FederationUnit">The body's number in it ("…, AFT Local 1").</param>
internal sealed record NameReading(NameCore Base, IReadOnlyList<Addition> Additions, KnownOrganization? Federation, string? FederationUnit);

/// <summary>Takes units, places, arms and parts off a name, from its end and then from its start.</summary>
internal static class NameReadings
{
    private const int MostReadings = 12;

    public static IReadOnlyList<NameReading> Of(NameCore whole)
    {
        var written = Abbreviations.WrittenOut(whole.Words);
        var readings = new List<NameReading> { new(written == whole.Words ? whole : new NameCore(written), [], null, null) };
        var state = new Stripping(readings[0]);
        while (state.StripEnd())
            readings.Add(state.Reading());

        foreach (var reading in readings.ToList())
        {
            var start = new Stripping(reading);
            while (start.StripStart() && readings.Count < MostReadings)
                readings.Add(start.Reading());
        }
        readings[0] = readings[0] with { Base = whole };
        return readings;
    }

    /// <summary>Whether words behind a dash or colon are a place, a unit or a part, and so no tagline.</summary>
    public static bool IsAddition(IReadOnlyList<NameWord> words) => Abbreviations.WrittenOut(words) is var tail && IsPartOrPlace(tail);

    private static bool IsPartOrPlace(IReadOnlyList<NameWord> tail) =>
        NameWords.Parts.Contains(tail[^1].Text) || tail.Take(3).Any(word => NameWords.Parts.Contains(word.Text)) || tail.Any(word => word.IsNumber) ||
        Places.EndingAt(tail, tail.Count, out _) is not null || NameWords.Landscape.Contains(tail[^1].Text) || tail[0].Text is "greater" or "metro" ||
        NameWords.Arms.EndingAt(tail, tail.Count)?.Length == tail.Count || IsBody(tail);

    /// <summary>"Student/Farmworker Alliance", "Hospital": it names a body or an institution, as no tagline does.</summary>
    public static bool IsBody(IReadOnlyList<NameWord> tail) =>
        tail.Count <= 4 && (NameWords.Bodies.Contains(tail[^1].Text) || NameWords.Institutions.Contains(tail[^1].Text)) && !NameWords.Small.Contains(tail[0].Text);
}
