using System.Text;

namespace CoalitionLetters.Organizations.Names;

/// <summary>
/// Brings names of other alphabets into Latin letters (Cyrillic and Greek, after ISO 9 and BGN/PCGN), and spellings of one foreign word together
/// ("Tzedek" and "Tsedek", "Masjid" and "Masjed", "Mohammed" and "Muhammad").
/// </summary>
internal static class Transliteration
{
    private static readonly string[] cyrillic =
    [
        "а=a", "б=b", "в=v", "г=g", "ґ=g", "д=d", "ђ=dj", "ѓ=gj", "е=e", "є=ie", "ж=zh", "з=z", "ѕ=dz", "и=i", "і=i", "ї=i", "й=i", "ј=j", "к=k", "л=l", "љ=lj", "м=m", "н=n", "њ=nj", "о=o", "п=p", "р=r", "с=s",
        "т=t", "ћ=c", "ќ=kj", "у=u", "ў=u", "ф=f", "х=kh", "ц=ts", "ч=ch", "џ=dz", "ш=sh", "щ=shch", "ъ=", "ы=y", "ь=", "э=e", "ю=iu", "я=ia",
        "α=a", "β=v", "γ=g", "δ=d", "ε=e", "ζ=z", "η=i", "θ=th", "ι=i", "κ=k", "λ=l", "μ=m", "ν=n", "ξ=x", "ο=o", "π=p", "ρ=r", "σ=s", "τ=t", "υ=y", "φ=f", "χ=ch", "ψ=ps", "ω=o",
    ];

    private static readonly Dictionary<char, string> latin = cyrillic.ToDictionary(pair => pair[0], pair => pair[2..]);

    // In this order: a longer spelling before the shorter one that is part of it.
    private static readonly (string From, string To)[] sounds =
    [
        ("shch", "s"), ("tch", "c"), ("sch", "s"), ("tsch", "c"), ("kh", "h"), ("gh", "g"), ("ch", "h"), ("sh", "s"), ("zh", "z"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("bh", "b"), ("tz", "z"), ("ts", "z"), ("dj", "j"),
        ("ck", "k"), ("q", "k"), ("c", "k"), ("x", "ks"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"), ("ei", "i"), ("ey", "i"), ("ia", "ya"), ("iu", "yu"), ("y", "i"), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("o", "u"), ("e", "i"),
    ];

    public static string ToLatin(string folded) => System.Text.Ascii.IsValid(folded) ? folded : string.Concat(folded.Select(c => latin.GetValueOrDefault(c, c.ToString())));

    /// <summary>A rough key of how a foreign word sounds; only for words that no dictionary has.</summary>
    public static string Sounds(string word)
    {
        var key = ToLatin(word);
        foreach (var (from, to) in sounds)
            key = key.Replace(from, to, StringComparison.Ordinal);

        var single = new StringBuilder(key.Length);
        foreach (var c in key)
        {
            if (single.Length == 0 || single[^1] != c)
                single.Append(c);
        }
        if (single.Length > 3 && single[^1] == 'h')
            single.Length--;
        return single.ToString();
    }
}
