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
/// <param name="Messages">Prepared for them; how many have gone out is <see cref="GoneOut"/>.</param>
public sealed record ActionCount(int People, int Edited, int Messages, IReadOnlyDictionary<string, int> ByState)
{
    /// <summary>Rounded, but 0 only where nobody and 100 only where everybody changed the text.</summary>
    public int EditedPercent => Edited == 0 ? 0 : Edited == People ? 100 : Math.Clamp((int)Math.Round(100.0 * Edited / People, MidpointRounding.AwayFromZero), 1, 99);
}

/// <summary>The letters that have reached a target, or a server on the way to it, as far as anybody can know.</summary>
/// <param name="Sent">Taken by the mail server.</param>
/// <param name="HandedOver">On paper.</param>
/// <param name="ByPeople">Sent by the people themselves, as they say.</param>
public sealed record GoneOut(int Sent, int HandedOver, int ByPeople)
{
    public int All => Sent + HandedOver + ByPeople;

    /// <summary>Besides: of people who have withdrawn since, whom the tally does not count.</summary>
    public int Withdrawn { get; init; }
}

public static class ActionCounting
{
    private static readonly MessageStatus[] Gone = [MessageStatus.Sent, MessageStatus.Delivered, MessageStatus.Finished];

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

        /// <summary>Counted in an index, without the letters of people who have withdrawn, whom the tally does not count either.</summary>
        public async Task<GoneOut> GoneOutAsync(Guid actionId, CancellationToken cancel = default)
        {
            var targets = await db.Targets.Where(target => target.ActionId == actionId).Select(target => target.Id).ToListAsync(cancel);
            var all = await CountsAsync(db.Messages.Where(m => targets.Contains(m.TargetId)));
            var withdrawn = await CountsAsync(db.Supporters.Where(s => s.ActionId == actionId && s.Status == SupporterStatus.Withdrawn).SelectMany(s => s.Messages));
            return new(Count(MessageStatus.Sent), Count(MessageStatus.Delivered), Count(MessageStatus.Finished)) { Withdrawn = withdrawn.Values.Sum() };

            Task<Dictionary<MessageStatus, int>> CountsAsync(IQueryable<Message> messages) =>
                messages.Where(m => Gone.Contains(m.Status)).GroupBy(m => m.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

            int Count(MessageStatus status) => all.GetValueOrDefault(status) - withdrawn.GetValueOrDefault(status);
        }
    }
}
