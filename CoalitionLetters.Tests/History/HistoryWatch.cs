using System.Data.Common;
using System.Runtime.CompilerServices;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoalitionLetters.Tests.History;

/// <summary>
/// Looks at each transaction when it is committed: a letter, a signature or an account that it changed needs a history entry of its own in the same one. A stretch of
/// work on a draft is its own record; a letter is also spoken for by an entry that belongs to it; a counted try to sign in and a code that was used are no change of an account, but that it rests,
/// that its sessions end, and its passkeys and recovery codes are.
/// </summary>
internal sealed class HistoryWatch : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private static readonly HashSet<string> OfSigningIn = [nameof(StaffMember.AccessFailedCount), nameof(StaffMember.ConcurrencyStamp)];

    private readonly ConditionalWeakTable<DbContext, Changes> going = [];

    /// <summary>Changes that nothing speaks for, by kind.</summary>
    public List<string> Unrecorded { get; } = [];

    /// <summary>What was seen changed, by kind.</summary>
    public List<string> Seen { get; } = [];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Note(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context!.Database.CurrentTransaction is null)
        {
            Judge(eventData.Context);
        }

        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Judge(eventData.Context!);
        return Task.CompletedTask;
    }

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        going.Remove(eventData.Context!);
        return Task.CompletedTask;
    }

    private void Note(DbContext db)
    {
        var changes = going.GetOrCreateValue(db);
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            switch (entry.Entity)
            {
                case HistoryEntry spoken: changes.Recorded.UnionWith([spoken.SubjectId, spoken.LetterId ?? spoken.SubjectId]); break;
                case SavedDraft stretch: changes.Recorded.Add(stretch.LetterId); break;
                case Letter letter: changes.Changed.Add((nameof(Letter), letter.Id, letter.Id)); break;
                case Signature signature: changes.Changed.Add((nameof(Signature), signature.Id, entry.State == EntityState.Deleted ? signature.LetterId : signature.Id)); break;
                case StaffMember member when !IsSigningIn(entry): changes.Changed.Add((nameof(StaffMember), member.Id, member.Id)); break;
                case IdentityUserPasskey<Guid> passkey when entry.State != EntityState.Modified: changes.Changed.Add(("Passkey", passkey.UserId, passkey.UserId)); break;
                case IdentityUserToken<Guid> secret when secret.Name != StaffMembers.UsedCodes: changes.Changed.Add((secret.Name, secret.UserId, secret.UserId)); break;
            }
        }
    }

    private void Judge(DbContext db)
    {
        if (!going.TryGetValue(db, out var changes))
        {
            return;
        }

        going.Remove(db);
        lock (Seen)
        {
            Seen.AddRange(changes.Changed.Select(change => change.Kind));
            Unrecorded.AddRange(changes.Changed.Where(change => !changes.Recorded.Contains(change.Id) && !changes.Recorded.Contains(change.Or)).Select(change => $"{change.Kind} {change.Id}"));
        }
    }

    private static bool IsSigningIn(EntityEntry entry) =>
        entry.State == EntityState.Modified && entry.Properties.Where(property => !Equals(property.OriginalValue, property.CurrentValue)).All(property => OfSigningIn.Contains(property.Metadata.Name));

    private sealed class Changes
    {
        public HashSet<(string Kind, Guid Id, Guid Or)> Changed { get; } = [];
        public HashSet<Guid> Recorded { get; } = [];
    }
}
