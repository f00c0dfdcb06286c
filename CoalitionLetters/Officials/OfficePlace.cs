using CoalitionLetters.Listings;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;

namespace CoalitionLetters.Officials;

/// <summary>
/// For what an office is held, so far as it can be told: a state as a whole, or a place in it. "Attorney General" and "Attorney General
/// of Maine" are of one jurisdiction; the mayor of New York City and the governor of New York are of two. Members of a house sit for a
/// district of it; where none is named, two of one state are two persons and not one jurisdiction.
/// </summary>
/// <param name="Place">In small letters without "City of"; null for the state itself.</param>
public sealed record OfficePlace(string? State, string? Place)
{
    // Who signs by the public form gives a state and a title; only such a word tells that the office is not the state's own.
    private static readonly string[] LocalWords =
    [
        "mayor", "alcalde", "alcaldesa", "city", "town", "township", "village", "borough", "municipality", "municipal", "county", "parish", "district", "ward",
        "sheriff", "council", "councilmember", "councilman", "councilwoman", "alderman", "alderwoman", "alderperson",
    ];

    private static readonly string[] SenateWords = ["senator", "senators", "senate", "senador", "senadora"];

    private static readonly string[] HouseWords =
    [
        "representative", "representatives", "representante", "rep", "congressman", "congresswoman", "congressperson", "congressmember", "assemblymember", "assemblyman", "assemblywoman",
        "assemblyperson", "assembly", "delegate", "delegates", "house", "legislator",
    ];

    /// <summary>Such an office is held for a city also where the city goes by its state's name.</summary>
    private static readonly string[] CityWords = ["mayor", "alcalde", "alcaldesa", "city", "town", "council", "councilmember", "councilman", "councilwoman"];

    private static readonly string[] BodyWords = ["city of ", "town of ", "township of ", "village of ", "borough of ", "county of ", "parish of ", "municipality of ", "ciudad de ", "municipio de "];

    /// <summary>What stands behind a local office and is no place: "Council Member, District 5".</summary>
    private static readonly string[] NoPlaces = ["district", "ward", "precinct", "seat", "committee", "board", "department", "office"];

    private static readonly string[] CountyWords = [" county", " parish", " borough", " township"];

    /// <summary>What stands around them without naming a district.</summary>
    private static readonly string[] WordsAround = ["", "u", "s", "us", "united", "states", "state", "the", "of", "for", "from", "in", "member", "general", "legislature", "congress"];

    public static OfficePlace Of(SeatDetails seat) => new(seat.State,
        HouseOf(seat.Title) is { } house ? InHouse(house, seat.IsOfState ? seat.Title : seat.Jurisdiction, States.Find(seat.State), seat.Name)
        : !seat.IsOfState ? Plain(seat.Jurisdiction)
        : NamedIn(seat.Title, States.Find(seat.State)) is { } place ? Plain(place) : null);

    public static OfficePlace Of(Listing listing)
    {
        var state = States.Find(listing.State);
        if (state is { Kind: StateKind.District })
        {
            return new(state.Name, null);
        }

        var office = OfficeAlone(listing.Title ?? "", state);
        if (HouseOf(office) is { } house)
        {
            return new(state?.Name, InHouse(house, office, state, listing.Name));
        }

        return state is not null && listing.Scope != Scope.Local && !IsLocal(office, state) ? new(state.Name, null) : new(state?.Name, Plain(PlaceIn(office)));
    }

    /// <summary>Whether the office is a state's own. Who signs by the public form gives a state whatever the office is, so the title has its say.</summary>
    public static bool IsOfState(ListedName name) => name.Scope != Scope.Local && States.Find(name.State) is var state && NamedIn(name.Title ?? "", state) is null && !IsLocalWithoutPlace(name.Title ?? "", state);

    /// <summary>"Mayor" or "Sheriff", of a place that nobody has named.</summary>
    private static bool IsLocalWithoutPlace(string title, State? state) =>
        state is not { Kind: StateKind.District } && OfficeAlone(title, state) is var office && HouseOf(office) is null && StartOf(office) is null && WordsOf(office).Any(LocalWords.Contains);

