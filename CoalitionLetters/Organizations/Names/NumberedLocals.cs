namespace CoalitionLetters.Organizations.Names;

/// <summary>Locals that letters and a number name, run together ("UE150"), before a title of their own, or as the letters of that title ("GEO 3550").</summary>
internal static class NumberedLocals
{
    /// <summary>The letters of a known body where its local's number is run together with them: "UE150".</summary>
    public static string? LettersBefore(NameWord word)
    {
        var digits = word.Text.AsSpan().IndexOfAnyInRange('0', '9');
        return word.IsUpper && digits is >= 2 and <= Acronyms.MostLetters && word.Text.Length - digits <= 5 && !word.Text.AsSpan(digits).ContainsAnyExceptInRange('0', '9') && KnownNames.Shipped.Exactly(word.Text[..digits]).Count > 0
            ? word.Text[..digits]
            : null;
    }

    public static NameComparison? Of(NameShape a, NameShape b) =>
        a.Whole.Numbers.Length == 0 && b.Whole.Numbers.Length == 0 ? null : Titled(a, b) ?? Titled(b, a) ?? Lettered(a.Whole, b.Whole) ?? Lettered(b.Whole, a.Whole);

    /// <summary>"UE150, North Carolina Public Service Workers Union" and "UE Local 150".</summary>
    private static NameComparison? Titled(NameShape titled, NameShape numbered)
    {
        var words = titled.Whole.Words;
        for (var i = 1; i < Math.Min(words.Count - 1, 4); i++)
        {
            if (words[i].Before < Break.Comma || words.Skip(i).Any(word => word.IsNumber) || !(words[i - 1].IsNumber || LettersBefore(words[i - 1]) is not null) || Places.EndingAt(words, words.Count, out var place) is not null && place == i)
                continue;
            var head = NameShape.Of(Written.Of([.. words.Take(i)]));
            if (SamenessRules.Of(head.Whole, numbered.Whole).IsSame || Affiliation.Of(head, numbered) is { Verdict: Verdict.Same })
                return new(Verdict.Same, false, 0.8, [$"{head.Text} with a title of its own"]);
        }
        return null;
    }

    /// <summary>"GEO 3550" and "Graduate Employees' Organization, AFT Local 3550".</summary>
    private static NameComparison? Lettered(NameCore lettered, NameCore titled)
    {
        if (lettered.Words is not ([{ IsUpper: true, Text.Length: >= 3 }, { IsNumber: true }] or [{ IsUpper: true, Text.Length: >= 3 }, { Text: "local" }, { IsNumber: true }]) || titled.Words.Count < 4 || titled.Words[^1].Text != lettered.Words[^1].Text)
            return null;
        var title = titled.Words.TakeWhile((word, i) => i == 0 || word.Before < Break.Comma).ToList();
        return title.Count < titled.Words.Count && Acronyms.Fit(lettered.Words[0].Text, title) == AcronymFit.Exact
            ? new(Verdict.Same, false, 0.8, [$"both are {lettered.Words[^1].Text}, and {Written.Of([lettered.Words[0]])} stands for {Written.Of(title)}"])
            : null;
    }
}
