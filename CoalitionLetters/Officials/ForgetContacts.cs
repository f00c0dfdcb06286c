using CoalitionLetters.Data;
using CoalitionLetters.Jobs;
using CoalitionLetters.Letters;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Officials;

/// <summary>
/// Forgets how offices were reached, and who there filled in the form, when the term is over that the letter states for personal data.
/// Who holds the office, and what it answered, stays: that is public, or says nothing of a person.
/// </summary>
public sealed class ForgetContacts(Db stores, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow;
        await using var db = stores.Open();
        var ended = await db.Letters.AsNoTracking().Where(l => l.ClosedAt != null || l.WithdrawnAt != null)
            .Select(l => new { l.Id, EndedAt = l.ClosedAt ?? l.WithdrawnAt, l.RetentionDays }).ToListAsync(cancel);
        foreach (var letter in ended.Where(letter => letter.EndedAt!.Value.AddDays(letter.RetentionDays) < now))
        {
            foreach (var seat in await db.Seats.Where(s => s.LetterId == letter.Id && (s.PreparedBy != null || s.DeclineReason != null || s.Details.Email != null || s.Details.ContactName != null || s.Details.ContactEmail != null)).ToListAsync(cancel))
            {
                seat.ForgetContact();
            }

            await db.SeatLinks.Where(l => db.Set<Seat>().Any(s => s.Id == l.SeatId && s.LetterId == letter.Id)).ExecuteDeleteAsync(cancel);
            await db.SaveChangesAsync(cancel);
        }
    }
}
