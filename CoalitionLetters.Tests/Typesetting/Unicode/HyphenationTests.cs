using CoalitionLetters.Typesetting.Unicode;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Unicode;

public class HyphenationTests
{
    [Theory]
    [InlineData("hyphenation", "hy-phen-ation")]
    [InlineData("computer", "com-puter")]
    [InlineData("Representatives", "Rep-re-sen-ta-tives")]
    [InlineData("associate", "as-so-ciate")]
    [InlineData("project", "project")]
    [InlineData("Democrats", "Dem-o-crats")]
    [InlineData("water", "wa-ter")]
    [InlineData("able", "able")]
    public void English_words_divide_between_syllables(string word, string expected)
    {
        Assert.Equal(expected, Divided(word, "en-US"));
    }

    [Theory]
    [InlineData("organizaciones", "or-ga-ni-za-cio-nes")]
    [InlineData("constitución", "cons-ti-tu-ción")]
    [InlineData("carretera", "ca-rre-te-ra")]
    [InlineData("niños", "ni-ños")]
    [InlineData("señora", "se-ño-ra")]
    public void Spanish_words_divide_between_syllables(string word, string expected)
    {
        Assert.Equal(expected, Divided(word, "es-MX"));
    }

    [Theory]
    [InlineData("UNICEF", "en-US")]
    [InlineData("AmeriCorps", "en-US")]
    [InlineData("government2", "en-US")]
    [InlineData("info@example", "en-US")]
    [InlineData("Regierungen", "de")]
    [InlineData("правительство", "en-US")]
    [InlineData("", "en-US")]
    public void Acronyms_addresses_and_other_languages_stay_whole(string word, string language)
    {
        Assert.Empty(Hyphenation.Points(word, language));
    }

    private static string Divided(string word, string language)
    {
        var points = Hyphenation.Points(word, language);
        return string.Concat(word.Select((letter, i) => points.Contains(i) ? $"-{letter}" : $"{letter}"));
    }
}
