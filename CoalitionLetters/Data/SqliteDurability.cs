using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoalitionLetters.Data;

/// <summary>
/// An acknowledged signature is on disk: write-ahead log, and every commit waits for the disk. Readers never wait for a writer,
/// and a writer waits for one of another process by asking again.
/// </summary>
internal sealed class SqliteDurability : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA foreign_keys=ON;";
    private const string ReadingPragmas = "PRAGMA busy_timeout=30000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = PragmasFor(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = PragmasFor(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // EF Core looks whether the file exists through a read-only connection, which cannot turn the log on: a restored backup has none yet.
    private static string PragmasFor(DbConnection connection) =>
        connection.ConnectionString.Contains("Mode=ReadOnly", StringComparison.OrdinalIgnoreCase) ? ReadingPragmas : Pragmas;
}
