namespace CoalitionLetters.Organizations.Names;

/// <summary>Says what two names do not share, and asks where that is little.</summary>
internal static class NameDifference
{
    public static NameComparison Of(NameShape a, NameShape b)
    {
        if (LettersMayStand(a.Whole, b.Whole) || LettersMayStand(b.Whole, a.Whole))
            return new(Verdict.Ask, false, 0.5, [$"{(a.Whole.Acronym ?? b.Whole.Acronym)!.ToUpperInvariant()} may be an acronym with words left out"]);
        if ((a.Whole.Sounds & b.Whole.Sounds) == 0 && !a.Whole.IsSpanish && !b.Whole.IsSpanish && a.Whole.Tokens.Length + b.Whole.Tokens.Length > 2)
            return LettersStandWithin(a.Whole, b.Whole) ?? LettersStandWithin(b.Whole, a.Whole) ?? new(Verdict.Different, NameLanguages.IsOther(a.Whole.Words) == NameLanguages.IsOther(b.Whole.Words), 0, ["no word in common"]);
        var onlyB = b.Whole.Tokens.ToList();
        var onlyA = a.Whole.Tokens.Where(word => !TakeEqual(onlyB, word)).ToList();
        var shared = a.Whole.Tokens.Length - onlyA.Count;
        var score = Score(a.Whole.Tokens, onlyA, b.Whole.Tokens, onlyB);

        if (onlyA.Count == 0 && onlyB.Count == 0)
            return new(Verdict.Ask, false, 0.6, ["the same words, in other forms or another order"]);
        if (onlyA.Count > 0 && onlyB.Count > 0 && SelfNamed.OfOneService(a.Whole, b.Whole) is { } service)
            return service;
        if (onlyA is [var x] && onlyB is [var y])
            return Sisters(a.Whole, b.Whole) ?? OneWord(x, y, $"{a.Whole.Given(x)} / {b.Whole.Given(y)}", shared, score);
        if ((LettersStandWithin(a.Whole, b.Whole) ?? LettersStandWithin(b.Whole, a.Whole)) is { } letters)
            return letters;
        if (shared > 0 && (onlyA.Count == 0 || onlyB.Count == 0))
            return MoreWords(onlyA.Count == 0 ? a : b, onlyA.Count == 0 ? onlyB : onlyA, onlyA.Count == 0 ? b : a, score);
        return new(Verdict.Different, shared == 0, score, [shared == 0 ? "no word in common" : $"words differ: {Words(onlyA, a.Whole)} / {Words(onlyB, b.Whole)}"]);
    }

    /// <summary>"MST" and "Movimento dos Trabalhadores Rurais Sem Terra".</summary>
    private static bool LettersMayStand(NameCore letters, NameCore words) =>
        letters is { Acronym: { Length: >= 3 } acronym, Known.Count: 0 } && letters.Words[0].IsUpper && words.Tokens.Length >= 3 && Acronyms.IsSpelled(acronym, words.Words);

    /// <summary>"IHM Sisters" and "Sisters, Servants of the Immaculate Heart of Mary": letters beside a word of the other name, where they stand for neighbours.</summary>
    private static NameComparison? LettersStandWithin(NameCore lettered, NameCore full)
    {
        if (lettered.Words.Count is not (2 or 3) || lettered.Words.FirstOrDefault(word => word is { IsUpper: true, Text.Length: >= 3 }) is not { Text: { } letters } || !lettered.Words.Any(word => word.Text != letters && full.Tokens.Contains(word.Text)))
            return null;
        var counted = full.Words.Where(word => !NameWords.Small.Contains(word.Text)).ToList();
        return Enumerable.Range(0, Math.Max(0, counted.Count - letters.Length + 1)).Any(i => letters == string.Concat(counted.Skip(i).Take(letters.Length).Select(word => word.Text[0])))
            ? new(Verdict.Ask, false, 0.55, [$"{letters.ToUpperInvariant()} may stand for words of {full}"])
            : null;
    }

