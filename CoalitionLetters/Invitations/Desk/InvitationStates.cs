namespace CoalitionLetters.Invitations.Desk;

/// <summary>How the desk calls what has become of an invitation.</summary>
public static class InvitationStates
{
    public static string Of(InvitationState state) => state switch
    {
        InvitationState.Planned => "Not sent yet",
        InvitationState.Sent => "Not answered",
        InvitationState.Signing => "Form sent, not confirmed",
        InvitationState.Signed => "Signed",
        InvitationState.Declined => "Will not sign",
        InvitationState.SignatureWithdrawn => "Signature withdrawn",
        InvitationState.TurnedDown => "Signature declined by us",
        _ => "Invitation withdrawn",
    };

    public static string Badge(InvitationState state) => state switch
    {
        InvitationState.Signed => "good",
        InvitationState.Signing => "care",
        InvitationState.Declined or InvitationState.SignatureWithdrawn or InvitationState.TurnedDown => "bad",
        _ => "plain",
    };

    /// <summary>The views over the list, with the states that each shows.</summary>
    public static readonly IReadOnlyList<(string? View, string Name, InvitationState[] States)> Views =
    [
        (null, "All", Enum.GetValues<InvitationState>()),
        ("planned", "Not sent yet", [InvitationState.Planned]),
        ("open", "Not answered", [InvitationState.Sent, InvitationState.Signing]),
        ("signed", "Signed", [InvitationState.Signed]),
        ("declined", "Will not sign", [InvitationState.Declined, InvitationState.SignatureWithdrawn, InvitationState.TurnedDown]),
        ("withdrawn", "Withdrawn", [InvitationState.Withdrawn]),
    ];

    public static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number:#,0} {many}";
}
