using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Jobs;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters;

/// <summary>Staff settle doubtful texts, and choose which ones the public may read.</summary>
public sealed class ReviewMessages(CoalitionDb db, TimeProvider clock, JobSignals signals)
{
    private const int InARow = 100;

    public async Task ApproveAsync(Guid id, int seen, Actor who, CancellationToken cancel = default)
    {
        await ChangeAsync(id, seen, who, "let the message go out", async supporter =>
        {
            supporter.Approve(clock.UtcNow);
            if (supporter.Status == SupporterStatus.Confirmed)
            {
                await db.CountAsync(supporter);
            }
        }, cancel);
        signals.Wake<HandOverMessages>();
    }

    public Task DeclineAsync(Guid id, int seen, Actor who, CancellationToken cancel = default) =>
        ChangeAsync(id, seen, who, "declined the message", supporter =>
        {
            supporter.Decline(supporter.Reason ?? "Declined by staff.");
            return Task.CompletedTask;
        }, cancel);

    /// <summary>Takes a decline back; the message waits for staff again.</summary>
    public Task ReconsiderAsync(Guid id, int seen, Actor who, CancellationToken cancel = default) =>
        ChangeAsync(id, seen, who, "took back the decline of", supporter =>
        {
            supporter.Reconsider();
            return Task.CompletedTask;
        }, cancel);

    /// <summary>All that wait only because many of them came together.</summary>
    public IQueryable<Supporter> Together(Guid actionId) =>
        db.Supporters.Where(s => s.ActionId == actionId && s.Status == SupporterStatus.Held && s.Reason!.EndsWith(TextCheck.TogetherEnding) && !s.Reason!.StartsWith(Supporter.DeclinedBefore));

    /// <param name="until">When the person at the screen saw how many they are: what was confirmed later waits on.</param>
    public async Task ApproveTogetherAsync(Guid actionId, DateTime until, Actor who, CancellationToken cancel = default)
    {
        who.Needs(Policies.ReviewSignatures);
        while (await db.InTransactionAsync(() => ApproveSomeAsync(actionId, until, who, cancel), cancel) == InARow)
        {
            db.ChangeTracker.Clear();
        }

        signals.Wake<HandOverMessages>();
    }

    private async Task<int> ApproveSomeAsync(Guid actionId, DateTime until, Actor who, CancellationToken cancel)
    {
        var some = await Together(actionId).Include(s => s.Messages).Where(s => s.ConfirmedAt <= until).OrderBy(s => s.SubmittedAt).Take(InARow).ToListAsync(cancel);
        foreach (var supporter in some)
        {
            supporter.Approve(clock.UtcNow);
            await db.CountAsync(supporter);
        }

        if (some.Count > 0)
        {
            db.Record(who, clock.UtcNow, some.Count == 1 ? "let 1 message go out that came with many like it" : $"let {some.Count} messages go out that came together", Subject.Of<SupportersAction>(actionId));
        }

        return some.Count;
    }

    public Task ShowAsync(Guid id, int seen, bool shown, Actor who, CancellationToken cancel = default) =>
        ChangeAsync(id, seen, who, shown ? "chose the text to be shown" : "took the text from the page", supporter =>
        {
            supporter.Show(shown);
            return Task.CompletedTask;
        }, cancel);

    private Task ChangeAsync(Guid id, int seen, Actor who, string what, Func<Supporter, Task> change, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.ReviewSignatures);
        var supporter = await db.Supporters.Include(s => s.Messages).SingleOrDefaultAsync(s => s.Id == id, cancel) ?? throw new RuleBrokenException("This message does not exist any more.");
        RuleBrokenException.ThrowIf(supporter.Revision != seen, "This message has changed meanwhile. Look at it again.");
        var before = new { supporter.Status, supporter.IsShown };
        await change(supporter);

        // Only the reference: the history outlives a person's wish to be forgotten.
        db.Record(who, clock.UtcNow, $"{what} {supporter.Reference}", Subject.Of<SupportersAction>(supporter.ActionId), before, new { supporter.Status, supporter.IsShown });
    }, cancel);
}
