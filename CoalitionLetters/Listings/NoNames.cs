using System.Text.RegularExpressions;

namespace CoalitionLetters.Listings;

/// <summary>What is written where a form insists on an organization and there is none.</summary>
public enum NoName { Placeholder, Number, MailAddress, WebAddress, PhoneNumber }

/// <summary>
/// Tells what stands in place of a name: "N/A", "Self", "113", an address. A domain alone may be a name ("350.org"), and so may a number with any word ("9to5").
/// </summary>
public static partial class NoNames
{
    // Nothing is said: in a cell for a place as well as in one for a name. Folded, so that a slash is a hyphen.
    private static readonly HashSet<string> unsaid = new(StringComparer.Ordinal)
    {
        "n-a", "na", "none", "nil", "null", "-", "--", "?", "not applicable", "unknown", "ninguno", "ninguna", "no aplica", "n-d", "aucun", "aucune", "neant", "sans objet", "s-o", "keine", "keiner", "keines", "entfallt", "k-a", "ka", "keine angabe",
    };

    private static readonly HashSet<string> placeholders = new(StringComparer.Ordinal)
    {
        "self", "myself", "me", "individual", "individuals", "private individual", "private citizen", "as an individual", "personal", "citizen", "no organization", "no org", "no affiliation", "no group", "unaffiliated", "retired", "same as above", "see above", "tbd",
        "test", "tests", "testing", "test test", "test organization", "test org", "asdf", "asdfasdf", "qwerty", "xxx", "yes", "no", "true", "false",
        "particular", "individuo", "persona fisica", "a titulo personal", "a titulo individual", "sin organizacion", "prueba", "si", "particulier", "individuel", "a titre personnel", "a titre individuel", "sans organisation", "essai", "oui", "non",
        "privat", "privatperson", "einzelperson", "ohne organisation", "ja", "nein",
    };

    /// <summary>"N/A" in one of its forms.</summary>
    public static bool IsUnsaid(string text) => unsaid.Contains(Word(text));

    /// <summary>What a text is in place of a name; null for one that may be a name.</summary>
    public static NoName? Find(string text)
    {
        var word = Word(text);
        return unsaid.Contains(word) || placeholders.Contains(word) ? NoName.Placeholder
            : MailAddress().IsMatch(text) ? NoName.MailAddress
            : WebAddress().IsMatch(text) ? NoName.WebAddress
            : Phone().IsMatch(text) && text.Count(char.IsAsciiDigit) >= 7 ? NoName.PhoneNumber
            : Number().IsMatch(text) ? NoName.Number
            : null;
    }

    private static string Word(string text) => string.Join(' ', Folding.Fold(text).Trim(' ', '.', '!', '(', ')', '"', '\'', '*').Replace(".", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$")]
    private static partial Regex MailAddress();

    [GeneratedRegex(@"^\s*(https?://|www\.)\S+\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex WebAddress();

    [GeneratedRegex(@"^\s*(tel\.?:?\s*)?\+?[\d\s().\-]+((ext|x)\.?\s*\d+)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^\s*[#$€]?\s*[\d\s.,\-]+%?\s*$")]
    private static partial Regex Number();
}
