using System.Collections.Concurrent;
using CoalitionLetters.Data;
using CoalitionLetters.Web;

namespace CoalitionLetters.Supporters.Public;

/// <summary>How many letters of an action have gone out. Counting a hundred thousand takes a moment, so all who ask at the same time share one answer.</summary>
public sealed class GoneOutCounts(Db stores)
{
    private readonly ConcurrentDictionary<Guid, SharedQuestion<GoneOut>> questions = [];

    public Task<GoneOut> OfAsync(Guid actionId) => questions.GetOrAdd(actionId, added => new SharedQuestion<GoneOut>(() => AskAsync(added))).AskAsync();

    private async Task<GoneOut> AskAsync(Guid actionId)
    {
        await using var db = stores.Open();
        return await db.GoneOutAsync(actionId);
    }
}
