using System.Data.Common;
using System.Runtime.CompilerServices;
using CoalitionLetters.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoalitionLetters.Mail;

/// <summary>Wakes the delivery as soon as a change that put mails into the outbox is on disk.</summary>
internal sealed class MailArrivals(JobSignals signals) : DbTransactionInterceptor, ISaveChangesInterceptor
{
    private static readonly object Yes = new();

    private readonly ConditionalWeakTable<DbContext, object> bringsMail = [];

    public InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (eventData.Context is { } db && db.ChangeTracker.Entries<OutboxMail>().Any(IsNew))
        {
            bringsMail.AddOrUpdate(db, Yes);
        }

        return result;
    }

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(SavingChanges(eventData, result));

    public int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        if (eventData.Context?.Database.CurrentTransaction is null)
        {
            Announce(eventData.Context);
        }

        return result;
    }

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(SavedChanges(eventData, result));

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Announce(eventData.Context);

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Announce(eventData.Context);
        return Task.CompletedTask;
    }

    /// <summary>Put in just now, or asked to be tried again.</summary>
    private static bool IsNew(EntityEntry<OutboxMail> mail) =>
        mail.State == EntityState.Added || (mail.State == EntityState.Modified && mail.Entity is { Status: MailStatus.Waiting, Attempts: 0 });

    private void Announce(DbContext? db)
    {
        if (db is not null && bringsMail.Remove(db))
        {
            signals.Wake<DeliverMail>();
        }
    }
}
