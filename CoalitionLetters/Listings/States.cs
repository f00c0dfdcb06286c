using System.Collections.Frozen;
using CoalitionLetters.Data;

namespace CoalitionLetters.Listings;

public enum StateKind
{
    State,
    District,
    Territory,
}

/// <summary>A state, the District of Columbia or a territory. <paramref name="Short"/> is the form newspapers set after a city ("N.M.", "Texas").</summary>
public sealed record State(string Name, string Abbreviation, string Short, StateKind Kind, string SpanishName)
{
    public string In(string language) => Languages.IsSpanish(language) ? SpanishName : Name;
}

public static class States
{
    private static readonly Lazy<State[]> all = new(() =>
        [.. ShippedData.Rows("us-states.csv").Select(cells => new State(cells[0], cells[1], cells[2], Enum.Parse<StateKind>(cells[3], ignoreCase: true), cells[4]))]);

    private static readonly Lazy<FrozenDictionary<string, State>> byWord = new(ByWord);

    public static IReadOnlyList<State> All => all.Value;

    /// <summary>The state that a text means by its name, abbreviation, short form or Spanish name ("New Mexico", "nm", "N. Mex.", "Washington, D.C."); null where none does.</summary>
    public static State? Find(string? text) => string.IsNullOrWhiteSpace(text) ? null : byWord.Value.GetValueOrDefault(Word(text));

    /// <summary>
    /// "13 states", "1 state", "20 states and the District of Columbia", "2 states, Guam and Puerto Rico": the different states among
    /// the given texts. Null where no text names a state.
    /// </summary>
    /// <param name="others">How many jurisdictions there are that are no state: "2 states, Guam and another jurisdiction".</param>
    public static string? Phrase(IEnumerable<string?> states, string language = "en", int others = 0)
    {
        var found = states.Select(Find).OfType<State>().Distinct().ToList();
        var spanish = Languages.IsSpanish(language);
        var pieces = new List<string>();

        var count = found.Count(state => state.Kind == StateKind.State);
        if (count > 0)
            pieces.Add((count, spanish) switch { (1, false) => "1 state", (_, false) => $"{count} states", (1, true) => "1 estado", _ => $"{count} estados" });
        if (found.Any(state => state.Kind == StateKind.District))
            pieces.Add(spanish ? "el Distrito de Columbia" : "the District of Columbia");
        pieces.AddRange(found.Where(state => state.Kind == StateKind.Territory).OrderBy(state => state.Name, StringComparer.Ordinal).Select(state => WithArticle(state, spanish)));

        if (others > 0 && pieces.Count > 0)
            pieces.Add((others, spanish) switch { (1, false) => "another jurisdiction", (_, false) => "other jurisdictions", (1, true) => "otra jurisdicción", _ => "otras jurisdicciones" });

        return Languages.Enumerate(pieces, language);
    }

    private static string WithArticle(State territory, bool spanish) =>
        spanish ? (territory.SpanishName.StartsWith("Islas", StringComparison.Ordinal) ? "las " : "") + territory.SpanishName
                : (territory.Name.EndsWith("Islands", StringComparison.Ordinal) ? "the " : "") + territory.Name;

    private static FrozenDictionary<string, State> ByWord()
    {
        var words = new Dictionary<string, State>();
        foreach (var state in All)
        {
            foreach (var word in (IEnumerable<string>)[state.Name, state.Abbreviation, state.Short, state.SpanishName, "State of " + state.Name, "Commonwealth of " + state.Name])
                words.TryAdd(Word(word), state);
        }

        foreach (var (word, abbreviation) in OtherForms)
            words.TryAdd(Word(word), words[Word(abbreviation)]);
        return words.ToFrozenDictionary();
    }

    // Forms met in spreadsheets that are neither the postal nor the newspapers' own.
    private static readonly (string, string)[] OtherForms =
    [
        ("Washington DC", "DC"), ("Washington D.C.", "DC"), ("The District of Columbia", "DC"), ("District", "DC"), ("D of C", "DC"),
        ("Washington State", "WA"), ("New York State", "NY"), ("NY State", "NY"), ("Virgin Islands", "VI"), ("USVI", "VI"), ("United States Virgin Islands", "VI"),
        ("CNMI", "MP"), ("Commonwealth of the Northern Mariana Islands", "MP"), ("Cal", "CA"), ("Penn", "PA"), ("Penna", "PA"), ("N Mex", "NM"), ("W Va", "WV"), ("Tex", "TX"), ("Kans", "KS"),
        ("Nebr", "NE"), ("Oreg", "OR"), ("N Car", "NC"), ("S Car", "SC"), ("N Dak", "ND"), ("S Dak", "SD"), ("Hawaiʻi", "HI"), ("Luisiana", "LA"), ("Nueva Jersey", "NJ"),
    ];

    private static string Word(string text) => Folding.Fold(text).Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Trim();
}
