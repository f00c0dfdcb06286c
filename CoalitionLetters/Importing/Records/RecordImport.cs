using CoalitionLetters.Data;
using CoalitionLetters.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Importing.Records;

/// <summary>A record as it stood before a list changed it, and what the list put beside it.</summary>
/// <param name="Revision">The record's, right after the import: as long as it is the same, nobody has touched the record since.</param>
public sealed record RecordBefore(Guid Id, int Revision, string Name, OrganizationKind Kind, Scope Scope, string? State, string? Country, string? Website, IReadOnlyList<string> Domains, Guid? ParentId, string? Notes,
    IReadOnlyList<Guid> AliasIds, IReadOnlyList<Guid> ContactIds);

/// <summary>A list that was taken into the directory as one, with all it made and changed, so that it can be undone as one.</summary>
public sealed class RecordImport
{
    private RecordImport() { }

    public Guid Id { get; private set; }
    public string FileName { get; private set; } = "";
    public string Who { get; private set; } = "";
    public DateTime At { get; private set; }
    public DateTime? UndoneAt { get; private set; }

    /// <summary>Records that did not stand in the directory before.</summary>
    public IReadOnlyList<Guid> MadeIds { get; private set; } = [];

    /// <summary>Contacts of the records that it made.</summary>
    public IReadOnlyList<Guid> ContactIds { get; private set; } = [];

    public IReadOnlyList<RecordBefore> Changed { get; private set; } = [];

    public static RecordImport Of(string fileName, IReadOnlyList<Guid> made, IReadOnlyList<Guid> contacts, IReadOnlyList<RecordBefore> changed, string who, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        FileName = fileName.Length <= ImportBatch.FileNameMaxLength ? fileName : fileName[..ImportBatch.FileNameMaxLength],
        Who = who,
        At = now,
        MadeIds = made,
        ContactIds = contacts,
        Changed = changed,
    };

    public void Undo(DateTime now)
    {
        RuleBrokenException.ThrowIf(UndoneAt is not null, "This import was undone already.");
        UndoneAt = now;
    }
}

public static class RecordImportQueries
{
    extension(CoalitionDb db)
    {
        public DbSet<RecordImport> RecordImports => db.Set<RecordImport>();
    }
}

internal sealed class RecordImportMap : IEntityTypeConfiguration<RecordImport>
{
    public void Configure(EntityTypeBuilder<RecordImport> import)
    {
        import.ToTable("RecordImports");
        import.Property(i => i.Id).ValueGeneratedNever();
        import.Property(i => i.FileName).HasMaxLength(ImportBatch.FileNameMaxLength);
        import.Property(i => i.Who).HasMaxLength(History.HistoryEntry.WhoMaxLength);
        import.Property(i => i.MadeIds).IsJson();
        import.Property(i => i.ContactIds).IsJson();
        import.Property(i => i.Changed).IsJson();
    }
}
