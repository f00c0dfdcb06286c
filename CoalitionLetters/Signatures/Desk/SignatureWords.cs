using System.Globalization;
using CoalitionLetters.Organizations;
using CoalitionLetters.Web;

namespace CoalitionLetters.Signatures.Desk;

/// <summary>What the desk calls things about a signature.</summary>
public static class SignatureWords
{
    /// <summary>"National", "Texas, local"; "Not said" where an imported list tells no scope.</summary>
    public static string Section(Listing listing) => listing.Scope is not { } scope ? listing.State ?? listing.Country ?? "Not said"
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
