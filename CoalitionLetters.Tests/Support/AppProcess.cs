using System.Collections.Concurrent;
using System.Diagnostics;

namespace CoalitionLetters.Tests.Support;

/// <summary>The app as a process of its own, to be killed or refused at start. Its address and setup link are read from what it prints.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> said = [];
    private readonly ConcurrentQueue<string> complained = [];

    private AppProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Keep(said, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(complained, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public IReadOnlyCollection<string> Said => said;

    public IReadOnlyCollection<string> Complained => complained;

    public int ExitCode => process.ExitCode;

    public int Id => process.Id;

    public Uri Address => new(Printed("CoalitionLetters listens at "));

    /// <summary>The path and query of the setup link, once it listens over a store without staff.</summary>
    public string SetupLink => new Uri(Printed("Set up your coalition at ")).PathAndQuery;

    /// <summary>Starts it with these settings, in the form <c>--Mail:Port=25</c>, at a free port.</summary>
    public static AppProcess Start(IEnumerable<string> settings, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. settings])
        {
            WorkingDirectory = TestStore.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    /// <summary>Waits until it listens.</summary>
    public Task<AppProcess> ListensAsync() => SaysAsync("CoalitionLetters listens at ");

    /// <summary>Waits until it listens and has printed its setup link.</summary>
    public Task<AppProcess> SaysHowToSetUpAsync() => SaysAsync("Set up your coalition at ");

    /// <summary>Waits until it has printed a line that begins like this.</summary>
    public async Task<AppProcess> SaysAsync(string beginning)
    {
        for (var tries = 0; !said.Any(line => line.StartsWith(beginning, StringComparison.Ordinal)); tries++)
        {
            if (process.HasExited || tries > 1200)
            {
                throw new InvalidOperationException($"The app does not listen: {string.Join('\n', complained)}");
            }

            await Task.Delay(50);
        }

        return this;
    }

    /// <summary>Waits until it has ended by itself.</summary>
    public async Task<AppProcess> EndsAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await process.WaitForExitAsync(limit.Token);
        return this;
    }

    /// <summary>SIGTERM: it ends in its own way.</summary>
    public async Task StopAsync()
    {
        await Process.Start("kill", ["-TERM", $"{process.Id}"]).WaitForExitAsync();
        await EndsAsync();
    }

    /// <summary>SIGKILL: it gets no chance to finish anything.</summary>
    public void Kill() => process.Kill();

    private string Printed(string beginning) => said.First(line => line.StartsWith(beginning, StringComparison.Ordinal))[beginning.Length..];

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }
}
