using System.Text;

namespace CoalitionLetters.Organizations.Names;

/// <summary>
/// Letters of other alphabets in Latin ones, by scheme. Russian: BGN/PCGN 1947 and ICAO 9303. Ukrainian: resolution 55 of the Cabinet of Ministers, 2010.
/// Bulgarian: Transliteration Act, 2009. Serbian and Macedonian: Gaj's Latin alphabet and ISO 9 (R 1968), without diacritics. Greek: ELOT 743 (ISO 843), and everyday usage.
/// Georgian: national system, 2002. Armenian: BGN/PCGN 1981. Words come folded: small letters, no accents.
/// </summary>
internal static class Alphabets
{
    private const string Others = """
        ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=q შ=sh ჩ=ch ც=ts ძ=dz წ=ts ჭ=ch ხ=kh ჯ=j ჰ=h
        ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o չ=ch պ=p ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k օ=o ֆ=f և=ev
        """;

    private const string Cyrillic = """
        а=a б=b в=v г=g ґ=g д=d ђ=d ѓ=g е=e є=ye ж=zh з=z ѕ=dz и=i і=i ї=yi й=y ј=j к=k л=l љ=lj м=m н=n њ=nj о=o п=p р=r с=s т=t ћ=c ќ=k у=u ў=u ф=f х=kh ц=ts ч=ch џ=dz ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya
        """;

    private const string Greek = """
        α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s τ=t υ=y φ=f χ=ch ψ=ps ω=o
        """;

    /// <summary>Each alphabet's readings; a scheme reads only the letters it knows, and leaves the others.</summary>
    public static IReadOnlyList<(Dictionary<char, string> Letters, bool IsElot)> Schemes { get; } =
    [
        (Table(Cyrillic, Greek, Others), true),
        (Table(Cyrillic, "г=h и=y", Others), false),
        (Table(Cyrillic, "ъ=a щ=sht", Greek, "χ=h γ=y"), false),
        (Table(Cyrillic, "х=h ц=c", Greek, "χ=kh υ=i"), false),
        (Table(Greek, "χ=h β=b υ=u"), false),
    ];

    /// <summary>Pairs of a letter and its reading; a later one stands.</summary>
    public static Dictionary<char, string> Table(params ReadOnlySpan<string> pairs)
    {
        var letters = new Dictionary<char, string>();
        foreach (var pair in string.Join('\n', pairs!).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            letters[pair[0]] = pair[2..];
        return letters;
    }

    public static string Romanized(string word, (Dictionary<char, string> Letters, bool IsElot) scheme)
    {
        var latin = new StringBuilder(word.Length + 4);
        for (var i = 0; i < word.Length; i++)
        {
            if (Pair(word, i, scheme.IsElot) is { } pair)
            {
                latin.Append(pair);
                i++;
            }
            else
            {
                latin.Append(scheme.Letters.TryGetValue(word[i], out var letters) ? letters : word[i].ToString());
            }
        }
        return latin.ToString();
    }

    /// <summary>Two letters that are read as one, in Greek and Armenian.</summary>
    private static string? Pair(string word, int at, bool isElot)
    {
        if (at + 1 == word.Length || word[at] < '\u0370')
            return null;
        return (word[at], word[at + 1]) switch
        {
            ('ο', 'υ') or ('ո', 'ւ') => "u",
            ('α', 'υ') => IsVoiced(word, at + 2) ? "av" : "af",
            ('ε', 'υ') => IsVoiced(word, at + 2) ? "ev" : "ef",
            ('γ', 'γ') => "ng",
            ('γ', 'χ') => "nch",
            ('γ', 'ξ') => "nx",
            ('μ', 'π') => isElot && at > 0 && at + 2 < word.Length ? "mp" : "b",
            ('ν', 'τ') when !isElot => at == 0 ? "d" : "nd",
            ('γ', 'κ') when !isElot => at == 0 ? "g" : "ng",
            ('α', 'ι') when !isElot => "e",
            ('ε', 'ι') or ('ο', 'ι') when !isElot => "i",
            _ => null,
        };
    }

    private static bool IsVoiced(string word, int at) => at < word.Length && "αβγδεζηιλμνορυω".Contains(word[at], StringComparison.Ordinal);
}
