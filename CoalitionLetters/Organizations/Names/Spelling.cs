namespace CoalitionLetters.Organizations.Names;

internal enum WordRelation
{
    Different,
    Equal,

    /// <summary>Singular and plural, or two words of one stem.</summary>
    Form,

    /// <summary>A typing error.</summary>
    Slip,

    /// <summary>Two ways to write a foreign word in Latin letters.</summary>
    Transliteration,

    /// <summary>The same word in English and Spanish.</summary>
    Translation,

    /// <summary>Close enough that a person should look.</summary>
    Near,
}

/// <summary>How two words of two names relate.</summary>
internal static class Spelling
{
    public static WordRelation Relation(string a, string b)
    {
        if (a == b)
            return WordRelation.Equal;
        if (a.Any(char.IsAsciiDigit) || b.Any(char.IsAsciiDigit))
            return WordRelation.Different;
        if (IsPlural(a, b) || IsPlural(b, a) || NameWords.Stems.Any(stem => stem.Contains(a) && stem.Contains(b)))
            return WordRelation.Form;
        if (NameWords.Slips.GetValueOrDefault(a) == b || NameWords.Slips.GetValueOrDefault(b) == a)
            return WordRelation.Slip;
        if (NameWords.English.GetValueOrDefault(a) == b || NameWords.English.GetValueOrDefault(b) == a)
            return WordRelation.Translation;
        if (Math.Min(a.Length, b.Length) < 3)
            return WordRelation.Different;
        return Slip(a, b);
    }

    private static bool IsPlural(string many, string one) => many.Length > 3 &&
        (many == one + "s" || many == one + "es" || (many.EndsWith("ies", StringComparison.Ordinal) && one.EndsWith('y') && many[..^3] == one[..^1]));

    private static WordRelation Slip(string a, string b)
    {
        var (knowsA, knowsB) = (EnglishWords.Knows(a), EnglishWords.Knows(b));
        var distance = Distance(a, b, limit: 2);
        var shorter = Math.Min(a.Length, b.Length);
        var isGender = a.Length == b.Length && a[..^1] == b[..^1] && (a[^1], b[^1]) is ('a', 'o') or ('o', 'a');

        if (isGender)
            return WordRelation.Near;
        if ((knowsA && knowsB) || (Places.IsPlace(a) && Places.IsPlace(b)))
            return WordRelation.Different;

        if (distance <= 1 && shorter >= 5 && (knowsA != knowsB || IsSlipOfTheHand(a, b)))
            return a[0] == b[0] || shorter >= 7 ? WordRelation.Slip : WordRelation.Near;
        if (distance == 2 && shorter >= 8 && knowsA != knowsB && a[0] == b[0])
            return WordRelation.Slip;
        if (Distance(Transliteration.ToLatin(a), Transliteration.ToLatin(b), 4) <= 4 && Transliteration.Sounds(a) == Transliteration.Sounds(b))
            return WordRelation.Transliteration;
        return shorter >= 4 && distance <= (shorter >= 7 ? 2 : 1) ? WordRelation.Near : WordRelation.Different;
    }

    /// <summary>Two letters swapped, or one typed twice: nobody names two bodies so.</summary>
    public static bool IsSlipOfTheHand(string a, string b)
    {
        if (a.Length == b.Length)
            return Enumerable.Range(0, a.Length - 1).Any(i => a[i] != b[i] && a[i] == b[i + 1] && a[i + 1] == b[i]);
        var (longer, shorter) = a.Length > b.Length ? (a, b) : (b, a);
        var at = 0;
        while (at < shorter.Length && longer[at] == shorter[at])
            at++;
        return at > 0 && longer[at] == longer[at - 1];
    }

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment); more than <paramref name="limit"/> is limit + 1.</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit || a.Length > 64 || b.Length > 64)
            return limit + 1;

        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }
            if (least > limit)
                return limit + 1;

            last.CopyTo(before);
            row.CopyTo(last);
        }
        return Math.Min(last[b.Length], limit + 1);
    }
}
