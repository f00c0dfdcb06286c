using Microsoft.AspNetCore.Identity;

namespace CoalitionLetters.Staff;

/// <summary>A person of the coalition's staff who signs in at the desk.</summary>
public sealed class StaffMember : IdentityUser<Guid>
{
    public const int NameMaxLength = 120;

    public string Name { get; set; } = "";
    public DateTime CreatedAt { get; set; }
}
