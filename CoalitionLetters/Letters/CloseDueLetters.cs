using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Jobs;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Letters;

/// <summary>Closes letters at their deadline even if nobody visits. Until it has run, the deadline itself refuses signatures.</summary>
public sealed class CloseDueLetters(CoalitionDb db, TimeProvider clock) : IJob
{
    public Task RunAsync(CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var now = clock.UtcNow;
        foreach (var letter in await db.Letters.DueToClose(now).ToListAsync(cancel))
        {
            var before = new { letter.Status };
            letter.Close(now);
            db.Record(Actor.App, now, "closed the letter at its deadline", Subject.Of<Letter>(letter.Id, letter.Id), before, new { letter.Status });
        }
    }, cancel);
}
