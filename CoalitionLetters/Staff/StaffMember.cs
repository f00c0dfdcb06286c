using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Staff;

/// <summary>A person of the coalition's staff who signs in at the desk.</summary>
public sealed class StaffMember : IdentityUser<Guid>
{
    public const int NameMaxLength = 120;

    /// <summary>As history and mails call the person.</summary>
    public string Name { get; set; } = "";

    public StaffRole Role { get; set; }
    public DateTime CreatedAt { get; set; }

    /// <summary>A member whose e-mail, which is also the name to sign in with, is known to be theirs.</summary>
    public static StaffMember Of(string email, string name, StaffRole role, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        UserName = email.Trim(),
        Email = email.Trim(),
        EmailConfirmed = true,
        LockoutEnabled = true,
        Name = name.Trim(),
        Role = role,
        CreatedAt = now,
    };
}

internal sealed class StaffMemberData : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> member)
    {
        member.ToTable("Staff");
        member.Property(m => m.Name).HasMaxLength(StaffMember.NameMaxLength);
    }
}
