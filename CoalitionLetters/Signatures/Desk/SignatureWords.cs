using System.Globalization;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Organizations;
using CoalitionLetters.Web;

namespace CoalitionLetters.Signatures.Desk;

/// <summary>What the desk calls things about a signature.</summary>
public static class SignatureWords
{
    /// <summary>The headings over a line on the letter's list, and how wide the body works where they do not say it: "National", "National (international)", "State and local, Texas (local)".</summary>
    /// <param name="list">All that is listed, or one of each sort.</param>
    public static string Section(Guid signature, Listing line, LetterContent content, IReadOnlyList<ListedName> list)
    {
        var headings = ListedPlace.Of(signature, line, content with { Language = "en" }, list);
        return headings.Length == 0 ? Place(line)
            : line.Scope is not { } scope || headings == scope.ToString() ? headings
            : $"{headings} ({(scope.IsStateOrLocal() && line.State is { } state && !headings.Contains(state, StringComparison.Ordinal) ? Place(line) : scope.ToString().ToLowerInvariant())})";
    }

    /// <summary>"National", "Texas, local"; "Not said" where an imported list tells no scope.</summary>
    public static string Place(Listing listing) => listing.Scope is not { } scope ? listing.State ?? listing.Country ?? "Not said"
        : scope.IsStateOrLocal() ? $"{listing.State ?? listing.Country ?? "No state"}, {scope.ToString().ToLowerInvariant()}"
        : scope.ToString();

    public static string Domain(string? email) => email?.LastIndexOf('@') is >= 0 and var at ? email[(at + 1)..] : "";

    /// <summary>"Jun 19, 9:34 a.m."; the zone stands at the head of the column.</summary>
    public static string When(LetterTime time, DateTime at) => time.Local(at) is var local
        ? $"{local.ToString("MMM d, h:mm", CultureInfo.InvariantCulture)} {(local.Hour < 12 ? "a.m." : "p.m.")}" : "";

    /// <summary>"Held", "Not confirmed".</summary>
    public static string Status(Signature signature) => signature.Status switch
    {
        SignatureStatus.Submitted => "Not confirmed",
        SignatureStatus.Confirmed => "To look at",
        _ => signature.Status.ToString(),
    };
}
