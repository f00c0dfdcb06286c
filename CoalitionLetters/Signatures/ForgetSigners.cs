using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Jobs;
using CoalitionLetters.Letters;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures;

/// <summary>
/// Forgets who signed for the organizations on a letter when the term is over that the letter states for personal data: so many days
/// after it closed, or was withdrawn while open. A signature that came later has its own term. The public listing stays.
/// </summary>
public sealed class ForgetSigners(Db stores, TimeProvider clock) : IJob
{
    private const int AtOnce = 500;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow;
        await using var db = stores.Open();
        var ended = await db.Letters.AsNoTracking().Where(l => l.ClosedAt != null || l.WithdrawnAt != null)
            .Select(l => new { l.Id, EndedAt = l.ClosedAt ?? l.WithdrawnAt, l.RetentionDays }).ToListAsync(cancel);
        foreach (var letter in ended.Where(letter => letter.EndedAt!.Value.AddDays(letter.RetentionDays) < now))
        {
            while (await ForgetAsync(letter.Id, now.AddDays(-letter.RetentionDays), now, cancel) == AtOnce && !cancel.IsCancellationRequested)
            {
            }
        }
    }

    private async Task<int> ForgetAsync(Guid letterId, DateTime until, DateTime now, CancellationToken cancel)
    {
        await using var db = stores.Open();
        var signatures = await db.Signatures.Where(s => s.LetterId == letterId && s.SubmittedAt < until).WithSigner().OrderBy(s => s.Id).Take(AtOnce).ToListAsync(cancel);
        var ids = signatures.Select(s => s.Id).ToList();
        await db.InTransactionAsync(async () =>
        {
            foreach (var signature in signatures)
            {
                var before = new { signature.Correction };
                signature.ForgetSigner();
                db.Record(Actor.App, now, "forgot who signed; the listing stays", Subject.Of<Signature>(signature.Id, letterId), before, new { signature.Correction });
            }

            // What is left to manage is the listing: the link to it stays good, and tells nothing of a person any more.
            await db.MailedLinks.Where(l => ids.Contains(l.SignatureId) && l.Purpose != MailKeyPurpose.Manage).ExecuteDeleteAsync(cancel);
        }, cancel);
        return signatures.Count;
    }
}
