using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Listings;
using CoalitionLetters.Mail;
using CoalitionLetters.Organizations.Names;
using CoalitionLetters.Organizations.Signals;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Organizations.Desk;

/// <summary>What staff write on a record.</summary>
/// <param name="Parent">The parent's exact name or alias; blank for a body that stands alone.</param>
/// <param name="Domains">Mail domains, divided by commas or blanks.</param>
public sealed record OrganizationFacts(string Name, OrganizationKind Kind, Scope Scope, string? State, string? Country, string? Website, string? Domains, string? Parent, string? Notes);

/// <summary>Changes to one record by hand: its facts, its other names, its logo.</summary>
public sealed class EditOrganization(CoalitionDb db, TimeProvider clock)
{
    private const int MostDomains = 20;

    /// <param name="seen">The revision that stood on the screen; a change by somebody else since then refuses this one.</param>
    public Task DescribeAsync(Guid id, int seen, OrganizationFacts facts, Actor who, CancellationToken cancel = default) => ChangeAsync(id, seen, who, async (organization, now) =>
    {
        var before = StateOf(organization, await NameOfAsync(organization.ParentId, cancel));
        var website = Unchanged(facts.Website, organization.Website) ? organization.Website : WebsiteOf(facts.Website);
        var country = Unchanged(facts.Country, organization.Country) ? organization.Country : CountryOf(facts.Country);
        organization.Describe(facts.Name, facts.Kind, facts.Scope, Unchanged(facts.State, organization.State) ? organization.State : StateNamed(facts.State), country, website, facts.Notes, now);
        var domains = DomainsOf(facts.Domains);
        if (!domains.SequenceEqual(organization.Domains))
            organization.WriteFrom(domains, now);
        if (!Unchanged(facts.Parent, before.Parent))
            await BelongAsync(organization, facts.Parent, now, cancel);
        db.Record(who, now, "changed the record", Subject.Of<Organization>(id), before, StateOf(organization, await NameOfAsync(organization.ParentId, cancel)));
    }, cancel);

    public Task AddAliasAsync(Guid id, string name, AliasKind kind, Actor who, CancellationToken cancel = default) => ChangeAsync(id, null, who, (organization, now) =>
    {
        db.Add(organization.AddAlias(name, now, kind));
        db.Record(who, now, $"added the {Say(kind)} {name.Trim()}", Subject.Of<Organization>(id));
        return Task.CompletedTask;
    }, cancel);

    /// <summary>Another record that certainly bears this name, so that no signature under it would find its record by itself.</summary>
    public Task<Organization?> NamesakeAsync(Guid id, string? name, CancellationToken cancel = default)
    {
        var key = NameMatching.JoinKey(name ?? "");
        return db.Organizations.AsNoTracking().Standing().Where(o => o.Id != id && (o.JoinKey == key || o.Aliases.Any(a => a.JoinKey == key))).OrderBy(o => o.Name).FirstOrDefaultAsync(cancel);
    }

    public Task RemoveAliasAsync(Guid id, Guid aliasId, Actor who, CancellationToken cancel = default) => ChangeAsync(id, null, who, (organization, now) =>
    {
        var name = organization.Aliases.FirstOrDefault(alias => alias.Id == aliasId)?.Name ?? throw new RuleBrokenException("That name is no longer on this record.");
        organization.RemoveAlias(aliasId, now);
        db.Record(who, now, $"removed the name {name}", Subject.Of<Organization>(id));
        return Task.CompletedTask;
    }, cancel);

    /// <param name="logoId">A stored picture, or null to show none.</param>
    public Task ShowLogoAsync(Guid id, Guid? logoId, Actor who, CancellationToken cancel = default) => ChangeAsync(id, null, who, (organization, now) =>
    {
        var had = organization.LogoId is not null;
        organization.Show(logoId, now);
        db.Record(who, now, logoId is null ? "removed the logo" : had ? "replaced the logo" : "added a logo", Subject.Of<Organization>(id));
        return Task.CompletedTask;
    }, cancel);

    /// <summary>Makes it an affiliate of the record with this name; with a blank name it stands alone.</summary>
    public Task BelongToAsync(Guid id, string? parentName, Actor who, CancellationToken cancel = default) => ChangeAsync(id, null, who, async (organization, now) =>
    {
        await BelongAsync(organization, parentName, now, cancel);
        db.Record(who, now, organization.ParentId is null ? "let it stand alone" : $"made it an affiliate of {parentName!.Trim()}", Subject.Of<Organization>(id));
    }, cancel);

