using CoalitionLetters.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Letters;

public static class LetterQueries
{
    extension(CoalitionDb db)
    {
        public DbSet<Letter> Letters => db.Set<Letter>();
        public DbSet<TextVersion> TextVersions => db.Set<TextVersion>();
    }

    extension(IQueryable<Letter> letters)
    {
        public IQueryable<Letter> OpenAt(DateTime now) => letters.Where(l => l.Status == LetterStatus.Open && l.ClosesAt > now);

        public IQueryable<Letter> DueToClose(DateTime now) => letters.Where(l => l.Status == LetterStatus.Open && l.ClosesAt <= now);

        /// <summary>What a stranger may see: everything that was once opened.</summary>
        public IQueryable<Letter> Published() => letters.Where(l => l.OpenedAt != null);
    }
}

internal sealed class LetterMap : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> letter)
    {
        letter.ToTable("Letters");
        letter.Property(l => l.Id).ValueGeneratedNever();
        letter.Property(l => l.Slug).HasMaxLength(Letter.SlugMaxLength);
        letter.HasIndex(l => l.Slug).IsUnique();
        letter.Property(l => l.Content).IsJson();
        letter.Property(l => l.NextContent!).IsJson();
        letter.Property(l => l.Questions).IsJson();
        letter.Property(l => l.Circulation).IsJson();
        letter.Property(l => l.AuthorityStatement).HasMaxLength(Letter.AuthorityMaxLength);
        letter.Property(l => l.TimeZoneId).HasMaxLength(64);
        letter.Property(l => l.Revision).IsConcurrencyToken();
        letter.Property(l => l.StateRevision).IsConcurrencyToken();
        letter.Ignore(l => l.Title);
        letter.Ignore(l => l.DraftContent);
        letter.Ignore(l => l.IsPublic);
    }
}

internal sealed class TextVersionMap : IEntityTypeConfiguration<TextVersion>
{
    public void Configure(EntityTypeBuilder<TextVersion> version)
    {
        version.ToTable("TextVersions");
        version.Property(v => v.Id).ValueGeneratedNever();
        version.Property(v => v.Content).IsJson();
        version.Property(v => v.Sha256).HasMaxLength(64);
        version.HasIndex(v => new { v.LetterId, v.Number }).IsUnique();
        version.HasOne<Letter>().WithMany().HasForeignKey(v => v.LetterId);
    }
}
