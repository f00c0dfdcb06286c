using CoalitionLetters.Data;
using CoalitionLetters.Listings;
using CoalitionLetters.Organizations.Names;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures;

/// <summary>Another signature of the same body on the same letter: the same name by all that is certain, or the same record of the directory.</summary>
public sealed record Twin(Guid Id, string Reference, string Name, SignatureStatus Status, DateTime? ListedAt)
{
    /// <summary>"River Trust is listed already (CW-7K4M-2Q9)."</summary>
    public string Sentence => Status == SignatureStatus.Listed ? $"{Name} is listed already ({Reference})."
        : $"{Name} is on this letter already and {(Status == SignatureStatus.Submitted ? "not confirmed" : "not listed now")} ({Reference}).";
}

/// <summary>One body counts once. Which signatures stand for the same one, so that staff list both only when they say so.</summary>
public static class Twins
{
    /// <summary>What staff are told beside <see cref="Twin.Sentence"/>.</summary>
    public const string OneCounts = "One organization counts once. If both shall stand, tick that on the signature's page.";
    public const string OneCountsHere = "One organization counts once. If both shall stand, tick that below.";

    extension(CoalitionDb db)
    {
        /// <summary>The listed ones beside <paramref name="signature"/>, as it would be listed.</summary>
        public async Task<List<Twin>> ListedTwinsAsync(Signature signature, Listing listing, CancellationToken cancel = default) =>
            await TwinsAsync(db.Signatures.Where(s => s.LetterId == signature.LetterId && s.Id != signature.Id).Listed(), listing, signature.OrganizationId, cancel);

        /// <summary>All that stand on the letter beside a line that is not on it yet, whether they are listed or wait.</summary>
        public async Task<List<Twin>> StandingTwinsAsync(Guid letterId, Listing listing, Guid? organizationId, CancellationToken cancel = default) =>
            await TwinsAsync(db.Signatures.Where(s => s.LetterId == letterId).Alive(), listing, organizationId, cancel);

        /// <summary>All that stand on the letter by <see cref="KeyOf"/>, the listed ones first, for holding a whole list against them.</summary>
        public async Task<IEnumerable<(string Key, Twin Twin)>> StandingByKeyAsync(Guid letterId, CancellationToken cancel = default)
        {
            var found = await db.Signatures.AsNoTracking().Where(s => s.LetterId == letterId).Alive().OrderBy(s => s.SubmittedAt).ThenBy(s => s.Id).Select(s => new { s.Id, s.Reference, s.Listing, s.Status, s.ListedAt }).ToListAsync(cancel);
            return found.OrderByDescending(s => s.Status == SignatureStatus.Listed).Select(s => (KeyOf(s.Listing), new Twin(s.Id, s.Reference, s.Listing.Name, s.Status, s.ListedAt)));
        }
    }

    private static async Task<List<Twin>> TwinsAsync(IQueryable<Signature> others, Listing listing, Guid? organizationId, CancellationToken cancel)
    {
        var key = KeyOf(listing);
        var found = await others.AsNoTracking().OrderBy(s => s.SubmittedAt).ThenBy(s => s.Id).Select(s => new { s.Id, s.Reference, s.Listing, s.OrganizationId, s.Status, s.ListedAt }).ToListAsync(cancel);
        return [.. found.Where(s => (organizationId is not null && s.OrganizationId == organizationId) || KeyOf(s.Listing) == key).Select(s => new Twin(s.Id, s.Reference, s.Listing.Name, s.Status, s.ListedAt))];
    }

    /// <summary>Equal for lines of the same body. Of two officials with one name each stands for the own office.</summary>
    public static string KeyOf(Listing listing) => listing.Title is { } office ? $"{NameMatching.JoinKey(listing.Name)}, {Folding.Fold(office)}" : NameMatching.JoinKey(listing.Name);
}

/// <summary>The lines that are listed, kept up to date while some are settled, so that of two for one body the second is seen.</summary>
public sealed class ListedLines
{
    private readonly Dictionary<Guid, Signature> byId = [];
    private readonly Dictionary<string, HashSet<Guid>> byKey = [];

    public static ListedLines Of(IEnumerable<Signature> listed)
    {
        var lines = new ListedLines();
        foreach (var signature in listed)
        {
            lines.Take(signature);
        }

        return lines;
    }

    /// <summary>What is told about another listed line of the same body; null when there is none, or when the signature is not listed.</summary>
    /// <param name="isNew">It was not listed before, or not under such a name; whatever stands beside it otherwise has stood there before.</param>
    public string? Beside(Signature signature, bool isNew) => !isNew || signature.Status != SignatureStatus.Listed ? null
        : KeysOf(signature).SelectMany(key => byKey.GetValueOrDefault(key, [])).Where(id => id != signature.Id).Select(id => byId[id]).MinBy(other => other.ListedAt) is { } twin
            ? $"{twin.Listing.Name} is listed already ({twin.Reference})." : null;

    public void Take(Signature signature)
    {
        if (byId.Remove(signature.Id, out var before))
        {
            foreach (var key in KeysOf(before))
            {
                byKey[key].Remove(signature.Id);
            }
        }

        if (signature.Status == SignatureStatus.Listed)
        {
            byId[signature.Id] = signature;
            foreach (var key in KeysOf(signature))
            {
                (byKey.TryGetValue(key, out var ids) ? ids : byKey[key] = []).Add(signature.Id);
            }
        }
    }

    private static IEnumerable<string> KeysOf(Signature signature) =>
        signature.OrganizationId is { } record ? [Twins.KeyOf(signature.Listing), $"record {record}"] : [Twins.KeyOf(signature.Listing)];
}
