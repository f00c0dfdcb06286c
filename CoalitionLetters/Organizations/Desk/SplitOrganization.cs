using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Invitations;
using CoalitionLetters.Letters;
using CoalitionLetters.Organizations.Names;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Organizations.Desk;

/// <summary>Something that can go along to a new record.</summary>
/// <param name="IsProposed">It was given under the name that becomes a record of its own.</param>
public sealed record Movable(Guid Id, string What, bool IsProposed);

/// <summary>What making a record of its own from another name would change.</summary>
public sealed record SplitPreview(Organization From, OrganizationAlias Alias, IReadOnlyList<Movable> Signatures, IReadOnlyList<Movable> Invitations, IReadOnlyList<Movable> Contacts, IReadOnlyList<string> Domains);

/// <summary>Makes a record of its own from one of a body's other names, with what belongs to it. All of it can be undone.</summary>
public sealed class SplitOrganization(CoalitionDb db, TimeProvider clock)
{
    public async Task<SplitPreview> PreviewAsync(Guid organizationId, Guid aliasId, CancellationToken cancel = default)
    {
        var (organization, alias) = await FindAsync(organizationId, aliasId, cancel);
        var signatures = await db.Signatures.AsNoTracking().Where(s => s.OrganizationId == organizationId).OrderByDescending(s => s.SubmittedAt)
            .Join(db.Letters, s => s.LetterId, l => l.Id, (s, l) => new { s.Id, s.Listing.Name, s.Reference, Letter = l }).ToListAsync(cancel);
        var invitations = await db.Invitations.AsNoTracking().Where(i => i.OrganizationId == organizationId).OrderByDescending(i => i.CreatedAt)
            .Join(db.Letters, i => i.LetterId, l => l.Id, (i, l) => new { Invitation = i, Letter = l }).ToListAsync(cancel);
        var contacts = await db.OrganizationContacts.AsNoTracking().Where(c => c.OrganizationId == organizationId).OrderBy(c => c.Name).ToListAsync(cancel);
        var given = signatures.Where(s => s.Name != organization.Name && NameMatching.Compare(s.Name, alias.Name).JoinsByItself).Select(s => s.Id).ToHashSet();
        return new SplitPreview(organization, alias,
            [.. signatures.Select(s => new Movable(s.Id, $"{s.Letter.Title}: {s.Name}, {s.Reference}", given.Contains(s.Id)))],
            [.. invitations.Select(i => new Movable(i.Invitation.Id, $"{i.Letter.Title}: {i.Invitation.ContactName ?? i.Invitation.Email ?? "nobody by name"}", i.Invitation.SignatureId is { } signature && given.Contains(signature)))],
            [.. contacts.Select(c => new Movable(c.Id, string.Join(", ", new[] { c.Name, c.Title, c.Email }.OfType<string>()), false))],
            organization.Domains);
    }

    /// <param name="going">What goes along; null for what the preview proposes.</param>
    public Task<Guid> RunAsync(Guid organizationId, Guid aliasId, Actor who, MovedBySplit? going = null, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.ReviewSignatures);
        var now = clock.UtcNow;
        var (organization, alias) = await FindAsync(organizationId, aliasId, cancel);
        going ??= Proposed(await PreviewAsync(organizationId, aliasId, cancel));

        var made = Organization.Named(alias.Name, organization.Kind, organization.Scope, organization.State, organization.Country, null, now);
        db.Add(made);
        organization.RemoveAlias(aliasId, now);
        var signatures = await db.Signatures.Where(s => s.OrganizationId == organizationId && going.SignatureIds.Contains(s.Id)).ToListAsync(cancel);
        var invitations = await db.Invitations.Where(i => i.OrganizationId == organizationId && going.InvitationIds.Contains(i.Id)).ToListAsync(cancel);
        var contacts = await db.OrganizationContacts.Where(c => c.OrganizationId == organizationId && going.ContactIds.Contains(c.Id)).ToListAsync(cancel);
        var domainsBefore = organization.Domains;
        var domains = domainsBefore.Intersect(going.Domains).ToList();
        foreach (var signature in signatures)
            signature.BelongsTo(made.Id);
        foreach (var invitation in invitations)
            invitation.BelongsTo(made.Id);
        foreach (var contact in contacts)
            contact.BelongsTo(made.Id);
        if (domains.Count > 0)
        {
            organization.WriteFrom([.. domainsBefore.Except(domains)], now);
            made.WriteFrom(domains, now);
        }

