namespace CoalitionLetters.Organizations.Names;

internal enum AcronymFit
{
    None,

    /// <summary>Letters follow the words, with several left out or letters from within words.</summary>
    Weak,

    /// <summary>One letter for each word that counts; of four letters or more one word may be left out, or give two.</summary>
    Exact,
}

/// <summary>Whether letters stand for words: each word gives its first letter, small words may give theirs, a few give two.</summary>
internal static class Acronyms
{
    public const int MostLetters = 9;

    private const double Never = 1000;

    /// <summary>The letters of a name that is one acronym ("AFSCME", "afscme", "A.C.L.U."); null where it is not one.</summary>
    public static string? LettersOf(IReadOnlyList<NameWord> words)
    {
        if (words.Count != 1 || words[0].Text is not { Length: >= 2 and <= MostLetters } text || !text.All(char.IsAsciiLetter))
            return null;
        return words[0].IsUpper || !EnglishWords.Knows(text) ? text : null;
    }

    public static AcronymFit Fit(string letters, IReadOnlyList<NameWord> words)
    {
        if (words.Count < 2 || letters.Length < 2 || !words.Any(word => word.Text[0] == letters[0]) || words.Any(word => word.Text == letters))
            return AcronymFit.None;

        var cost = Cost(letters, words);
        return cost switch
        {
            <= 0.5 => AcronymFit.Exact,
            <= 2 when letters.Length >= 4 => AcronymFit.Exact,
            <= 2.7 when letters.Length >= 3 => AcronymFit.Weak,
            _ => AcronymFit.None,
        };
    }

    /// <summary>The same for a name, which may give the letter of its article too: "TURN" is The Utility Reform Network.</summary>
    public static AcronymFit Fit(string letters, NameCore name) =>
        Fit(letters, name.Words) is not AcronymFit.None and var fit ? fit
            : letters.Length >= 4 && letters[0] == 't' && name.HasArticle && name.Words.Count >= 2 && Cost(letters[1..], name.Words) == 0 ? AcronymFit.Exact : AcronymFit.None;

    /// <summary>Exactly the first letters of all words that count.</summary>
    public static bool AreInitials(string letters, IReadOnlyList<NameWord> words) =>
        letters == string.Concat(words.Where(word => !NameWords.Small.Contains(word.Text)).Select(word => word.Text[0]));

    /// <summary>The letters are first letters of the words in their order, from the first word on, with others left out.</summary>
    public static bool IsSpelled(string letters, IReadOnlyList<NameWord> words)
    {
        var counted = words.Where(word => !NameWords.Small.Contains(word.Text)).ToList();
        var at = 0;
        foreach (var word in counted)
        {
            if (at < letters.Length && word.Text[0] == letters[at])
                at++;
            else if (at == 0)
                return false;
        }
        return at == letters.Length && letters.Length * 2 >= counted.Count;
    }

    /// <summary>Half of the letters or more are first letters of the words in whatever order, as an acronym of another language has them: "World Organisation Against Torture (OMCT)".</summary>
    public static bool ShareInitials(string letters, IReadOnlyList<NameWord> words)
    {
        var initials = words.Where(word => !NameWords.Small.Contains(word.Text)).Select(word => word.Text[0]).ToList();
        return letters.Count(initials.Remove) * 2 >= letters.Length;
    }

    /// <summary>The least cost of reading the letters from the words in their order: 0 for plain initials.</summary>
    private static double Cost(string letters, IReadOnlyList<NameWord> words)
    {
        // best[i]: the first i letters are read from the words seen so far.
        var best = Enumerable.Repeat(Never, letters.Length + 1).ToArray();
        best[0] = 0;
        for (var w = 0; w < words.Count; w++)
        {
            var next = Enumerable.Repeat(Never, letters.Length + 1).ToArray();
            for (var i = 0; i <= letters.Length; i++)
            {
                if (best[i] >= Never)
                    continue;
                next[i] = Math.Min(next[i], best[i] + CostOfSkipping(words, w));
                for (var taken = 1; taken <= 4 && i + taken <= letters.Length; taken++)
                {
                    var cost = CostOfTaking(letters.AsSpan(i, taken), words[w].Text);
                    next[i + taken] = Math.Min(next[i + taken], best[i] + cost);
                }
            }
            best = next;
        }
        return best[^1];
    }

    private static double CostOfSkipping(IReadOnlyList<NameWord> words, int at)
    {
        var text = words[at].Text;
        if (NameWords.Small.Contains(text))
            return 0;
        if (NameWords.Homeland.Contains(text) && at == words.Count - 1)
            return 0.4;
        return words[at].Before == Break.Hyphen ? 0.5 : 2;
    }

    private static double CostOfTaking(ReadOnlySpan<char> letters, string word)
    {
        if (word.Length == 0 || letters[0] != word[0])
            return Never;
        if (letters.Length == 1 || (letters.Length == 2 && NameWords.CompassLetters.GetValueOrDefault(word)?.AsSpan().SequenceEqual(letters) == true))
            return 0;
        if (word.AsSpan().StartsWith(letters))
            return word.Length == letters.Length && !NameWords.Small.Contains(word) ? 0.3 : 0.6;

        var at = 1;
        foreach (var letter in letters[1..])
        {
            at = word.IndexOf(letter, at);
            if (at < 0)
                return Never;
            at++;
        }
        return letters.Length == 2 ? 1.1 : 1.2;
    }
}
