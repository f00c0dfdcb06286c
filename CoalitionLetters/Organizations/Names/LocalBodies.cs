namespace CoalitionLetters.Organizations.Names;

/// <summary>Local bodies that bear their parent's letters: "LDH section de Toulouse", "DAV Sektion Oberland", "BUNDjugend".</summary>
internal static class LocalBodies
{
    public static NameComparison? Of(NameShape part, NameShape parent)
    {
        var words = part.Whole.Words;
        if (parent.Whole.Acronym is not null || part.Whole.Known.Count > 0)
            return null;
        if (words is [{ Text.Length: >= 7 } word])
            return Compound(word.Text, parent);
        if ((UnderInitials(words, parent.Whole) ?? LettersWithPlace(words, parent) ?? NamedLocal(words, parent.Whole)) is { } named)
            return named;
        return words.Count >= 3 && words[0] is { IsUpper: true, Text.Length: >= 3 } letters && NameWords.LocalHeads.Contains(words[1].Text) && !words[2].IsNumber && StandFor(letters.Text, parent)
            ? new(Verdict.Affiliate, false, 0.55, [$"{words[1].Text} of what {letters.Text.ToUpperInvariant()} stands for: {Written.Of([.. words.Skip(2)])}"])
            : null;
    }

    /// <summary>"GASP Legal Program" beside the Group Against Smog and Pollution: all first letters of a name, which no list knows for another, and what a part is called.</summary>
    private static NameComparison? UnderInitials(IReadOnlyList<NameWord> words, NameCore parent) =>
        !LetteredNames.IsWholeNoun(words) && words.Count is >= 2 and <= 6 && words[0] is { IsUpper: true, Text: { Length: >= 4 } letters } && KnownNames.Shipped.Exactly(letters).Count == 0 && Acronyms.AreInitials(letters, parent.Words)
        && (NameWords.PartHeads.Contains(words[^1].Text) || NameWords.Undertakings.Contains(words[^1].Text) || NameWords.Arms.EndingAt(words, words.Count) is not null)
            ? new(Verdict.Affiliate, false, 0.55, [$"part of {parent}, whose first letters are {letters.ToUpperInvariant()}: {Written.Of([.. words.Skip(1)])}"])
            : null;

    /// <summary>"FASE Amazônia" beside "FASE – Federação de Órgãos", "CFA – San Francisco State" beside the California Faculty Association: letters that the name shows or spells, and a place or what a local is called.</summary>
    private static NameComparison? LettersWithPlace(IReadOnlyList<NameWord> words, NameShape parent)
    {
        if (words.Count is < 2 or > 6 || words[0].Text is not { Length: >= 3 } letters)
            return null;
        var isTold = parent.Others.Any(other => other.Kind != OtherNameKind.BeforeTagline && other.Core.Acronym == letters);
        var isSpelled = words[0].IsUpper && Acronyms.AreInitials(letters, parent.Whole.Words) && !KnownNames.Shipped.Exactly(letters).Any(name => name.Vouched && !parent.Whole.Known.Any(known => known.Organization == name.Organization));
        if (!isTold && !isSpelled)
            return null;
        IReadOnlyList<NameWord> more = [.. words.Skip(1)];
        // "MALDEF – Maine Lake Defense Fund" spells the letters again.
        if (Acronyms.Fit(letters, more) != AcronymFit.None)
            return null;
        return IsPlaceOrLocal(more) || (isTold && more.Count <= 2 && more.All(word => !EnglishWords.Knows(word.Text) && !NameWords.Small.Contains(word.Text)))
            ? new(Verdict.Affiliate, false, 0.55, [$"{letters.ToUpperInvariant()} of {parent.Whole}: {Written.Of(more)}"])
            : null;
    }

    private static bool IsPlaceOrLocal(IReadOnlyList<NameWord> words) =>
        Places.StartingAt(words, 0, out _) is not null || Places.EndingAt(words, words.Count, out _) is not null || NameWords.PartHeads.Contains(words[^1].Text) || NameWords.ChapterWords.Contains(words[^1].Text) || NameWords.Landscape.Contains(words[^1].Text);

    /// <summary>"Tenants Union – Vermont y Beverly Local": the whole name, and behind a dash or comma what a local is called.</summary>
    private static NameComparison? NamedLocal(IReadOnlyList<NameWord> words, NameCore parent)
    {
        for (var i = 2; i < words.Count - 1; i++)
        {
            if (words[i].Before is Break.Comma or Break.Dash or Break.Colon && words[^1].Text is "local" or "chapter" or "branch" or "section" or "capitulo" && (parent.IsDistinctive || parent.Tokens.Length >= 3)
                && SamenessRules.Of(new NameCore(NameKeys.Trim([.. words.Take(i)])), parent).IsSame)
                return new(Verdict.Affiliate, false, 0.6, [$"{words[^1].Text} of {parent}: {Written.Of([.. words.Skip(i)])}"]);
        }
        return null;
    }

    private static NameComparison? Compound(string word, NameShape parent)
    {
        var end = NameWords.CompoundParts.FirstOrDefault(part => word.EndsWith(part, StringComparison.Ordinal));
        return end is not null && word.Length - end.Length >= 3 && StandFor(word[..^end.Length], parent)
            ? new(Verdict.Affiliate, false, 0.5, [$"part of what {word[..^end.Length].ToUpperInvariant()} stands for: {end}"])
            : null;
    }

    private static bool StandFor(string letters, NameShape parent)
    {
        var known = KnownNames.Shipped.Exactly(letters).Select(name => name.Organization).ToList();
        foreach (var name in parent.Readings.Where(reading => reading.Additions.All(addition => addition.Kind is AdditionKind.Reach or AdditionKind.Country || addition.PlaceKind == PlaceKind.Country)).Select(reading => reading.Base))
        {
            if (name.Known.Any(one => known.Contains(one.Organization)) || Acronyms.Fit(letters, name.Words) != AcronymFit.None)
                return true;
        }
        return false;
    }
}
