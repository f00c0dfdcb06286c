using CoalitionLetters.Data;
using CoalitionLetters.Jobs;
using CoalitionLetters.Letters;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Officials;

/// <summary>Reminds invited offices before the deadline, if they have not answered.</summary>
public sealed class RemindOffices(Db stores, IServiceScopeFactory scopes) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = stores.Open();
        var open = await db.Letters.Where(l => l.Status == LetterStatus.Open && db.Set<Seat>().Any(s => s.LetterId == l.Id && s.InvitedAt != null)).OrderBy(l => l.Id).Select(l => l.Id).ToListAsync(cancel);
        foreach (var letter in open)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<InviteOffices>().RemindAsync(letter, cancel);
        }
    }
}
