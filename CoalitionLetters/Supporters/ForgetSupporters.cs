using CoalitionLetters.Data;
using CoalitionLetters.Jobs;
using CoalitionLetters.Supporters.Public;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters;

/// <summary>Keeps personal data no longer than the pages say: texts that nobody confirmed and hashes of addresses 30 days, the rest until the action's own term is over.</summary>
public sealed class ForgetSupporters(Db stores, IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    /// <summary>Few enough that forms which come meanwhile wait for a moment only.</summary>
    private const int InARow = 100;
    private static readonly TimeSpan KeptUnconfirmed = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var until = now - KeptUnconfirmed;
        await using var db = stores.Open();
        var forgotten = db.Supporters.Where(s => s.Status == SupporterStatus.Submitted && s.ConfirmedAt == null && s.SubmittedAt < until);
        await db.Messages.Where(m => forgotten.Any(s => s.Id == m.SupporterId)).ExecuteDeleteAsync(cancel);
        await forgotten.ExecuteDeleteAsync(cancel);
        await db.Supporters.Where(s => s.Place != null && s.SubmittedAt < until).ExecuteUpdateAsync(set => set.SetProperty(s => s.Place, (string?)null), cancel);
        var keysUntil = PlaceKey.MonthOf(until);
        await db.PlaceKeys.Where(key => key.Month < keysUntil).ExecuteDeleteAsync(cancel);

        var actions = await db.Actions.AsNoTracking().Public().ToListAsync(cancel);
        foreach (var action in actions.Where(action => action.AddressKey is not null && action.EndedAt(now) is not null))
        {
            // Unless staff have opened it again in this moment.
            await db.Actions.Where(a => a.Id == action.Id && a.Revision == action.Revision).ExecuteUpdateAsync(set => set.SetProperty(a => a.AddressKey, (byte[]?)null), cancel);
        }

        foreach (var action in actions.Where(action => action.EndedAt(now) is { } ended && ended.AddDays(action.Content.RetentionDays) < now))
        {
            await EraseAllAsync(action, cancel);
        }
    }

    private async Task EraseAllAsync(SupportersAction action, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CoalitionDb>();
            var ids = await db.Supporters.Of(action).Where(s => s.SearchText != "").OrderBy(s => s.Id).Select(s => s.Id).Take(InARow).ToListAsync(cancel);
            if (ids.Count == 0)
            {
                return;
            }

            await scope.ServiceProvider.GetRequiredService<OwnMessages>().EraseAsync(ids, cancel);
        }
    }
}
