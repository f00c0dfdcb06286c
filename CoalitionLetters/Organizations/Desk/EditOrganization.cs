using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Organizations.Desk;

/// <summary>What staff write on a record.</summary>
public sealed record OrganizationFacts(string Name, OrganizationKind Kind, Scope Scope, string? State, string? Country, string? Website, string? Notes);

/// <summary>Changes to one record by hand: its facts, its other names, its parent.</summary>
public sealed class EditOrganization(CoalitionDb db, TimeProvider clock)
{
    public Task DescribeAsync(Guid id, OrganizationFacts facts, Actor who, CancellationToken cancel = default) => ChangeAsync(id, who, (organization, now) =>
    {
        var before = new { organization.Name, organization.Kind, organization.Scope, organization.State, organization.Country, organization.Website, organization.Notes };
        organization.Describe(facts.Name, facts.Kind, facts.Scope, facts.State, facts.Country, facts.Website, facts.Notes, now);
        db.Record(who, now, "changed the record", Subject.Of<Organization>(id), before, new { organization.Name, organization.Kind, organization.Scope, organization.State, organization.Country, organization.Website, organization.Notes });
        return Task.CompletedTask;
    }, cancel);

    public Task AddAliasAsync(Guid id, string name, Actor who, CancellationToken cancel = default) => ChangeAsync(id, who, (organization, now) =>
    {
        db.Add(organization.AddAlias(name, now));
        db.Record(who, now, $"added the name {name.Trim()}", Subject.Of<Organization>(id));
        return Task.CompletedTask;
    }, cancel);

    public Task RemoveAliasAsync(Guid id, Guid aliasId, Actor who, CancellationToken cancel = default) => ChangeAsync(id, who, (organization, now) =>
    {
        var name = organization.Aliases.FirstOrDefault(alias => alias.Id == aliasId)?.Name;
        organization.RemoveAlias(aliasId, now);
        db.Record(who, now, $"removed the name {name}", Subject.Of<Organization>(id));
        return Task.CompletedTask;
    }, cancel);

    /// <summary>Makes it an affiliate of the record with this name; with a blank name it stands alone.</summary>
    public Task BelongToAsync(Guid id, string? parentName, Actor who, CancellationToken cancel = default) => ChangeAsync(id, who, async (organization, now) =>
    {
        Guid? parentId = null;
        if (!string.IsNullOrWhiteSpace(parentName))
            parentId = await db.Organizations.IdOfAsync(parentName.Trim(), cancel) ?? throw new RuleBrokenException($"No record bears exactly the name \"{parentName.Trim()}\".");
        await RefuseCircleAsync(organization, parentId, cancel);

        organization.BelongTo(parentId, now);
        db.Record(who, now, parentId is null ? "let it stand alone" : $"made it an affiliate of {parentName!.Trim()}", Subject.Of<Organization>(id));
    }, cancel);

    private async Task RefuseCircleAsync(Organization organization, Guid? parentId, CancellationToken cancel)
    {
        for (var above = parentId; above is not null; above = await db.Organizations.Where(o => o.Id == above).Select(o => o.ParentId).SingleOrDefaultAsync(cancel))
            RuleBrokenException.ThrowIf(above == organization.Id, $"{organization.Name} would belong to itself.");
    }

    private Task ChangeAsync(Guid id, Actor who, Func<Organization, DateTime, Task> change, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.ReviewSignatures);
        var organization = await db.Organizations.Include(o => o.Aliases).SingleOrDefaultAsync(o => o.Id == id, cancel) ?? throw new RuleBrokenException("There is no such record.");
        await change(organization, clock.UtcNow);
    }, cancel);
}
