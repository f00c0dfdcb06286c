using CoalitionLetters.Organizations.Names;

namespace CoalitionLetters.Organizations.Signals;

/// <summary>What a signer says of the organization and of the mailbox that speaks for it.</summary>
public sealed record SignerClaim(string Name, string? Email, string? Website, Scope Scope);

/// <summary>
/// Bodies that are known, arranged for the questions that signals ask. Built once for a letter or the directory and shared; it does not change.
/// </summary>
public sealed class KnownBodies
{
    private readonly ILookup<string, KnownBody> byDomain;
    private readonly ILookup<string, KnownBody> bySkeleton;

    public KnownBodies(IEnumerable<KnownBody> bodies)
    {
        var all = bodies.ToList();
        byDomain = all.SelectMany(body => body.Domains.Select(domain => (Domain: Domains.Registrable(domain), Body: body))).ToLookup(pair => pair.Domain, pair => pair.Body);
        bySkeleton = all.ToLookup(body => LookAlikes.Skeleton(body.Name));
    }

    internal IEnumerable<KnownBody> WithDomain(string registrable) => byDomain[registrable];

    internal IEnumerable<KnownBody> LookingLike(string name) => bySkeleton[LookAlikes.Skeleton(name)];
}

/// <summary>Reasons to let a signature wait: pure rules over what the signer typed and who is known.</summary>
public static class IdentitySignals
{
    /// <param name="matches">What the name resembles, from the index of names; empty where nobody asks.</param>
    public static IReadOnlyList<Signal> Of(SignerClaim claim, KnownBodies known, IReadOnlyList<NameMatch<Guid>>? matches = null) =>
        [.. MailSignals(claim, known), .. NameSignals(claim, known), .. MatchSignals(claim, matches ?? [])];

    private static IEnumerable<Signal> MailSignals(SignerClaim claim, KnownBodies known)
    {
        if (Domains.OfEmail(claim.Email) is not { } mail)
            yield break;

        if (Domains.IsDisposable(mail))
        {
            yield return new(SignalKind.DisposableMail, $"The mailbox is a throw-away one ({mail}).");
            yield break;
        }
        if (Domains.IsFreeMail(mail))
        {
            if (claim.Scope != Scope.Local)
                yield return new(SignalKind.FreeMail, $"A mailbox that anybody can have ({mail}) speaks for a body that is {Reach(claim.Scope)}.");
            yield break;
        }

        if (Domains.OfWebsite(claim.Website) is { } site && !Domains.IsSharedHost(site) && Domains.Registrable(site) != Domains.Registrable(mail))
            yield return new(SignalKind.OtherDomain, $"The mail comes from {Domains.Registrable(mail)}, the website is {Domains.Registrable(site)}.");
        if (!Domains.IsSharedHost(mail) && known.WithDomain(Domains.Registrable(mail)).FirstOrDefault(body => !IsSame(body.Name, claim.Name)) is { } other && !known.WithDomain(Domains.Registrable(mail)).Any(body => IsSame(body.Name, claim.Name)))
            yield return new(SignalKind.DomainOfAnother, $"The mail comes from {Domains.Registrable(mail)}, the domain of {other.Name}.");
    }

    private static IEnumerable<Signal> NameSignals(SignerClaim claim, KnownBodies known)
    {
        if (LookAlikes.MixedWord(claim.Name) is { } word)
            yield return new(SignalKind.MixedScripts, $"\"{word}\" is written with letters of another script: {LookAlikes.ForeignLetters(word)}.");
        else if (LookAlikes.MixedScripts(claim.Name) is { Count: > 0 } scripts)
            yield return new(SignalKind.MixedScripts, $"The name mixes letters of several scripts: {string.Join(" and ", scripts)}.");
        if (known.LookingLike(claim.Name).FirstOrDefault(body => !LookAlikes.AreOfOneSpelling(body.Name, claim.Name) && !IsSame(body.Name, claim.Name)) is { } like)
            yield return new(SignalKind.LooksLikeKnown, $"The name looks like {like.Name} and is written with other letters.");
    }

    private static IEnumerable<Signal> MatchSignals(SignerClaim claim, IReadOnlyList<NameMatch<Guid>> matches) =>
        matches.Where(match => !match.Comparison.JoinsByItself && match.Comparison.Verdict is Verdict.Same or Verdict.Ask).Take(1)
            .Select(match => new Signal(SignalKind.ResemblesKnown, $"The name resembles {match.Name}: {match.Comparison.Reason}."));

    private static bool IsSame(string known, string claimed) => NameMatching.Compare(known, claimed).JoinsByItself;

    private static string Reach(Scope scope) => scope switch
    {
        Scope.International => "international",
        Scope.National => "national",
        Scope.Regional => "regional",
        _ => "statewide",
    };
}
