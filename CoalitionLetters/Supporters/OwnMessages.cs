using CoalitionLetters.Data;
using CoalitionLetters.Mail;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters;

/// <summary>What a person can do with an own message behind the mailed link: say that it is sent, take a permission back, withdraw it, have it forgotten, or say that it is somebody else's.</summary>
public sealed class OwnMessages(CoalitionDb db, TimeProvider clock)
{
    internal static readonly string[] ToPerson = [ConfirmMessageMail.KindName, WrittenAlreadyMail.KindName, WrittenOnceMail.KindName];

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

    /// <summary>Takes one permission back.</summary>
    public Task TakeBackAsync(Guid supporterId, Permission permission, CancellationToken cancel = default) => ChangeAsync(supporterId, supporter =>
    {
        supporter.TakeBack(permission);
        return Task.CompletedTask;
    }, cancel);

    /// <summary>Somebody else typed the address: the action does not write to it again.</summary>
    public Task DisownAsync(Guid supporterId, CancellationToken cancel = default) => ChangeAsync(supporterId, async supporter =>
    {
        var (address, reference, now) = (supporter.Person.Email, supporter.Reference, clock.UtcNow);
        supporter.Disown(await ActionOfAsync(supporter, cancel), now);
        await db.Outbox.Where(mail => mail.ToAddress == address && (mail.Text == null || mail.Text.Contains(reference)) && (mail.LeasedUntil == null || mail.LeasedUntil <= now)).ExecuteDeleteAsync(cancel);
    }, cancel);

    public Task EraseAsync(Guid supporterId, CancellationToken cancel = default) => EraseAsync([supporterId], cancel);

    /// <summary>All of them at once: of many persons the mails are looked for one time.</summary>
    public Task EraseAsync(IReadOnlyCollection<Guid> supporterIds, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        var supporters = await db.Supporters.Include(s => s.Messages).Where(s => supporterIds.Contains(s.Id)).ToListAsync(cancel);
        var addresses = supporters.Select(s => s.Person.Email).ToList();
        var carried = supporters.SelectMany(s => s.Messages).Select(m => m.MailId).OfType<Guid>().ToList();
        foreach (var ofAction in supporters.GroupBy(s => s.ActionId))
        {
            var action = await ActionOfAsync(ofAction.First(), cancel);
            foreach (var supporter in ofAction)
            {
                await EraseAsync(supporter, action, cancel);
            }
        }

        await ForgetMailsAsync(addresses, carried, cancel);
    }, cancel);

    private async Task EraseAsync(Supporter supporter, SupportersAction action, CancellationToken cancel)
    {
        var counted = supporter.Status == SupporterStatus.Confirmed;
        var stopped = supporter.Messages.Count(m => m.Status == MessageStatus.Stopped);
        await CallBackAsync(supporter, cancel);
        supporter.Erase(action, clock.UtcNow);
        if (counted && supporter.Status == SupporterStatus.Withdrawn)
        {
            await db.CountAsync(supporter, -1);
        }
        else if (counted && supporter.Messages.Count(m => m.Status == MessageStatus.Stopped) - stopped is var never and > 0)
        {
            await db.TakeMessagesAsync(supporter, never);
        }
    }

    private Task<SupportersAction> ActionOfAsync(Supporter supporter, CancellationToken cancel) => db.Actions.AsNoTracking().SingleAsync(action => action.Id == supporter.ActionId, cancel);

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

    private async Task ForgetMailsAsync(List<string> addresses, List<Guid> carried, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        await db.Outbox.Where(mail => addresses.Contains(mail.ToAddress)
            && (mail.Status != MailStatus.Waiting || (ToPerson.Contains(mail.Kind) && (mail.LeasedUntil == null || mail.LeasedUntil <= now)))).ExecuteDeleteAsync(cancel);

        // In the hand of a node: what it carries it has read already, and what is tried again has no address any more.
        await db.Outbox.Where(mail => addresses.Contains(mail.ToAddress) && ToPerson.Contains(mail.Kind))
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
