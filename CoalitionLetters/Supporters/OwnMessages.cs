using CoalitionLetters.Data;
using CoalitionLetters.Mail;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters;

/// <summary>What a person can do with an own message behind the mailed link: say that it is sent, withdraw it, have it forgotten.</summary>
public sealed class OwnMessages(CoalitionDb db, TimeProvider clock)
{
    private static readonly string[] ToPerson = [ConfirmMessageMail.KindName, WrittenAlreadyMail.KindName, WrittenOnceMail.KindName];

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
        var stopped = supporter.Messages.Count(m => m.Status == MessageStatus.Stopped);
        await CallBackAsync(supporter, cancel);
        supporter.Erase(await db.Actions.AsNoTracking().SingleAsync(action => action.Id == supporter.ActionId, cancel), clock.UtcNow);
        if (counted && supporter.Status == SupporterStatus.Withdrawn)
        {
            await db.CountAsync(supporter, -1);
        }
        else if (counted && supporter.Messages.Count(m => m.Status == MessageStatus.Stopped) - stopped is var never and > 0)
        {
            await db.TakeMessagesAsync(supporter, never);
        }

        await ForgetMailsAsync(address, mails, cancel);
    }, cancel);

    private async Task CallBackAsync(Supporter supporter, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        foreach (var message in supporter.Messages.Where(m => m is { Status: MessageStatus.Mailing or MessageStatus.Bounced, MailId: not null }))
        {
            if (await db.CallBackAsync(message.MailId!.Value, now, cancel) && message.Status == MessageStatus.Mailing)
            {
                message.Stop(now);
            }
        }
    }

    private async Task ForgetMailsAsync(string address, List<Guid> carried, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        await db.Outbox.Where(mail => mail.ToAddress == address
            && (mail.Status != MailStatus.Waiting || (ToPerson.Contains(mail.Kind) && (mail.LeasedUntil == null || mail.LeasedUntil <= now)))).ExecuteDeleteAsync(cancel);

        // In the hand of a node: what it carries it has read already, and what is tried again has no address any more.
        await db.Outbox.Where(mail => mail.ToAddress == address && ToPerson.Contains(mail.Kind))
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.ToAddress, "erased").SetProperty(mail => mail.ToName, (string?)null)
                .SetProperty(mail => mail.Subject, "").SetProperty(mail => mail.Text, (string?)null).SetProperty(mail => mail.Html, (string?)null), cancel);
        await db.ForgetCarriedAsync(carried, cancel);
    }

    private Task ChangeAsync(Guid supporterId, Func<Supporter, Task> change, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var supporter = await db.Supporters.Include(s => s.Messages).SingleAsync(s => s.Id == supporterId, cancel);
        await change(supporter);
    }, cancel);
}
