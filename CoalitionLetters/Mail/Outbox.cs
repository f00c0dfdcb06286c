using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.Web;

namespace CoalitionLetters.Mail;

/// <summary>Where stories put mails: saved in the store with the change that causes them, sent right after.</summary>
public sealed class Outbox(CoalitionDb db, TimeProvider clock, CurrentCoalition coalition, Links links)
{
    /// <summary>Adds the mail to the scope's store. Nothing is sent before <c>SaveChanges</c>.</summary>
    public OutboxMail Add(IMail mail)
    {
        var from = coalition.Value;
        var body = mail.Body(from, links);
        var row = OutboxMail.Of(mail, MailTwins.Text(body, from, mail.Language), MailTwins.Html(body, from, mail.Subject, mail.Language), clock.UtcNow);
        db.Add(row);
        return row;
    }
}