    /// <summary>Each has a word that nothing in the other resembles.</summary>
    public static bool HaveWordsOfTheirOwn(NameCore a, NameCore b) => HasWordsOfItsOwn(a, b) && HasWordsOfItsOwn(b, a);

    private static bool HasWordsOfItsOwn(NameCore a, NameCore b) =>
        a.Tokens.Any(word => !b.Tokens.Any(other => Spelling.Relation(word, other) is not WordRelation.Different));

    private static bool TakeEqual(List<string> words, string word)
    {
        var at = words.FindIndex(other => other == word || (other[0] == word[0] || NameWords.English.ContainsKey(other) || NameWords.English.ContainsKey(word) || other.Length > 6) && Spelling.Relation(other, word) is WordRelation.Form or WordRelation.Slip or WordRelation.Translation);
        if (at >= 0)
            words.RemoveAt(at);
        return at >= 0;
    }

    /// <summary>"Citizens' Climate Lobby" and "Citizens' Climate Education".</summary>
    private static NameComparison? Sisters(NameCore a, NameCore b) =>
        a.Tokens.Length >= 3 && a.Tokens.Length == b.Tokens.Length && a.Tokens.AsSpan(0, a.Tokens.Length - 1).SequenceEqual(b.Tokens.AsSpan(0, b.Tokens.Length - 1)) && DescribingWords.Sisters.Contains(a.Tokens[^1]) && DescribingWords.Sisters.Contains(b.Tokens[^1])
        && !(DescribingWords.Funds.Contains(a.Tokens[^1]) && DescribingWords.Funds.Contains(b.Tokens[^1]))
            ? new(Verdict.Affiliate, false, 0.5, [$"may be two arms of one body: {a.Given(a.Tokens[^1])} / {b.Given(b.Tokens[^1])}"])
            : null;

    private static NameComparison OneWord(string x, string y, string given, int shared, double score)
    {
        var reason = $"one word differs: {given}";
        if (Places.IsPlace(x) && Places.IsPlace(y))
            return new(Verdict.Different, shared > 0, score, [reason]);
        if (shared >= 2 && (x, y) is ("association", "foundation") or ("foundation", "association"))
            return new(Verdict.Affiliate, false, 0.5, ["an association and the foundation of its name"]);
        if (shared >= 2 && (NameWords.WorldWide.Contains(x) && NameWords.Continental.Contains(y) || NameWords.WorldWide.Contains(y) && NameWords.Continental.Contains(x)))
            return new(Verdict.Ask, false, 0.5, [$"may be a body of one part of the world: {given}"]);
        var (longer, shorter) = x.Length > y.Length ? (x, y) : (y, x);
        if (shorter.Length >= 3 && longer.StartsWith(shorter, StringComparison.Ordinal) && NameWords.CompoundParts.Contains(longer[shorter.Length..]))
            return new(Verdict.Affiliate, false, 0.5, [$"part of {shorter}: {longer[shorter.Length..]}"]);
        var isBodyForBody = NameWords.Bodies.Contains(x) && NameWords.Bodies.Contains(y);
        var relation = Spelling.Relation(x, y);
        var isNear = shared >= 3 && Math.Min(x.Length, y.Length) >= 5 && x[0] == y[0] && Spelling.Distance(x, y, 1) <= 1;
        return relation == WordRelation.Near || isNear || (isBodyForBody && shared >= 3)
            ? new(Verdict.Ask, false, Math.Min(score, 0.6), [reason])
            : new(Verdict.Different, false, score, [reason]);
    }

