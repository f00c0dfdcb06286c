using CoalitionLetters.Data;
using CoalitionLetters.Mail;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters;

/// <summary>What a person can do with an own message behind the mailed link: say that it is sent, withdraw it, have it forgotten.</summary>
public sealed class OwnMessages(CoalitionDb db, TimeProvider clock)
{
    public Task FinishAsync(Guid supporterId, Guid messageId, CancellationToken cancel = default) => ChangeAsync(supporterId, supporter =>
    {
        var message = supporter.Messages.FirstOrDefault(m => m.Id == messageId) ?? throw new RuleBrokenException("This message is not here.");
        message.FinishedByPerson(clock.UtcNow);
        return Task.CompletedTask;
    }, cancel);

    /// <summary>Stops whatever has not left. What has left cannot be called back, and the page says so.</summary>
    public Task WithdrawAsync(Guid supporterId, CancellationToken cancel = default) => ChangeAsync(supporterId, async supporter =>
    {
        var counted = supporter.Status == SupporterStatus.Confirmed;
        await CallBackAsync(supporter, cancel);
        supporter.Withdraw(clock.UtcNow);
        if (counted)
        {
            await db.CountAsync(supporter, -1);
        }
    }, cancel);

    public Task EraseAsync(Guid supporterId, CancellationToken cancel = default) => ChangeAsync(supporterId, async supporter =>
    {
        var (counted, address, mails) = (supporter.Status == SupporterStatus.Confirmed, supporter.Person.Email, supporter.Messages.Select(m => m.MailId).OfType<Guid>().ToList());
        await CallBackAsync(supporter, cancel);
        supporter.Erase(clock.UtcNow);
        if (counted && supporter.Status == SupporterStatus.Withdrawn)
        {
            await db.CountAsync(supporter, -1);
        }

        await ForgetMailsAsync(address, mails, cancel);
    }, cancel);

    /// <summary>A mail that no node has in hand yet is taken out of the outbox, and one that came back is never tried again.</summary>
    private async Task CallBackAsync(Supporter supporter, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        foreach (var message in supporter.Messages.Where(m => m is { Status: MessageStatus.Mailing or MessageStatus.Bounced, MailId: not null }))
        {
            var stopped = await db.Outbox.Where(mail => mail.Id == message.MailId && (mail.LeasedUntil == null || mail.LeasedUntil <= now)
                    && (mail.Status == MailStatus.Waiting || mail.Status == MailStatus.Failed || mail.Status == MailStatus.Returned))
                .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.Status, MailStatus.Dropped).SetProperty(mail => mail.Reason, "The person has withdrawn it.")
                    .SetProperty(mail => mail.Text, (string?)null).SetProperty(mail => mail.Html, (string?)null), cancel);
            if (stopped == 1 && message.Status == MessageStatus.Mailing)
            {
                message.Stop(now);
            }
        }
    }

    private async Task ForgetMailsAsync(string address, List<Guid> carried, CancellationToken cancel)
    {
        await db.Outbox.Where(mail => mail.ToAddress == address && mail.Status != MailStatus.Waiting).ExecuteDeleteAsync(cancel);
        await db.Outbox.Where(mail => carried.Contains(mail.Id) && mail.Status != MailStatus.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.Text, (string?)null).SetProperty(mail => mail.Html, (string?)null)
                .SetProperty(mail => mail.FromName, (string?)null).SetProperty(mail => mail.ReplyTo, (string?)null).SetProperty(mail => mail.Subject, ""), cancel);
    }

    private Task ChangeAsync(Guid supporterId, Func<Supporter, Task> change, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var supporter = await db.Supporters.Include(s => s.Messages).SingleAsync(s => s.Id == supporterId, cancel);
        await change(supporter);
    }, cancel);
}
