using System.Security.Claims;

namespace CoalitionLetters.History;

/// <summary>Who did something: a member of staff, a signer, or the app by itself.</summary>
public sealed record Actor(string Name, Guid? StaffId = null)
{
    /// <summary>The app by itself: a deadline, a retention period.</summary>
    public static readonly Actor App = new("The app");

    /// <summary>The person behind a signature. Only the role is kept, so that erasing a signer's data leaves no name here.</summary>
    public static readonly Actor Signer = new("The signer");

    public static Actor From(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? new(user.Identity?.Name ?? "Staff", id)
            : throw new InvalidOperationException("Only signed-in staff act at the desk.");
}