    private async Task BelongAsync(Organization organization, string? parentName, DateTime now, CancellationToken cancel)
    {
        Guid? parentId = null;
        if (!string.IsNullOrWhiteSpace(parentName))
            parentId = await db.Organizations.IdOfAsync(parentName.Trim(), cancel) ?? throw new RuleBrokenException($"No record bears exactly the name \"{parentName.Trim()}\".");
        RuleBrokenException.ThrowIf(await db.Organizations.IsAboveAsync(organization.Id, parentId, cancel), $"{organization.Name} would belong to itself.");
        if (parentId is null && organization.ParentId is { } former)
            await ForgetAnswerAsync(organization.Id, former, cancel);
        organization.BelongTo(parentId, now);
    }

    /// <summary>Whoever lets an affiliate stand alone takes back that it is one, so the two are asked about again where they look alike.</summary>
    private async Task ForgetAnswerAsync(Guid affiliateId, Guid parentId, CancellationToken cancel)
    {
        var (one, other) = SettledPair.Ordered(affiliateId, parentId);
        if (await db.SettledPairs.SingleOrDefaultAsync(p => p.OneId == one && p.OtherId == other && p.Answer == PairAnswer.Affiliate, cancel) is { } answer)
            db.Remove(answer);
    }

    private Task ChangeAsync(Guid id, int? seen, Actor who, Func<Organization, DateTime, Task> change, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.ReviewSignatures);
        var organization = await db.Organizations.Include(o => o.Aliases).SingleOrDefaultAsync(o => o.Id == id, cancel) ?? throw new RuleBrokenException("There is no such record.");
        RuleBrokenException.ThrowIf(seen is { } revision && organization.Revision != revision, "Somebody else has changed this record meanwhile. What you typed still stands below; compare it, and keep it again if it is right.");
        await change(organization, clock.UtcNow);
    }, cancel);

    private async Task<string?> NameOfAsync(Guid? id, CancellationToken cancel) =>
        id is null ? null : await db.Organizations.Where(o => o.Id == id).Select(o => o.Name).SingleAsync(cancel);

    private static bool Unchanged(string? typed, string? stored) => (typed ?? "").Trim() == (stored ?? "");

    private static string? StateNamed(string? state) =>
        string.IsNullOrWhiteSpace(state) ? null : States.Find(state)?.Name ?? throw new RuleBrokenException($"There is no state “{state.Trim()}”.");

    private static string? CountryOf(string? country) =>
        string.IsNullOrWhiteSpace(country) ? null : Countries.Find(country)?.Name ?? throw new RuleBrokenException($"There is no country “{country.Trim()}”. Write its name in English, like Mexico.");

    private static string? WebsiteOf(string? website)
    {
        RuleBrokenException.ThrowIf(Websites.Fault(website) is not null, Websites.Fault(website) ?? "");
        return Websites.Find(website);
    }

    private static List<string> DomainsOf(string? typed)
    {
        var domains = (typed ?? "").Split([',', ';', ' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(domain => domain.TrimStart('@').ToLowerInvariant()).Distinct().ToList();
        RuleBrokenException.ThrowIf(domains.Count > MostDomains, $"Keep it to {MostDomains} domains.");
        foreach (var domain in domains)
        {
            RuleBrokenException.ThrowIf(domain.Length > 100 || !domain.Contains('.', StringComparison.Ordinal) || !MailAddresses.IsDomain(domain), $"“{domain}” is not a domain. Enter one like union.example.");
            RuleBrokenException.ThrowIf(Domains.IsFreeMail(domain), $"Anybody can have a mailbox at {domain}, so it says nothing about this organization.");
        }
        return domains;
    }

    private static RecordState StateOf(Organization o, string? parent) => new(o.Name, o.Kind, o.Scope, o.State, o.Country, o.Website, string.Join(", ", o.Domains), parent, o.Notes);

    private static string Say(AliasKind kind) => kind switch { AliasKind.Acronym => "acronym", AliasKind.FormerName => "former name", _ => "name" };

    private sealed record RecordState(string Name, OrganizationKind Kind, Scope Scope, string? State, string? Country, string? Website, string Domains, string? Parent, string? Notes);
}
