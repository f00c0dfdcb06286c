using CoalitionLetters.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Organizations;

/// <summary>One body, the same over all letters, with its aliases and its parent.</summary>
public sealed class Organization
{
    public const int NameMaxLength = 160;
    public const int WebsiteMaxLength = 300;
    public const int PlaceMaxLength = 60;

    private readonly List<OrganizationAlias> aliases = [];

    private Organization() { }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public OrganizationKind Kind { get; private set; }
    public Scope Scope { get; private set; }

    /// <summary>Full name of the US state or territory, as in "New Mexico".</summary>
    public string? State { get; private set; }
    public string? Country { get; private set; }
    public string? Website { get; private set; }
    public Guid? LogoId { get; private set; }
    public Guid? ParentId { get; private set; }

    /// <summary>Set when this record was joined to another; the other speaks for it.</summary>
    public Guid? MergedIntoId { get; private set; }
    public string? Notes { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public IReadOnlyList<OrganizationAlias> Aliases => aliases;

    public static Organization Named(string name, OrganizationKind kind, Scope scope, string? state, string? country, string? website, DateTime now)
    {
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(name), "Enter the organization's name.");
        RuleBrokenException.ThrowIf(name.Length > NameMaxLength, $"Keep the name under {NameMaxLength} characters.");
        return new Organization
        {
            Id = Guid.CreateVersion7(now),
            Name = name.Trim(),
            Kind = kind,
            Scope = scope,
            State = state,
            Country = country,
            Website = website,
            CreatedAt = now,
        };
    }

    public void AddAlias(string name, DateTime now) => aliases.Add(new OrganizationAlias(Guid.CreateVersion7(now), Id, name));
}

/// <summary>Another name of the same body: an acronym, an old name, a name in another language.</summary>
public sealed class OrganizationAlias(Guid id, Guid organizationId, string name)
{
    public Guid Id { get; private set; } = id;
    public Guid OrganizationId { get; private set; } = organizationId;
    public string Name { get; private set; } = name;
}

public enum OrganizationKind { Unstated, Union, Advocacy, Legal, Community, Faith, Other }

public enum Scope { International, National, Regional, State, Local }

public static class OrganizationQueries
{
    extension(CoalitionDb db)
    {
        public DbSet<Organization> Organizations => db.Set<Organization>();
    }

    extension(IQueryable<Organization> organizations)
    {
        /// <summary>The record that certainly bears this name, as its own or as an alias; where records were joined, the one that speaks.</summary>
        public async Task<Guid?> IdOfAsync(string name, CancellationToken cancel = default)
        {
            var small = name.ToLowerInvariant();
            var found = await organizations.Where(o => o.Name.ToLower() == small || o.Aliases.Any(a => a.Name.ToLower() == small))
                .OrderBy(o => o.Id).Select(o => o.MergedIntoId ?? o.Id).Distinct().Take(2).ToListAsync(cancel);
            return found.Count == 1 ? found[0] : null;
        }
    }
}

internal sealed class OrganizationMap : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> organization)
    {
        organization.ToTable("Organizations");
        organization.Property(o => o.Id).ValueGeneratedNever();
        organization.Property(o => o.Name).HasMaxLength(Organization.NameMaxLength);
        organization.HasIndex(o => o.Name);
        organization.Property(o => o.State).HasMaxLength(Organization.PlaceMaxLength);
        organization.Property(o => o.Country).HasMaxLength(Organization.PlaceMaxLength);
        organization.Property(o => o.Website).HasMaxLength(Organization.WebsiteMaxLength);
        organization.HasOne<Organization>().WithMany().HasForeignKey(o => o.ParentId);
        organization.HasMany(o => o.Aliases).WithOne().HasForeignKey(a => a.OrganizationId);
        organization.Navigation(o => o.Aliases).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class OrganizationAliasMap : IEntityTypeConfiguration<OrganizationAlias>
{
    public void Configure(EntityTypeBuilder<OrganizationAlias> alias)
    {
        alias.ToTable("OrganizationAliases");
        alias.Property(a => a.Id).ValueGeneratedNever();
        alias.Property(a => a.Name).HasMaxLength(Organization.NameMaxLength);
        alias.HasIndex(a => a.Name);
    }
}
