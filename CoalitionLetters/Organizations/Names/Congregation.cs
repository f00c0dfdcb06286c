namespace CoalitionLetters.Organizations.Names;

/// <summary>Churches by their dedication, denomination and place.</summary>
internal static class Congregation
{
    /// <summary>"All Saints Church Pasadena" and "All Saints Episcopal Church, Pasadena"; a town may have a First Church of each denomination.</summary>
    public static bool LeavesOutDenomination(NameCore shorter, NameCore longer)
    {
        if (!shorter.Tokens.Any(word => word is "church" or "cathedral" or "parish" or "chapel") || shorter.Tokens.Any(DescribingWords.Denominations.Contains) || DescribingWords.SharedDedications.Contains(shorter.Tokens[0]))
            return false;
        if (!TellsItsPlace(shorter) && !TellsItsPlace(longer))
            return false;
        var at = shorter.Tokens.AsSpan().CommonPrefixLength(longer.Tokens);
        var more = longer.Tokens.Skip(at).Take(longer.Tokens.Length - shorter.Tokens.Length).ToList();
        return more.Exists(DescribingWords.Denominations.Contains) && more.TrueForAll(word => DescribingWords.Denominations.Contains(word) || DescribingWords.BesideDenominations.Contains(word))
            && longer.Tokens.AsSpan(at + more.Count).SequenceEqual(shorter.Tokens.AsSpan(at));
    }

    /// <summary>It ends in a place, or in a few words behind a comma.</summary>
    private static bool TellsItsPlace(NameCore name) =>
        (Places.EndingAt(name.Words, name.Words.Count, out var start) is not null && start >= 2) || name.Words.TakeLast(3).Any(word => word.Before == Break.Comma);
}
