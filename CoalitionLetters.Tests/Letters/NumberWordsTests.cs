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

    [Theory]
    [InlineData(1, Counted.Masculine, "un")]
    [InlineData(1, Counted.Feminine, "una")]
    [InlineData(21, Counted.Masculine, "veintiún")]
    [InlineData(21, Counted.Feminine, "veintiuna")]
    [InlineData(31, Counted.Feminine, "treinta y una")]
    [InlineData(100, Counted.Feminine, "cien")]
    [InlineData(101, Counted.Masculine, "ciento un")]
    [InlineData(101, Counted.Feminine, "ciento una")]
    [InlineData(216, Counted.Feminine, "doscientas dieciséis")]
    [InlineData(521, Counted.Masculine, "quinientos veintiún")]
    [InlineData(500, Counted.Feminine, "quinientas")]
    [InlineData(1_000, Counted.Feminine, "mil")]
    [InlineData(21_301, Counted.Masculine, "veintiún mil trescientos un")]
    [InlineData(200_701, Counted.Feminine, "doscientas mil setecientas una")]
    [InlineData(201_000_200, Counted.Feminine, "doscientos un millones doscientas")]
    public void Spanish_agrees_with_what_it_counts(int number, Counted before, string words) => Assert.Equal(words, NumberWords.Of(number, "es", before));

    [Fact]
    public void English_has_one_form() => Assert.Equal("twenty-one", NumberWords.Of(21, "en", Counted.Feminine));
}
