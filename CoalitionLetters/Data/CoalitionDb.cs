using System.Collections.Concurrent;
using CoalitionLetters.Staff;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Data;

/// <summary>
/// The whole store. Each feature maps its own entities in an <see cref="IEntityTypeConfiguration{TEntity}"/> beside them and
/// names its sets in an extension, so that this class knows none of them.
/// </summary>
public abstract class CoalitionDb(DbContextOptions options)
    : IdentityUserContext<StaffMember, Guid>(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(CoalitionDb).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTime>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction that writes from its first statement on: everything is saved, or nothing.
    /// On SQLite the write lock is taken at once, so two of them never meet half-way.
    /// </summary>
    public async Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancel = default)
    {
        if (Database.CurrentTransaction is not null)
        {
            return await work();
        }

        using var turn = await TakeTurnAsync(cancel);
        await using var transaction = await Database.BeginTransactionAsync(cancel);
        var result = await work();
        await SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return result;
    }

    /// <summary>Waits until nobody else in this process writes, where the engine has one writer at a time.</summary>
    private protected virtual ValueTask<IDisposable?> TakeTurnAsync(CancellationToken cancel) => ValueTask.FromResult<IDisposable?>(null);

    /// <inheritdoc cref="InTransactionAsync{T}"/>
    public Task InTransactionAsync(Func<Task> work, CancellationToken cancel = default) =>
        InTransactionAsync(async () => { await work(); return true; }, cancel);
}

/// <summary>The store on an embedded SQLite file.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : CoalitionDb(options)
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Writers = new();

    // SQLite lets whoever waits look again after ever longer pauses, so a crowd of short transactions would keep a patient one out for seconds.
    private protected override async ValueTask<IDisposable?> TakeTurnAsync(CancellationToken cancel)
    {
        var writer = Writers.GetOrAdd(Database.GetConnectionString() ?? "", _ => new SemaphoreSlim(1));
        await writer.WaitAsync(cancel);
        return new Turn(writer);
    }

    private sealed record Turn(SemaphoreSlim Writer) : IDisposable
    {
        public void Dispose() => Writer.Release();
    }
}

/// <summary>The store on a PostgreSQL server, for coalitions with several app nodes.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : CoalitionDb(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.UseCollationForSortKeys("C");
    }
}
