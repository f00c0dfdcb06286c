using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.Shaping.OpenType;

/// <summary>The names that OpenType has for scripts and languages (OpenType specification 1.9, script and language system tags).</summary>
internal static class OpenTypeTags
{
    public static string OfScript(Script script) => script switch
    {
        Script.Latin => "latn",
        Script.Greek => "grek",
        Script.Cyrillic => "cyrl",
        Script.Armenian => "armn",
        Script.Georgian => "geor",
        Script.Cherokee => "cher",
        Script.CanadianAboriginal => "cans",
        Script.Han => "hani",
        Script.Hiragana or Script.Katakana => "kana",
        Script.Hangul => "hang",
        Script.Bopomofo => "bopo",
        _ => "DFLT",
    };

    /// <summary>The OpenType name of a BCP 47 language; an empty text for those that are not told apart.</summary>
    public static string OfLanguage(string language)
    {
        var end = language.AsSpan().IndexOfAny('-', '_');
        return (end < 0 ? language : language[..end]).ToLowerInvariant() switch
        {
            "az" => "AZE ", "bg" => "BGR ", "ca" => "CAT ", "crh" => "CRT ", "cs" => "CSY ", "cy" => "WEL ", "da" => "DAN ",
            "de" => "DEU ", "el" => "ELL ", "en" => "ENG ", "es" => "ESP ", "et" => "ETI ", "eu" => "EUQ ", "fi" => "FIN ",
            "fr" => "FRA ", "ga" => "IRI ", "gn" => "GUA ", "haw" => "HAW ", "hr" => "HRV ", "ht" => "HAI ", "hu" => "HUN ",
            "hy" => "HYE ", "is" => "ISL ", "it" => "ITA ", "ja" => "JAN ", "ka" => "KAT ", "kk" => "KAZ ", "ko" => "KOR ",
            "lb" => "LTZ ", "lt" => "LTH ", "lv" => "LVI ", "mk" => "MKD ", "mo" => "MOL ", "mt" => "MTS ", "nl" => "NLD ",
            "no" or "nb" => "NOR ", "nv" => "NAV ", "pl" => "PLK ", "pt" => "PTG ", "ro" => "ROM ", "ru" => "RUS ", "sk" => "SKY ",
            "sl" => "SLV ", "sq" => "SQI ", "sr" => "SRB ", "sv" => "SVE ", "tr" => "TRK ", "tt" => "TAT ", "uk" => "UKR ",
            "vi" => "VIT ", "zh" => Chinese(language),
            _ => "",
        };
    }

    private static string Chinese(string language) =>
        language.Contains("HK", StringComparison.OrdinalIgnoreCase) ? "ZHH "
        : language.Contains("Hant", StringComparison.OrdinalIgnoreCase) || language.Contains("TW", StringComparison.OrdinalIgnoreCase) ? "ZHT "
        : "ZHS ";
}
