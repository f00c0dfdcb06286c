using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Organizations.Names;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Organizations.Desk;

/// <summary>Makes a record of its own from one of a body's other names, with the signatures that were given under it. Joining the two again undoes it.</summary>
public sealed class SplitOrganization(CoalitionDb db, TimeProvider clock)
{
    public Task<Guid> RunAsync(Guid organizationId, Guid aliasId, Actor who, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.ReviewSignatures);
        var now = clock.UtcNow;
        var organization = await db.Organizations.Include(o => o.Aliases).SingleAsync(o => o.Id == organizationId, cancel);
        var alias = organization.Aliases.SingleOrDefault(a => a.Id == aliasId) ?? throw new RuleBrokenException("That name is no longer on this record.");

        var split = Organization.Named(alias.Name, organization.Kind, organization.Scope, organization.State, organization.Country, null, now);
        db.Add(split);
        organization.RemoveAlias(aliasId, now);
        foreach (var signature in (await db.Signatures.Where(s => s.OrganizationId == organizationId).ToListAsync(cancel)).Where(s => NameMatching.Compare(s.Listing.Name, alias.Name).JoinsByItself && s.Listing.Name != organization.Name))
            signature.BelongsTo(split.Id);

        db.Record(who, now, $"made {alias.Name} a record of its own", Subject.Of<Organization>(organizationId));
        db.Record(who, now, $"made this record from {organization.Name}", Subject.Of<Organization>(split.Id));
        return split.Id;
    }, cancel);
}
