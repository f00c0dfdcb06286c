using CoalitionLetters.Data;
using CoalitionLetters.Mail;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters.Public;

/// <summary>A supporter's own message behind a mailed link, with the action and what the outbox knows of its mails.</summary>
public sealed record OpenedMessage(Supporter Supporter, PublicAction Action, IReadOnlyDictionary<Guid, OutboxMail> Mails, IReadOnlyDictionary<Guid, PrintBatch> Batches)
{
    public OwnWords Words => field ??= new(Action.Content.Language);

    public IEnumerable<(Message Message, Target Target)> Letters => Supporter.Messages
        .Join(Action.Targets, message => message.TargetId, target => target.Id, (message, target) => (message, target)).OrderBy(letter => letter.target.Order);
}

/// <summary>Finds what a mailed link leads to.</summary>
public sealed class OpenedMessages(CoalitionDb db, TimeProvider clock)
{
    private const int MostLetters = 64;

    public Task<OpenedMessage?> ToConfirmAsync(string key, CancellationToken cancel = default) =>
        FindAsync(key, hash => db.Supporters.Where(s => s.ConfirmKeyHash == hash), cancel);

    public Task<OpenedMessage?> OwnAsync(string key, CancellationToken cancel = default) =>
        FindAsync(key, hash => db.Supporters.Where(s => s.ManageKeyHash == hash), cancel);

    /// <summary>Null for a key that was never given out for this purpose, or was replaced by a newer one.</summary>
    private async Task<OpenedMessage?> FindAsync(string key, Func<string, IQueryable<Supporter>> behind, CancellationToken cancel)
    {
        if (key.Length > MostLetters)
        {
            return null;
        }

        var supporter = await behind(new MailKey(key).Hash).AsNoTracking().Include(s => s.Messages).SingleOrDefaultAsync(cancel);
        if (supporter is null)
        {
            return null;
        }

        var action = await db.Actions.AsNoTracking().Include(a => a.Targets).SingleAsync(a => a.Id == supporter.ActionId, cancel);
        var mails = supporter.Messages.Select(m => m.MailId).OfType<Guid>().ToList();
        var batches = supporter.Messages.Select(m => m.BatchId).OfType<Guid>().ToList();
        return new OpenedMessage(supporter, await PublicAction.OfAsync(db, action, clock.UtcNow, cancel),
            mails.Count == 0 ? new Dictionary<Guid, OutboxMail>() : await db.Outbox.AsNoTracking().Where(mail => mails.Contains(mail.Id)).ToDictionaryAsync(mail => mail.Id, cancel),
            batches.Count == 0 ? new Dictionary<Guid, PrintBatch>() : await db.PrintBatches.AsNoTracking().Where(batch => batches.Contains(batch.Id)).ToDictionaryAsync(batch => batch.Id, cancel));
    }
}
