using CoalitionLetters.Listings;
using CoalitionLetters.Data;
using CoalitionLetters.Organizations.Names;
using CoalitionLetters.Uploads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Organizations;

/// <summary>One body, the same over all letters, with its aliases and its parent.</summary>
public sealed class Organization
{
    public const int NameMaxLength = 200;
    public const int WebsiteMaxLength = 300;
    public const int PlaceMaxLength = 60;
    public const int NotesMaxLength = 2000;

    private readonly List<OrganizationAlias> aliases = [];

    private Organization() { }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Equal for names that are certainly one body's (<see cref="NameMatching.JoinKey"/>), so that the store finds them.</summary>
    public string JoinKey { get; private set; } = "";
    public OrganizationKind Kind { get; private set; }
    public Scope Scope { get; private set; }

    /// <summary>Full name of the US state or territory, as in "New Mexico".</summary>
    public string? State { get; private set; }
    public string? Country { get; private set; }
    public string? Website { get; private set; }

    /// <summary>Domains from which the body writes, in small letters, like <c>afscme31.org</c>.</summary>
    public IReadOnlyList<string> Domains { get; private set; } = [];
    public Guid? LogoId { get; private set; }
    public Guid? ParentId { get; private set; }

    /// <summary>Set when this record was joined to another; the other speaks for it.</summary>
    public Guid? MergedIntoId { get; private set; }
    public string? Notes { get; private set; }
    public DateTime CreatedAt { get; private set; }

    /// <summary>When its names or its place in the directory last changed; the directory in memory reads what is newer than it has seen.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>Rises with every change to what stands on the record, so that two people never overwrite each other.</summary>
    public int Revision { get; private set; }
    public IReadOnlyList<OrganizationAlias> Aliases => aliases;

