using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Jobs;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters;

/// <summary>Staff settle doubtful texts, and choose which ones the public may read.</summary>
public sealed class ReviewMessages(CoalitionDb db, TimeProvider clock, JobSignals signals)
{
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
            supporter.Decline();
            return Task.CompletedTask;
        }, cancel);

    /// <summary>Takes a decline back; the message waits for staff again.</summary>
    public Task ReconsiderAsync(Guid id, int seen, Actor who, CancellationToken cancel = default) =>
        ChangeAsync(id, seen, who, "took back the decline of", supporter =>
        {
            supporter.Reconsider();
            return Task.CompletedTask;
        }, cancel);

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
