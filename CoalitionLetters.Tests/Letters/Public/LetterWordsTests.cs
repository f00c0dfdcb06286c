using CoalitionLetters.Letters.Public;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Public;

public sealed class LetterWordsTests
{
    [Theory]
    [InlineData("en", 93, "National", "93 national")]
    [InlineData("en", 1, "National", "1 national")]
    [InlineData("en", 5, "Other organizations", "5 other organizations")]
    [InlineData("en", 1, "Other organizations", "Other organizations: 1")]
    [InlineData("es", 1, "Nacionales", "Nacionales: 1")]
    public void One_of_a_part_is_never_said_as_several(string language, int count, string heading, string said)
    {
        Assert.Equal(said, new LetterWords(language).Part(count, heading));
    }
}
