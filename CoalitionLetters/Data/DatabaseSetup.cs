using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Data;

/// <summary>Chooses the engine, and brings its tables up to date at start.</summary>
public static class DatabaseSetup
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var settings = DatabaseSettings.From(builder.Configuration);
        builder.Services.AddSingleton(settings);

        if (settings.Provider == DatabaseProvider.Postgres)
        {
            builder.Services.AddDbContextFactory<PostgresDb>(options => options.UseNpgsql(settings.ConnectionString));
            builder.Services.AddScoped<CoalitionDb>(services => services.GetRequiredService<IDbContextFactory<PostgresDb>>().CreateDbContext());
            builder.Services.AddSingleton<Db>(services => new Db(services.GetRequiredService<IDbContextFactory<PostgresDb>>().CreateDbContext));
        }
        else
        {
            builder.Services.AddDbContextFactory<SqliteDb>(options => options.UseSqlite(settings.ConnectionString).AddInterceptors(new SqliteDurability()));
            builder.Services.AddScoped<CoalitionDb>(services => services.GetRequiredService<IDbContextFactory<SqliteDb>>().CreateDbContext());
            builder.Services.AddSingleton<Db>(services => new Db(services.GetRequiredService<IDbContextFactory<SqliteDb>>().CreateDbContext));
        }
    }

    /// <summary>Applies the engine's migrations; EF Core's own lock lets one of several starting nodes do it.</summary>
    public static async Task PrepareDatabaseAsync(this IHost app, CancellationToken cancel = default)
    {
        var settings = app.Services.GetRequiredService<DatabaseSettings>();
        if (settings.Provider == DatabaseProvider.Sqlite)
        {
            var file = new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        }

        await using var db = app.Services.GetRequiredService<Db>().Open();
        await BringUpToDateAsync(db, cancel);
    }

    /// <summary>Makes the tables, or changes them to this version's.</summary>
    public static async Task BringUpToDateAsync(CoalitionDb db, CancellationToken cancel = default)
    {
        if (db.Database.GetMigrations().Any())
        {
            await db.Database.MigrateAsync(cancel);
        }
        else
        {
            await db.Database.EnsureCreatedAsync(cancel);
        }
    }
}

/// <summary>Opens a store of one's own, for work outside a request: a circuit's button, a job, a stream.</summary>
public sealed class Db(Func<CoalitionDb> open)
{
    public CoalitionDb Open() => open();
}