    /// <summary>
    /// The city, county or other place that a title names, in the words of the title: "Austin" of "Mayor of Austin". Null for an office of the state as a whole, for members of a house, and where the title names no place.
    /// </summary>
    public static string? NamedIn(string title, State? state)
    {
        var office = OfficeAlone(title, state);
        if (state is { Kind: StateKind.District } || HouseOf(office) is not null || StartOf(office) is not { } start)
        {
            return null;
        }

        var (holder, place) = (WordsOf(office[..start.Before]), office[start.After..].Trim());
        place = place.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? place[4..] : place;
        var isState = States.Find(place) is not null;
        var isLocal = BodyWords.Any(word => place.StartsWith(word, StringComparison.OrdinalIgnoreCase)) || CountyWords.Any(word => place.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            || (!office[start.Before..start.After].Equals(" for ", StringComparison.OrdinalIgnoreCase) && !WordsOf(place).Any(NoPlaces.Contains) && holder.Any((isState ? CityWords : LocalWords).Contains));
        return !isLocal || place.Length == 0 ? null : isState ? $"City of {place}" : place;
    }

    private static string? HouseOf(string office)
    {
        var words = WordsOf(office);
        return words.Any(SenateWords.Contains) ? "senate" : words.Any(HouseWords.Contains) ? "house" : null;
    }

    /// <summary>The district by its number or name, or else the person.</summary>
    private static string InHouse(string house, string text, State? state, string person)
    {
        var rest = WordsOf(state is null ? text : text.Replace(state.Name, "", StringComparison.OrdinalIgnoreCase))
            .Where(word => !WordsAround.Contains(word) && !SenateWords.Contains(word) && !HouseWords.Contains(word)).ToList();
        var number = rest.Find(word => char.IsAsciiDigit(word[0]));
        var district = number is null ? string.Join(' ', rest) : string.Concat(number.TakeWhile(char.IsAsciiDigit));
        return $"{house} {(district.Length > 0 ? district : Folding.Fold(person).Trim())}";
    }

    private static string[] WordsOf(string text) => Folding.Fold(text).Split([' ', ',', '-', '.', '(', ')']);

    /// <summary>Without the party behind it and the state after a comma.</summary>
    private static string OfficeAlone(string title, State? state)
    {
        var office = title.EndsWith(')') && title.LastIndexOf('(') is var party and > 0 ? title[..party].Trim() : title;
        var comma = office.LastIndexOf(',');
        return comma > 0 && state is not null && States.Find(office[(comma + 1)..]) == state ? office[..comma] : office;
    }

    private static bool IsLocal(string office, State state) =>
        WordsOf(office.Replace(state.Name, "", StringComparison.OrdinalIgnoreCase)).Any(LocalWords.Contains);

    /// <summary>"City of Albany" of "Mayor, City of Albany"; the whole title where none stands in it.</summary>
    private static string PlaceIn(string office) => StartOf(office) is { } start ? office[start.After..] : office;

    /// <summary>Where the office ends in a title and its place begins; null where no word stands between the two.</summary>
    private static (int Before, int After)? StartOf(string office)
    {
        var starts = new[] { ", ", " of ", " for ", " de ", " del " }.Select(word => (At: office.IndexOf(word, StringComparison.OrdinalIgnoreCase), word.Length)).Where(found => found.At > 0).ToList();
        return starts.Count == 0 ? null : (starts.Min().At, starts.Min().At + starts.Min().Length);
    }

    private static string Plain(string place)
    {
        var text = Without(Folding.Fold(place).Trim(), "the ");
        if (text.StartsWith("county of ", StringComparison.Ordinal))
        {
            return text["county of ".Length..] + " county";
        }

        var core = Without(text.LastIndexOf(" of ", StringComparison.Ordinal) is var of and >= 0 ? text[(of + 4)..] : text, "the ");
        return core.EndsWith(" city", StringComparison.Ordinal) ? core[..^5] : core;
    }

    private static string Without(string text, string start) => text.StartsWith(start, StringComparison.Ordinal) ? text[start.Length..] : text;
}
