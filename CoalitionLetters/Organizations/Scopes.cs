namespace CoalitionLetters.Organizations;

/// <summary>The words by which files and forms name the scope of a body.</summary>
public static class Scopes
{
    public static bool IsStateOrLocal(this Scope scope) => scope is Scope.State or Scope.Local;

    /// <summary>The scope that a word in a file or form means, in English, Spanish, French or German; null where none does.</summary>
    public static Scope? Find(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        "international" or "global" or "worldwide" or "internacional" => Scope.International,
        "national" or "nationwide" or "federal" or "nacional" => Scope.National,
        "regional" or "multistate" or "multi-state" or "régional" => Scope.Regional,
        "state" or "statewide" or "state-wide" or "estatal" or "estado" or "état" or "bundesstaat" => Scope.State,
        "local" or "city" or "county" or "municipal" or "community" or "lokal" or "örtlich" => Scope.Local,
        _ => null,
    };
}
