using CoalitionLetters.Data;
using CoalitionLetters.Jobs;
using CoalitionLetters.Letters;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Invitations;

/// <summary>
/// Forgets who was asked at the organizations, and what they wrote back, when the term is over that the letter states for personal data. Which organizations
/// were invited, and whether they signed, stays.
/// </summary>
public sealed class ForgetInvited(Db stores, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow;
        await using var db = stores.Open();
        var ended = await db.Letters.AsNoTracking().Where(l => l.ClosedAt != null || l.WithdrawnAt != null)
            .Select(l => new { l.Id, EndedAt = l.ClosedAt ?? l.WithdrawnAt, l.RetentionDays }).ToListAsync(cancel);
        foreach (var letter in ended.Where(letter => letter.EndedAt!.Value.AddDays(letter.RetentionDays) < now))
        {
            foreach (var invitation in await db.Invitations.Where(i => i.LetterId == letter.Id && (i.ContactName != null || i.Email != null || i.Message != null || i.DeclineReason != null)).ToListAsync(cancel))
                invitation.ForgetContact();
            await db.SaveChangesAsync(cancel);
            await db.InvitationKeys.Where(key => db.Set<Invitation>().Any(i => i.Id == key.InvitationId && i.LetterId == letter.Id)).ExecuteDeleteAsync(cancel);
        }
    }
}
