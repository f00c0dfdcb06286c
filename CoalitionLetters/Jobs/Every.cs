namespace CoalitionLetters.Jobs;

/// <summary>Work that is done by itself. It finds in the store what is due, so it may run late, twice, or not at all for a while.</summary>
public interface IJob
{
    Task RunAsync(CancellationToken cancel);
}

/// <summary>A job and the pause between its runs.</summary>
/// <param name="OnEachNode">Several nodes may run it side by side, because it claims its own pieces of work.</param>
public sealed record Every(Type Job, TimeSpan Pause, bool OnEachNode = false)
{
    public string Name => Job.Name;

    /// <summary>Run by one node at a time.</summary>
    public static Every Minutes<TJob>(int minutes) where TJob : class, IJob => new(typeof(TJob), TimeSpan.FromMinutes(minutes));

    /// <inheritdoc cref="Minutes{TJob}"/>
    public static Every Seconds<TJob>(int seconds) where TJob : class, IJob => new(typeof(TJob), TimeSpan.FromSeconds(seconds));

    public Every AlongsideOthers() => this with { OnEachNode = true };
}
