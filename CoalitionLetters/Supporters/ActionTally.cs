using CoalitionLetters.Data;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters;

/// <summary>How many wrote from one state, stored so that no page has to count them.</summary>
public sealed class ActionTally
{
    public Guid ActionId { get; private set; }

    /// <summary>The state's full name; empty for people of no state.</summary>
    public string State { get; private set; } = "";
    public int People { get; private set; }

    /// <summary>Those of them who changed the text by hand.</summary>
    public int Edited { get; private set; }

    /// <summary>One for each target of each of them.</summary>
    public int Messages { get; private set; }
}

/// <summary>What an action's tally says as a whole.</summary>
public sealed record ActionCount(int People, int Edited, int Messages, IReadOnlyDictionary<string, int> ByState)
{
    public int EditedPercent => People == 0 ? 0 : (int)Math.Round(100.0 * Edited / People, MidpointRounding.AwayFromZero);
}

public static class ActionCounting
{
    extension(CoalitionDb db)
    {
        /// <summary>
        /// Adds a supporter to the tally, or takes one from it (<paramref name="sign"/> −1), in the transaction of the change that causes it.
        /// One statement, so that two at once both count.
        /// </summary>
        public Task CountAsync(Supporter supporter, int sign = 1) =>
            db.AddToTallyAsync(supporter, sign, supporter.ChangedShare > 0 ? sign : 0, sign * supporter.Messages.Count);

        /// <summary>Takes messages that never went out from the tally, where the person stays counted.</summary>
        public Task TakeMessagesAsync(Supporter supporter, int messages) => db.AddToTallyAsync(supporter, 0, 0, -messages);

        private Task AddToTallyAsync(Supporter supporter, int people, int edited, int messages)
        {
            var (action, state) = (supporter.ActionId, supporter.State ?? "");
            return db.Database.ExecuteSqlAsync($"""
                INSERT INTO "ActionTallies" ("ActionId", "State", "People", "Edited", "Messages") VALUES ({action}, {state}, {people}, {edited}, {messages})
                ON CONFLICT ("ActionId", "State") DO UPDATE SET "People" = "ActionTallies"."People" + excluded."People",
                    "Edited" = "ActionTallies"."Edited" + excluded."Edited", "Messages" = "ActionTallies"."Messages" + excluded."Messages"
                """);
        }

        public async Task<ActionCount> CountOfAsync(Guid actionId, CancellationToken cancel = default)
        {
            var rows = await db.Set<ActionTally>().AsNoTracking().Where(row => row.ActionId == actionId).ToListAsync(cancel);
            return new(rows.Sum(row => row.People), rows.Sum(row => row.Edited), rows.Sum(row => row.Messages),
                rows.Where(row => row.State.Length > 0 && row.People > 0).ToDictionary(row => row.State, row => row.People));
        }
    }
}
