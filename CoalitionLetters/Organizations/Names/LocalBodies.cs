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
        if (UnderInitials(words, parent.Whole) is { } named)
            return named;
        return words.Count >= 3 && words[0] is { IsUpper: true, Text.Length: >= 3 } letters && NameWords.LocalHeads.Contains(words[1].Text) && !words[2].IsNumber && StandFor(letters.Text, parent)
            ? new(Verdict.Affiliate, false, 0.55, [$"{words[1].Text} of what {letters.Text.ToUpperInvariant()} stands for: {Written.Of([.. words.Skip(2)])}"])
            : null;
    }

    /// <summary>"GASP Legal Program" beside the Group Against Smog and Pollution: all first letters of a name, which no list knows for another, and what a part is called.</summary>
    private static NameComparison? UnderInitials(IReadOnlyList<NameWord> words, NameCore parent) =>
        words.Count is >= 2 and <= 6 && words[0] is { IsUpper: true, Text: { Length: >= 4 } letters } && KnownNames.Shipped.Exactly(letters).Count == 0 && Acronyms.AreInitials(letters, parent.Words)
        && (NameWords.PartHeads.Contains(words[^1].Text) || NameWords.Undertakings.Contains(words[^1].Text) || NameWords.Arms.EndingAt(words, words.Count) is not null)
            ? new(Verdict.Affiliate, false, 0.55, [$"part of {parent}, whose first letters are {letters.ToUpperInvariant()}: {Written.Of([.. words.Skip(1)])}"])
            : null;

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
