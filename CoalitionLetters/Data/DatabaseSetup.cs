using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
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

    /// <summary>Applies the engine's migrations; a lock lets one of several starting nodes do it.</summary>
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
        if (db.Database.IsNpgsql())
        {
            await MakeDatabaseAsync(db, cancel);
        }

        if (!(await db.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            return;
        }

        if (db.Database.IsSqlite())
        {
            using var alone = await AloneAsync(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource, cancel);
            await ReleaseLeftLockAsync(db, cancel);
            await db.Database.MigrateAsync(cancel);
        }
        else
        {
            await MigrateAloneAsync(db, cancel);
        }
    }

    /// <summary>
    /// The migrations' lock stands in the database, so it cannot keep two starting nodes from making that at once. Their own table is made here too: asked for migrations
    /// without it, the store would print faults that are none.
    /// </summary>
    private static async Task MakeDatabaseAsync(CoalitionDb db, CancellationToken cancel)
    {
        var database = db.GetService<IRelationalDatabaseCreator>();
        try
        {
            if (!await database.ExistsAsync(cancel))
            {
                await database.CreateAsync(cancel);
            }
        }
        catch (PostgresException there) when (there.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another node was first.
        }

        if (!await database.HasTablesAsync(cancel))
        {
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancel);
        }
    }

    /// <summary>Waits until no other process of this machine changes the tables of the file. The system ends this lock with the process that holds it.</summary>
    private static async Task<FileStream> AloneAsync(string file, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new FileStream($"{file}.starting", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException taken) when (taken is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
            {
                await Task.Delay(50, cancel);
            }
        }
    }

    /// <summary>Waits until no other node changes the tables, because EF Core lets its own lock go between one migration and the next. The server ends this one with the connection.</summary>
    private static async Task MigrateAloneAsync(CoalitionDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
            await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_lock(hashtext('CoalitionLetters'))", cancel);
            await db.Database.MigrateAsync(cancel);
        }
        finally
        {
            if (db.Database.GetDbConnection().State == ConnectionState.Open)
            {
                await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_unlock_all()", CancellationToken.None);
            }

            db.Database.SetCommandTimeout(null);
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>EF Core's own lock is a row on SQLite. It outlives a process that was killed while it held it, and everybody after would wait for ever.</summary>
    private static async Task ReleaseLeftLockAsync(CoalitionDb db, CancellationToken cancel)
    {
        if (await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancel) > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", cancel);
        }
    }
}

/// <summary>Opens a store of one's own, for work outside a request: a circuit's button, a job, a stream.</summary>
public sealed class Db(Func<CoalitionDb> open)
{
    public CoalitionDb Open() => open();
}
