using Microsoft.Data.Sqlite;

namespace CoalitionLetters.Data;

public enum DatabaseProvider { Sqlite, Postgres }

/// <summary>Which engine holds the store. Section <c>Database</c> of the settings.</summary>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
    public static DatabaseSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Database");
        var provider = section["Provider"] ?? "sqlite";
        return provider.ToLowerInvariant() switch
        {
            "sqlite" => new(DatabaseProvider.Sqlite, Sqlite(section["File"] ?? "data/coalition-letters.db")),
            "postgres" => new(DatabaseProvider.Postgres, section["ConnectionString"] ?? throw new SettingException(
                "Database:ConnectionString is missing. With Database:Provider=postgres, set it to something like \"Host=localhost;Database=letters;Username=letters\".")),
            _ => throw new SettingException($"Database:Provider is \"{provider}\". Set it to sqlite or postgres."),
        };
    }

    private static string Sqlite(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30, Pooling = true }.ToString();
}

/// <summary>A setting that keeps the app from starting. The message names the setting and says what to write.</summary>
public sealed class SettingException(string message) : Exception(message);
