using System.Collections.Frozen;
using CoalitionLetters.Data;
using CoalitionLetters.Listings;

namespace CoalitionLetters.Organizations.Names;

/// <summary>Finds states, cities, countries and regions among the words of a name.</summary>
internal static class Places
{
    private const int LongestName = 5;

    private static readonly Lazy<FrozenDictionary<string, Place>> byName = new(ByName);

    private static readonly Lazy<FrozenSet<string>> firstWords = new(() => byName.Value.Keys.Select(name => name.Split(' ')[0]).ToFrozenSet());

    private static readonly Lazy<FrozenSet<string>> longWords = new(() => byName.Value.Keys.SelectMany(name => name.Split(' ')).Where(word => word.Length >= 6).ToFrozenSet());

    /// <summary>The longest place that ends before <paramref name="end"/>; null where none does.</summary>
    public static Place? EndingAt(IReadOnlyList<NameWord> words, int end, out int start)
    {
        for (start = Math.Max(0, end - LongestName); start < end; start++)
        {
            if (Named(words, start, end) is { } place)
                return place;
        }
        return null;
    }

    /// <summary>The longest place that begins at <paramref name="start"/>; null where none does.</summary>
    public static Place? StartingAt(IReadOnlyList<NameWord> words, int start, out int end)
    {
        for (end = Math.Min(words.Count, start + LongestName); end > start; end--)
        {
            if (Named(words, start, end) is { } place)
                return place;
        }
        return null;
    }

    public static Place? Find(string folded) => byName.Value.GetValueOrDefault(folded);

    public static bool IsPlace(string folded) => Find(folded) is not null;

    /// <summary>A word of six letters or more within a place's name ("Bernardino").</summary>
    public static bool HasWord(string folded) => longWords.Value.Contains(folded);

    private static Place? Named(IReadOnlyList<NameWord> words, int start, int end)
    {
        // Most words begin no place, and joining them costs.
        if (!firstWords.Value.Contains(words[start].Text))
            return null;
        var text = end - start == 1 ? words[start].Text : string.Join(' ', Enumerable.Range(start, end - start).Select(i => words[i].Text));
        var place = Find(text);
        // "LA" and "OR" are states only when they are written so.
        return place is { NeedsCapitals: true } && !words[start].IsUpper ? null : place;
    }

    private static FrozenDictionary<string, Place> ByName()
    {
        var places = new Dictionary<string, Place>();
        foreach (var state in States.All)
        {
            places.TryAdd(Folded(state.Name), new Place(Folded(state.Name), PlaceKind.State));
            places.TryAdd(Folded(state.SpanishName), new Place(Folded(state.Name), PlaceKind.State));
            places.TryAdd(Folded(state.Abbreviation), new Place(Folded(state.Name), PlaceKind.State, NeedsCapitals: true));
        }
        places["washington dc"] = places["district of columbia"];
        places["dc"] = places["district of columbia"];
        places["bronx"] = new Place("bronx", PlaceKind.City, States: ["new york"]);
        places["staten island"] = new Place("staten island", PlaceKind.City, States: ["new york"]);
        places["nyc"] = places["new york city"] = new Place("new york city", PlaceKind.City);
        places["la"] = new Place("los angeles", PlaceKind.City, NeedsCapitals: true);
        places["sf"] = new Place("san francisco", PlaceKind.City, NeedsCapitals: true);

        foreach (var (names, place) in ((string[], Place)[])[(["socal", "so cal"], new("southern california", PlaceKind.Region)), (["norcal", "nor cal"], new("northern california", PlaceKind.Region)), (["sf bay area", "san francisco bay area", "sfba"], new("bay area", PlaceKind.Region)), (["uk", "gb", "great britain", "britain"], new("united kingdom", PlaceKind.Country)), (["philly"], new("philadelphia", PlaceKind.City)), (["nola"], new("new orleans", PlaceKind.City)), (["dfw"], new("dallas fort worth", PlaceKind.Region)), (["dmv"], new("washington metropolitan", PlaceKind.Region, NeedsCapitals: true)), (["rgv"], new("rio grande valley", PlaceKind.Region))])
        {
            foreach (var name in names)
                places[name] = place;
        }
        foreach (var (name, letters, country) in NameWords.Provinces)
        {
            places.TryAdd(name, new Place(name, PlaceKind.State, States: [country]));
            if (letters.Length > 0)
                places.TryAdd(letters.ToLowerInvariant(), new Place(name, PlaceKind.State, NeedsCapitals: true, States: [country]));
        }
        foreach (var region in NameWords.Regions)
            places.TryAdd(region, new Place(region, PlaceKind.Region));
        foreach (var cells in ShippedData.Rows("cities.csv"))
        {
            var name = Folded(cells[0]);
            if (!places.TryAdd(name, new Place(name, PlaceKind.City, IsWord: EnglishWords.IsCommon(name), States: StateOf(cells[1]))) && places[name] is { Kind: PlaceKind.City } place)
                places[name] = place with { States = [.. place.States ?? [], .. StateOf(cells[1])] };
        }
        foreach (var country in Countries.All)
        {
            foreach (var name in (IEnumerable<string>)[country.Name, country.SpanishName])
                places.TryAdd(Folded(name), new Place(Folded(country.Name), PlaceKind.Country, IsWord: EnglishWords.IsCommon(Folded(name))));
        }
        foreach (var (name, country) in NameWords.Endonyms)
            places.TryAdd(name, new Place(country, PlaceKind.Country));
        foreach (var usa in (IEnumerable<string>)["united states", "united states of america", "estados unidos"])
            places.Remove(usa);
        return places.ToFrozenDictionary();
    }

    private static string[] StateOf(string abbreviation) => States.Find(abbreviation) is { } state ? [Folded(state.Name)] : [];

    private static string Folded(string name) => string.Join(' ', NameText.Read(name).Words.Select(word => word.Text));
}

/// <param name="Name">Folded; one name for all forms of a place.</param>
/// <param name="States">Of a city in the United States: those that have one of the name; of a province: its country.</param>
/// <param name="IsWord">Also an everyday word (Hope, Orange), so that it is a place only where a place is expected.</param>
internal sealed record Place(string Name, PlaceKind Kind, bool IsWord = false, bool NeedsCapitals = false, IReadOnlyList<string>? States = null)
{
    public bool IsIn(string state) => States?.Contains(state) == true;
}

internal enum PlaceKind
{
    State,
    City,
    Region,
    Country,
}
