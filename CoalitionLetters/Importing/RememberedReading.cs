using CoalitionLetters.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Importing;

/// <summary>How staff have had a file read that looked like this at first sight, for the next file that looks like it.</summary>
public sealed class RememberedReading(string look, Reading reading)
{
    public const int LookMaxLength = 100;

    public string Look { get; private set; } = look;
    public Reading Reading { get; private set; } = reading;

    public void Change(Reading now) => Reading = now;

    /// <summary>The headers, encoding and delimiter of the first guess as one key; null for a file without headers, which nothing tells from others.</summary>
    public static string? LookOf(Sheet found, SheetLayout layout) =>
        RememberedMapping.KeyOf(layout) is { } headers ? $"{headers} {found.Encoding} {(int?)found.Delimiter}" : null;

    /// <summary>
    /// What differs from the first guess. The encoding only where that was a mere guess: a text that is valid in another encoding says itself how it is written, and the next one may well have accents.
    /// </summary>
    public static Reading WorthKeeping(Reading said, Sheet found) => new(
        found.Encoding == FileEncoding.Fallback && said.Encoding != found.Encoding ? said.Encoding : null,
        said.Delimiter != found.Delimiter ? said.Delimiter : null,
        said.Sheet != found.Name ? said.Sheet : null);
}

public static class RememberedReadingQueries
{
    extension(CoalitionDb db)
    {
        public DbSet<RememberedReading> RememberedReadings => db.Set<RememberedReading>();
    }
}

internal sealed class RememberedReadingMap : IEntityTypeConfiguration<RememberedReading>
{
    public void Configure(EntityTypeBuilder<RememberedReading> remembered)
    {
        remembered.ToTable("RememberedReadings");
        remembered.HasKey(r => r.Look);
        remembered.Property(r => r.Look).HasMaxLength(RememberedReading.LookMaxLength);
        remembered.Property(r => r.Reading).IsJson();
    }
}