    public static Organization Named(string name, OrganizationKind kind, Scope scope, string? state, string? country, string? website, DateTime now)
    {
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(name), "Enter the organization's name.");
        RuleBrokenException.ThrowIf(name.Length > NameMaxLength, $"Keep the name under {NameMaxLength} characters.");
        return new Organization
        {
            Id = Guid.CreateVersion7(now),
            Name = name.Trim(),
            JoinKey = NameMatching.JoinKey(name),
            Kind = kind,
            Scope = scope,
            State = state,
            Country = country,
            Website = website,
            CreatedAt = now,
            ChangedAt = now,
            Revision = 1,
        };
    }

    public OrganizationAlias AddAlias(string name, DateTime now, AliasKind kind = AliasKind.OtherName)
    {
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(name), "Enter the other name.");
        RuleBrokenException.ThrowIf(name.Length > NameMaxLength, $"Keep the other name under {NameMaxLength} characters.");
        RuleBrokenException.ThrowIf(Bears(name.Trim()), $"{Name} has that name already.");

        var alias = new OrganizationAlias(Guid.CreateVersion7(now), Id, name.Trim(), NameMatching.JoinKey(name), kind);
        aliases.Add(alias);
        Changed(now);
        return alias;
    }

    public void RemoveAlias(Guid aliasId, DateTime now)
    {
        aliases.RemoveAll(alias => alias.Id == aliasId);
        Changed(now);
    }

    /// <summary>Puts a name back exactly as it stood, because what was made from it is undone.</summary>
    internal void TakeBack(OrganizationAlias alias, DateTime now)
    {
        aliases.Add(alias);
        Changed(now);
    }

    public bool Bears(string name) => Name == name || aliases.Any(alias => alias.Name == name);

    public void Describe(string name, OrganizationKind kind, Scope scope, string? state, string? country, string? website, string? notes, DateTime now)
    {
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(name), "Enter the organization's name.");
        RuleBrokenException.ThrowIf(name.Length > NameMaxLength, $"Keep the name under {NameMaxLength} characters.");
        RuleBrokenException.ThrowIf(notes is { Length: > NotesMaxLength }, $"Keep the notes under {NotesMaxLength} characters.");

        (Name, Kind, Scope, State, Country, Website, Notes) = (name.Trim(), kind, scope, Blank(state), Blank(country), Blank(website), Blank(notes));
        JoinKey = NameMatching.JoinKey(Name);
        Changed(now);
    }

    public void WriteFrom(IReadOnlyList<string> domains, DateTime now)
    {
        Domains = domains;
        Changed(now);
    }

    public void Show(Guid? logoId, DateTime now)
    {
        LogoId = logoId;
        Changed(now);
    }

    /// <summary>What another record of the same body knew: its website where this one has none.</summary>
    internal void TakeWebsite(string? website, DateTime now)
    {
        Website = website;
        Changed(now);
    }

    /// <summary>Makes it an affiliate of another, or of none.</summary>
    public void BelongTo(Guid? parentId, DateTime now)
    {
        RuleBrokenException.ThrowIf(parentId == Id, "An organization cannot be its own parent.");
        ParentId = parentId;
        Changed(now);
    }

    /// <summary>From here on the other record speaks for it.</summary>
    internal void MergeInto(Guid keptId, DateTime now)
    {
        MergedIntoId = keptId;
        Changed(now);
    }

    internal void StandAlone(DateTime now)
    {
        MergedIntoId = null;
        Changed(now);
    }

    /// <summary>Whether the one record is the other, or stands above it. Each is looked at once, so that even a circle of parents ends.</summary>
    public static bool IsAbove(Guid one, Guid? other, Func<Guid, Guid?> parentOf)
    {
        var seen = new HashSet<Guid>();
        for (var at = other; at is { } id && seen.Add(id); at = parentOf(id))
        {
            if (id == one)
                return true;
        }
        return false;
    }

    private void Changed(DateTime now)
    {
        ChangedAt = now;
        Revision++;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Another name of the same body.</summary>
public sealed class OrganizationAlias(Guid id, Guid organizationId, string name, string joinKey, AliasKind kind)
{
    public Guid Id { get; private set; } = id;
    public Guid OrganizationId { get; private set; } = organizationId;
    public string Name { get; private set; } = name;
    public string JoinKey { get; private set; } = joinKey;
    public AliasKind Kind { get; private set; } = kind;

    /// <summary>The name as searches read it (<see cref="Folding.Fold"/>).</summary>
    public string SearchText { get; private set; } = Folding.Fold(name);
}

/// <summary>What another name is; <see cref="OtherName"/> also for a name in another language.</summary>
public enum AliasKind { OtherName, Acronym, FormerName }

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
        /// <summary>Records that speak for themselves, not those joined to another.</summary>
        public IQueryable<Organization> Standing() => organizations.Where(o => o.MergedIntoId == null);

        /// <summary>The record that certainly bears this name, as its own or as an alias; where records were joined, the one that speaks.</summary>
        public async Task<Guid?> IdOfAsync(string name, CancellationToken cancel = default)
        {
            var key = NameMatching.JoinKey(name);
            var found = await organizations.Where(o => o.JoinKey == key || o.Aliases.Any(a => a.JoinKey == key))
                .Select(o => o.MergedIntoId ?? o.Id).Distinct().OrderBy(id => id).Take(2).ToListAsync(cancel);
            return found.Count == 1 ? found[0] : null;
        }

        /// <inheritdoc cref="Organization.IsAbove"/>
        public async Task<bool> IsAboveAsync(Guid one, Guid? other, CancellationToken cancel = default)
        {
            var seen = new HashSet<Guid>();
            for (var at = other; at is { } id && seen.Add(id); at = await organizations.Where(o => o.Id == id).Select(o => o.ParentId).SingleOrDefaultAsync(cancel))
            {
                if (id == one)
                    return true;
            }
            return false;
        }

        /// <summary>Records whose website or mail stands at this domain, cut to what somebody registers.</summary>
        public async Task<List<Organization>> WithDomainAsync(string registrable, CancellationToken cancel = default)
        {
#pragma warning disable CA1304, CA1311, CA1862 // These run in the database, where a lower-case comparison is written like this.
            var near = await organizations.Where(o => (o.Website != null && o.Website.ToLower().Contains(registrable)) || ((string)(object)o.Domains).Contains(registrable)).ToListAsync(cancel);
#pragma warning restore CA1304, CA1311, CA1862
            return [.. near.Where(o => o.Domains.Append(Signals.Domains.OfWebsite(o.Website)).OfType<string>().Any(domain => Signals.Domains.Registrable(domain) == registrable))];
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
        organization.Property(o => o.JoinKey).HasMaxLength(NameMatching.JoinKeyMaxLength);
        organization.HasIndex(o => o.JoinKey);
        organization.HasIndex(o => new { o.ChangedAt, o.Revision });
        organization.Property(o => o.State).HasMaxLength(Organization.PlaceMaxLength);
        organization.Property(o => o.Country).HasMaxLength(Organization.PlaceMaxLength);
        organization.Property(o => o.Website).HasMaxLength(Organization.WebsiteMaxLength);
        organization.Property(o => o.Notes).HasMaxLength(Organization.NotesMaxLength);
        organization.Property(o => o.Domains).IsJson();
        organization.Property(o => o.Revision).IsConcurrencyToken();
        organization.HasOne<StoredPicture>().WithMany().HasForeignKey(o => o.LogoId);
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
        alias.Property(a => a.JoinKey).HasMaxLength(NameMatching.JoinKeyMaxLength);
        alias.HasIndex(a => a.JoinKey);
    }
}
