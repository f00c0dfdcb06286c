using System.Collections.Frozen;

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

    /// <summary>One is the other written short.</summary>
    Abbreviation,

    /// <summary>Close enough that a person should look.</summary>
    Near,
}

/// <summary>How two words of two names relate.</summary>
internal static class Spelling
{
    private static readonly FrozenDictionary<string, int> stems =
        NameWords.Stems.SelectMany((words, stem) => words.Select(word => (word, stem))).DistinctBy(pair => pair.word).ToFrozenDictionary(pair => pair.word, pair => pair.stem);

    // Beyond this many letters two spellings are two words, in whatever alphabet.
    private const int FarthestSpelling = 4;

    public static WordRelation Relation(string a, string b)
    {
        if (a == b)
            return WordRelation.Equal;
        if (a.AsSpan().ContainsAnyInRange('0', '9') || b.AsSpan().ContainsAnyInRange('0', '9'))
            return WordRelation.Different;
        if (NameWords.MixedUp.GetValueOrDefault(a) == b || NameWords.MixedUp.GetValueOrDefault(b) == a)
            return WordRelation.Near;
        if (IsPlural(a, b) || IsPlural(b, a) || (stems.TryGetValue(a, out var stem) && stems.TryGetValue(b, out var other) && stem == other))
            return WordRelation.Form;
        if (NameWords.Slips.GetValueOrDefault(a) == b || NameWords.Slips.GetValueOrDefault(b) == a)
            return WordRelation.Slip;
        if (NameWords.English.GetValueOrDefault(a) == b || NameWords.English.GetValueOrDefault(b) == a || NameWords.AlsoEnglish.GetValueOrDefault(a) == b || NameWords.AlsoEnglish.GetValueOrDefault(b) == a)
            return WordRelation.Translation;

        if (IsFormWithoutPeriod(a, b) || IsFormWithoutPeriod(b, a) || Abbreviations.LooksShortFor(a, b) || Abbreviations.LooksShortFor(b, a))
            return WordRelation.Abbreviation;

        if (a.Length != b.Length && WithoutDigraphs(a) == WithoutDigraphs(b) && Math.Min(a.Length, b.Length) >= 5)
            return WordRelation.Transliteration;

        var (latinA, latinB) = (Transliteration.ToLatin(a), Transliteration.ToLatin(b));
        var shorter = Math.Min(latinA.Length, latinB.Length);
        if (shorter < 3 || (latinA[0] != latinB[0] && shorter < 7))
            return WordRelation.Different;
        var distance = Distance(latinA, latinB, FarthestSpelling);
        return distance > FarthestSpelling ? WordRelation.Different : Close(a, b, distance, shorter);
    }

    /// <summary>"Ed Fund", "Wash Food Bank": a short form that lacks its period, of a state or where it is no everyday word ("trans").</summary>
    private static bool IsFormWithoutPeriod(string shorter, string word) =>
        NameWords.DottedForms.GetValueOrDefault(shorter) == word && (Places.Find(word) is { Kind: PlaceKind.State } || shorter == "ed" || !EnglishWords.IsCommon(shorter));

    /// <summary>Half of the words or more mean the same.</summary>
    public static bool ShareTranslations(string[] a, string[] b) =>
        a.Count(word => b.Any(other => Relation(word, other) is WordRelation.Equal or WordRelation.Translation or WordRelation.Form)) * 2 >= Math.Min(a.Length, b.Length);

    /// <summary>Equal for forms of one word and for spellings that sound alike, and rarely for others.</summary>
    public static int StemOf(string word)
    {
        if (stems.TryGetValue(word, out var stem))
            return stem;
        var sound = Transliteration.Sounds(word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y" : word.EndsWith("es", StringComparison.Ordinal) ? word[..^2] : word.EndsWith('s') || word.EndsWith('e') ? word[..^1] : word);
        var hash = 17;
        foreach (var c in sound)
            hash = hash * 31 + c;
        return hash & int.MaxValue;
    }

    /// <summary>"Fluechtlinge" is "Flüchtlinge", whose points folding took away.</summary>
    private static string WithoutDigraphs(string word) =>
        word.Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal).Replace("ue", "u", StringComparison.Ordinal);

