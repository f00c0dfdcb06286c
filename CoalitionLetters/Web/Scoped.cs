namespace CoalitionLetters.Web;

/// <summary>
/// Runs a story in a scope of its own. A circuit lives for hours; a button in it must not share a store with the button pressed
/// before: <c>await Scoped.RunAsync&lt;SignLetter&gt;(story => story.RunAsync(letter, form))</c>.
/// </summary>
public sealed class Scoped(IServiceScopeFactory scopes)
{
    public async Task RunAsync<TStory>(Func<TStory, Task> work) where TStory : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TStory>());
    }

    public async Task<TResult> RunAsync<TStory, TResult>(Func<TStory, Task<TResult>> work) where TStory : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TStory>());
    }
}
