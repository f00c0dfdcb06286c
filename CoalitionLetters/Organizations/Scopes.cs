using CoalitionLetters.Listings;

namespace CoalitionLetters.Organizations;

/// <summary>The words by which files and forms name the scope of a body.</summary>
public static class Scopes
{
    public static bool IsStateOrLocal(this Scope scope) => scope is Scope.State or Scope.Local;

    /// <summary>The scope that a text in a file or form means, in English, Spanish, French or German: "Statewide", "A nivel nacional", "bundesweit"; null where none does.</summary>
    public static Scope? Find(string? text) => text is null ? null : Plain(text) switch
    {
        "international" or "internationale" or "internationales" or "global" or "worldwide" or "mundial" or "mondial" or "mondiale" or "weltweit" or "internacional" => Scope.International,
        "national" or "nationale" or "nationales" or "nationwide" or "countrywide" or "federal" or "bundesweit" or "bund" or "nacional" or "estatal y nacional" => Scope.National,
        "regional" or "regionale" or "regionales" or "multistate" or "multi-state" or "uberregional" or "bezirk" or "interestatal" => Scope.Regional,
        "state" or "statewide" or "state-wide" or "provincial" or "provinciale" or "province" or "provincewide" or "province-wide" or "state-local" or "state and local" or "state or local" or "estatal" or "estado" or "provincia" or "autonomico" or "estatal o local" or "etat" or "landesweit" or "land" or "bundesstaat" or "bundesland" or "kantonal" => Scope.State,
        "local" or "locale" or "locales" or "city" or "citywide" or "city-wide" or "county" or "countywide" or "municipal" or "municipale" or "communal" or "communale" or "departemental" or "departementale" or "community" or "comunitario" or "comunitaria" or "neighborhood" or "lokal" or "lokale" or "ortlich" or "kommunal" => Scope.Local,
        _ => null,
    };

    // "A nivel nacional", "au niveau local", "auf Bundesebene", "National organization": the words around the one that tells.
    private static readonly string[] before = ["a nivel ", "de ambito ", "ambito ", "nivel ", "au niveau ", "niveau ", "de portee ", "portee ", "echelle ", "a l'echelle ", "organizacion ", "organisation ", "organization ", "auf "];
    private static readonly string[] after = [" level", "-level", " organization", " organisation", " group", " union", " body", " scope", " organizacion", "e ebene", "ebene", "e organisation"];

    private static string Plain(string text)
    {
        var plain = Folding.Fold(text).Trim(' ', '.', '*');
        if (before.FirstOrDefault(words => plain.StartsWith(words, StringComparison.Ordinal)) is { } start)
            plain = plain[start.Length..];
        if (after.FirstOrDefault(words => plain.EndsWith(words, StringComparison.Ordinal)) is { } end)
            plain = plain[..^end.Length];
        return plain switch { "bundes" => "bund", "landes" => "land", _ => plain };
    }
}
