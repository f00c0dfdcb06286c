using System.Globalization;
using CoalitionLetters.Listings;

namespace CoalitionLetters.Importing;

/// <summary>
/// Rows that belong to the sheet and not to the list: counts, headings between the names, notes. A name is never taken for one: each of the words must be of the counting,
/// and nothing may stand beside them that a member of the list would have.
/// </summary>
internal static class SideRows
{
    // All folded. Counting begins such a row: "Total signers", "Nombre total d'organisations".
    private static readonly HashSet<string> counting = Words("total totals subtotal subtotals grand number count sum totales suma numero total nombre somme summe gesamt insgesamt gesamtsumme gesamtzahl zwischensumme anzahl");

    private static readonly HashSet<string> counted = Words("""
        organizations organisations orgs signers signatories signatures responses submissions rows records entries groups members endorsers endorsements organizaciones firmantes firmas respuestas filas registros
        signataires reponses lignes organisationen unterzeichner unterschriften antworten zeilen eintrage mitglieder
        """);

    private static readonly HashSet<string> countedToo = Words("organization org sign on ons signon signons names unions locals affiliates states contacts entities count entidades sindicatos grupos organismes associations syndicats groupes vereine verbande gruppen gewerkschaften");

    private static readonly HashSet<string> reach = Words("national nationals nationwide state states statewide local regional international nacional nacionales estatal estatales locales internacionales nationale nationales internationales regionales bundesweit landesweit");

    private static readonly HashSet<string> small = Words("of the all and or in de del la las los y o des d du et ou der und general generale so far to date as");

    private static readonly string[] footers = ["generated ", "exported ", "report generated", "last updated", "end of list", "end of report", "page ", "source:", "note:"];

    private static readonly string[] notes = ["prepared by ", "compiled by ", "created by ", "list prepared ", "for internal use", "internal use only", "do not distribute", "do not share", "draft list", "elaborado por ", "preparado por ", "etabli par ", "erstellt von "];

    private static readonly string[] secrets = ["confidential", "confidencial", "confidentiel", "vertraulich"];

    private static readonly HashSet<string> afterCounts = new(StringComparer.OrdinalIgnoreCase) { "total", "in total", "in all", "listed", "signed", "so far", "en total", "au total", "insgesamt" };

    // A mark that stands beside names, explained below them.
    private static readonly char[] marks = ['*', '†', '‡', '§', '¹', '²', '³'];

    private static readonly string[] explaining = ["denotes ", "indicates ", "means ", "marks ", "signifies ", "stands for ", "= ", "indica ", "denota ", "significa ", "indique ", "désigne ", "signifie ", "bezeichnet ", "kennzeichnet ", "bedeutet "];

    /// <summary>A word for a total, or what exporters print below a table, with nothing beside it but numbers and counts.</summary>
    public static bool IsTotal(SheetRow row)
    {
        var texts = row.Cells.Select(cell => cell.Trim()).Where(cell => cell.Length > 0).ToList();
        var words = texts.Where(text => !IsNumber(text)).ToList();
        if (words.Count == 0 || words.Skip(1).Any(word => !IsCount(word)))
            return false;
        return IsCounting(words[0], texts.Count > 1) || (texts.Count == 1 && (IsFooter(words[0]) || (words[0].Any(char.IsAsciiDigit) && StartsWithAny(words[0], footers))));
    }

    /// <summary>A heading or a note in place of a name, in a sentence; null for a row that may be a member of the list.</summary>
    public static string? WhatElse(SheetRow row)
    {
        if (row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).Select(cell => cell.Trim()).Take(2).ToList() is not [var only])
            return null;
        var words = WordsOf(only);
        if ((words.Any(reach.Contains) && words.All(word => reach.Contains(word) || counted.Contains(word) || countedToo.Contains(word) || small.Contains(word))) || States.All.Any(state => string.Equals(state.Name, only.TrimEnd(':'), StringComparison.OrdinalIgnoreCase)))
            return $"\"{only}\" seems to be a heading, no name";
        var folded = Folding.Fold(only);
        return StartsWithAny(folded, notes) || secrets.Any(secret => folded == secret || (folded.StartsWith(secret, StringComparison.Ordinal) && folded[secret.Length..].TrimStart() is ['-' or ':' or ',' or '.' or '(' or '!', ..]))
            ? $"\"{only}\" seems to be a note, no name" : null;
    }

    /// <summary>"Total", "Total signers", "Number of orgs: 3", "Subtotal National" beside its number. Other words make a name of it: "Total Liberation", "Number 9 Collective".</summary>
    private static bool IsCounting(string text, bool hasNumberBeside)
    {
        var words = WordsOf(text);
        if (words.Count == 0 || !counting.Contains(words[0]) || !words.All(word => counting.Contains(word) || counted.Contains(word) || countedToo.Contains(word) || reach.Contains(word) || small.Contains(word) || word.All(char.IsAsciiDigit)))
            return false;
        return hasNumberBeside || text.Any(char.IsAsciiDigit) || text.EndsWith(':') || counted.Contains(words[^1]) || words.All(counting.Contains) || words is [_, "general" or "generale"];
    }

    /// <summary>"3 orgs", "12 states".</summary>
    private static bool IsCount(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var number, .. { Length: 1 or 2 } nouns] && IsNumber(number) && nouns.All(noun => WordsOf(noun).All(word => counted.Contains(word) || countedToo.Contains(word) || reach.Contains(word)));

    /// <summary>"2 organizations", "113 organizations in all", "* denotes local chapter".</summary>
    private static bool IsFooter(string text) =>
        (text.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries) is [var number, var noun, .. var rest] && IsNumber(number) && WordsOf(noun) is [var thing] && counted.Contains(thing) && (rest.Length == 0 || afterCounts.Contains(rest[0].TrimEnd('.', ' '))))
        || (text.TrimStart(marks) is { } note && note.Length < text.Length && explaining.Any(word => note.TrimStart().StartsWith(word, StringComparison.OrdinalIgnoreCase)));

    private static bool IsNumber(string text) => decimal.TryParse(text.Replace(" ", "", StringComparison.Ordinal), NumberStyles.Number | NumberStyles.AllowCurrencySymbol, CultureInfo.InvariantCulture, out _) || text.EndsWith('%');

    private static bool StartsWithAny(string text, string[] starts) => starts.Any(start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static List<string> WordsOf(string text) => [.. HeaderWords.Folded(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static HashSet<string> Words(string text) => [.. text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
