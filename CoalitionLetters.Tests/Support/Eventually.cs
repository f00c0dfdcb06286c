using Xunit;

namespace CoalitionLetters.Tests.Support;

/// <summary>Waits for what happens by itself.</summary>
public static class Eventually
{
    public static Task HoldsAsync(Func<bool> condition, TimeSpan within) => HoldsAsync(() => Task.FromResult(condition()), within);

    public static async Task HoldsAsync(Func<Task<bool>> condition, TimeSpan within)
    {
        var until = DateTime.UtcNow + within;
        while (!await condition())
        {
            Assert.True(DateTime.UtcNow < until, $"It did not happen within {within.TotalSeconds} seconds.");
            await Task.Delay(20);
        }
    }
}
