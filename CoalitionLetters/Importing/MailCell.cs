using System.Text.RegularExpressions;
using CoalitionLetters.Mail;

namespace CoalitionLetters.Importing;

/// <summary>The mail address in a cell, also where a name stands beside it ("Ana Ruiz &lt;ana@union.example&gt;") or a second one behind it.</summary>
internal static partial class MailCell
{
    /// <summary>The address, as the forms would store it; null where there is none.</summary>
    /// <param name="column">Where it stands, for the sentences.</param>
    /// <param name="doubts">Gets what is left out.</param>
    public static string? Read(string? text, string column, List<string> doubts)
    {
        if (text is null || Listings.NoNames.IsUnsaid(text))
            return null;
        if (MailAddresses.Find(text) is { } whole)
            return whole;
        var found = Address().Matches(text).Select(match => MailAddresses.Find(match.Value.TrimEnd('.'))).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (found.Count == 0)
            doubts.Add($"column {column}: \"{text}\" {(MailAddresses.HasOtherLetters(text) ? "has letters before the @ that many mail servers do not carry" : "is no mail address")} and is left out");
        if (found.Count > 1)
            doubts.Add($"column {column}: of several mail addresses only {found[0]} is taken, not {string.Join(" or ", found.Skip(1))}");
        return found.FirstOrDefault();
    }

    [GeneratedRegex(@"[^\s<>,;:""()\[\]|/]+@[^\s<>,;:""()\[\]|/]+")]
    private static partial Regex Address();
}