    private static NameComparison MoreWords(NameShape shorter, List<string> more, NameShape longer, double score)
    {
        var given = Words(more, longer.Whole);
        var reason = $"one name has more words: {given}";
        var tokens = shorter.Whole.Tokens;
        if (more is [{ Length: >= 3 } letters] && longer.Whole.Words[^1] is { IsUpper: true } last && last.Text == letters && Acronyms.AreInitials(letters, shorter.Whole.Words))
            return new(Verdict.Same, false, 0.8, [$"{given} are the first letters of {shorter.Whole}"]);
        if (more.All(NameWords.ChapterWords.Contains) && shorter.Readings.Any(reading => reading.Additions.Any(addition => addition.Kind == AdditionKind.Place)))
            return new(Verdict.Same, false, 0.85, [$"one says that it is a {given}"]);
        var begins = longer.Whole.Tokens.AsSpan().StartsWith(tokens);
        if (begins && SelfNamed.IsDescribed(shorter.Whole, longer.Whole))
            return new(Verdict.Same, false, 0.75, [$"{shorter.Whole} with what it is: {given}"]);
        var isNamed = tokens.Length == 1 ? begins && !shorter.Whole.IsWeak && NameCore.IsOwn(tokens[0]) && !EnglishWords.IsCommon(tokens[0]) : shorter.Whole.IsDistinctive || tokens.Length >= 3;
        if (tokens.Length >= 2 && (begins ? IsPart(more, isNamed) : IsPossessor(tokens, longer.Whole.Tokens) && isNamed))
            return new(Verdict.Affiliate, false, 0.55, [$"part of {shorter.Whole}: {given}"]);
        if (begins && isNamed && (NameWords.Arms.EndingAt(longer.Whole.Words, longer.Whole.Words.Count) is not null || more.Count > 1 && NameWords.PartHeads.Contains(more[0])))
            return new(Verdict.Affiliate, false, 0.55, [$"part of {shorter.Whole}: {given}"]);
        if (begins && isNamed && NameWords.Arms.EndingAt(longer.Whole.Words, longer.Whole.Words.Count) is { } arm && arm.Length <= more.Count && longer.Whole.Words.All(word => word.Before != Break.Slash))
            return new(Verdict.Affiliate, false, 0.55, [$"arm or fund of {shorter.Whole}: {given}"]);
        return isNamed && (more.Count <= 2 || begins) && !more.Any(word => char.IsAsciiDigit(word[0]))
            ? new(Verdict.Ask, false, Math.Min(score, 0.65), [reason])
            : new(Verdict.Different, false, score, [reason]);
    }

    /// <summary>What stands behind the name says what kind of part it is: "Legal Advocacy Program", "California Council".</summary>
    private static bool IsPart(List<string> more, bool isNamed) =>
        NameWords.PartHeads.Contains(more[^1])
        || (isNamed && more.Count >= 2 && (NameWords.Undertakings.Contains(more[^1]) || more.Any(NameWords.PartHeads.Contains) || (more[^1] == "council" && Places.IsPlace(string.Join(' ', more.SkipLast(1))))));

    /// <summary>"Water Union's Safe Wells Project".</summary>
    private static bool IsPossessor(string[] owner, string[] longer) =>
        longer.Length > owner.Length + 1 && longer.AsSpan(0, owner.Length - 1).SequenceEqual(owner.AsSpan(0, owner.Length - 1)) && longer[owner.Length - 1] == owner[^1] + "s" && NameWords.Undertakings.Contains(longer[^1]);

    private static string Words(List<string> words, NameCore name) => words.Count == 0 ? "none" : string.Join(' ', words.Select(name.Given));

    /// <summary>The share of the words' weight that both names have; words of the trade weigh little.</summary>
    private static double Score(string[] a, List<string> onlyA, string[] b, List<string> onlyB)
    {
        var all = a.Sum(Weight) + b.Sum(Weight);
        return all == 0 ? 0 : Math.Round(0.75 * (1 - (onlyA.Sum(Weight) + onlyB.Sum(Weight)) / all), 3);
    }

    private static double Weight(string word) => NameWords.Bodies.Contains(word) ? 0.4 : NameWords.Topics.Contains(word) ? 0.6 : 1;
}
