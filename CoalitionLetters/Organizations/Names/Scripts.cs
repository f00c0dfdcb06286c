using System.Text;

namespace CoalitionLetters.Organizations.Names;

/// <summary>
/// Compares a name in another script with one in Latin letters: it is read by every scheme in use, both are folded to what the schemes agree in, and
/// whole names must then be equal. Alphabets: <see cref="Alphabets"/>; hangul: <see cref="Hangul"/>; Arabic and Hebrew, which leave out short vowels, by their consonants.
/// </summary>
internal static class Scripts
{
    // In this order: a longer spelling before the shorter one that is part of it. The pairs are where ISO 9, BGN/PCGN, the national systems and everyday usage differ.
    private static readonly (string From, string To)[] folds =
    [
        ("shch", "sc"), ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("kh", "h"), ("gh", "g"), ("ch", "c"), ("sh", "s"), ("zh", "z"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ts", "c"), ("tz", "c"), ("cz", "c"), ("sz", "s"), ("dj", "d"),
        ("ck", "k"), ("q", "k"), ("x", "h"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("y", "i"), ("j", "i"), ("ie", "e"), ("ii", "i"), ("io", "o"),
    ];

    private static readonly (string From, string To)[] koreanFolds = [("ae", "e"), ("eo", "o"), ("eu", "u"), ("g", "k"), ("d", "t"), ("b", "p"), ("r", "l"), ("c", "i"), ("z", "i"), ("oe", "e")];

    // Vowels, and the letters that write long ones; the emphatic and the plain consonant are one in most spellings.
    private static readonly (string From, string To)[] consonantFolds = [("kh", "h"), ("gh", "g"), ("ch", "h"), ("sh", "s"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ts", "s"), ("tz", "s"), ("q", "k"), ("c", "k"), ("p", "f"), ("v", "b"), ("x", "ks"), ("j", "g")];

    /// <summary>Some letter is of no Latin script.</summary>
    public static bool IsForeign(IReadOnlyList<NameWord> words) => words.Any(word => !Ascii.IsValid(word.Text) && word.Text.Any(c => c > '\u036F' && char.IsLetter(c)));

    /// <summary>The readings of a word in Latin letters, for looking it up.</summary>
    public static IEnumerable<string> Readings(string word) =>
        Hangul.IsIn(word) ? [Hangul.Romanized(word)] : Alphabets.Schemes.Select(scheme => Alphabets.Romanized(word, scheme)).Where(reading => Ascii.IsValid(reading)).Distinct();

    /// <summary>One is the other in another script.</summary>
    public static bool AreOneName(IReadOnlyList<NameWord> foreign, IReadOnlyList<NameWord> latin)
    {
        if (foreign.Any(word => Hangul.IsIn(word.Text)))
            return Korean(Hangul.Romanized(Joined(foreign))) == Korean(Joined(latin));
        if (foreign.Any(word => Consonants.IsIn(word.Text)))
            return HaveOneSkeleton(foreign, latin);

        var key = Folded(Joined(latin));
        return key.Length >= 4 && Alphabets.Schemes.Any(scheme => Folded(string.Concat(foreign.Select(word => Alphabets.Romanized(word.Text, scheme)))) == key);
    }

    private static string Joined(IEnumerable<NameWord> words) => string.Concat(words.Select(word => word.Text));

    private static string Korean(string latin) => Single(Replaced(Folded(latin), koreanFolds));

    private static string Folded(string latin) => Single(Replaced(latin, folds));

    private static bool HaveOneSkeleton(IReadOnlyList<NameWord> foreign, IReadOnlyList<NameWord> latin)
    {
        var bones = string.Concat(latin.Where(word => !Consonants.IsArticle(word)).Select(word => OfLatin(word.Text)));
        return bones.Length >= 2 && (Of("") == bones || Of("t") == bones);

        string Of(string feminine) => string.Concat(foreign.Select(word => Consonants.Of(word.Text, feminine)));
    }

    private static string OfLatin(string word)
    {
        var bones = string.Concat(Replaced(word.Length > 3 && word.EndsWith('h') ? word[..^1] : word, consonantFolds).Where(c => c is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w')));
        return Single(bones);
    }

    private static string Replaced(string text, (string From, string To)[] pairs)
    {
        foreach (var (from, to) in pairs)
            text = text.Replace(from, to, StringComparison.Ordinal);
        return text;
    }

    private static string Single(string text)
    {
        var single = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (single.Length == 0 || single[^1] != c)
                single.Append(c);
        }
        return single.ToString();
    }
}

/// <summary>The consonants of Arabic (after ALA-LC and BGN/PCGN, without the article al-) and Hebrew (Academy of the Hebrew Language, 2006), as Latin spellings have them in common.</summary>
internal static class Consonants
{
    private static readonly Dictionary<char, string> latin = Alphabets.Table("""
        ب=b ت=t ث=t ج=g ح=h خ=h د=d ذ=d ر=r ز=z س=s ش=s ص=s ض=d ط=t ظ=z غ=g ف=f ق=k ك=k ل=l م=m ن=n ه=h پ=f چ=h گ=g ک=k
        ב=b ג=g ד=d ה=h ז=z ח=h ט=t כ=k ך=k ל=l מ=m ם=m נ=n ן=n ס=s פ=f ף=f צ=s ץ=s ק=k ר=r ש=s ת=t
        """);

    private static readonly HashSet<string> articles = ["al", "el", "ul", "ha", "as", "ash", "an", "at", "ad", "ar", "az"];

    public static bool IsIn(string word) => word.Any(c => c is >= '\u05D0' and <= '\u05EA' or >= '\u0620' and <= '\u06FF');

    public static bool IsArticle(NameWord word) => articles.Contains(word.Text);

    /// <param name="feminine">How the ending ة is written: not at all, or as t.</param>
    public static string Of(string word, string feminine)
    {
        var text = word.StartsWith("ال", StringComparison.Ordinal) && word.Length > 3 ? word[2..] : word;
        if (text.EndsWith('ה') && text.Length > 2)
            text = text[..^1];
        var bones = string.Concat(text.Select(c => c == 'ة' ? feminine : latin.GetValueOrDefault(c, "")));
        return string.Concat(bones.Where((c, i) => i == 0 || bones[i - 1] != c));
    }
}
