using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Jobs;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters;

/// <summary>Staff settle at once what came together from one source, and nothing from anywhere else.</summary>
public sealed class SettleTogether(CoalitionDb db, TimeProvider clock, JobSignals signals)
{
    /// <summary>Few enough that forms which come meanwhile wait for a moment only.</summary>
    private const int InARow = 100;

    private const int MostTries = 3;

    /// <param name="until">When the person at the screen saw how many they are: what was confirmed later waits on.</param>
    /// <returns>How many they were.</returns>
    public async Task<int> ApproveAsync(Guid actionId, FloodSource source, DateTime until, Actor who, CancellationToken cancel = default)
    {
        who.Needs(Policies.ReviewSignatures);
        var all = await SettleAsync(actionId, WaitingFrom(actionId, source, until), who, count => count == 1 ? $"let 1 message go out that came with many {source.Words}" : $"let {count:#,0} messages go out that came together {source.Words}",
            async supporter =>
            {
                supporter.Approve(clock.UtcNow);
                await db.CountAsync(supporter);
            }, cancel);
        signals.Wake<HandOverMessages>();
        return all;
    }

    /// <inheritdoc cref="ApproveAsync"/>
    public Task<int> DeclineAsync(Guid actionId, FloodSource source, DateTime until, string because, Actor who, CancellationToken cancel = default)
    {
        who.Needs(Policies.ReviewSignatures);
        RuleBrokenException.ThrowIf(because.Length == 0, "Write why, so that the others at the desk know.");
        return SettleAsync(actionId, WaitingFrom(actionId, source, until), who, count => $"declined {(count == 1 ? "1 message" : $"{count:#,0} messages")} that came together {source.Words}: {because}",
            supporter =>
            {
                supporter.Decline(because);
                return Task.CompletedTask;
            }, cancel);
    }

    /// <summary>Takes back that they were declined together; they wait for staff again.</summary>
    public Task<int> ReconsiderAsync(Guid actionId, FloodSource source, Actor who, CancellationToken cancel = default)
    {
        who.Needs(Policies.ReviewSignatures);
        return SettleAsync(actionId, source.In(db.DeclinedTogetherIn(actionId)), who, count => $"took back the decline of {(count == 1 ? "1 message" : $"{count:#,0} messages")} that came together {source.Words}",
            supporter =>
            {
                supporter.Reconsider();
                return Task.CompletedTask;
            }, cancel);
    }

    private IQueryable<Supporter> WaitingFrom(Guid actionId, FloodSource source, DateTime until) => source.In(db.HeldTogetherIn(actionId)).Where(s => s.ConfirmedAt <= until);

    private async Task<int> SettleAsync(Guid actionId, IQueryable<Supporter> those, Actor who, Func<int, string> what, Func<Supporter, Task> settle, CancellationToken cancel)
    {
        var (all, tries) = (0, 0);
        int settled;
        do
        {
            db.ChangeTracker.Clear();
            try
            {
                settled = await db.InTransactionAsync(() => SomeAsync(actionId, those, who, what, settle, cancel), cancel);
                all += settled;
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                // One of them was withdrawn or erased that moment: these are read anew, and those before them are settled already.
                tries++;
                settled = InARow;
            }
        }
        while (settled == InARow);

        RuleBrokenException.ThrowIf(all == 0, "None of these waits any more: they have been settled meanwhile.");
        return all;
    }

    private async Task<int> SomeAsync(Guid actionId, IQueryable<Supporter> those, Actor who, Func<int, string> what, Func<Supporter, Task> settle, CancellationToken cancel)
    {
        var some = await those.Include(s => s.Messages).OrderBy(s => s.SubmittedAt).Take(InARow).ToListAsync(cancel);
        foreach (var supporter in some)
        {
            await settle(supporter);
        }

        if (some.Count > 0)
        {
            db.Record(who, clock.UtcNow, what(some.Count), Subject.Of<SupportersAction>(actionId));
        }

        return some.Count;
    }
}
