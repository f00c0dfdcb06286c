namespace CoalitionLetters.Officials.Public;

/// <summary>What stands beside the map of a letter of officials, in the letter's language.</summary>
/// <param name="ofStates">The officials are the states' own, and not those of their cities and counties.</param>
public sealed class JurisdictionWords(string language, bool ofStates)
{
    private readonly bool spanish = language == "es";

    public string OfStates(string nouns, string states) => spanish ? $"{Capital(nouns)} de {states}" : $"{Capital(nouns)} {Of} {states}";

    /// <summary>What the map shows, said as a finding.</summary>
    public string MapLabel(string nouns, string states) => spanish ? $"Han firmado {nouns} de {states}" : $"{Capital(nouns)} {Of} {states} have signed";

    public string Signed => spanish ? "ha firmado" : "signed";
    public string NotSigned => spanish ? "no ha firmado" : "not signed";
    public string ToQuote => spanish ? "Cómo decir el número" : "How to say the number";
    public string Edition(int number, string day) => spanish ? $"Carta definitiva, edición {number}, {day}." : $"Final letter, edition {number}, {day}.";
    public string NotFinal(string moment) => spanish ? $"Hasta el {moment}; no es definitivo." : $"As of {moment}, not final.";

    private string Of => ofStates ? "of" : "from";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
