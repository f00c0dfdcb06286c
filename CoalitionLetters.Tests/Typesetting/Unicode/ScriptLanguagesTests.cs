using CoalitionLetters.Typesetting.Unicode;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Unicode;

public sealed class ScriptLanguagesTests
{
    [Theory]
    [InlineData("Σύνδεσμος Εργατών", "el")]
    [InlineData("האגודה לזכויות האזרח", "he")]
    [InlineData("한국노동조합총연맹 (2018)", "ko")]
    [InlineData("日本のユニオン", "ja")]
    [InlineData("ไทยเพื่อแรงงาน", "th")]
    [InlineData("Հայաստանի արհմիություն", "hy")]
    public void Letters_of_one_language_tell_it(string text, string language)
    {
        Assert.Equal(language, ScriptLanguages.LanguageOf(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2018")]
    [InlineData("Confédération du travail")]
    [InlineData("Всеобщая конфедерация")]
    [InlineData("الاتحاد العربي")]
    [InlineData("全国总工会")]
    [InlineData("ไทย AFL-CIO")]
    [InlineData("Σύνδεσμος ไทย")]
    public void Letters_of_several_languages_tell_none(string text)
    {
        Assert.Null(ScriptLanguages.LanguageOf(text));
    }
}
