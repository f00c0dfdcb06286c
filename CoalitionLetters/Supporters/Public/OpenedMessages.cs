using CoalitionLetters.Data;
using CoalitionLetters.Mail;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters.Public;

/// <summary>A supporter's own message behind a mailed link, with the action and what the outbox knows of its mails.</summary>
public sealed record OpenedMessage(Supporter Supporter, PublicAction Action, IReadOnlyDictionary<Guid, OutboxMail> Mails, IReadOnlyDictionary<Guid, PrintBatch> Batches)
{
    /// <summary>Targets whose mailbox gets no letters until staff have looked at it.</summary>
    public IReadOnlySet<Guid> Paused { get; init; } = new HashSet<Guid>();

    public OwnWords Words => field ??= new(Action.Content.Language);

    /// <summary>What the person allows beside sending the letter, in the words that were read.</summary>
    public IReadOnlyList<(Permission Permission, string Words)> Allowed =>
    [
        .. Supporter.WantsMail && (Supporter.ConsentText ?? Action.Content.ConsentText) is { Length: > 0 } consent ? [(Permission.FurtherMail, consent)] : Array.Empty<(Permission, string)>(),
        .. Supporter.MayBeShown ? [(Permission.ShownText, Words.MayBeShown)] : Array.Empty<(Permission, string)>(),
    ];

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
            batches.Count == 0 ? new Dictionary<Guid, PrintBatch>() : await db.PrintBatches.AsNoTracking().Where(batch => batches.Contains(batch.Id)).ToDictionaryAsync(batch => batch.Id, cancel))
        {
            Paused = await PausedAsync(supporter, action, cancel),
        };
    }

    private async Task<HashSet<Guid>> PausedAsync(Supporter supporter, SupportersAction action, CancellationToken cancel)
    {
        var paused = new HashSet<Guid>();
        foreach (var target in action.Targets.Where(target => supporter.Messages.Any(m => m.TargetId == target.Id && m.Status == MessageStatus.Queued)))
        {
            if (await db.IsPausedAsync(target, cancel))
            {
                paused.Add(target.Id);
            }
        }

        return paused;
    }
}
