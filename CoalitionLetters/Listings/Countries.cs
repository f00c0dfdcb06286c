using System.Collections.Frozen;
using CoalitionLetters.Data;

namespace CoalitionLetters.Listings;

/// <summary>A country or dependent territory with its two-letter ISO 3166-1 code; <paramref name="Short"/> is empty where no shorter form is usual.</summary>
public sealed record Country(string Name, string Code, string Short, string SpanishName)
{
    public string In(string language) => Languages.IsSpanish(language) ? SpanishName : Name;
}

public static class Countries
{
    private static readonly Lazy<Country[]> all = new(() => [.. ShippedData.Rows("countries.csv").Select(cells => new Country(cells[0], cells[1], cells[2], cells[3]))]);

    private static readonly Lazy<FrozenDictionary<string, Country>> byWord = new(ByWord);

    public static IReadOnlyList<Country> All => all.Value;

    /// <summary>The country that a text means by its code or its English or Spanish name; null where none does.</summary>
    public static Country? Find(string? text) => string.IsNullOrWhiteSpace(text) ? null : byWord.Value.GetValueOrDefault(Word(text));

    private static FrozenDictionary<string, Country> ByWord()
    {
        var words = new Dictionary<string, Country>();
        foreach (var country in All)
        {
            foreach (var word in (IEnumerable<string>)[country.Name, country.Code, country.Short, country.SpanishName])
                words.TryAdd(Word(word), country);
        }

        foreach (var (word, code) in OtherForms)
            words.TryAdd(Word(word), words[Word(code)]);
        words.Remove("");
        return words.ToFrozenDictionary();
    }

    private static readonly (string, string)[] OtherForms =
    [
        ("USA", "US"), ("U.S.A.", "US"), ("United States of America", "US"), ("EE. UU.", "US"), ("Great Britain", "GB"), ("Britain", "GB"), ("The Netherlands", "NL"), ("Holland", "NL"),
        ("Czech Republic", "CZ"), ("Ivory Coast", "CI"), ("Burma", "MM"), ("Palestine", "PS"), ("South Korea", "KR"), ("Republic of Korea", "KR"), ("Congo", "CG"),
        ("DR Congo", "CD"), ("Democratic Republic of the Congo", "CD"), ("Hong Kong", "HK"), ("Macedonia", "MK"), ("Vatican", "VA"), ("Holy See", "VA"),
        ("UK", "GB"), ("Deutschland", "DE"), ("Allemagne", "DE"), ("Frankreich", "FR"), ("Mexique", "MX"), ("Mexiko", "MX"), ("Kanada", "CA"), ("Espagne", "ES"), ("Spanien", "ES"), ("Italie", "IT"), ("Italien", "IT"), ("Österreich", "AT"), ("Autriche", "AT"),
        ("Schweiz", "CH"), ("Suisse", "CH"), ("Belgique", "BE"), ("Belgien", "BE"), ("België", "BE"), ("Niederlande", "NL"), ("Pays-Bas", "NL"), ("Nederland", "NL"), ("Royaume-Uni", "GB"), ("Großbritannien", "GB"), ("Vereinigtes Königreich", "GB"),
        ("États-Unis", "US"), ("Vereinigte Staaten", "US"), ("Brésil", "BR"), ("Brasilien", "BR"), ("Brasil", "BR"), ("Irlande", "IE"), ("Irland", "IE"), ("Luxemburg", "LU"), ("Pologne", "PL"), ("Polen", "PL"), ("Haïti", "HT"),
    ];

    private static string Word(string text) => Folding.Fold(text).Replace(".", "", StringComparison.Ordinal).Trim();
}
