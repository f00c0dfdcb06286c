using CoalitionLetters.Letters;
using Xunit;

namespace CoalitionLetters.Tests.Letters;

public sealed class ClosingsTests
{
    [Theory]
    [InlineData("es", "Sincerely,", "Atentamente,")]
    [InlineData("en", "Atentamente,", "Sincerely,")]
    [InlineData("es", "Con respeto,", "Con respeto,")]
    [InlineData("en", "In solidarity,", "In solidarity,")]
    [InlineData("es", null, null)]
    public void The_usual_closing_follows_the_language_and_one_of_ones_own_stays(string language, string? closing, string? kept) =>
        Assert.Equal(kept, Closings.In(language, closing));
}
