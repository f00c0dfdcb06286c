using System.Security.Claims;
using CoalitionLetters.Data;
using CoalitionLetters.Staff;

namespace CoalitionLetters.History;

/// <summary>Who did something: a member of staff, a signer, or the app by itself.</summary>
/// <param name="Role">The role of the member's session; none where the app itself acts.</param>
public sealed record Actor(string Name, Guid? StaffId = null, StaffRole? Role = null)
{
    /// <summary>The app by itself: a deadline, a retention period.</summary>
    public static readonly Actor App = new("The app");

    /// <summary>The person behind a signature. Only the role is kept, so that erasing a signer's data leaves no name here.</summary>
    public static readonly Actor Signer = new("The signer");

    /// <summary>Whoever fills in the form of an official's office. As with a signer, no name is kept.</summary>
    public static readonly Actor Office = new("The office’s staff");

    /// <summary>Somebody at the door, whose name nobody knows.</summary>
    public static readonly Actor Stranger = new("Somebody not signed in");

    /// <summary>A member who acts on the own account.</summary>
    public static Actor Of(StaffMember member) => new(member.Name, member.Id);

    public static Actor From(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? new(user.Identity?.Name ?? "Staff", id, Enum.TryParse<StaffRole>(user.FindFirstValue(ClaimTypes.Role), out var role) ? role : StaffRole.Viewer)
            : throw new InvalidOperationException("Only signed-in staff act at the desk.");

    /// <summary>The last word on who may do something, whatever page or circuit the request came through.</summary>
    /// <exception cref="RuleBrokenException">The member's role is too low.</exception>
    public void Needs(string policy)
    {
        if (Role is { } role && role < Policies.All[policy])
        {
            throw new RuleBrokenException($"Your role does not allow this: {StaffRoles.WithArticle(role)} {StaffRoles.May(role)}.");
        }
    }
}
