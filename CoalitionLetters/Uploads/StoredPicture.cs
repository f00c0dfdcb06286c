using System.Security.Cryptography;
using CoalitionLetters.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Uploads;

/// <summary>A logo or signature image that somebody uploaded, checked before it was stored.</summary>
public sealed class StoredPicture
{
    /// <summary>2 MB, as the forms say.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;
    public const int NameMaxLength = 200;

    private StoredPicture() { }

    public Guid Id { get; private set; }
    public string MediaType { get; private set; } = "";
    public string FileName { get; private set; } = "";
    public byte[] Bytes { get; private set; } = [];
    public string Sha256 { get; private set; } = "";
    public DateTime StoredAt { get; private set; }

    /// <summary>The hash of the form's own key, where it came with one: it stays only while something that came of a form uses it.</summary>
    public string? FormHash { get; private set; }

    public static StoredPicture Of(byte[] bytes, string mediaType, string fileName, DateTime now, string? formHash = null) => new()
    {
        Id = Guid.CreateVersion7(now),
        Bytes = bytes,
        MediaType = mediaType,
        FileName = fileName,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        StoredAt = now,
        FormHash = formHash,
    };
}

public static class PictureQueries
{
    extension(CoalitionDb db)
    {
        public DbSet<StoredPicture> Pictures => db.Set<StoredPicture>();
    }
}

internal sealed class StoredPictureMap : IEntityTypeConfiguration<StoredPicture>
{
    public void Configure(EntityTypeBuilder<StoredPicture> picture)
    {
        picture.ToTable("Pictures");
        picture.Property(p => p.Id).ValueGeneratedNever();
        picture.Property(p => p.MediaType).HasMaxLength(40);
        picture.Property(p => p.FileName).HasMaxLength(StoredPicture.NameMaxLength);
        picture.Property(p => p.Sha256).HasMaxLength(64);
        picture.Property(p => p.FormHash).HasMaxLength(64);
    }
}
