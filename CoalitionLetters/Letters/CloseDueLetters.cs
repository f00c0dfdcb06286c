using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Jobs;
using CoalitionLetters.Letters.Desk;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Letters;

/// <summary>Closes letters at their deadline even if nobody visits. Until it has run, the deadline itself refuses signatures.</summary>
public sealed class CloseDueLetters(CoalitionDb db, TimeProvider clock, LetterEditors editors) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var closed in await db.InTransactionAsync(() => CloseAsync(cancel), cancel))
        {
            editors.TellAll(closed.Id);
        }
    }

    private async Task<List<Letter>> CloseAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var due = await db.Letters.DueToClose(now).ToListAsync(cancel);
        foreach (var letter in due)
        {
            var before = new { letter.Status };
            letter.Close(now);
            db.Record(Actor.App, now, "closed the letter at its deadline", Subject.Of<Letter>(letter.Id, letter.Id), before, new { letter.Status });
        }

        return due;
    }
}
