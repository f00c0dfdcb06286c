using System.Collections.Frozen;

namespace CoalitionLetters.Organizations.Names;

/// <summary>Names that nobody else bears ("Callen-Lorde"), with or without words that say what the body is ("Community Health Center").</summary>
internal static class SelfNamed
{
    private const int MostWords = 5;

    /// <summary>The longer name is the shorter one and a description of the whole body: no arm, place, chapter, number or letters.</summary>
    public static bool IsDescribed(NameCore name, NameCore longer)
    {
        if (!IsByItself(name) || longer.Known.Count > 0)
            return false;
        var words = longer.Words;
        var start = name.Words.Count;
        if (words.Count <= start || !words.Take(start).Select(word => word.Text).SequenceEqual(name.Words.Select(word => word.Text)))
            return false;
        IReadOnlyList<NameWord> rest = [.. words.Skip(start)];
        var counted = rest.Where(word => !NameWords.Small.Contains(word.Text)).ToList();
        if (counted.Count is 0 or > MostWords || counted.Exists(IsOfAPart) || Places.StartingAt(rest, 0, out _) is not null || NameWords.Arms.EndingAt(rest, rest.Count) is not null || rest is [.., { Text: "resource" }, { Text: "center" }])
            return false;
        return rest[0].Text is "for" or "of" or "on" or "against" ? name.Tokens.Length == 1 || NameWords.Bodies.Contains(name.Tokens[^1])
            : rest[0].Before <= Break.Hyphen && DescribingWords.Descriptions.Contains(counted[^1].Text) && !(counted[^1].Text is "association" or "society" or "organization" && counted.Exists(word => DescribingWords.Insiders.Contains(word.Text)));
    }

    /// <summary>"Whitman-Walker Clinic" and "Whitman-Walker Health"; "Whitman-Walker Institute" is the clinic's.</summary>
    public static NameComparison? OfOneService(NameCore a, NameCore b)
    {
        var shared = a.Tokens.Zip(b.Tokens).TakeWhile(pair => pair.First == pair.Second).Count();
        if (shared < 2 || shared == a.Tokens.Length || shared == b.Tokens.Length || a.Words.Count <= shared || !IsByItself(new NameCore([.. a.Words.Take(shared)])))
            return null;
        var (name, moreA, moreB) = (Written.Of([.. a.Words.Take(shared)]), a.Tokens.Skip(shared).ToList(), b.Tokens.Skip(shared).ToList());
        var given = $"{string.Join(' ', moreA.Select(a.Given))} / {string.Join(' ', moreB.Select(b.Given))}";
        if (DescribingWords.OneService.Any(words => moreA.Concat(moreB).All(words.Contains)))
            return new(Verdict.Same, false, 0.7, [$"{name}, and two ways to say what it gives: {given}"]);
        return DescribingWords.OneService.Any(words => IsArmBeside(moreA, moreB, words) || IsArmBeside(moreB, moreA, words)) ? new(Verdict.Affiliate, false, 0.5, [$"may be {name} and an arm of it: {given}"]) : null;
    }

    private static bool IsArmBeside(List<string> arm, List<string> service, FrozenSet<string> words) => arm is [var only] && DescribingWords.Sisters.Contains(only) && service.TrueForAll(words.Contains);

    /// <summary>A word that no dictionary has, or a family's name beside another word; no letters, no saint, no university and no body that has chapters.</summary>
    public static bool IsByItself(NameCore name)
    {
        if (name.Words.Any(word => word.IsUpper || word.Text is "saint" or "st" or "san" or "santa" or "law" or "state" or "medical" or "school" or "holy" || NameWords.Universities.Contains(word.Text)) || name.Known.Any(known => known.Organization.HasChapters || KnownNames.Shipped.IsParent(known.Organization)))
            return false;
        return name.Tokens is [var only]
            ? only.Length >= 5 && !EnglishWords.Knows(only) && !Places.IsPlace(only) && !Places.HasWord(only)
            : name.Tokens.Any(word => word.Length >= 4 && NameCore.IsOwn(word) && !EnglishWords.IsCommon(word) && !Places.HasWord(word)) && !Places.IsPlace(name.Strict);
    }

    private static bool IsOfAPart(NameWord word) =>
        word.IsNumber || word.Text is "american" or "america" or "national" or "international" || (word.IsUpper && word.Text != "cdc") || NameWords.ChapterWords.Contains(word.Text) || NameWords.PartHeads.Contains(word.Text) || NameWords.Congregations.Contains(word.Text) && word.Text != "society"
        || !(NameWords.Topics.Contains(word.Text) || NameWords.Bodies.Contains(word.Text) || DescribingWords.Descriptions.Contains(word.Text) || (EnglishWords.IsCommon(word.Text) && !Places.IsPlace(word.Text) && !Places.HasWord(word.Text)));
}
