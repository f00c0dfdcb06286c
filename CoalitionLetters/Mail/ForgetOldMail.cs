using CoalitionLetters.Data;
using CoalitionLetters.Jobs;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Mail;

/// <summary>Mails hold secret links and personal data: the words go a week after delivery, the rest after 180 days.</summary>
internal sealed class ForgetOldMail(Db stores, TimeProvider clock) : IJob
{
    private static readonly TimeSpan WordsKeptFor = TimeSpan.FromDays(7);
    private static readonly TimeSpan RowsKeptFor = TimeSpan.FromDays(180);

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var wordsUntil = now - WordsKeptFor;
        var rowsUntil = now - RowsKeptFor;
        await using var db = stores.Open();
        await db.Outbox.Where(mail => mail.SentAt < wordsUntil && mail.Text != null)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.Text, (string?)null).SetProperty(mail => mail.Html, (string?)null), cancel);
        await db.Outbox.Where(mail => mail.Status != MailStatus.Waiting && mail.CreatedAt < rowsUntil).ExecuteDeleteAsync(cancel);
    }
}
