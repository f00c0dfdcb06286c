using CoalitionLetters.Data;
using CoalitionLetters.Jobs;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Mail;

/// <summary>
/// Sends what is due. A mail is claimed before it is sent and stamped right after the server took it over: a crash between the
/// two sends it once more when the claim ends, with the same Message-ID; a crash anywhere else sends it once.
/// </summary>
internal sealed partial class DeliverMail(Db stores, IMailCarrier carrier, TimeProvider clock, ILogger<DeliverMail> log) : IJob
{
    private const int InARow = 50;

    /// <summary>Longer than a server may take to answer, so that no other node sends what this one still has in hand.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    public async Task RunAsync(CancellationToken cancel)
    {
        while (await DueAsync(cancel) is { Count: > 0 } due)
        {
            using var round = carrier.Begin();
            foreach (var id in due)
            {
                if (await ClaimAsync(id, cancel) && !await SendAsync(id, round, cancel))
                {
                    return;
                }
            }
        }
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancel)
    {
        await using var db = stores.Open();
        return await db.Outbox.DueAt(clock.UtcNow).OrderBy(mail => mail.NextTryAt).ThenBy(mail => mail.Id).Select(mail => mail.Id).Take(InARow).ToListAsync(cancel);
    }

    private async Task<bool> ClaimAsync(Guid id, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        await using var db = stores.Open();
        return await db.Outbox.DueAt(now).Where(mail => mail.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.LeasedUntil, now + Lease), cancel) == 1;
    }

    /// <summary>False when there is no sense in going on to the next.</summary>
    private async Task<bool> SendAsync(Guid id, IMailRound round, CancellationToken cancel)
    {
        await using var db = stores.Open();
        var mail = await db.Outbox.SingleAsync(m => m.Id == id, cancel);
        if (mail.UsefulUntil <= clock.UtcNow)
        {
            mail.Drop("Nobody needed it any more when its turn came.");
            await db.SaveChangesAsync(cancel);
            return true;
        }

        var goOn = true;
        try
        {
            await round.CarryAsync(mail, cancel);
            mail.SentNow(clock.UtcNow, carrier.Carried);
        }
        catch (MailRefusedException refused)
        {
            Refused(mail.Id, mail.Kind, refused.Message);
            goOn = refused.Refusal != Refusal.OfAll;
            if (refused.Refusal == Refusal.ForGood)
            {
                mail.RefusedForGood(refused.Message);
            }
            else
            {
                mail.RefusedForNow(refused.Message, clock.UtcNow);
            }
        }

        // What the server said is written down even while the app is stopping.
        await db.SaveChangesAsync(CancellationToken.None);
        return goOn;
    }

    [LoggerMessage(LogLevel.Warning, "Mail {Id} ({Kind}) was not accepted: {Reason}")]
    private partial void Refused(Guid id, string kind, string reason);
}
