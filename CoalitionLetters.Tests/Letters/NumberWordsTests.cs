using CoalitionLetters.Letters;
using Xunit;

namespace CoalitionLetters.Tests.Letters;

public sealed class NumberWordsTests
{
    [Theory]
    [InlineData(0, "zero")]
    [InlineData(1, "one")]
    [InlineData(13, "thirteen")]
    [InlineData(21, "twenty-one")]
    [InlineData(100, "one hundred")]
    [InlineData(113, "one hundred thirteen")]
    [InlineData(1001, "one thousand one")]
    [InlineData(12_345, "twelve thousand three hundred forty-five")]
    [InlineData(2_000_000, "two million")]
    public void English(int number, string words) => Assert.Equal(words, NumberWords.Of(number, "en"));

    [Theory]
    [InlineData(0, "cero")]
    [InlineData(16, "dieciséis")]
    [InlineData(21, "veintiuno")]
    [InlineData(31, "treinta y uno")]
    [InlineData(100, "cien")]
    [InlineData(113, "ciento trece")]
    [InlineData(500, "quinientos")]
    [InlineData(1000, "mil")]
    [InlineData(21_000, "veintiún mil")]
    [InlineData(31_101, "treinta y un mil ciento uno")]
    [InlineData(1_000_000, "un millón")]
    public void Spanish(int number, string words) => Assert.Equal(words, NumberWords.Of(number, "es"));
}
