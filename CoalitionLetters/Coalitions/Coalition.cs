using CoalitionLetters.Data;
using CoalitionLetters.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Coalitions;

/// <summary>The coalition that this installation belongs to. There is one row.</summary>
public sealed class Coalition
{
    public const int NameMaxLength = 120;
    public const int AddressMaxLength = 600;
    public const int ContactMailMaxLength = 254;

    /// <summary>The one row's id.</summary>
    public static readonly Guid TheId = new("c0a11710-0000-7000-8000-000000000001");

    private Coalition() { }

    public Guid Id { get; private set; } = TheId;
    public string Name { get; private set; } = "";

    /// <summary>An IANA id; letters begin with it.</summary>
    public string TimeZoneId { get; private set; } = "UTC";

    /// <summary><c>#rrggbb</c>, the one colour a coalition sets.</summary>
    public string Accent { get; private set; } = Coalitions.Accent.Default;

    /// <summary>Where the public may write, or empty.</summary>
    public string ContactMail { get; private set; } = "";

    public string LetterheadName { get; private set; } = "";

    /// <summary>Lines below the letterhead's name, separated by line feeds.</summary>
    public string LetterheadAddress { get; private set; } = "";

    /// <summary>The letterhead's logo as it was uploaded, already checked, or null.</summary>
    public byte[]? Logo { get; private set; }

    /// <summary>The logo's media type, as in <c>image/png</c>.</summary>
    public string? LogoType { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>Rises with every change, so that public pages made before it are made anew.</summary>
    public long Revision { get; private set; }

    /// <summary>Says instants in the coalition's zone.</summary>
    public LetterTime Time => new(TimeZoneId, "en");

    /// <summary>The accent, dark enough for text on white.</summary>
    public string AccentInk => (Coalitions.Accent.From(Accent) ?? Coalitions.Accent.From(Coalitions.Accent.Default)!).Ink;

    public static Coalition Found(string name, string timeZoneId, DateTime now)
    {
        var coalition = new Coalition { CreatedAt = now };
        coalition.Describe(name, timeZoneId, Coalitions.Accent.Default, "");
        coalition.HeadLettersWith(name, "");
        return coalition;
    }

    /// <summary>Stands in on pages seen before the setup.</summary>
    internal static Coalition NotYet() => new() { Name = "CoalitionLetters" };

    public void Describe(string name, string timeZoneId, string accent, string contactMail)
    {
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(name), "Enter the coalition's name.");
        RuleBrokenException.ThrowIf(!TimeZoneInfo.TryFindSystemTimeZoneById(timeZoneId, out _), "Choose a time zone.");
        var colour = Coalitions.Accent.From(accent);
        RuleBrokenException.ThrowIf(colour is null, "Enter the colour as # and six digits, like #1f3f94.");

        Name = name.Trim();
        TimeZoneId = timeZoneId;
        Accent = colour.Given;
        ContactMail = contactMail.Trim();
        Revision++;
    }

    public void HeadLettersWith(string name, string address)
    {
        LetterheadName = name.Trim();
        LetterheadAddress = address.ReplaceLineEndings("\n").Trim();
        Revision++;
    }

    /// <summary>Sets a logo that has been checked, or removes it.</summary>
    public void ShowLogo(byte[]? logo, string? type)
    {
        (Logo, LogoType) = (logo, logo is null ? null : type);
        Revision++;
    }
}

internal sealed class CoalitionData : IEntityTypeConfiguration<Coalition>
{
    public void Configure(EntityTypeBuilder<Coalition> coalition)
    {
        coalition.ToTable("Coalition");
        coalition.Property(c => c.Id).ValueGeneratedNever();
        coalition.Property(c => c.Name).HasMaxLength(Coalition.NameMaxLength);
        coalition.Property(c => c.TimeZoneId).HasMaxLength(80);
        coalition.Property(c => c.Accent).HasMaxLength(7);
        coalition.Property(c => c.ContactMail).HasMaxLength(Coalition.ContactMailMaxLength);
        coalition.Property(c => c.LetterheadName).HasMaxLength(Coalition.NameMaxLength);
        coalition.Property(c => c.LetterheadAddress).HasMaxLength(Coalition.AddressMaxLength);
        coalition.Property(c => c.LogoType).HasMaxLength(60);
    }
}

public static class CoalitionQueries
{
    extension(CoalitionDb db)
    {
        public DbSet<Coalition> Coalition => db.Set<Coalition>();
    }
}