    private static bool IsPlural(string many, string one)
    {
        if (many.Length < 4 || !many.EndsWith('s'))
            return false;
        var text = many.AsSpan();
        return text[..^1].SequenceEqual(one) || (text.EndsWith("es") && text[..^2].SequenceEqual(one))
            || (text.EndsWith("ies") && one.EndsWith('y') && text[..^3].SequenceEqual(one.AsSpan(0, one.Length - 1)));
    }

    private static WordRelation Close(string a, string b, int distance, int shorter)
    {
        if (a.Length == b.Length && a.AsSpan(0, a.Length - 1).SequenceEqual(b.AsSpan(0, b.Length - 1)) && (a[^1], b[^1]) is ('a', 'o') or ('o', 'a'))
            return WordRelation.Near;
        var (knowsA, knowsB) = (EnglishWords.Knows(a) || Places.HasWord(a), EnglishWords.Knows(b) || Places.HasWord(b));
        if ((knowsA && knowsB) || (Places.IsPlace(a) && Places.IsPlace(b)))
            return WordRelation.Different;
        if (AreTwoTowns(a, b) || AreTwoTowns(b, a))
            return WordRelation.Near;

        if (distance == 2 && shorter >= 5 && knowsA != knowsB && IsShuffled(a, b))
            return WordRelation.Slip;
        if (distance <= 1 && shorter >= 5 && (knowsA != knowsB || IsSlipOfTheHand(a, b)))
            return a[0] == b[0] || shorter >= 7 ? WordRelation.Slip : WordRelation.Near;
        if (distance <= 1 && IsSlipWithin(a, b))
            return WordRelation.Slip;
        if (distance == 2 && shorter >= 8 && knowsA != knowsB && a[0] == b[0])
            return WordRelation.Slip;
        if (Transliteration.Sounds(a) == Transliteration.Sounds(b))
            return WordRelation.Transliteration;
        return shorter >= 4 && distance <= (shorter >= 7 ? 2 : 1) ? WordRelation.Near : WordRelation.Different;
    }

    /// <summary>"Charleston" and "Charlestown" are two towns more often than a typing error.</summary>
    private static bool AreTwoTowns(string one, string other) =>
        one.EndsWith("ton", StringComparison.Ordinal) && other.EndsWith("town", StringComparison.Ordinal) && one.AsSpan(0, one.Length - 3).SequenceEqual(other.AsSpan(0, other.Length - 4));

    /// <summary>"Souix" for "Sioux": the same letters between the same ends.</summary>
    private static bool IsShuffled(string a, string b) => a.Length == b.Length && a[0] == b[0] && a[^1] == b[^1] && a.Order().SequenceEqual(b.Order());

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

    /// <summary>"Resettlment": one letter, well within a long word that no dictionary has. Towns and surnames differ nearer to their end ("Charleston", "Charlestown"), or before an ending that many towns have.</summary>
    private static bool IsSlipWithin(string a, string b)
    {
        var (before, behind) = (a.AsSpan().CommonPrefixLength(b), 0);
        while (behind < Math.Min(a.Length, b.Length) && a[^(behind + 1)] == b[^(behind + 1)])
            behind++;
        return Math.Min(a.Length, b.Length) >= 8 && before >= 3 && behind >= 4 && !NameWords.TownEnds.Any(end => a.EndsWith(end, StringComparison.Ordinal));
    }

    /// <summary>"Tahirh" for "Tahirih": one letter before the end of a longish word that neither a dictionary nor a map has, in either writing.</summary>
    public static bool IsSlipInOwnName(string a, string b)
    {
        if (a.AsSpan().CommonPrefixLength(b) < 2 || a[^1] != b[^1] || Math.Min(a.Length, b.Length) < (a.Length == b.Length ? 7 : 6) || Distance(a, b, 1) > 1)
            return false;
        return !EnglishWords.Knows(a) && !EnglishWords.Knows(b) && !Places.HasWord(a) && !Places.HasWord(b) && !NameWords.TownEnds.Any(end => a.EndsWith(end, StringComparison.Ordinal)) && !AreTwoTowns(a, b) && !AreTwoTowns(b, a);
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
