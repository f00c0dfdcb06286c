using System.Text;

namespace CoalitionLetters.Typesetting.Unicode;

/// <summary>Languages that are known by their letters alone, so that text can be read aloud in its own.</summary>
public static class ScriptLanguages
{
    private const int FirstOfOtherLetters = 0x370;
    private static readonly string[] Undetermined = [.. Enum.GetValues<Script>().Select(script => $"und-{Scripts.TagOf(script)}")];

    /// <returns>
    /// A BCP 47 tag where all letters are of one script other than Latin: of the language that is commonly written in it; where several are, as in
    /// Cyrillic, of an undetermined language in that script, and so for Chinese characters alone, which may be Japanese. Null for Latin and for several scripts.
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
            if (script == Script.Han)
            {
                hasIdeographs = true;
            }
            else if (script is not (Script.Common or Script.Inherited))
            {
                var its = LanguageOf(script);
                if (its is null || (language is not null && its != language))
                {
                    return null;
                }

                language = its;
            }
        }

        return !hasIdeographs || language is "ja" or "ko" ? language : language is null ? LanguageOf(Script.Han) : null;
    }

    /// <summary>The language of one of several stretches of text that follow each other: Chinese characters beside Japanese or Korean letters are of those languages.</summary>
    public static string? LanguageOf(IReadOnlyList<string> stretches, int index)
    {
        var ideographs = Undetermined[(int)Script.Han];
        var language = LanguageOf(stretches[index]);
        return language != ideographs ? language : Beside(1) ?? Beside(-1) ?? language;

        string? Beside(int step)
        {
            for (var at = index; at + step >= 0 && at + step < stretches.Count; at += step)
            {
                // What a comma parts may be a list of names in several languages.
                if (stretches[Math.Min(at, at + step)].TrimEnd() is [.., ',' or ';' or '.' or ':' or '/'])
                {
                    return null;
                }

                var its = LanguageOf(stretches[at + step]);
                if (its != ideographs)
                {
                    return its is "ja" or "ko" ? its : null;
                }
            }

            return null;
        }
    }

    private static string? LanguageOf(Script script) => script switch
    {
        Script.Latin or Script.Unknown => null,
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
        _ => Undetermined[(int)script],
    };
}
