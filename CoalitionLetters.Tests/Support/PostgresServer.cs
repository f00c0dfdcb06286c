using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace CoalitionLetters.Tests.Support;

/// <summary>A throw-away PostgreSQL server on a free loopback port, started by the first test that needs one, stopped with the run.</summary>
public sealed class PostgresServer
{
    private static readonly Lazy<Task<PostgresServer>> Started = new(StartAsync);

    private readonly int port;
    private readonly Process process;

    private PostgresServer(int port, Process process) => (this.port, this.process) = (port, process);

    public static Task<PostgresServer> Shared => Started.Value;

    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={port};Username=letters;Database={database};Maximum Pool Size=20;Connection Idle Lifetime=5;Connection Pruning Interval=1;Include Error Detail=true";

    public async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public static void Stop()
    {
        if (Started.IsValueCreated && Started.Value.IsCompletedSuccessfully)
        {
            // Its children end by themselves when they miss it. Nobody waits: a runtime that is ending does not see its children end.
            Started.Value.Result.process.Kill();
        }
    }

    private static async Task<PostgresServer> StartAsync()
    {
        var binaries = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin/";
        var data = Path.Combine(TestStore.Folder, "postgres");
        Directory.CreateDirectory(data);
        var port = FreePort();

        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL refuses to run as root, and its own user must be able to reach its folder.
            await Process.Start("chmod", ["a+x", TestStore.Folder]).WaitForExitAsync();
            await Process.Start("chown", ["postgres", data]).WaitForExitAsync();
        }

        await RunToEndAsync(binaries + "initdb", "-D", data, "-U", "letters", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        var process = Start(binaries + "postgres", "-D", data, "-p", $"{port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
            "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=1000", "-c", "log_min_messages=fatal");
        var server = new PostgresServer(port, process);
        await server.AnswersAsync();
        return server;
    }

    private async Task AnswersAsync()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await RunAsync("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (tries < 100)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task RunToEndAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }

    private static Process Start(string program, params string[] arguments)
    {
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.WorkingDirectory = "/";
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
