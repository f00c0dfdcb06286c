using CoalitionLetters.Data;
using CoalitionLetters.Mail;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters;

/// <summary>Letters that a target's mail server refused or sent back, and the pause that a dead mailbox gets.</summary>
public static class ReturnedLetters
{
    /// <summary>After so many refusals in a row, no more letters are sent to a mailbox until staff have looked at it.</summary>
    public const int RefusalsUntilPause = 5;

    extension(CoalitionDb db)
    {
        /// <summary>Those that can go once more: the person still stands behind the letter, and nobody is trying its mail again.</summary>
        public IQueryable<Message> ReturnedFrom(Guid targetId) =>
            db.Messages.Where(m => m.TargetId == targetId && m.Status == MessageStatus.Bounced
                && db.Set<Supporter>().Any(s => s.Id == m.SupporterId && s.Status == SupporterStatus.Confirmed && s.SearchText != "")
                && !db.Set<OutboxMail>().Any(mail => mail.Id == m.MailId && mail.Status != MailStatus.Failed && mail.Status != MailStatus.Returned));

        /// <summary>
        /// Lets them wait for their turn again, to be mailed anew to where the target is reached now. The mails that came back are given up with
        /// all that a person had in them, so that none goes to the old address as well.
        /// </summary>
        public async Task<int> SendReturnedAgainAsync(Guid targetId, DateTime now, CancellationToken cancel)
        {
            var letters = await db.ReturnedFrom(targetId).Select(m => new { m.Id, m.MailId }).ToListAsync(cancel);
            var ids = letters.Select(letter => letter.Id).ToList();
            var mails = letters.Select(letter => letter.MailId).OfType<Guid>().ToList();
            var again = await db.Messages.Where(m => ids.Contains(m.Id) && m.Status == MessageStatus.Bounced)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, MessageStatus.Queued).SetProperty(m => m.ChangedAt, now).SetProperty(m => m.Reason, (string?)null)
                    .SetProperty(m => m.MailId, (Guid?)null).SetProperty(m => m.HandedAt, (DateTime?)null), cancel);
            await db.Outbox.Where(mail => mails.Contains(mail.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.Status, MailStatus.Dropped).SetProperty(mail => mail.Reason, "The letter goes out in a new mail."), cancel);
            await db.ForgetCarriedAsync(mails, cancel);
            return again;
        }

        /// <summary>
        /// Whether the last letters to the mailbox that the target has now were all refused for good. Of letters handed over together one that
        /// was taken counts as the last. Known from the letters alone, so sending them again, or another address, ends the pause.
        /// </summary>
        public async Task<bool> IsPausedAsync(Target target, CancellationToken cancel = default)
        {
            // Asked for by the time alone, which is in an index; those still under way are no more than the target bears.
            var newest = await db.Messages.Where(m => m.TargetId == target.Id && m.HandedAt != null).OrderByDescending(m => m.HandedAt)
                .Take((2 * target.MailsPerMinute) + RefusalsUntilPause).Select(m => new { m.Status, m.MailId, m.HandedAt }).ToListAsync(cancel);
            var last = newest.Where(m => m.Status is MessageStatus.Bounced or MessageStatus.Sent)
                .OrderByDescending(m => m.HandedAt).ThenByDescending(m => m.Status == MessageStatus.Sent).Take(RefusalsUntilPause).ToList();
            if (last.Count < RefusalsUntilPause || last.Exists(letter => letter.Status == MessageStatus.Sent))
            {
                return false;
            }

            var mails = last.Select(letter => letter.MailId).ToList();
            return await db.Outbox.CountAsync(mail => mails.Contains(mail.Id) && mail.ToAddress == target.Email && mail.Status != MailStatus.Waiting, cancel) == RefusalsUntilPause;
        }
    }
}
