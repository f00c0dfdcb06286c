namespace CoalitionLetters.Web;

/// <summary>
/// One question that many ask at the same time, answered for all of them together. Nobody gets an answer that was begun before
/// they asked, so what was saved before the question is always in the answer; and there is never more than one under way.
/// </summary>
public sealed class SharedQuestion<T>(Func<Task<T>> ask)
{
    private readonly Lock gate = new();
    private Task<T>? running;
    private Task<T>? next;

    public Task<T> AskAsync()
    {
        lock (gate)
        {
            if (running is null)
            {
                return running = AnswerAsync(null);
            }

            return next ??= AnswerAsync(running);
        }
    }

    private async Task<T> AnswerAsync(Task<T>? before)
    {
        if (before is not null)
        {
            await Task.WhenAny(before);
            lock (gate)
            {
                running = next;
                next = null;
            }
        }
        else
        {
            await Task.Yield();
        }

        try
        {
            return await ask();
        }
        finally
        {
            lock (gate)
            {
                if (next is null)
                {
                    running = null;
                }
            }
        }
    }
}
