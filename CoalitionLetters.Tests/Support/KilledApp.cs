using System.Diagnostics;

namespace CoalitionLetters.Tests.Support;

/// <summary>The app as a process of its own over the store of a test, to be killed without warning and started again.</summary>
public sealed class KilledApp(IReadOnlyDictionary<string, string?> settings, int port) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Process? process;
    private long backAt = long.MaxValue;

    /// <summary>Whether it was away at some time since this <see cref="Stopwatch.GetTimestamp"/>, so that no answer is to be expected.</summary>
    public bool WasAwaySince(long timestamp) => Interlocked.Read(ref backAt) >= timestamp;

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        start.ArgumentList.Add($"--urls=http://127.0.0.1:{port}");
        foreach (var (key, value) in settings)
        {
            start.ArgumentList.Add($"--{key}={value}");
        }

        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var http = new HttpClient();
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync($"http://127.0.0.1:{port}/health");
                Interlocked.Exchange(ref backAt, Stopwatch.GetTimestamp());
                return;
            }
            catch (HttpRequestException) when (!process.HasExited && waited.Elapsed < Patience)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>SIGKILL: nothing is flushed, nobody is told.</summary>
    public async Task KillAsync()
    {
        Interlocked.Exchange(ref backAt, long.MaxValue);
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await KillAsync();
        }
    }
}
