using System.Threading.Channels;

namespace CoalitionLetters.Data;

/// <summary>
/// Commits small pieces of work that arrive together in one transaction, and answers each caller only when the disk has it.
/// A disk that commits 360 rows one by one a second commits thousands in groups.
/// </summary>
/// <typeparam name="TWork">What a caller wants written.</typeparam>
/// <typeparam name="TAnswer">What the caller is told once it is on disk.</typeparam>
public sealed class GroupCommit<TWork, TAnswer> : IAsyncDisposable
{
    private const int MostInAGroup = 64;
    private const int MostWaiting = 2000;

    private readonly IServiceScopeFactory scopes;
    private readonly Func<IServiceProvider, IReadOnlyList<TWork>, Task<IReadOnlyList<TAnswer>>> write;
    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(MostWaiting);
    private readonly Task worker;

    /// <param name="scopes">Gives each group a store of its own.</param>
    /// <param name="write">Writes a group through the store of the given scope and returns an answer for each, in order. It runs inside a transaction.</param>
    public GroupCommit(IServiceScopeFactory scopes, Func<IServiceProvider, IReadOnlyList<TWork>, Task<IReadOnlyList<TAnswer>>> write)
    {
        this.scopes = scopes;
        this.write = write;
        worker = Task.Run(WorkAsync);
    }

    /// <exception cref="RuleBrokenException">The work itself broke a rule; the others of its group are not affected.</exception>
    public async Task<TAnswer> RunAsync(TWork work, CancellationToken cancel = default)
    {
        var waiting = new Waiting(work);
        await queue.Writer.WriteAsync(waiting, cancel);
        return await waiting.Answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await worker;
    }

    private async Task WorkAsync()
    {
        var group = new List<Waiting>(MostInAGroup);
        while (await queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < MostInAGroup && queue.Reader.TryRead(out var next))
            {
                group.Add(next);
            }

            await WriteAsync(group);
        }
    }

    private async Task WriteAsync(List<Waiting> group)
    {
        try
        {
            var answers = await CommitAsync([.. group.Select(waiting => waiting.Work)]);
            for (var i = 0; i < group.Count; i++)
            {
                group[i].Answer.SetResult(answers[i]);
            }
        }
        catch (Exception e) when (group.Count == 1)
        {
            group[0].Answer.SetException(e);
        }
        catch (Exception)
        {
            // One of them broke a rule, or met another node's row: each alone then, so that only the guilty one is refused.
            foreach (var waiting in group)
            {
                await WriteAsync([waiting]);
            }
        }
    }

    private async Task<IReadOnlyList<TAnswer>> CommitAsync(IReadOnlyList<TWork> works)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CoalitionDb>();
        return await db.InTransactionAsync(() => write(scope.ServiceProvider, works));
    }

    private sealed record Waiting(TWork Work)
    {
        // A caller's continuation must not run on the worker: it would hold up the next group.
        public TaskCompletionSource<TAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
