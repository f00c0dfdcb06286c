using CoalitionLetters.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Organizations;

/// <summary>A record that was made from one of a body's other names, with all that moved to it, so that it can be undone exactly.</summary>
public sealed class OrganizationSplit
{
    private OrganizationSplit() { }

    public Guid Id { get; private set; }
    public Guid FromId { get; private set; }

    /// <summary>The record that was made; gone once the split is undone.</summary>
    public Guid MadeId { get; private set; }
    public Guid AliasId { get; private set; }
    public string Name { get; private set; } = "";
    public AliasKind AliasKind { get; private set; }
    public string Who { get; private set; } = "";
    public DateTime At { get; private set; }
    public DateTime? UndoneAt { get; private set; }
    public MovedBySplit Moved { get; private set; } = new();

    public static OrganizationSplit Of(Organization from, Organization made, OrganizationAlias alias, MovedBySplit moved, string who, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        FromId = from.Id,
        MadeId = made.Id,
        AliasId = alias.Id,
        Name = alias.Name,
        AliasKind = alias.Kind,
        Who = who,
        At = now,
        Moved = moved,
    };

    public void Undo(DateTime now)
    {
        RuleBrokenException.ThrowIf(UndoneAt is not null, "This was undone already.");
        UndoneAt = now;
    }
}

/// <summary>What goes along to the new record.</summary>
public sealed record MovedBySplit
{
    public IReadOnlyList<Guid> SignatureIds { get; init; } = [];
    public IReadOnlyList<Guid> InvitationIds { get; init; } = [];
    public IReadOnlyList<Guid> ContactIds { get; init; } = [];
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>All domains in their order before some moved; empty when none did.</summary>
    public IReadOnlyList<string> DomainsBefore { get; init; } = [];

    /// <summary>The new record's, right after the split: as long as it is the same, nobody has written anything on the record since.</summary>
    public int Revision { get; init; }
}

public static class OrganizationSplitQueries
{
    extension(CoalitionDb db)
    {
        public DbSet<OrganizationSplit> OrganizationSplits => db.Set<OrganizationSplit>();
    }
}

internal sealed class OrganizationSplitMap : IEntityTypeConfiguration<OrganizationSplit>
{
    public void Configure(EntityTypeBuilder<OrganizationSplit> split)
    {
        split.ToTable("OrganizationSplits");
        split.Property(s => s.Id).ValueGeneratedNever();
        split.Property(s => s.Name).HasMaxLength(Organization.NameMaxLength);
        split.Property(s => s.Who).HasMaxLength(History.HistoryEntry.WhoMaxLength);
        split.Property(s => s.Moved).IsJson();
        split.HasOne<Organization>().WithMany().HasForeignKey(s => s.FromId);
    }
}
