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
    [InlineData("Всеобщая конфедерация", "und-Cyrl")]
    [InlineData("الاتحاد العربي", "und-Arab")]
    [InlineData("मज़दूर संघ", "und-Deva")]
    [InlineData("全国总工会", "und-Hani")]
    public void Letters_that_several_languages_share_tell_the_script(string text, string language)
    {
        Assert.Equal(language, ScriptLanguages.LanguageOf(text));
    }

    [Theory]
    [InlineData(0, "ja", "日本", "の", "労働組合")]
    [InlineData(2, "ja", "日本", "の", "労働組合")]
    [InlineData(1, "ko", "한국 ", "勞動")]
    [InlineData(0, "und-Hani", "全国总工会 ", "and ", "ユニオン")]
    [InlineData(0, "und-Hani", "中文, ", "한국어")]
    [InlineData(1, null, "日本 ", "ACFTU")]
    public void Chinese_characters_are_of_the_language_beside_them(int index, string? language, params string[] stretches)
    {
        Assert.Equal(language, ScriptLanguages.LanguageOf(stretches, index));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2018")]
    [InlineData("Confédération du travail")]
    [InlineData("ไทย AFL-CIO")]
    [InlineData("Σύνδεσμος ไทย")]
    public void Latin_letters_and_several_scripts_tell_none(string text)
    {
        Assert.Null(ScriptLanguages.LanguageOf(text));
    }
}
