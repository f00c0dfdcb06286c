using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.FinalLetters;

/// <summary>A frozen text plus a frozen list, rendered once, with number, date and hash. Never rendered or changed again.</summary>
public sealed class Edition
{
    private Edition() { }

    public Guid Id { get; private set; }
    public Guid LetterId { get; private set; }
    public Guid TextVersionId { get; private set; }
    public int Number { get; private set; }
    public int Count { get; private set; }
    public string ShortCode { get; private set; } = "";
    public DateTime PublishedAt { get; private set; }
    public string PublishedBy { get; private set; } = "";

    /// <summary>The list as it was frozen, in the order of print, as CSV; the same bytes travel inside the PDF.</summary>
    public string List { get; private set; } = "";

    /// <summary>Whose names these are, line by line, so that what staff say of a signature later finds the line as it was frozen.</summary>
    public IReadOnlyList<Guid> SignatureIds { get; private set; } = [];

    /// <summary>SHA-256 of the PDF, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; private set; } = "";
    public int Pages { get; private set; }
    public int Size { get; private set; }

    /// <param name="names">In the order of print.</param>
    public static Edition Of(Letter letter, int number, string shortCode, IReadOnlyList<ListedName> names, string sha256, int pages, int size, string by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        LetterId = letter.Id,
        TextVersionId = letter.CurrentTextId ?? throw new RuleBrokenException("A letter that was never opened has no text to publish."),
        Number = number,
        Count = names.Count,
        ShortCode = shortCode,
        List = SignatoryList.ToCsv(names),
        SignatureIds = [.. names.Select(name => Guid.Parse(name.Id))],
        Sha256 = sha256,
        Pages = pages,
        Size = size,
        PublishedBy = by,
        PublishedAt = now,
    };
}

/// <summary>The bytes of an edition's PDF, in a row of their own so that listing editions does not read them.</summary>
public sealed class EditionFile(Guid editionId, byte[] pdf)
{
    public Guid EditionId { get; private set; } = editionId;
    public byte[] Pdf { get; private set; } = pdf;
}

public static class EditionQueries
{
    extension(CoalitionDb db)
    {
        public DbSet<Edition> Editions => db.Set<Edition>();
        public DbSet<EditionFile> EditionFiles => db.Set<EditionFile>();
    }
}

internal sealed class EditionMap : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> edition)
    {
        edition.ToTable("Editions");
        edition.Property(e => e.Id).ValueGeneratedNever();
        edition.HasIndex(e => new { e.LetterId, e.Number }).IsUnique();
        edition.HasIndex(e => e.ShortCode).IsUnique();
        edition.Property(e => e.ShortCode).HasMaxLength(9);
        edition.Property(e => e.SignatureIds).IsJson();
        edition.Property(e => e.Sha256).HasMaxLength(64);
        edition.HasOne<Letter>().WithMany().HasForeignKey(e => e.LetterId);
        edition.HasOne<TextVersion>().WithMany().HasForeignKey(e => e.TextVersionId);
    }
}

internal sealed class EditionFileMap : IEntityTypeConfiguration<EditionFile>
{
    public void Configure(EntityTypeBuilder<EditionFile> file)
    {
        file.ToTable("EditionFiles");
        file.HasKey(f => f.EditionId);
        file.HasOne<Edition>().WithOne().HasForeignKey<EditionFile>(f => f.EditionId);
    }
}
