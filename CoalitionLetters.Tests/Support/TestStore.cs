using CoalitionLetters.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(CoalitionLetters.Tests.Support.RunEnd))]

namespace CoalitionLetters.Tests.Support;

/// <summary>
/// Fresh stores of the engine named by <c>TEST_DATABASE</c> (sqlite, the default, or postgres). The tables are made once in a
/// run; every store after that is a copy.
/// </summary>
public static class TestStore
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private static readonly Lazy<Task> PostgresTemplate = new(MakePostgresTemplateAsync);
    private static readonly SemaphoreSlim OneCopyAtATime = new(1);

    // Identity asks its options which tables there are; the app's own say the same.
    private static readonly ServiceProvider WithPasskeys =
        new ServiceCollection().Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3).BuildServiceProvider();

    public static bool OnPostgres { get; } = Environment.GetEnvironmentVariable("TEST_DATABASE") == "postgres";

    /// <summary>A folder of this run, removed at its end.</summary>
    public static string Folder { get; } = MakeFolder();

    /// <summary>The settings that point the app at a fresh store.</summary>
    public static async Task<Dictionary<string, string?>> FreshAsync() => OnPostgres
        ? new() { ["Database:Provider"] = "postgres", ["Database:ConnectionString"] = await FreshPostgresAsync() }
        : new() { ["Database:File"] = await FreshSqliteAsync() };

    /// <summary>The settings that point the app at a store that nobody has made yet: no file, no database.</summary>
    public static async Task<Dictionary<string, string?>> NoneYetAsync()
    {
        var name = $"n{Guid.NewGuid():N}";
        return OnPostgres
            ? new() { ["Database:Provider"] = "postgres", ["Database:ConnectionString"] = (await PostgresServer.Shared).ConnectionString(name) }
            : new() { ["Database:File"] = Path.Combine(Folder, $"{name}.db") };
    }

    private static async Task<string> FreshSqliteAsync()
    {
        var file = Path.Combine(Folder, $"{Guid.NewGuid():N}.db");
        File.Copy(await SqliteTemplate.Value, file);
        return file;
    }

    private static async Task<string> FreshPostgresAsync()
    {
        var server = await PostgresServer.Shared;
        await PostgresTemplate.Value;
        var name = $"t{Guid.NewGuid():N}";

        // PostgreSQL lets nobody else use a template while it is copied.
        await OneCopyAtATime.WaitAsync();
        try
        {
            await server.RunAsync($"CREATE DATABASE {name} TEMPLATE ready");
        }
        finally
        {
            OneCopyAtATime.Release();
        }

        return server.ConnectionString(name);
    }

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var file = Path.Combine(Folder, "template.db");
        var connection = $"Data Source={file};Pooling=False";
        await using (var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(connection).UseApplicationServiceProvider(WithPasskeys).Options))
        {
            await DatabaseSetup.BringUpToDateAsync(db);
        }

        // One file, without a log beside it.
        await using var sqlite = new SqliteConnection(connection);
        await sqlite.OpenAsync();
        await using var command = sqlite.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE;";
        await command.ExecuteNonQueryAsync();
        return file;
    }

    private static async Task MakePostgresTemplateAsync()
    {
        var server = await PostgresServer.Shared;
        await server.RunAsync("CREATE DATABASE ready");
        await using var db = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(server.ConnectionString("ready") + ";Pooling=false").UseApplicationServiceProvider(WithPasskeys).Options);
        await DatabaseSetup.BringUpToDateAsync(db);
    }

    private static string MakeFolder()
    {
        // Also where a run is broken off; otherwise RunEnd has done it, in time for the runner to see a quick end.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => PostgresServer.Stop();
        return Directory.CreateTempSubdirectory("coalition-tests-").FullName;
    }

    internal static void Clear()
    {
        NpgsqlConnection.ClearAllPools();
        SqliteConnection.ClearAllPools();
        PostgresServer.Stop();
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A killed child may still be writing; the system clears its temporary folder.
        }
    }
}

/// <summary>Clears up when the last test has ended and before the runner goes: it takes a process that ends slowly for a broken one.</summary>
public sealed class RunEnd : IDisposable
{
    public void Dispose() => TestStore.Clear();
}