        var moved = new MovedBySplit { SignatureIds = [.. signatures.Select(s => s.Id)], InvitationIds = [.. invitations.Select(i => i.Id)], ContactIds = [.. contacts.Select(c => c.Id)], Domains = domains, DomainsBefore = domains.Count > 0 ? domainsBefore : [], Revision = made.Revision };
        db.Add(OrganizationSplit.Of(organization, made, alias, moved, who.Name, now));
        db.Record(who, now, $"made {alias.Name} a record of its own", Subject.Of<Organization>(organizationId));
        db.Record(who, now, $"made this record from {organization.Name}", Subject.Of<Organization>(made.Id));
        return made.Id;
    }, cancel);

    /// <summary>Puts everything back and removes the record that was made. Once that has gained something of its own, the two are joined instead.</summary>
    public Task UndoAsync(Guid splitId, Actor who, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.ReviewSignatures);
        var now = clock.UtcNow;
        var split = await db.OrganizationSplits.SingleOrDefaultAsync(s => s.Id == splitId, cancel) ?? throw new RuleBrokenException("There is no such record.");
        split.Undo(now);
        var from = await db.Organizations.Include(o => o.Aliases).SingleAsync(o => o.Id == split.FromId, cancel);
        var made = await db.Organizations.Include(o => o.Aliases).SingleOrDefaultAsync(o => o.Id == split.MadeId, cancel) ?? throw new RuleBrokenException("The record that was made is gone already.");
        RuleBrokenException.ThrowIf(from.MergedIntoId is not null, $"{from.Name} was joined to another record since then. Undo that first.");
        var signatures = await db.Signatures.Where(s => s.OrganizationId == made.Id).ToListAsync(cancel);
        var invitations = await db.Invitations.Where(i => i.OrganizationId == made.Id).ToListAsync(cancel);
        var contacts = await db.OrganizationContacts.Where(c => c.OrganizationId == made.Id).ToListAsync(cancel);
        var moved = split.Moved;
        var hasGained = made.Revision != moved.Revision
            || signatures.Any(s => !moved.SignatureIds.Contains(s.Id)) || invitations.Any(i => !moved.InvitationIds.Contains(i.Id)) || contacts.Any(c => !moved.ContactIds.Contains(c.Id))
            || await db.Organizations.AnyAsync(o => o.ParentId == made.Id || o.MergedIntoId == made.Id, cancel) || await db.SettledPairs.AnyAsync(p => p.OneId == made.Id || p.OtherId == made.Id, cancel)
            || await db.OrganizationMerges.AnyAsync(m => m.KeptId == made.Id || m.GoneId == made.Id, cancel) || await db.OrganizationSplits.AnyAsync(s => s.FromId == made.Id, cancel);
        RuleBrokenException.ThrowIf(hasGained, $"{made.Name} has changed since then. Join the two records instead.");

        foreach (var signature in signatures)
            signature.BelongsTo(from.Id);
        foreach (var invitation in invitations)
            invitation.BelongsTo(from.Id);
        foreach (var contact in contacts)
            contact.BelongsTo(from.Id);
        if (moved.Domains.Count > 0)
            from.WriteFrom([.. moved.DomainsBefore.Where(domain => from.Domains.Contains(domain) || made.Domains.Contains(domain)), .. from.Domains.Except(moved.DomainsBefore)], now);
        var alias = new OrganizationAlias(split.AliasId, from.Id, split.Name, NameMatching.JoinKey(split.Name), split.AliasKind);
        from.TakeBack(alias, now);
        db.Add(alias);
        await db.SaveChangesAsync(cancel);
        db.Remove(made);
        db.Record(who, now, $"took back that {split.Name} was a record of its own", Subject.Of<Organization>(from.Id));
    }, cancel);

    private static MovedBySplit Proposed(SplitPreview preview) => new()
    {
        SignatureIds = [.. preview.Signatures.Where(m => m.IsProposed).Select(m => m.Id)],
        InvitationIds = [.. preview.Invitations.Where(m => m.IsProposed).Select(m => m.Id)],
    };

    private async Task<(Organization, OrganizationAlias)> FindAsync(Guid organizationId, Guid aliasId, CancellationToken cancel)
    {
        var organization = await db.Organizations.Include(o => o.Aliases).SingleOrDefaultAsync(o => o.Id == organizationId, cancel) ?? throw new RuleBrokenException("There is no such record.");
        return (organization, organization.Aliases.SingleOrDefault(a => a.Id == aliasId) ?? throw new RuleBrokenException("That name is no longer on this record."));
    }
}
