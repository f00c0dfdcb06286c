using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Counting;

/// <summary>The public count of a letter: listed signatories, once each. A stored number, changed with the list in one transaction.</summary>
public sealed class Tally
{
    private Tally() { }

    public Guid LetterId { get; private set; }
    public int Count { get; private set; }
    public DateTime CountedAt { get; private set; }

    public static Tally For(Letter letter, DateTime now) => new() { LetterId = letter.Id, CountedAt = now };
}

public static class TallyKeeping
{
    extension(CoalitionDb db)
    {
        public DbSet<Tally> Tallies => db.Set<Tally>();

        /// <summary>
        /// Inside a transaction: from here on nobody else changes the letter's list or gives a signature until the transaction ends.
        /// </summary>
        public Task HoldListAsync(Guid letterId, CancellationToken cancel = default) =>
            db.Tallies.Where(t => t.LetterId == letterId).ExecuteUpdateAsync(set => set.SetProperty(t => t.Count, t => t.Count), cancel);

        /// <summary>
        /// Changes the list of a letter and its tally together. The tally's row is locked before <paramref name="change"/> runs, so
        /// that of two changes at once the second counts what the first has saved.
        /// </summary>
        public Task ChangeListAsync(Guid letterId, DateTime now, Func<Task> change, CancellationToken cancel = default) =>
            db.InTransactionAsync(async () =>
            {
                await db.Tallies.Where(t => t.LetterId == letterId).ExecuteUpdateAsync(set => set.SetProperty(t => t.CountedAt, now), cancel);
                await change();
                await db.SaveChangesAsync(cancel);

                var count = await db.Signatures.Where(s => s.LetterId == letterId).Listed().CountAsync(cancel);
                await db.Tallies.Where(t => t.LetterId == letterId).ExecuteUpdateAsync(set => set.SetProperty(t => t.Count, count), cancel);
                await db.Letters.Where(l => l.Id == letterId).ExecuteUpdateAsync(set => set.SetProperty(l => l.PublicRevision, l => l.PublicRevision + 1), cancel);
            }, cancel);
    }
}

internal sealed class TallyMap : IEntityTypeConfiguration<Tally>
{
    public void Configure(EntityTypeBuilder<Tally> tally)
    {
        tally.ToTable("Tallies");
        tally.HasKey(t => t.LetterId);
        tally.HasOne<Letter>().WithOne().HasForeignKey<Tally>(t => t.LetterId);
    }
}
