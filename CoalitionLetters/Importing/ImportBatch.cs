using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Importing;

/// <summary>A list that was taken in as one, with all it made, so that it can be undone as one.</summary>
public sealed class ImportBatch
{
    public const int FileNameMaxLength = 200;

    private ImportBatch() { }

    public Guid Id { get; private set; }
    public Guid LetterId { get; private set; }
    public string FileName { get; private set; } = "";
    public string Who { get; private set; } = "";
    public DateTime At { get; private set; }
    public DateTime? UndoneAt { get; private set; }
    public IReadOnlyList<Guid> SignatureIds { get; private set; } = [];

    public IReadOnlyList<Guid> InvitationIds { get; private set; } = [];

    /// <summary>Records that did not stand in the directory before.</summary>
    public IReadOnlyList<Guid> OrganizationIds { get; private set; } = [];

    public static ImportBatch OfSignatures(Letter letter, string fileName, IReadOnlyList<Guid> signatureIds, IReadOnlyList<Guid> organizationIds, string who, DateTime now) =>
        Of(letter, fileName, signatureIds, [], organizationIds, who, now);

    public static ImportBatch OfInvitations(Letter letter, string fileName, IReadOnlyList<Guid> invitationIds, IReadOnlyList<Guid> organizationIds, string who, DateTime now) =>
        Of(letter, fileName, [], invitationIds, organizationIds, who, now);

    private static ImportBatch Of(Letter letter, string fileName, IReadOnlyList<Guid> signatureIds, IReadOnlyList<Guid> invitationIds, IReadOnlyList<Guid> organizationIds, string who, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        LetterId = letter.Id,
        FileName = fileName.Length <= FileNameMaxLength ? fileName : fileName[..FileNameMaxLength],
        Who = who,
        At = now,
        SignatureIds = signatureIds,
        InvitationIds = invitationIds,
        OrganizationIds = organizationIds,
    };

    public void Undo(DateTime now)
    {
        RuleBrokenException.ThrowIf(UndoneAt is not null, "This import was undone already.");
        UndoneAt = now;
    }
}

/// <summary>How staff have mapped the columns of a file with these headers, for the next file that has them.</summary>
public sealed class RememberedMapping(string headers, IReadOnlyDictionary<ImportField, int> columns)
{
    public string Headers { get; private set; } = headers;
    public IReadOnlyDictionary<ImportField, int> Columns { get; private set; } = columns;

    public void Change(IReadOnlyDictionary<ImportField, int> now) => Columns = now;

    /// <summary>The headers as one key; null for a file without headers, which nothing tells from others.</summary>
    public static string? KeyOf(SheetLayout layout) => layout.Headers.Count == 0 ? null : Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', layout.Target == ImportTarget.Directory ? layout.Headers.Prepend("directory") : layout.Headers))));
}

public static class ImportQueries
{
    extension(CoalitionDb db)
    {
        public DbSet<ImportBatch> ImportBatches => db.Set<ImportBatch>();
        public DbSet<RememberedMapping> RememberedMappings => db.Set<RememberedMapping>();
    }
}

internal sealed class ImportBatchMap : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> batch)
    {
        batch.ToTable("ImportBatches");
        batch.Property(b => b.Id).ValueGeneratedNever();
        batch.Property(b => b.FileName).HasMaxLength(ImportBatch.FileNameMaxLength);
        batch.Property(b => b.Who).HasMaxLength(History.HistoryEntry.WhoMaxLength);
        batch.Property(b => b.SignatureIds).IsJson();
        batch.Property(b => b.InvitationIds).IsJson();
        batch.Property(b => b.OrganizationIds).IsJson();
        batch.HasOne<Letter>().WithMany().HasForeignKey(b => b.LetterId);
    }
}

internal sealed class RememberedMappingMap : IEntityTypeConfiguration<RememberedMapping>
{
    public void Configure(EntityTypeBuilder<RememberedMapping> mapping)
    {
        mapping.ToTable("RememberedMappings");
        mapping.HasKey(m => m.Headers);
        mapping.Property(m => m.Headers).HasMaxLength(64);
        mapping.Property(m => m.Columns).IsJson();
    }
}
