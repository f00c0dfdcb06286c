using Xunit;

namespace CoalitionLetters.Tests;

public sealed class ShapeTests
{
    [Fact]
    public void The_program_can_be_started_by_tests() => Assert.NotNull(typeof(Program).Assembly.EntryPoint);
}
