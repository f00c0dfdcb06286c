using CoalitionLetters.Data;
using CoalitionLetters.Mail;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters;

/// <summary>The mails in the outbox that carry supporters' letters to targets, when the person takes the letter back.</summary>
public static class CarriedMails
{
    extension(CoalitionDb db)
    {
        /// <summary>A mail that no node has in hand yet is taken out of the outbox. One that came back keeps its reason and, without its words, is never tried again.</summary>
        public async Task<bool> CallBackAsync(Guid mailId, DateTime now, CancellationToken cancel) =>
            await db.Outbox.Where(mail => mail.Id == mailId && (mail.LeasedUntil == null || mail.LeasedUntil <= now)
                    && (mail.Status == MailStatus.Waiting || mail.Status == MailStatus.Failed || mail.Status == MailStatus.Returned))
                .ExecuteUpdateAsync(set => set
                    .SetProperty(mail => mail.Reason, mail => mail.Status == MailStatus.Waiting ? "The person has withdrawn it." : mail.Reason)
                    .SetProperty(mail => mail.Status, mail => mail.Status == MailStatus.Waiting ? MailStatus.Dropped : mail.Status)
                    .SetProperty(mail => mail.Text, (string?)null).SetProperty(mail => mail.Html, (string?)null), cancel) == 1;

        /// <summary>Our mails about this message to a person who spells the address otherwise now: erasing looks for them under the new spelling.</summary>
        public Task RespellAsync(string before, string address, string reference, CancellationToken cancel) =>
            db.Outbox.Where(mail => mail.ToAddress == before && mail.Text!.Contains(reference) && OwnMessages.ToPerson.Contains(mail.Kind)).ExecuteUpdateAsync(set => set.SetProperty(mail => mail.ToAddress, address), cancel);

        /// <summary>What a person who is forgotten had in them. One that still waits is called back first.</summary>
        public Task ForgetCarriedAsync(IReadOnlyCollection<Guid> mails, CancellationToken cancel) =>
            db.Outbox.Where(mail => mails.Contains(mail.Id) && mail.Status != MailStatus.Waiting)
                .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.Text, (string?)null).SetProperty(mail => mail.Html, (string?)null)
                    .SetProperty(mail => mail.FromName, (string?)null).SetProperty(mail => mail.ReplyTo, (string?)null).SetProperty(mail => mail.Subject, ""), cancel);
    }
}
