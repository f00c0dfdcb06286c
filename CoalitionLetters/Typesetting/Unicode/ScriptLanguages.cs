using System.Text;

namespace CoalitionLetters.Typesetting.Unicode;

/// <summary>Languages that are known by their letters alone, so that a name can be read aloud in its own.</summary>
public static class ScriptLanguages
{
    private const int FirstOfOtherLetters = 0x370;

    /// <returns>
    /// A BCP 47 tag where all letters are of a script that one language is commonly written in; null where several are (Latin, Cyrillic,
    /// Arabic, Devanagari, Ethiopic), and for Chinese characters alone, which may be Japanese.
    /// </returns>
    public static string? LanguageOf(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAnyInRange((char)FirstOfOtherLetters, char.MaxValue) < 0)
        {
            return null;
        }

        string? language = null;
        var hasIdeographs = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune))
            {
                continue;
            }

            var script = Scripts.Of(rune.Value);
            var its = LanguageOf(script);
            if (script == Script.Han)
            {
                hasIdeographs = true;
            }
            else if (script != Script.Common && (its is null || (language is not null && its != language)))
            {
                return null;
            }
            else
            {
                language = its ?? language;
            }
        }

        return hasIdeographs && language is not ("ja" or "ko") ? null : language;
    }

    private static string? LanguageOf(Script script) => script switch
    {
        Script.Greek => "el",
        Script.Armenian => "hy",
        Script.Georgian => "ka",
        Script.Hebrew => "he",
        Script.Thai => "th",
        Script.Lao => "lo",
        Script.Khmer => "km",
        Script.Hangul => "ko",
        Script.Hiragana or Script.Katakana => "ja",
        Script.Gujarati => "gu",
        Script.Gurmukhi => "pa",
        Script.Tamil => "ta",
        Script.Telugu => "te",
        Script.Kannada => "kn",
        Script.Malayalam => "ml",
        Script.Sinhala => "si",
        Script.Cherokee => "chr",
        _ => null,
    };
}
