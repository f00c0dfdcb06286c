using CoalitionLetters.Organizations.Names;
using CoalitionLetters.Organizations.Signals;

namespace CoalitionLetters.Signatures;

/// <summary>Why staff should look at a confirmed signature before it is listed, in sentences for staff.</summary>
public static class Doubts
{
    /// <summary>Below this likeness two names merely share words.</summary>
    private const double Resembles = 0.6;

    /// <summary>Another signatory of the same letter.</summary>
    public sealed record Other(Guid Id, string Reference, string Name, string? Website);

    public static IReadOnlyList<string> About(Signature signature, IReadOnlyList<Other> others)
    {
        var name = signature.Listing.Name;
        var compared = others.Select(other => (Other: other, Comparison: NameMatching.Compare(name, other.Name))).ToList();
        var claim = new SignerClaim(name, signature.Signer.Email, signature.Listing.Website, signature.Listing.Scope);
        var known = new KnownBodies(others.Select(other => new KnownBody(other.Id, other.Name, Domains.OfWebsite(other.Website) is { } domain ? [domain] : [])));
        return
        [
            .. compared.Where(pair => pair.Comparison.JoinsByItself).Select(pair => $"The same organization has signed already ({pair.Other.Reference})."),
            .. compared.Where(pair => !pair.Comparison.JoinsByItself && pair.Comparison.Verdict is Verdict.Same or Verdict.Ask && pair.Comparison.Score >= Resembles)
                .OrderByDescending(pair => pair.Comparison.Score).Take(1)
                .Select(pair => $"The name resembles {pair.Other.Name} ({pair.Other.Reference}): {pair.Comparison.Reason}."),
            .. IdentitySignals.Of(claim, known).Select(signal => signal.Sentence),
        ];
    }
}
