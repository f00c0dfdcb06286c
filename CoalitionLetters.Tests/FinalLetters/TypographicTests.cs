using CoalitionLetters.FinalLetters;
using Xunit;

namespace CoalitionLetters.Tests.FinalLetters;

public sealed class TypographicTests
{
    [Theory]
    [InlineData("the \"zero tolerance\" rule", "the “zero tolerance” rule")]
    [InlineData("members' hands, America's", "members’ hands, America’s")]
    [InlineData("(\"so\") 'it' was in '96", "(“so”) ‘it’ was in ’96")]
    [InlineData("plain", "plain")]
    public void Straight_marks_become_curly(string plain, string curly)
    {
        Assert.Equal(curly, Typographic.Quotes(plain));
    }

    [Fact]
    public void Dates_are_written_out_in_the_letters_language()
    {
        var day = new DateOnly(2018, 6, 14);

        Assert.Equal("June 14, 2018", LetterWords.In("en").Date(day));
        Assert.Equal("14 de junio de 2018", LetterWords.In("es").Date(day));
        Assert.Equal("1,199", LetterWords.In("en").Number(1199));
        Assert.Equal("1.199", LetterWords.In("es").Number(1199));
    }
}
