namespace CoalitionLetters.Staff;

/// <summary>What a member of staff may do. Each role may do all that the ones before it may.</summary>
public enum StaffRole
{
    /// <summary>Sees the desk, changes nothing, exports nothing.</summary>
    Viewer,

    /// <summary>Settles signatures: lists, holds, declines, enters, exports.</summary>
    Reviewer,

    /// <summary>Writes, opens, closes and publishes letters.</summary>
    Editor,

    /// <summary>Manages the coalition and its staff.</summary>
    Owner,
}
