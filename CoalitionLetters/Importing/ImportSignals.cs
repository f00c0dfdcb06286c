using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Organizations;
using CoalitionLetters.Organizations.Signals;
using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Importing;

/// <summary>
/// Reasons to let an imported signature wait for staff, by the rules for those that come over the form. Known are the directory, the letter's signatories, and the rows asked about before.
/// </summary>
public sealed class ImportSignals
{
    private readonly Dictionary<string, List<KnownBody>> byDomain = [];
    private readonly Dictionary<string, List<KnownBody>> bySkeleton = [];
    private readonly Dictionary<Guid, (Scope Scope, string? State)> places = [];
    private readonly Dictionary<string, Twin> standing = [];

    private readonly Dictionary<int, string?> said = [];

    private ImportSignals() { }

    public static async Task<ImportSignals> ReadAsync(CoalitionDb db, Letter letter, CancellationToken cancel = default)
    {
        var signals = new ImportSignals();
        foreach (var body in await db.Organizations.AsNoTracking().Standing().OrderBy(o => o.Id).Select(o => new { o.Id, o.Name, o.Website, o.Domains, o.Scope, o.State }).ToListAsync(cancel))
        {
            signals.Know(new KnownBody(body.Id, body.Name, [.. body.Domains.Append(Domains.OfWebsite(body.Website)).OfType<string>()]));
            signals.places[body.Id] = (body.Scope, body.State);
        }
        foreach (var alias in await db.Organizations.AsNoTracking().Standing().SelectMany(o => o.Aliases, (o, alias) => new { o.Id, AliasId = alias.Id, alias.Name }).OrderBy(alias => alias.Id).ThenBy(alias => alias.AliasId).ToListAsync(cancel))
            signals.Know(new KnownBody(alias.Id, alias.Name, []));
        foreach (var (key, twin) in await db.StandingByKeyAsync(letter.Id, cancel))
            signals.standing.TryAdd(key, twin);
        foreach (var other in await db.Signatures.On(letter).Alive().Where(s => s.ConfirmedAt != null).OrderBy(s => s.Id).Select(s => new { s.Id, s.OrganizationId, s.Listing.Name, s.Listing.Website }).ToListAsync(cancel))
            signals.Know(new KnownBody(other.OrganizationId ?? other.Id, other.Name, Site(other.Website)));
        return signals;
    }

    /// <summary>In sentences for staff; null where nothing speaks against listing the row at once. To be asked row by row, in their order; asked once more it gives the same answer.</summary>
    public string? Of(PlannedRow row) => said.TryGetValue(row.Row, out var before) ? before : said[row.Row] = LookAt(row);

    private string? LookAt(PlannedRow row)
    {
        var data = row.Data!;
        var claim = new SignerClaim(row.Name, data.Email, data.Website, PlaceOf(row).Scope ?? Scope.National);
        var known = new KnownBodies([.. LookingLike(row), .. AtMailDomain(row)]);
        var signals = IdentitySignals.Of(claim, known).Select(signal => signal.Sentence).ToList();
        if (row.Fate != RowFate.Same)
            Know(new KnownBody(IdOf(row.Row), row.Name, Site(data.Website)));
        if (TwinOf(row) is { } twin)
            signals.Insert(0, twin.Sentence);
        return signals.Count == 0 ? null : string.Join(' ', signals);
    }

    /// <summary>A line of the letter that bears the row's name though it is another record's, as after a correction. A further row of the same body adds no line.</summary>
    private Twin? TwinOf(PlannedRow row) =>
        row is { Fate: RowFate.Same, EarlierRow: not null } ? null : standing.GetValueOrDefault(Twins.KeyOf(new Listing { Name = row.Name }));

    /// <summary>How far the body reaches and where it is at home. Where the list does not say, the record that the row joins does; a new body's scope stays unsaid.</summary>
    public (Scope? Scope, string? State) PlaceOf(PlannedRow row)
    {
        var data = row.Data!;
        return data.Scope is null && row is { Fate: RowFate.Same, OrganizationId: { } id } && places.TryGetValue(id, out var place)
            ? (place.Scope, data.State ?? place.State)
            : (data.Scope ?? (data.State is null ? null : Scope.State), data.State);
    }

    private IEnumerable<KnownBody> LookingLike(PlannedRow row) =>
        bySkeleton.GetValueOrDefault(LookAlikes.Skeleton(row.Name), []).Where(body => row.Fate != RowFate.Same || !IsOwn(body, row)).Select(body => body with { Domains = [] });

    /// <summary>The record that the row joins goes by the row's name, which may be an alias; a parent's mailbox may speak for its affiliate.</summary>
    private IEnumerable<KnownBody> AtMailDomain(PlannedRow row) =>
        Domains.OfEmail(row.Data!.Email) is not { } mail ? []
        : byDomain.GetValueOrDefault(Domains.Registrable(mail), []).Select(body => IsOwn(body, row) ? body with { Name = row.Name } : body);

    private static bool IsOwn(KnownBody body, PlannedRow row) => body.Id == row.OrganizationId || (row.EarlierRow is { } earlier && body.Id == IdOf(earlier));

    private void Know(KnownBody body)
    {
        Into(bySkeleton, LookAlikes.Skeleton(body.Name), body);
        foreach (var domain in body.Domains.Select(Domains.Registrable).Distinct())
            Into(byDomain, domain, body);
    }

    private static void Into(Dictionary<string, List<KnownBody>> bodies, string key, KnownBody body)
    {
        if (!bodies.TryGetValue(key, out var there))
            bodies[key] = there = [];
        there.Add(body);
    }

    private static IReadOnlyList<string> Site(string? website) => Domains.OfWebsite(website) is { } domain ? [domain] : [];

    private static Guid IdOf(int row) => new(row, 0, 0, new byte[8]);
}
