using CoalitionLetters.Coalitions;
using CoalitionLetters.Mail;
using CoalitionLetters.Web;

namespace CoalitionLetters.Staff.Mails;

/// <summary>Asks a person to join the staff.</summary>
internal sealed class InvitationMail(StaffInvitation invitation, MailKey key, string invitedBy) : IMailWithSample
{
    public string Kind => "staff-invitation";
    public string ToAddress => invitation.Email;
    public string? ToName => invitation.Name;
    public DateTime? UsefulUntil => invitation.ExpiresAt;
    public string Subject => "You are invited to the letters desk";

    public MailBody Body(Coalition coalition, Links links) => new MailBody()
        .Paragraph($"Dear {invitation.Name},")
        .Paragraph($"{invitedBy} invites you to work at the letters desk of {coalition.Name} as {StaffRoles.WithArticle(invitation.Role)}.")
        .Paragraph("Open the page below, choose a password, and press “Join the desk”.")
        .Button("Accept the invitation", links.Absolute(Links.Invitation(key.Text)))
        .Paragraph($"The invitation is good until {coalition.Time.WeekdayMoment(invitation.ExpiresAt)}. If you did not expect it, do nothing.");

    public static IMail Sample() => new InvitationMail(
        StaffInvitation.To("sam.rivera@union.example", "Sam Rivera", StaffRole.Reviewer, MailKey.New(), new DateTime(2026, 6, 14, 13, 0, 0, DateTimeKind.Utc)), new MailKey("an-example-key"), "Ana Flores");
}
