using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using CoalitionLetters.Data;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Organizations.Signals;

/// <summary>Names that look alike and are written with other letters, as UTS #39 finds them: by bringing each letter to the one it looks like.</summary>
public static class LookAlikes
{
    private static readonly Lazy<FrozenDictionary<int, string>> latin = new(() =>
        ShippedData.Rows("confusables.csv").ToFrozenDictionary(cells => int.Parse(cells[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), cells => cells[1]));

    private static readonly Script[][] eastAsian = [[Script.Latin, Script.Han, Script.Hiragana, Script.Katakana], [Script.Latin, Script.Han, Script.Bopomofo], [Script.Latin, Script.Han, Script.Hangul]];

    /// <summary>What a name looks like: two names that are hard to tell apart in print have one skeleton.</summary>
    public static string Skeleton(string name)
    {
        var skeleton = new StringBuilder(name.Length);
        foreach (var rune in Runes(name))
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark)
                continue;
            skeleton.Append(rune.Value switch
            {
                '0' => "o",
                '1' or 'I' or 'l' or '|' => "l",
                'm' => "rn",
                'w' => "vv",
                _ => latin.Value.TryGetValue(rune.Value, out var like) ? Skeleton(like) : Rune.ToLowerInvariant(rune).ToString(),
            });
        }
        return skeleton.ToString();
    }

    /// <summary>The Latin letters that a text reads as: without accents and what nobody sees, foreign letters as those they look like. Capitals, blanks and signs stay.</summary>
    public static string InLatin(string text)
    {
        var read = new StringBuilder(text.Length);
        Span<char> own = stackalloc char[2];
        foreach (var rune in Runes(text))
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
                continue;
            if (!rune.IsAscii && latin.Value.TryGetValue(rune.Value, out var like))
                read.Append(like);
            else
                read.Append(own[..rune.EncodeToUtf16(own)]);
        }
        return read.ToString();
    }

    /// <summary>Blanks, punctuation and capitals aside, the letters are the same: "Blue Grass" and "Bluegrass".</summary>
    public static bool AreOfOneSpelling(string a, string b) => string.Equals(Letters(a), Letters(b), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c) && !char.IsPunctuation(c)));

    /// <summary>The first word that mixes Latin letters with foreign ones that look Latin; null where none does.</summary>
    public static string? MixedWord(string name) =>
        name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word =>
            word.Any(char.IsAsciiLetter) && word.EnumerateRunes().Any(rune => IsForeignLookAlike(rune)));

    /// <summary>The scripts of a name's letters in their order, where readers would call it mixed; empty where it is not.
    /// Latin beside Chinese, Japanese or Korean writing is how those languages write ("Highly Restrictive" of UTS #39).</summary>
    public static IReadOnlyList<Script> MixedScripts(string name)
    {
        var scripts = name.EnumerateRunes().Where(Rune.IsLetter).Select(rune => Scripts.Of(rune.Value))
            .Where(script => script is not (Script.Common or Script.Inherited or Script.Unknown)).Distinct().ToList();
        return scripts.Count < 2 || eastAsian.Any(together => scripts.TrueForAll(together.Contains)) ? [] : scripts;
    }

    /// <summary>The letters of a word that are not Latin and look so, with their names' code points: "А (U+0410)".</summary>
    public static string ForeignLetters(string word) =>
        string.Join(", ", word.EnumerateRunes().Where(IsForeignLookAlike).Distinct().Select(rune => $"{rune} (U+{rune.Value:X4})"));

    private static bool IsForeignLookAlike(Rune rune) => rune.Value is (>= 0x0370 and <= 0x058F) or (>= 0x10A0 and <= 0x10FF) or (>= 0x13A0 and <= 0x13FF) or (>= 0x2C80 and <= 0x2CFF) or (>= 0xA4D0 and <= 0xA4FF) && latin.Value.ContainsKey(rune.Value);

    private static StringRuneEnumerator Runes(string name)
    {
        var whole = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (i + 1 < name.Length && char.IsSurrogatePair(name[i], name[i + 1]))
                whole.Append(name[i]).Append(name[++i]);
            else if (!char.IsSurrogate(name[i]) && name[i] < '\uFFFE')
                whole.Append(name[i]);
        }
        return whole.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes();
    }
}
