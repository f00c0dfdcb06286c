namespace CoalitionLetters.Organizations.Names;

/// <summary>One name in two languages, word by word in whatever order: "Fideicomiso de la Tierra del Caño Martín Peña" and "Caño Martín Peña Community Land Trust".</summary>
internal static class Translations
{
    public static NameComparison? Of(NameShape a, NameShape b)
    {
        foreach (var one in Names(a))
        {
            foreach (var other in Names(b).Where(other => IsOther(one) != IsOther(other)))
            {
                if (AreOne(one, other))
                    return new(Verdict.Same, false, 0.75, [$"the same in two languages: {one} / {other}"]);
            }
        }
        return null;
    }

    /// <summary>The whole name, the same without a place in parentheses, and the words behind letters and a dash.</summary>
    private static IEnumerable<NameCore> Names(NameShape shape)
    {
        yield return shape.Whole;
        foreach (var reading in shape.Readings.Where(reading => reading.Additions is [{ IsAside: true, PlaceKind: not PlaceKind.Country }]))
            yield return reading.Base;
        var words = shape.Whole.Words;
        if (words.Count >= 4 && words[0].IsUpper && words[1].Before >= Break.Dash)
            yield return new NameCore(NameKeys.Trim([words[1] with { Before = Break.None }, .. words.Skip(2)]));
    }

    private static bool IsOther(NameCore name) => NameLanguages.IsOther(name.Words) || name.Tokens.Any(word => !EnglishWords.IsCommon(word) && !TranslatedWords.IsSaint(word) && TranslatedWords.InEnglish(word) != NameLanguages.InEnglish(word));

    private static bool AreOne(NameCore a, NameCore b)
    {
        if (a.Tokens.Length is < 2 or > 10 || b.Tokens.Length is < 2 or > 10 || a.Numbers != b.Numbers)
            return false;
        var (one, other) = (Terms(a), Terms(b));
        var onlyOther = other.ToList();
        var onlyOne = one.Where(term => !Take(onlyOther, term)).ToList();
        var shared = one.Count - onlyOne.Count;
        if (onlyOne.Count == 0 && onlyOther.Count == 0)
            return shared >= 3;
        // A word of the trade may be left out where a name of its own stands in both: "Fideicomiso de la Tierra", "Community Land Trust".
        return shared >= 3 && onlyOne.Count + onlyOther.Count == 1 && NameWords.Topics.Contains(onlyOne.Concat(onlyOther).First().Word) && a.Tokens.Intersect(b.Tokens).Any(word => !NameWords.Topics.Contains(word) && !NameWords.Bodies.Contains(word));
    }

    private static bool Take(List<Term> terms, Term term)
    {
        var at = terms.FindIndex(other => other.Meanings.Overlaps(term.Meanings));
        if (at >= 0)
            terms.RemoveAt(at);
        return at >= 0;
    }

    /// <summary>What each word means in English; the two genders of one ("travailleurs et travailleuses") count once.</summary>
    private static List<Term> Terms(NameCore name)
    {
        var terms = new List<Term>();
        foreach (var token in name.Tokens)
        {
            var words = TranslatedWords.InEnglish(token).Split('-');
            foreach (var word in words)
            {
                // "trabajadores agrícolas" and "farm workers" are farmworkers.
                if (terms.Count > 0 && IsFarmWork(terms[^1].Word, word))
                    terms[^1] = new Term("farmworkers", [Spelling.StemOf("farmworkers")]);
                else
                    terms.Add(new Term(word, [Spelling.StemOf(word), .. words.Length == 1 ? TranslatedWords.AlsoEnglish(token).Select(Spelling.StemOf) : []]));
            }
        }
        return [.. terms.DistinctBy(term => Spelling.StemOf(term.Word))];
    }

    private static bool IsFarmWork(string first, string second) =>
        (first, second) is ("workers" or "worker", "agricultural" or "farm") or ("agricultural" or "farm", "workers" or "worker");

    private sealed record Term(string Word, HashSet<int> Meanings);
}
