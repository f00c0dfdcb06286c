using System.Collections.Concurrent;
using CoalitionLetters.Data;
using CoalitionLetters.Jobs;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Mail;

/// <summary>
/// Sends what is due, in some lanes beside each other. A mail is claimed before it is offered and stamped right after the server took it over: a crash between the
/// two sends it once more when the claim ends, with the same Message-ID; a crash anywhere else sends it once. From taking over to stamp all lanes pass one gate, so
/// that no crash finds two mails there.
/// </summary>
internal sealed partial class DeliverMail(Db stores, IMailCarrier carrier, MailSettings settings, TimeProvider clock, ILogger<DeliverMail> log) : IJob, IDisposable
{
    private const int InARow = 200;

    /// <summary>How long an offered mail waits at the gate; with what the server may take before and after, less than its claim as long as the settings leave that at its three minutes.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(45);

    private readonly SemaphoreSlim gate = new(1);
    private bool cannotStamp;

    public async Task RunAsync(CancellationToken cancel)
    {
        IMailLane[] lanes = [.. Enumerable.Range(0, carrier.Lanes).Select(_ => carrier.Open())];
        try
        {
            // The first goes alone: a server that is away is asked for one mail and not for several.
            var passes = await SendAsync(await DueAsync(1, cancel), lanes[..1], cancel);
            while (passes && await DueAsync(InARow, cancel) is { Count: > 0 } due)
            {
                passes = await SendAsync(due, lanes, cancel);
            }
        }
        finally
        {
            Array.ForEach(lanes, lane => lane.Dispose());
        }
    }

    private async Task<List<Guid>> DueAsync(int most, CancellationToken cancel)
    {
        await using var db = stores.Open();
        return await db.Outbox.DueAt(clock.UtcNow).OrderBy(mail => mail.NextTryAt).ThenBy(mail => mail.Id).Select(mail => mail.Id).Take(most).ToListAsync(cancel);
    }

    /// <summary>False when there is no sense in going on. A server that bears fewer connections than we have lanes still takes mails over some of them.</summary>
    private async Task<bool> SendAsync(List<Guid> due, IMailLane[] lanes, CancellationToken cancel)
    {
        var waiting = new ConcurrentQueue<Guid>(due);
        return (await Task.WhenAll(lanes.Select(lane => SendAsync(waiting, lane, cancel)))).Contains(true);
    }

    private async Task<bool> SendAsync(ConcurrentQueue<Guid> waiting, IMailLane lane, CancellationToken cancel)
    {
        while (!cannotStamp && waiting.TryDequeue(out var id))
        {
            if (await ClaimAsync(id, cancel) && !await SendAsync(id, lane, cancel))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> ClaimAsync(Guid id, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        await using var db = stores.Open();
        return await db.InTransactionAsync(() => db.Outbox.DueAt(now).Where(mail => mail.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.LeasedUntil, now + settings.Claim), cancel), cancel) == 1;
    }

    /// <summary>False when this lane is of no more use at present.</summary>
    private async Task<bool> SendAsync(Guid id, IMailLane lane, CancellationToken cancel)
    {
        await using var db = stores.Open();
        var mail = await db.Outbox.SingleAsync(m => m.Id == id, cancel);
        if (mail.UsefulUntil <= clock.UtcNow)
        {
            mail.Drop("Nobody needed it any more when its turn came.");
            await db.SaveChangesAsync(cancel);
            return true;
        }

        try
        {
            await lane.OfferAsync(mail, cancel);
            await HandOverAsync(mail, lane, db, cancel);
            return true;
        }
        catch (MailRefusedException refused)
        {
            Refused(mail.Id, mail.Kind, refused.Message);
            if (refused.Refusal == Refusal.ForGood)
            {
                mail.RefusedForGood(refused.Message);
            }
            else
            {
                mail.RefusedForNow(refused.Message, clock.UtcNow);
            }

            // What the server said is written down even while the app is stopping.
            await db.SaveChangesAsync(CancellationToken.None);
            return refused.Refusal != Refusal.OfAll;
        }
    }

    private async Task HandOverAsync(OutboxMail mail, IMailLane lane, CoalitionDb db, CancellationToken cancel)
    {
        if (!await gate.WaitAsync(LongestWait, cancel))
        {
            throw new MailRefusedException(Refusal.OfAll, "The mail server was slow to take over the mails before this one.");
        }

        try
        {
            // A store that could not note the mail before would leave one more unnoted.
            if (!cannotStamp)
            {
                await lane.HandOverAsync();
                cannotStamp = true;
                await db.InTransactionAsync(() =>
                {
                    mail.SentNow(clock.UtcNow, carrier.Carried);
                    return Task.CompletedTask;
                }, CancellationToken.None);
                cannotStamp = false;
            }
        }
        finally
        {
            gate.Release();
        }
    }

    [LoggerMessage(LogLevel.Warning, "Mail {Id} ({Kind}) was not accepted: {Reason}")]
    private partial void Refused(Guid id, string kind, string reason);

    public void Dispose() => gate.Dispose();
}
