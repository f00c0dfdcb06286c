using System.Globalization;
using System.Text;

namespace CoalitionLetters.Listings;

/// <summary>
/// Text without what readers do not look up: small letters, Latin, Greek, Cyrillic, Hebrew and Arabic without accents and points, digits of every script as
/// 0 to 9, and one character for each kind of punctuation: <c>'</c> for apostrophes, <c>"</c> for quotation marks, <c>-</c> for hyphens,
/// dashes and slashes. Marks that belong to a letter (Indic vowels, the Cyrillic й and ї) stay. Works from Unicode's compatibility decomposition (UAX #15).
/// </summary>
public static class Folding
{
    public static string Fold(string text)
    {
        var plain = Plain(text);
        var folded = new StringBuilder(plain.Length);

        foreach (var rune in (Ascii.IsValid(plain) ? plain : plain.Normalize(NormalizationForm.FormKD)).EnumerateRunes())
        {
            if (folded.Length > 0 && LetterWithMark(folded[^1], rune.Value) is { } letter)
                folded[^1] = letter;
            else if (!IsAccent(rune.Value))
                AppendLetter(folded, rune);
        }
        return folded.ToString();
    }

    /// <summary>Part of a word: a letter, a digit, or a mark that belongs to a letter.</summary>
    public static bool IsWord(Rune rune) =>
        rune.IsAscii ? char.IsAsciiLetterOrDigit((char)rune.Value) : Rune.IsLetterOrDigit(rune) || IsMark(rune);

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>One kind of each punctuation, no trademark signs, nothing invisible, no half of a surrogate pair.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAscii(c))
                plain.Append(c is '/' or '\\' or '_' ? '-' : c is '`' ? '\'' : char.IsControl(c) ? ' ' : c);
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                plain.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c))
                plain.Append('\uFFFD');
            else if (PlainFor(c) is { } other)
                plain.Append(other);
        }
        return plain.ToString();
    }

    private static char? PlainFor(char c) => c switch
    {
        '’' or '‘' or '‛' or '′' or '´' or 'ʼ' or 'ʻ' or 'ʽ' or 'ʾ' or 'ʿ' or 'ˈ' or 'ꞌ' or '＇' => '\'',
        '“' or '”' or '„' or '‟' or '«' or '»' or '‹' or '›' or '‚' or '″' or '「' or '」' or '『' or '』' or '״' => '"',
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '⁃' or '־' or '⁄' or '∕' or '／' or '－' or '﹣' => '-',
        '™' or '℠' or '®' or '©' => null,
        '·' or '•' => ' ',
        _ when char.GetUnicodeCategory(c) == UnicodeCategory.Format => null,
        '\uFFFE' or '\uFFFF' => '\uFFFD',
        _ => c,
    };

    /// <summary>Cyrillic letters that decompose and yet are letters of their own.</summary>
    private static char? LetterWithMark(char letter, int mark) => (letter, mark) switch
    {
        ('и', 0x0306) => 'й',
        ('у', 0x0306) => 'ў',
        ('і', 0x0308) => 'ї',
        ('г', 0x0301) => 'ѓ',
        ('к', 0x0301) => 'ќ',
        _ => null,
    };

    /// <summary>Combining accents of the Latin, Greek and Cyrillic scripts, Hebrew points, Arabic vowel signs and the stroke that lengthens words.</summary>
    private static bool IsAccent(int c) => c is
        (>= 0x0300 and <= 0x036F) or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF) or (>= 0xFE20 and <= 0xFE2F)
        or (>= 0x0483 and <= 0x0487) or (>= 0x0591 and <= 0x05C7 and not 0x05BE)
        or (>= 0x0610 and <= 0x061A) or (>= 0x064B and <= 0x065F) or 0x0670 or (>= 0x06D6 and <= 0x06DC) or 0x0640;

    private static void AppendLetter(StringBuilder folded, Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune);
        if (lower.IsAscii)
            folded.Append((char)lower.Value);
        else if (Rune.GetUnicodeCategory(lower) == UnicodeCategory.DecimalDigitNumber)
            folded.Append((char)('0' + (int)Rune.GetNumericValue(lower)));
        else if (LatinFor(lower.Value) is { } latin)
            folded.Append(latin);
        else
            folded.Append(lower.ToString());
    }

    /// <summary>Latin letters that Unicode does not take apart, as English catalogues file them; the Greek final sigma.</summary>
    private static string? LatinFor(int c) => c switch
    {
        'ß' => "ss",
        'æ' or 'ǽ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' or 'ð' or 'ɖ' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ł' or 'ƚ' => "l",
        'ŋ' => "n",
        'þ' => "th",
        'ŧ' => "t",
        'ə' or 'ǝ' => "e",
        'ƒ' => "f",
        'ɓ' => "b",
        'ɗ' => "d",
        'ɛ' => "e",
        'ɔ' => "o",
        'ƙ' => "k",
        'ƴ' => "y",
        'ς' => "σ",
        _ => null,
    };
}
