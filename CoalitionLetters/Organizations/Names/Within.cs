namespace CoalitionLetters.Organizations.Names;

/// <summary>Two parts of one parent, of which one's place lies in the other's, or may.</summary>
internal static class Within
{
    /// <summary>"X of Cleveland" and "X of Cleveland County".</summary>
    public static bool AreCityAndCounty(List<Addition> city, List<Addition> county) =>
        city is [{ Kind: AdditionKind.Place } inner] && county is [{ Kind: AdditionKind.Place } outer] && outer.Key == inner.Key + " county";

    /// <summary>A state's body and one of a city there; New York City's and one of a borough.</summary>
    public static bool IsOf(List<Addition> city, List<Addition> whole) =>
        city is [{ Kind: AdditionKind.Place, PlaceKind: PlaceKind.City } inner] && whole is [{ Kind: AdditionKind.Place } outer]
        && (outer.PlaceKind == PlaceKind.State && Places.Find(inner.Key.Replace(" county", "", StringComparison.Ordinal))?.IsIn(outer.Key) == true || outer.Key == "new york city" && DescribingWords.Boroughs.Contains(inner.Key.Replace(' ', '-')));

    /// <summary>A state's body and one of a county, of which most names stand in several states.</summary>
    public static bool MayBeCountyOf(List<Addition> county, List<Addition> state) =>
        county is [{ Kind: AdditionKind.Place, PlaceKind: PlaceKind.City } inner] && state is [{ Kind: AdditionKind.Place, PlaceKind: PlaceKind.State }]
        && (inner.Key.EndsWith(" county", StringComparison.Ordinal) || inner.Key.EndsWith(" parish", StringComparison.Ordinal));
}
