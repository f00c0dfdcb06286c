namespace CoalitionLetters.Organizations.Names;

/// <summary>What somebody types into a search box, compared with names in groups of three letters.</summary>
internal sealed class NameQuery
{
    private readonly string[] words;
    private readonly string squashed;

    public NameQuery(string text)
    {
        words = [.. NameText.Read(text) is var read ? read.Words.Concat(read.Parentheses.SelectMany(aside => aside)).Select(word => word.Text) : []];
        squashed = string.Concat(words);
        Grams = GramsOf(squashed);
        if (squashed.Length is 1 or 2)
            Grams.Add(Start(squashed));
    }

    public bool IsEmpty => squashed.Length == 0;

    public HashSet<long> Grams { get; }

    /// <summary>The keys of <see cref="NameKeysOf"/> by which names are found that are no more than this.</summary>
    public IEnumerable<string> WholeKeys =>
        KnownNames.Shipped.Exactly(string.Join(' ', words)).Select(known => "known:" + known.Organization.Name).Append("own:" + squashed).Append("initials:" + squashed);

    public static HashSet<long> GramsOf(NameShape shape)
    {
        var grams = GramsOf(shape.Whole.Squashed);
        foreach (var core in shape.Others.Select(other => other.Core))
            grams.UnionWith(GramsOf(core.Squashed));
        foreach (var known in shape.Whole.Known)
            grams.UnionWith(GramsOf(string.Concat(NameText.Read(known.Organization.Name).Words.Select(word => word.Text))));
        foreach (var word in shape.Whole.Words.Select(word => word.Text))
        {
            grams.Add(Start(word[..1]));
            grams.Add(Start(word[..Math.Min(2, word.Length)]));
        }
        if (shape.Whole.Tokens.Length > 2)
            grams.UnionWith(GramsOf(string.Concat(shape.Whole.Tokens.Select(word => word[0]))));
        return grams;
    }

    private static HashSet<long> GramsOf(string squashed)
    {
        var grams = new HashSet<long>();
        for (var i = 0; i + 3 <= squashed.Length; i++)
            grams.Add(((long)squashed[i] << 32) | ((long)squashed[i + 1] << 16) | squashed[i + 2]);
        return grams;
    }

    /// <summary>The first letter or two of a word; the bit above all letters keeps them apart from groups of three.</summary>
    private static long Start(string letters) => (1L << 48) | ((long)letters[0] << 16) | (letters.Length > 1 ? letters[1] : '\0');

    /// <summary>From 0 (no resemblance) to 1 (the very name).</summary>
    public double Score(NameShape shape)
    {
        var best = Score(shape.Whole.Words, shape.Whole.Squashed);
        foreach (var core in shape.Others.Select(other => other.Core))
            best = Math.Max(best, Score(core.Words, core.Squashed));
        if (shape.Whole.Known.Count > 0 && SamenessRules.Of(new NameCore([.. words.Select(word => new NameWord(word, Break.None, word.Length > 1 && words.Length == 1))]), shape.Whole).IsSame)
            best = Math.Max(best, 0.97);
        if (shape.Whole.Tokens.Length > 2 && words.Length == 1 && squashed == string.Concat(shape.Whole.Tokens.Select(word => word[0])))
            best = Math.Max(best, 0.9);
        return best;
    }

    private double Score(IReadOnlyList<NameWord> name, string all)
    {
        if (all == squashed)
            return 1;
        if (all.StartsWith(squashed, StringComparison.Ordinal))
            return 0.95;
        if (all.Contains(squashed, StringComparison.Ordinal) && squashed.Length > 2)
            return 0.85;

        var found = words.Sum(word => name.Max(other => Resemblance(word, other.Text))) / words.Length;
        return found >= 0.7 ? 0.8 * found : 0;
    }

    private static double Resemblance(string typed, string word)
    {
        if (word == typed)
            return 1;
        if (word.StartsWith(typed, StringComparison.Ordinal))
            return 0.9;
        if (typed.Length < 4)
            return 0;
        var limit = typed.Length >= 8 ? 2 : 1;
        var start = word.Length > typed.Length + limit ? word.AsSpan(0, typed.Length) : word;
        return Spelling.Distance(typed, start, limit) <= limit ? 0.8 : 0;
    }
}
