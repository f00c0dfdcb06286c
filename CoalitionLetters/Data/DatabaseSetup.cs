using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace CoalitionLetters.Data;

/// <summary>Chooses the engine, and brings its tables up to date at start.</summary>
public static class DatabaseSetup
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var settings = DatabaseSettings.From(builder.Configuration, builder.Environment.ContentRootPath);
        builder.Services.AddSingleton(settings);

        if (settings.Provider == DatabaseProvider.Postgres)
        {
            builder.Services.AddDbContextFactory<PostgresDb>((services, options) => options
                .UseNpgsql(settings.ConnectionString).AddInterceptors(services.GetServices<IInterceptor>()));
            builder.Services.AddScoped<CoalitionDb>(services => services.GetRequiredService<IDbContextFactory<PostgresDb>>().CreateDbContext());
            builder.Services.AddSingleton<Db>(services => new Db(services.GetRequiredService<IDbContextFactory<PostgresDb>>().CreateDbContext));
        }
        else
        {
            builder.Services.AddDbContextFactory<SqliteDb>((services, options) => options
                .UseSqlite(settings.ConnectionString).AddInterceptors(new SqliteDurability()).AddInterceptors(services.GetServices<IInterceptor>()));
            builder.Services.AddScoped<CoalitionDb>(services => services.GetRequiredService<IDbContextFactory<SqliteDb>>().CreateDbContext());
            builder.Services.AddSingleton<Db>(services => new Db(services.GetRequiredService<IDbContextFactory<SqliteDb>>().CreateDbContext));
        }
    }

    /// <summary>Applies the engine's migrations; EF Core's own lock lets one of several starting nodes do it.</summary>
    public static async Task PrepareDatabaseAsync(this IHost app, CancellationToken cancel = default)
    {
        await using var db = app.Services.GetRequiredService<Db>().Open();
        await CanBeOpenedAsync(db, app.Services.GetRequiredService<DatabaseSettings>(), cancel);
        await BringUpToDateAsync(db, cancel);
    }

    private static async Task CanBeOpenedAsync(CoalitionDb db, DatabaseSettings settings, CancellationToken cancel)
    {
        var file = settings.File;
        try
        {
            if (file is not null)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            }

            await db.Database.OpenConnectionAsync(cancel);
            await db.Database.CloseConnectionAsync();
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            // There is no such database yet; making it is part of making the tables.
        }
        catch (Exception fault) when ((fault as NpgsqlException ?? fault.InnerException as NpgsqlException) is { } refused)
        {
            throw new SettingException($"The PostgreSQL server of Database:ConnectionString does not let us in: {refused.Message}.");
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"The database file {file} cannot be opened for writing ({fault.Message.TrimEnd('.')}). Set Database:File to a file in a folder of this user.");
        }
    }

    /// <summary>Makes the tables, or changes them to this version's.</summary>
    public static async Task BringUpToDateAsync(CoalitionDb db, CancellationToken cancel = default)
    {
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            await ReleaseOldLockAsync(db, cancel);
            await db.Database.MigrateAsync(cancel);
        }
    }

    /// <summary>On SQLite, EF Core's lock is a row that outlives a process killed while it held it, and everybody after would wait for ever.</summary>
    private static async Task ReleaseOldLockAsync(CoalitionDb db, CancellationToken cancel)
    {
        if (!db.Database.IsSqlite() || !await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").AnyAsync(count => count > 0, cancel))
        {
            return;
        }

        await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock WHERE datetime(Timestamp) < datetime('now', '-2 minutes')", cancel);
    }
}

/// <summary>Opens a store of one's own, for work outside a request: a circuit's button, a job, a stream.</summary>
public sealed class Db(Func<CoalitionDb> open)
{
    public CoalitionDb Open() => open();
}
