using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
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
        /// that of two changes at once the second counts what the first has saved. What readers do not see makes no page anew.
        /// </summary>
        public Task ChangeListAsync(Guid letterId, DateTime now, Func<Task> change, CancellationToken cancel = default) =>
            db.InTransactionAsync(async () =>
            {
                await db.HoldListAsync(letterId, cancel);
                var seen = await db.ChangesWhatReadersSeeAsync(change, cancel);
                var count = await db.Signatures.Where(s => s.LetterId == letterId).Listed().CountAsync(cancel);
                if (!seen && await db.Tallies.AnyAsync(t => t.LetterId == letterId && t.Count == count, cancel))
                {
                    return;
                }

                await db.Tallies.Where(t => t.LetterId == letterId).ExecuteUpdateAsync(set => set.SetProperty(t => t.Count, count).SetProperty(t => t.CountedAt, now), cancel);
                await db.Letters.Where(l => l.Id == letterId).ExecuteUpdateAsync(set => set.SetProperty(l => l.PublicRevision, l => l.PublicRevision + 1), cancel);
            }, cancel);

        private async Task<bool> ChangesWhatReadersSeeAsync(Func<Task> change, CancellationToken cancel)
        {
            var seen = false;
            void Look(object? sender, SavingChangesEventArgs saving) => seen |= db.ChangeTracker.Entries<Signature>().Any(IsSeen);

            // A story may save several times.
            db.SavingChanges += Look;
            try
            {
                await change();
                await db.SaveChangesAsync(cancel);
                return seen;
            }
            finally
            {
                db.SavingChanges -= Look;
            }
        }
    }

    /// <summary>A signature that is on the list or was, and something of it that the public page shows or counts.</summary>
    private static bool IsSeen(EntityEntry<Signature> signature) =>
        (signature.Entity.Status == SignatureStatus.Listed || signature.Entity.ListedAt is not null || signature.Property(s => s.Status).OriginalValue == SignatureStatus.Listed)
        && (signature.State is EntityState.Added or EntityState.Deleted
            || (signature.State == EntityState.Modified
                && (signature.Property(s => s.Status).IsModified || signature.Property(s => s.IsNotable).IsModified || signature.Property(s => s.AskedAgainAt).IsModified || signature.ComplexProperty(s => s.Listing).IsModified)));
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
