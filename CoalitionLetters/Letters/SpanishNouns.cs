namespace CoalitionLetters.Letters;

/// <summary>
/// Tells the gender of the nouns that a coalition counts ("organización", "sindicatos", "redes"), by their endings and a list of those whose ending misleads.
/// Words for persons of either gender ("firmante", "activista") are masculine, as Spanish counts mixed groups.
/// </summary>
internal static class SpanishNouns
{
    private static readonly string[] feminineEndings = ["a", "ión", "dad", "tad", "tud", "umbre"];

    private static readonly HashSet<string> feminine = new(StringComparer.OrdinalIgnoreCase)
    {
        "base", "clase", "fuente", "gente", "ley", "madre", "mano", "mujer", "ong", "parte", "red", "sede", "voz",
    };

    private static readonly HashSet<string> masculine = new(StringComparer.OrdinalIgnoreCase)
    {
        "atleta", "avión", "bastión", "camarada", "camión", "colega", "día", "mapa", "poeta", "problema", "programa", "sistema", "tema",
    };

    /// <param name="words">A noun, alone or before what tells more about it, in singular or plural: "organizaciones comunitarias".</param>
    public static bool IsFeminine(string words)
    {
        var noun = new string([.. words.Trim().TakeWhile(char.IsLetter)]).ToLowerInvariant();
        var forms = Singulars(noun).ToList();
        return forms.Exists(feminine.Contains)
            || !forms.Exists(masculine.Contains) && forms.Exists(form => Array.Exists(feminineEndings, ending => form.EndsWith(ending, StringComparison.Ordinal)) && !IsOfPersons(form));
    }

    /// <summary>The word itself, and what it may be the plural of.</summary>
    private static IEnumerable<string> Singulars(string noun)
    {
        yield return noun;
        if (noun.EndsWith("iones", StringComparison.Ordinal))
        {
            yield return noun[..^"ones".Length] + "ón";
        }
        else if (noun.EndsWith("ces", StringComparison.Ordinal))
        {
            yield return noun[..^"ces".Length] + "z";
        }
        else if (noun.EndsWith("es", StringComparison.Ordinal))
        {
            yield return noun[..^2];
        }

        if (noun.EndsWith('s'))
        {
            yield return noun[..^1];
        }
    }

    private static bool IsOfPersons(string noun) => noun.EndsWith("ista", StringComparison.Ordinal) || noun.EndsWith("crata", StringComparison.Ordinal);
}
