using System.Text;

namespace CoalitionLetters.Organizations.Names;

/// <summary>Hangul in Latin letters, after the Revised Romanization of Korean (Ministry of Culture and Tourism, notice 2000-8), with its sound changes between syllables. Folding has taken the syllables apart into jamo.</summary>
internal static class Hangul
{
    private const char FirstInitial = '\u1100', FirstVowel = '\u1161', BeforeFirstFinal = '\u11A7';
    private const int SilentInitial = 11;

    private static readonly string[] initials = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];

    private static readonly string[] vowels = ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"];

    private static readonly string[] finals = ["", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"];

    // A final before a vowel is spoken as the initial of the next syllable.
    private static readonly string[] carried = ["", "g", "kk", "gs", "n", "nj", "n", "d", "r", "lg", "lm", "lb", "ls", "lt", "lp", "r", "m", "b", "bs", "s", "ss", "ng", "j", "ch", "k", "t", "p", ""];

    public static bool IsIn(string word) => word.Any(c => c is >= FirstInitial and <= '\u11C2');

    public static string Romanized(string jamo)
    {
        var latin = new StringBuilder(jamo.Length * 2);
        var final = 0;
        foreach (var c in jamo)
        {
            if (c is >= FirstInitial and < (char)(FirstInitial + 19))
            {
                latin.Append(Between(final, c - FirstInitial));
                final = 0;
            }
            else if (c is >= FirstVowel and < (char)(FirstVowel + 21))
            {
                latin.Append(vowels[c - FirstVowel]);
            }
            else if (c is > BeforeFirstFinal and < (char)(BeforeFirstFinal + 28))
            {
                final = c - BeforeFirstFinal;
            }
            else
            {
                latin.Append(finals[final]).Append(c);
                final = 0;
            }
        }
        return latin.Append(finals[final]).ToString();
    }

    private static string Between(int final, int initial)
    {
        if (initial == SilentInitial)
            return carried[final];
        return (finals[final], initials[initial]) switch
        {
            ("k", "n") => "ngn",
            ("k", "m") => "ngm",
            ("k", "r") or ("ng", "r") => "ngn",
            ("t", "n") => "nn",
            ("t", "m") => "nm",
            ("p", "n") => "mn",
            ("p", "m") => "mm",
            ("p", "r") or ("m", "r") => "mn",
            ("n", "r") or ("l", "n") or ("l", "r") => "ll",
            var (before, after) => before + after,
        };
    }
}
