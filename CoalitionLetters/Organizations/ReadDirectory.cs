using System.Data.Common;

namespace CoalitionLetters.Organizations;

/// <summary>Reads the directory into memory when the app has started, so that nobody waits for it at the desk.</summary>
internal sealed partial class ReadDirectory(OrganizationDirectory directory, ILogger<ReadDirectory> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The start does not wait for it.
        await Task.Yield();
        try
        {
            await directory.AllAsync(stoppingToken);
        }
        catch (DbException fault)
        {
            NotRead(fault);
        }
        catch (OperationCanceledException)
        {
            // The app stops before it has read everything.
        }
    }

    [LoggerMessage(LogLevel.Warning, "The directory of organizations could not be read at start; whoever asks first reads it.")]
    private partial void NotRead(Exception fault);
}
