namespace CoalitionLetters.Staff;

/// <summary>The roles in words.</summary>
public static class StaffRoles
{
    public static string WithArticle(StaffRole role) => role is StaffRole.Owner or StaffRole.Editor ? $"an {role.ToString().ToLowerInvariant()}" : $"a {role.ToString().ToLowerInvariant()}";

    public static string May(StaffRole role) => role switch
    {
        StaffRole.Owner => "everything, and manages the staff and the coalition",
        StaffRole.Editor => "writes, opens, closes and publishes letters, and settles signatures",
        StaffRole.Reviewer => "settles, enters and exports signatures",
        _ => "sees the desk and changes nothing",
    };
}
