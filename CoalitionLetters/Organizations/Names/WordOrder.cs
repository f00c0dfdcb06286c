namespace CoalitionLetters.Organizations.Names;

/// <summary>Orders of the same words that people mistake for each other.</summary>
internal static class WordOrder
{
    /// <summary>
    /// "National" stands elsewhere, the halves of a hyphen are turned round, "Victims of Torture" are "Torture Victims", or in a name of four words or more two neighbours have changed places.
    /// </summary>
    public static bool IsOneName(NameCore a, NameCore b)
    {
        if (a.Tokens.Length != b.Tokens.Length || a.Tokens.Length < 3)
            return false;
        if (a.Tokens.Length >= 4 && a.Tokens.Contains("national") && a.Tokens.Where(word => word != "national").SequenceEqual(b.Tokens.Where(word => word != "national")))
            return true;
        var at = Enumerable.Range(0, a.Tokens.Length).First(i => a.Tokens[i] != b.Tokens[i]);
        if (at + 1 >= a.Tokens.Length || a.Tokens[at] != b.Tokens[at + 1] || a.Tokens[at + 1] != b.Tokens[at] || !a.Tokens.AsSpan(at + 2).SequenceEqual(b.Tokens.AsSpan(at + 2)))
            return false;
        var (x, y) = (a.Tokens[at], a.Tokens[at + 1]);
        if (TellsWhich(x) || TellsWhich(y) || (x, y) is ("american", "indian") or ("indian", "american"))
            return false;
        return a.Tokens.Length >= 4 || (AreHyphened(a, x, y) && AreHyphened(b, y, x)) || IsOf(a, x, y) || IsOf(b, y, x);
    }

    /// <summary>"University of Miami" is not Miami University, nor "United Church of Christ" United Christ Church.</summary>
    private static bool TellsWhich(string word) =>
        word == "state" || NameWords.Universities.Contains(word) || NameWords.Congregations.Contains(word) || NameWords.Compass.Contains(word) || Places.IsPlace(word);

    private static bool AreHyphened(NameCore name, string first, string second) =>
        Enumerable.Range(1, name.Words.Count - 1).Any(i => name.Words[i].Before == Break.Hyphen && name.Words[i - 1].Text == first && name.Words[i].Text == second);

    private static bool IsOf(NameCore name, string what, string whose) =>
        !Places.IsPlace(whose) && Enumerable.Range(2, Math.Max(0, name.Words.Count - 2)).Any(i => name.Words[i].Text == whose && name.Words[i - 1].Text == "of" && name.Words[i - 2].Text == what);
}
