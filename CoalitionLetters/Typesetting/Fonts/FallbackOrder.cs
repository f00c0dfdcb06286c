namespace CoalitionLetters.Typesetting.Fonts;

/// <summary>In which order other families are asked for a character.</summary>
internal static class FallbackOrder
{
    private const int LastRank = 6;

    private static readonly string[] Chinese = [" SC", " TC", " HK"];

    /// <summary>The part of a language tag that changes the choice of font; empty for all others.</summary>
    public static string LanguageThatMatters(string language) => language switch
    {
        ['k', 'o', ..] => "ko",
        ['j', 'a', ..] => "ja",
        ['z', 'h', ..] => "zh",
        _ => "",
    };

    /// <summary>General text fonts stand first, then those of one script, then the large ones for East Asia, so that these are opened only when
    /// nothing else will do.</summary>
    public static IEnumerable<FontFamily> Of(FontFamily[] families, int codePoint, string language)
    {
        for (var rank = 0; rank <= LastRank; rank++)
        {
            foreach (var family in families)
            {
                if (Rank(family.Name, codePoint, language) == rank)
                    yield return family;
            }
        }
    }

    private static int Rank(string family, int codePoint, string language)
    {
        var prefersKorean = language == "ko" || IsHangul(codePoint);
        if (family.EndsWith(" KR", StringComparison.Ordinal))
            return prefersKorean ? 4 : 6;
        if (family.EndsWith(" JP", StringComparison.Ordinal))
            return language == "ja" ? 4 : 6;
        if (Chinese.Any(end => family.EndsWith(end, StringComparison.Ordinal)))
            return 5;

        return family switch
        {
            "Libertinus Serif" or "Noto Serif" => 1,
            "Noto Sans" => 2,
            _ when family.StartsWith("Noto Sans ", StringComparison.Ordinal) => 3,
            _ => 0,
        };
    }

    private static bool IsHangul(int codePoint) => codePoint is >= 0x1100 and <= 0x11FF or >= 0x3130 and <= 0x318F or >= 0xA960 and <= 0xA97F or >= 0xAC00 and <= 0xD7FF;
}
