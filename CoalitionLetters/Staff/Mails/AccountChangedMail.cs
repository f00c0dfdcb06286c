using CoalitionLetters.Coalitions;
using CoalitionLetters.Mail;
using CoalitionLetters.Web;

namespace CoalitionLetters.Staff.Mails;

/// <summary>Tells the member that something about the account changed, so that a thief does not stay unseen.</summary>
internal sealed class AccountChangedMail(string name, string address, string what) : IMailWithSample
{
    public string Kind => "account-changed";
    public string ToAddress => address;
    public string? ToName => name;
    public string Subject => "Your account at the letters desk has changed";

    public MailBody Body(Coalition coalition, Links links) => new MailBody()
        .Paragraph($"Dear {name},")
        .Paragraph($"{what} If that was you, there is nothing to do.")
        .Paragraph("If it was not you, choose a new password now and tell an owner of the coalition.")
        .Link("Choose a new password", links.Absolute(Links.ForgottenPassword));

    public static IMail Sample() => new AccountChangedMail("Sam Rivera", "sam.rivera@union.example", "A passkey was added to your account.");
}
