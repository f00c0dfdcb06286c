using CoalitionLetters.Data;
using CoalitionLetters.Officials;
using CoalitionLetters.Organizations;
using CoalitionLetters.Organizations.Names;
using CoalitionLetters.Organizations.Signals;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures;

/// <summary>Why staff should look at a confirmed signature before it is listed, in sentences for staff.</summary>
public static class Doubts
{
    /// <summary>Below this likeness two names merely share words.</summary>
    internal const double Resembles = 0.6;

    /// <summary>For so many organizations one mailbox may sign a letter before staff look.</summary>
    private const int MostOfOneMailbox = 2;

    /// <summary>Names that look alike are about as long: one letter may look like two ("m" and "rn"), but not many of them do.</summary>
    private const int MostLettersApart = 4;

    /// <summary>Another signatory of the same letter, with its website once it is listed: nobody has looked at what a held one says of itself.</summary>
    private sealed record Other(Guid Id, string Reference, string Name, string? Website);

    public static Task<List<string>> DoubtsAboutAsync(this CoalitionDb db, Signature signature, CancellationToken cancel) => db.DoubtsAboutAsync(signature, signature.Listing, cancel);

    /// <param name="listing">The line to be looked at: the one that stands, or a correction of it.</param>
    public static async Task<List<string>> DoubtsAboutAsync(this CoalitionDb db, Signature signature, Listing listing, CancellationToken cancel)
    {
        var others = await db.Signatures.Where(s => s.LetterId == signature.LetterId && s.Id != signature.Id && s.ConfirmedAt != null).Alive()
            .Select(s => new Other(s.Id, s.Reference, s.Listing.Name, s.Status == SignatureStatus.Listed ? s.Listing.Website : null)).ToListAsync(cancel);
        var name = listing.Name;
        var compared = others.Select(other => (Other: other, Comparison: NameMatching.Compare(name, other.Name))).ToList();
        var claim = new SignerClaim(name, signature.Signer.Email, listing.Website, listing.Scope ?? Scope.National);
        var known = new KnownBodies(
        [
            .. others.Select(other => new KnownBody(other.Id, other.Name, Domains.OfWebsite(other.Website) is { } domain ? [domain] : [])),
            .. await db.BodiesAtMailDomainAsync(signature, name, cancel),
            .. await db.BodiesLookingAlikeAsync(signature, name, cancel),
        ]);
        return
        [
            .. compared.Where(pair => pair.Comparison.JoinsByItself).Select(pair => $"The same organization has signed already ({pair.Other.Reference})."),
            .. compared.Where(pair => !pair.Comparison.JoinsByItself && pair.Comparison.Verdict is Verdict.Same or Verdict.Ask && pair.Comparison.Score >= Resembles)
                .OrderByDescending(pair => pair.Comparison.Score).Take(1)
                .Select(pair => $"The name resembles {pair.Other.Name} ({pair.Other.Reference}): {pair.Comparison.Reason}."),
            .. IdentitySignals.Of(claim, known).Select(signal => signal.Sentence),
            .. await db.DoubtsAboutMailboxAsync(signature, name, cancel),
            .. await db.DoubtsAboutOfficialAsync(signature, listing, cancel),
        ];
    }

    /// <summary>One person may speak for a body and its affiliate; a mailbox that has confirmed for two others before waits.</summary>
    private static async Task<List<string>> DoubtsAboutMailboxAsync(this CoalitionDb db, Signature signature, string name, CancellationToken cancel)
    {
        if (signature.Signer.Email is not { } mail || signature.CameBy != CameBy.Web)
        {
            return [];
        }

        var before = await db.Signatures.Where(s => s.LetterId == signature.LetterId && s.Id != signature.Id && s.CameBy == CameBy.Web && s.ConfirmedAt != null && s.ConfirmedAt <= signature.ConfirmedAt).Alive()
            .OrderBy(s => s.ConfirmedAt).Select(s => new { s.Reference, s.Listing.Name, s.Signer.Email }).ToListAsync(cancel);
        var same = before.Where(other => string.Equals(other.Email, mail, StringComparison.OrdinalIgnoreCase) && !SameName.Is(other.Name, name)).DistinctBy(other => other.Name).ToList();

        // Without the address: a reason outlives the signer's data.
        return same.Count < MostOfOneMailbox ? [] : [$"The same mailbox has confirmed for {same.Count} other organizations on this letter ({string.Join(", ", same.Take(3).Select(other => other.Reference))}{(same.Count > 3 ? ", …" : "")})."];
    }

    /// <summary>
    /// Records of the directory that write from the signer's mail domain. The signer's own record goes by the name that was signed with, which may be an alias; its parent's mailbox may speak for it.
    /// </summary>
    private static async Task<IEnumerable<KnownBody>> BodiesAtMailDomainAsync(this CoalitionDb db, Signature signature, string name, CancellationToken cancel)
    {
        if (Domains.OfEmail(signature.Signer.Email) is not { } mail || Domains.IsFreeMail(mail) || Domains.IsSharedHost(mail))
        {
            return [];
        }

        var own = signature.OrganizationId;
        var parent = await db.Organizations.Where(o => o.Id == own).Select(o => o.ParentId).FirstOrDefaultAsync(cancel);
        var there = await db.Organizations.AsNoTracking().Standing().WithDomainAsync(Domains.Registrable(mail), cancel);
        var selfTold = await db.SelfToldAsync(there, cancel);
        return there.Where(body => (parent is null || body.Id != parent) && (body.Id == own || !selfTold.Contains(body.Id)))
            .Select(body => new KnownBody(body.Id, body.Id == own ? name : body.Name, [Domains.Registrable(mail)]));
    }

    /// <summary>Records that signing made and nobody has looked at: their website is what a signer says, and none of their signatures is listed.</summary>
    private static async Task<HashSet<Guid>> SelfToldAsync(this CoalitionDb db, List<Organization> bodies, CancellationToken cancel)
    {
        var unseen = bodies.Where(body => body is { Revision: 1, Domains.Count: 0 }).ToDictionary(body => body.Id);
        var signed = await db.Signatures.Where(s => s.OrganizationId != null && unseen.Keys.Contains(s.OrganizationId.Value)).Select(s => new { Id = s.OrganizationId!.Value, s.Status, s.ConfirmedAt }).ToListAsync(cancel);
        return [.. signed.GroupBy(s => s.Id).Where(all => all.All(s => s.Status != SignatureStatus.Listed) && all.Any(s => s.ConfirmedAt == unseen[all.Key].CreatedAt)).Select(all => all.Key)];
    }

    /// <summary>Other records of the directory, by any of their names, that are hard to tell from the signer's name in print.</summary>
    private static async Task<IEnumerable<KnownBody>> BodiesLookingAlikeAsync(this CoalitionDb db, Signature signature, string name, CancellationToken cancel)
    {
        var own = signature.OrganizationId;
        var (like, shortest, longest) = (LookAlikes.Skeleton(name), name.Length - MostLettersApart, name.Length + MostLettersApart);
        var others = db.Organizations.AsNoTracking().Standing().Where(o => o.Id != own);
        var names = await others.Where(o => o.Name.Length >= shortest && o.Name.Length <= longest).Select(o => new { o.Id, o.Name }).ToListAsync(cancel);
        var aliases = await others.SelectMany(o => o.Aliases, (o, alias) => new { o.Id, alias.Name }).Where(alias => alias.Name.Length >= shortest && alias.Name.Length <= longest).ToListAsync(cancel);
        return names.Concat(aliases).Where(body => LookAlikes.Skeleton(body.Name) == like).Select(body => new KnownBody(body.Id, body.Name, []));
    }
}
