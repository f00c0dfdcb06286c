using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using CoalitionLetters.Coalitions;

namespace CoalitionLetters.Mail;

/// <summary>Makes the message that travels: both twins, a stable id, an answer address.</summary>
internal sealed class MailMessages(MailSettings settings, CurrentCoalition coalition)
{
    /// <exception cref="MailRefusedException">The address cannot be one.</exception>
    public MailMessage From(OutboxMail mail)
    {
        if (!MailAddress.TryCreate(mail.ToAddress, mail.ToName, Encoding.UTF8, out var to))
        {
            throw new MailRefusedException(Refusal.ForGood, $"\"{mail.ToAddress}\" is not an e-mail address.");
        }

        var name = mail.FromName is { Length: > 0 } given ? given : settings.From.DisplayName.Length > 0 ? settings.From.DisplayName : coalition.Value.Name;
        var message = new MailMessage
        {
            From = new MailAddress(settings.From.Address, name, Encoding.UTF8),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = mail.Text ?? "",
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        message.To.Add(to);
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{settings.From.Host}>");
        if (mail.ReplyTo is null)
        {
            message.Headers.Add("Auto-Submitted", "auto-generated");
        }

        if (MailAddress.TryCreate(mail.ReplyTo ?? coalition.Value.ContactMail, out var answers))
        {
            message.ReplyToList.Add(answers);
        }

        var html = AlternateView.CreateAlternateViewFromString(mail.Html ?? "", Encoding.UTF8, MediaTypeNames.Text.Html);
        html.TransferEncoding = TransferEncoding.Base64;
        message.AlternateViews.Add(html);
        return message;
    }
}
