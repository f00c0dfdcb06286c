using CoalitionLetters.Coalitions;
using CoalitionLetters.Mail;
using CoalitionLetters.Web;

namespace CoalitionLetters.Staff.Mails;

/// <summary>Leads a member of staff who forgot the password to a page for a new one.</summary>
internal sealed class NewPasswordMail(string name, string address, MailKey key, DateTime until) : IMailWithSample
{
    public string Kind => "new-password";
    public string ToAddress => address;
    public string? ToName => name;
    public DateTime? UsefulUntil => until;
    public string Subject => "A new password for the letters desk";

    public MailBody Body(Coalition coalition, Links links) => new MailBody()
        .Paragraph($"Dear {name},")
        .Paragraph($"Somebody, we hope you, asked for a new password for your account at {coalition.Name}.")
        .Button("Choose a new password", links.Absolute(Links.NewPassword(key.Text)))
        .Paragraph($"The link works once, until {coalition.Time.NearMoment(until)}. If you did not ask for it, do nothing: your password stays as it is.");

    public static IMail Sample() => new NewPasswordMail("Sam Rivera", "sam.rivera@union.example", new MailKey("an-example-key"), new DateTime(2026, 6, 14, 14, 0, 0, DateTimeKind.Utc));
}
