using System.Collections.Concurrent;
using System.Threading.Channels;
using CoalitionLetters.Web;

namespace CoalitionLetters.Jobs;

/// <summary>Wakes a job on this node before its time, because there is work for it.</summary>
public sealed class JobSignals
{
    private readonly ConcurrentDictionary<Type, Channel<bool>> signals = [];

    public void Wake<TJob>() where TJob : IJob => SignalOf(typeof(TJob)).Writer.TryWrite(true);

    /// <summary>True when woken, false when the pause went by.</summary>
    internal async Task<bool> WaitAsync(Type job, TimeSpan pause, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(pause);
        try
        {
            return await SignalOf(job).Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    private Channel<bool> SignalOf(Type job) =>
        signals.GetOrAdd(job, _ => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }));
}

/// <summary>Runs the schedule, each job in a loop and a scope of its own. A job that fails is logged and tried at its next time.</summary>
internal sealed partial class JobRunner(IServiceScopeFactory scopes, JobLeases leases, JobSignals signals, IReadOnlyList<Every> schedule, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await leases.MakeRowsAsync(schedule.Where(every => !every.OnEachNode).Select(every => every.Name), stoppingToken);
        await Task.WhenAll(schedule.Select(every => LoopAsync(every, stoppingToken)));
    }

    private async Task LoopAsync(Every every, CancellationToken cancel)
    {
        var woken = false;
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await (every.OnEachNode ? RunAsync(every, cancel) : RunLeasedAsync(every, woken, cancel));
                woken = await signals.WaitAsync(every.Job, every.OnEachNode || every.Pause < LookAgain ? every.Pause : LookAgain, cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // The store may be away for a while; the loop must outlive that.
                Failed(fault, every.Name);
                await Task.Delay(LookAgain, cancel).ContinueWith(_ => { }, CancellationToken.None);
            }
        }
    }

    private async Task RunLeasedAsync(Every every, bool woken, CancellationToken cancel)
    {
        if (!await leases.TakeAsync(every.Name, woken, cancel))
        {
            return;
        }

        string? fault = null;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var renewing = RenewAsync(every.Name, ended.Token);
        try
        {
            await RunAsync(every, cancel);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            Failed(broken, every.Name);
            fault = broken.Message.Length <= 500 ? broken.Message : broken.Message[..500];
        }
        finally
        {
            await ended.CancelAsync();
            await renewing;
            await leases.GiveBackAsync(every.Name, every.Pause, fault, CancellationToken.None);
        }
    }

    private async Task RunAsync(Every every, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await ((IJob)ActivatorUtilities.GetServiceOrCreateInstance(scope.ServiceProvider, every.Job)).RunAsync(cancel);
    }

    private async Task RenewAsync(string name, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(JobLeases.Length / 4);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
            {
                await leases.RenewAsync(name, ended);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    [LoggerMessage(LogLevel.Error, "The job {Job} failed; it will be tried again.")]
    private partial void Failed(Exception fault, string job);
}

public static class JobSetup
{
    public static void AddJobs(this WebApplicationBuilder builder, IReadOnlyList<Every> schedule)
    {
        var section = new SettingsSection(builder.Configuration, "Jobs");
        var run = section.Switch("Run", true);
        section.Done();

        builder.Services.AddSingleton(schedule);
        builder.Services.AddSingleton<JobSignals>();
        builder.Services.AddSingleton<JobLeases>();
        if (run)
        {
            builder.Services.AddHostedService<JobRunner>();
        }
    }
}
