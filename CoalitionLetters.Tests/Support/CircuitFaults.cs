using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoalitionLetters.Tests.Support;

/// <summary>Says in the run's output why an open page of the desk broke down; the browser itself is told only that it did.</summary>
internal sealed class CircuitFaults : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => categoryName.StartsWith("Microsoft.AspNetCore.Components.Server.Circuits", StringComparison.Ordinal) ? this : NullLogger.Instance;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Console.WriteLine($"A page broke down in {Xunit.TestContext.Current.Test?.TestDisplayName}: {formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }
}
