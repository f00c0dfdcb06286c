using System.Collections.Frozen;
using CoalitionLetters.Organizations;
using CoalitionLetters.Organizations.Names;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Signatures;

/// <summary>Why staff should look at a confirmed signature before it is listed, in sentences for staff.</summary>
public static class Doubts
{
    /// <summary>Below this likeness two names merely share words.</summary>
    private const double Resembles = 0.6;

    private static readonly FrozenSet<string> FreeMailboxes =
        ("gmail.com googlemail.com yahoo.com yahoo.es ymail.com outlook.com hotmail.com live.com msn.com aol.com icloud.com me.com mac.com mail.com gmx.com gmx.net " +
        "proton.me protonmail.com pm.me tutanota.com zoho.com yandex.com fastmail.com hey.com comcast.net verizon.net sbcglobal.net att.net bellsouth.net cox.net charter.net earthlink.net")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public sealed record Other(string Reference, string Name);

    public static IReadOnlyList<string> About(Signature signature, IEnumerable<Other> others)
    {
        var doubts = new List<string>();
        AboutNames(doubts, signature.Listing.Name, others);
        AboutMail(doubts, signature);
        if (MixesScripts(signature.Listing.Name))
        {
            doubts.Add("The name mixes letters of different scripts.");
        }

        return doubts;
    }

    private static void AboutNames(List<string> doubts, string name, IEnumerable<Other> others)
    {
        foreach (var other in others)
        {
            var comparison = NameMatching.Compare(name, other.Name);
            if (comparison.JoinsByItself)
            {
                doubts.Add($"The same organization has signed already ({other.Reference}).");
            }
            else if (comparison.Verdict is Verdict.Same or Verdict.Ask && comparison.Score >= Resembles)
            {
                doubts.Add($"The name resembles {other.Name} ({other.Reference}): {comparison.Reason}.");
            }
        }
    }

    private static void AboutMail(List<string> doubts, Signature signature)
    {
        if (signature.Signer.Email is not { } address)
        {
            return;
        }

        var domain = address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant();
        if (FreeMailboxes.Contains(domain))
        {
            if (signature.Listing.Scope is Scope.National or Scope.International)
            {
                doubts.Add($"A free mailbox at {domain} speaks for a large body.");
            }
        }
        else if (signature.Listing.Website is { } website && Uri.TryCreate(website, UriKind.Absolute, out var site) && !Belong(domain, site.IdnHost))
        {
            doubts.Add($"The mail comes from {domain}, the website is {site.Host}.");
        }
    }

    private static bool Belong(string domain, string host)
    {
        host = host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
        return IsWithin(domain, host) || IsWithin(host, domain);
    }

    private static bool IsWithin(string name, string parent) =>
        name.Equals(parent, StringComparison.OrdinalIgnoreCase) || name.EndsWith("." + parent, StringComparison.OrdinalIgnoreCase);

    /// <summary>Within one word: "АFSCME" with a Cyrillic А looks like another body's name.</summary>
    private static bool MixesScripts(string name) => name.Split([' ', '-', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
        .Any(word => word.EnumerateRunes().Select(rune => Scripts.Of(rune.Value)).Where(script => script is Script.Latin or Script.Cyrillic or Script.Greek or Script.Armenian or Script.Cherokee).Distinct().Count() > 1);
}
