using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.Jobs;
using CoalitionLetters.Mail;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters;

/// <summary>
/// Puts confirmed messages into the outbox, at most as many a minute as each target bears, and follows what became of those before.
/// A message and its mail are saved together, so a crash sends none twice and loses none.
/// </summary>
public sealed class HandOverMessages(Db stores, IServiceScopeFactory scopes, CurrentCoalition coalition, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private const int InARow = 100;

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = stores.Open();
        var all = await db.Targets.Select(target => target.Id).ToListAsync(cancel);
        await CallBackAsync(all, cancel);
        await FollowAsync(all, cancel);
        var targets = await db.Targets.AsNoTracking()
            .Where(target => target.Channel == Channel.Mail && db.Set<Message>().Any(m => m.TargetId == target.Id && m.Status == MessageStatus.Queued)).ToListAsync(cancel);
        foreach (var target in targets)
        {
            if (!await db.IsPausedAsync(target, cancel))
            {
                await HandOverAsync(target, cancel);
            }
        }
    }

    private async Task HandOverAsync(Target target, CancellationToken cancel)
    {
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CoalitionDb>();
            var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
            var handed = await db.InTransactionAsync(() => SomeAsync(db, outbox, target, cancel), cancel);
            if (handed < InARow)
            {
                return;
            }
        }
    }

    private async Task<int> SomeAsync(CoalitionDb db, Outbox outbox, Target target, CancellationToken cancel)
    {
        // The target's row is locked first, so that of two runs at once the second sees what the first has handed over.
        await db.Targets.Where(t => t.Id == target.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.MailsPerMinute, t => t.MailsPerMinute), cancel);

        var now = clock.UtcNow;
        var since = now - Window;

        // What still waits in the outbox, because our mail server was away, goes out in one go when it is back: it counts until it has gone, and a minute longer.
        var lately = await db.Messages.CountAsync(m => m.TargetId == target.Id
            && (m.HandedAt > since || m.Status == MessageStatus.Mailing || (m.Status == MessageStatus.Sent && m.ChangedAt > since)), cancel);
        var room = Math.Min(InARow, target.MailsPerMinute - lately);
        if (room <= 0)
        {
            return 0;
        }

        var ids = await db.Messages.Where(m => m.TargetId == target.Id && m.Status == MessageStatus.Queued).OrderBy(m => m.ChangedAt).ThenBy(m => m.Id).Select(m => m.SupporterId).Take(room).ToListAsync(cancel);
        var supporters = await db.Supporters.Include(s => s.Messages.Where(m => m.TargetId == target.Id)).Where(s => ids.Contains(s.Id)).ToListAsync(cancel);
        var language = await db.Actions.Where(a => a.Id == target.ActionId).Select(a => a.Content).SingleAsync(cancel);
        foreach (var supporter in supporters)
        {
            var mail = outbox.Add(new SupporterMail(supporter, target, coalition.Value.Name, language.Language));
            supporter.Messages[0].HandOver(mail.Id, now);
        }

        return supporters.Count;
    }

    /// <summary>Mails that a node had in hand while the person withdrew, and that the server did not take: they are not tried again.</summary>
    private async Task CallBackAsync(List<Guid> targets, CancellationToken cancel)
    {
        await using var db = stores.Open();
        var withdrawn = await db.MailedOrReturned(targets).Where(m => m.Status == MessageStatus.Mailing && db.Set<Supporter>().Any(s => s.Id == m.SupporterId && (s.Status == SupporterStatus.Withdrawn || s.SearchText == ""))).ToListAsync(cancel);
        foreach (var message in withdrawn)
        {
            if (await db.CallBackAsync(message.MailId!.Value, clock.UtcNow, cancel))
            {
                message.Stop(clock.UtcNow);
            }
        }

        await db.SaveChangesAsync(cancel);
        await db.ForgetCarriedAsync(await ErasedAsync(db, [.. withdrawn.Select(m => m.SupporterId)], cancel), cancel);
    }

    private static async Task<List<Guid>> ErasedAsync(CoalitionDb db, List<Guid> withdrawn, CancellationToken cancel) =>
        withdrawn.Count == 0 ? [] : await db.Messages.Where(m => m.MailId != null && withdrawn.Contains(m.SupporterId) && db.Set<Supporter>().Any(s => s.Id == m.SupporterId && s.SearchText == ""))
            .Select(m => m.MailId!.Value).ToListAsync(cancel);

    /// <summary>What the mail server has said since.</summary>
    private async Task FollowAsync(List<Guid> targets, CancellationToken cancel)
    {
        await using var db = stores.Open();

        // A mail that came back, or was refused, may have been sent again by staff.
        var ended = db.MailedOrReturned(targets)
            .Join(db.Outbox.Where(mail => mail.Status != MailStatus.Waiting), m => m.MailId, mail => mail.Id, (message, mail) => new { Message = message, mail.Status, mail.SentAt, mail.Reason })
            .Where(row => row.Message.Status == MessageStatus.Mailing || row.Status == MailStatus.Sent || row.Status == MailStatus.Kept);
        var returned = db.Outbox.Where(mail => mail.Status == MailStatus.Returned)
            .Join(db.Messages.Where(m => m.Status == MessageStatus.Sent), mail => mail.Id, m => m.MailId, (mail, message) => new { Message = message, mail.Status, mail.SentAt, mail.Reason });
        foreach (var row in (await ended.ToListAsync(cancel)).Concat(await returned.ToListAsync(cancel)))
        {
            if (row.Status is MailStatus.Failed or MailStatus.Returned)
            {
                row.Message.Bounced(row.Reason, clock.UtcNow);
            }
            else if (row.Status == MailStatus.Dropped)
            {
                row.Message.Stop(clock.UtcNow);
            }
            else if (row.Status == MailStatus.Kept)
            {
                row.Message.Kept(row.SentAt ?? clock.UtcNow);
            }
            else
            {
                row.Message.Sent(row.SentAt ?? clock.UtcNow);
            }
        }

        await db.SaveChangesAsync(cancel);
    }
}
