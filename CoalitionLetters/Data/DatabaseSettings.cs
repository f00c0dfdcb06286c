using CoalitionLetters.Web;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CoalitionLetters.Data;

public enum DatabaseProvider { Sqlite, Postgres }

/// <summary>Which engine holds the store. Section <c>Database</c> of the settings.</summary>
/// <param name="File">The SQLite file as a full path, or null on PostgreSQL.</param>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString, string? File)
{
    public const string DefaultFile = "data/coalition-letters.db";

    /// <param name="contentRoot">The folder that a relative file name starts from.</param>
    public static DatabaseSettings From(IConfiguration configuration, string contentRoot)
    {
        var section = new SettingsSection(configuration, "Database");
        var provider = section.Text("Provider");
        var file = section.Text("File");
        var connection = section.Text("ConnectionString");
        section.Done();

        return provider?.ToLowerInvariant() switch
        {
            null or "sqlite" when connection is not null => throw new SettingException("Database:ConnectionString is for PostgreSQL. Set Database:Provider to postgres too, or remove it."),
            null or "sqlite" => Sqlite(Path.GetFullPath(file ?? DefaultFile, contentRoot)),
            "postgres" when connection is null => throw new SettingException(
                "Database:ConnectionString is missing. With Database:Provider=postgres, set it to something like \"Host=localhost;Database=letters;Username=letters\"."),
            "postgres" => new(DatabaseProvider.Postgres, Understood(section, connection), null),
            _ => throw section.Wrong("Provider", provider, "Set it to sqlite or postgres."),
        };
    }

    private static DatabaseSettings Sqlite(string file) => new(
        DatabaseProvider.Sqlite,
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30, Pooling = true }.ToString(),
        file);

    private static string Understood(SettingsSection section, string connection)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection) is { Host: not null }
                ? connection
                : throw new SettingException("Database:ConnectionString names no host. Begin it with \"Host=localhost;\".");
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidCastException)
        {
            // Not the text itself: it may hold a password.
            throw section.Wrong("ConnectionString", "…", $"It cannot be read: {fault.Message}");
        }
    }
}

/// <summary>A setting that keeps the app from starting. The message names the setting and says what to write.</summary>
public sealed class SettingException(string message) : Exception(message);
