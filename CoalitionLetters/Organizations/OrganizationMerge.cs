using CoalitionLetters.Data;
using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Organizations;

/// <summary>Two records that were joined, with all that moved, so that it can be undone exactly.</summary>
public sealed class OrganizationMerge
{
    private OrganizationMerge() { }

    public Guid Id { get; private set; }
    public Guid KeptId { get; private set; }
    public Guid GoneId { get; private set; }
    public string GoneName { get; private set; } = "";
    public string Who { get; private set; } = "";
    public DateTime At { get; private set; }
    public DateTime? UndoneAt { get; private set; }
    public MovedByMerge Moved { get; private set; } = new();

    public static OrganizationMerge Of(Organization kept, Organization gone, MovedByMerge moved, string who, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        KeptId = kept.Id,
        GoneId = gone.Id,
        GoneName = gone.Name,
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

/// <summary>What a merge changed beside the two records' standing.</summary>
public sealed record MovedByMerge
{
    public IReadOnlyList<Guid> SignatureIds { get; init; } = [];

    /// <summary>Aliases that the kept record gained.</summary>
    public IReadOnlyList<Guid> AliasIds { get; init; } = [];

    /// <summary>Affiliates of the record that went.</summary>
    public IReadOnlyList<Guid> AffiliateIds { get; init; } = [];

    /// <summary>Records joined earlier to the one that went.</summary>
    public IReadOnlyList<Guid> EarlierIds { get; init; } = [];

    /// <summary>The kept record belonged to the one that went: what merges kept before they knew of <see cref="LeftParentId"/>.</summary>
    public bool KeptWasAffiliate { get; init; }

    /// <summary>Whom the kept record belonged to, where that was the one that went or stood below it.</summary>
    public Guid? LeftParentId { get; init; }
    public IReadOnlyList<Guid> ContactIds { get; init; } = [];
    public IReadOnlyList<Guid> InvitationIds { get; init; } = [];

    /// <summary>Domains that the kept record gained.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>The kept record had no logo, and shows the other's.</summary>
    public bool TookLogo { get; init; }

    /// <summary>The kept record had no website, and bears the other's.</summary>
    public bool TookWebsite { get; init; }

    /// <summary>Signatures that gave way because both records had signed the letter, as they stood before.</summary>
    public IReadOnlyList<SignatureBefore> GaveWay { get; init; } = [];
}

/// <summary>How a signature stood before it gave way to another of the same organization.</summary>
public sealed record SignatureBefore(Guid Id, Guid LetterId, SignatureStatus Status, string? Reason);

/// <summary>A pair of records about which a person has said that they are not one.</summary>
public sealed class SettledPair
{
    private SettledPair() { }

    /// <summary>The smaller id of the two, so that a pair has one row.</summary>
    public Guid OneId { get; private set; }
    public Guid OtherId { get; private set; }
    public PairAnswer Answer { get; private set; }
    public string Who { get; private set; } = "";
    public DateTime At { get; private set; }

    public static SettledPair Of(Guid a, Guid b, PairAnswer answer, string who, DateTime now)
    {
        var (one, other) = Ordered(a, b);
        return new SettledPair { OneId = one, OtherId = other, Answer = answer, Who = who, At = now };
    }

    public static (Guid One, Guid Other) Ordered(Guid a, Guid b) => string.CompareOrdinal(a.ToString(), b.ToString()) <= 0 ? (a, b) : (b, a);
}

/// <summary>What staff answer when two records look alike.</summary>
public enum PairAnswer { Same, Affiliate, Different }

public static class OrganizationMergeQueries
{
    extension(CoalitionDb db)
    {
        public DbSet<OrganizationMerge> OrganizationMerges => db.Set<OrganizationMerge>();
        public DbSet<SettledPair> SettledPairs => db.Set<SettledPair>();
    }
}

internal sealed class OrganizationMergeMap : IEntityTypeConfiguration<OrganizationMerge>
{
    public void Configure(EntityTypeBuilder<OrganizationMerge> merge)
    {
        merge.ToTable("OrganizationMerges");
        merge.Property(m => m.Id).ValueGeneratedNever();
        merge.Property(m => m.GoneName).HasMaxLength(Organization.NameMaxLength);
        merge.Property(m => m.Who).HasMaxLength(History.HistoryEntry.WhoMaxLength);
        merge.Property(m => m.Moved).IsJson();
        merge.HasOne<Organization>().WithMany().HasForeignKey(m => m.KeptId);
        merge.HasOne<Organization>().WithMany().HasForeignKey(m => m.GoneId);
    }
}

internal sealed class SettledPairMap : IEntityTypeConfiguration<SettledPair>
{
    public void Configure(EntityTypeBuilder<SettledPair> pair)
    {
        pair.ToTable("SettledPairs");
        pair.HasKey(p => new { p.OneId, p.OtherId });
        pair.Property(p => p.Who).HasMaxLength(History.HistoryEntry.WhoMaxLength);
        pair.HasOne<Organization>().WithMany().HasForeignKey(p => p.OneId);
        pair.HasOne<Organization>().WithMany().HasForeignKey(p => p.OtherId);
    }
}
