using CoalitionLetters.Data;
using CoalitionLetters.Mail;
using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Organizations;

/// <summary>A person whom staff reach at an organization. For staff only.</summary>
public sealed class OrganizationContact
{
    private OrganizationContact() { }

    public Guid Id { get; private set; }
    public Guid OrganizationId { get; private set; }
    public string Name { get; private set; } = "";
    public string? Title { get; private set; }
    public string? Email { get; private set; }
    public string? Phone { get; private set; }

    /// <summary>When staff last wrote it down; what nobody has needed for long is forgotten.</summary>
    public DateTime NotedAt { get; private set; }

    public static OrganizationContact At(Guid organizationId, string? name, string? title, string? email, string? phone, DateTime now)
    {
        var contact = new OrganizationContact { Id = Guid.CreateVersion7(now), OrganizationId = organizationId };
        contact.Correct(name, title, email, phone, now);
        return contact;
    }

    public void Correct(string? name, string? title, string? email, string? phone, DateTime now)
    {
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(name), "Enter the contact's name.");
        RuleBrokenException.ThrowIf(name!.Length > Signature.PersonMaxLength || title is { Length: > Signature.PersonMaxLength }, $"Keep name and title under {Signature.PersonMaxLength} characters.");
        var fault = string.IsNullOrWhiteSpace(email) ? null : MailAddresses.Fault(email.Trim(), "director@union.example");
        RuleBrokenException.ThrowIf(fault is not null, fault ?? "");
        RuleBrokenException.ThrowIf(!string.IsNullOrWhiteSpace(phone) && !IsPhone(phone), "Enter a phone number, like 202-555-0134, or leave it empty.");
        (Name, Title, Email, Phone, NotedAt) = (name.Trim(), Line(title), Line(email), Line(phone), now);
    }

    public static bool IsPhone(string text) => text.Length <= Signature.PhoneMaxLength && text.Count(char.IsAsciiDigit) >= 5;

    /// <summary>Two records were joined, or taken apart again.</summary>
    internal void BelongsTo(Guid organizationId) => OrganizationId = organizationId;

    private static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

public static class OrganizationContactQueries
{
    extension(CoalitionDb db)
    {
        public DbSet<OrganizationContact> OrganizationContacts => db.Set<OrganizationContact>();
    }
}

internal sealed class OrganizationContactMap : IEntityTypeConfiguration<OrganizationContact>
{
    public void Configure(EntityTypeBuilder<OrganizationContact> contact)
    {
        contact.ToTable("OrganizationContacts");
        contact.Property(c => c.Id).ValueGeneratedNever();
        contact.HasOne<Organization>().WithMany().HasForeignKey(c => c.OrganizationId);
        contact.Property(c => c.Name).HasMaxLength(Signature.PersonMaxLength);
        contact.Property(c => c.Title).HasMaxLength(Signature.PersonMaxLength);
        contact.Property(c => c.Email).HasMaxLength(Signature.EmailMaxLength);
        contact.Property(c => c.Phone).HasMaxLength(Signature.PhoneMaxLength);
    }
}
