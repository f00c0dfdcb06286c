namespace CoalitionLetters.Organizations.Names;

/// <summary>A stretch of a name as it was given, so that reasons print names as people write them.</summary>
internal readonly record struct Written(string? Source, int Start, int End)
{
    /// <summary>Words that no name gave are printed as they are compared.</summary>
    public static string Of(IReadOnlyList<NameWord> words) =>
        Stretch(words) is { Source: not null } stretch ? stretch.ToString() : string.Join(' ', words.Select(word => word.Written.Source is null ? word.Text : word.Written.ToString()));

    /// <summary>From the first word to the last, where they follow each other in one name.</summary>
    public static Written Stretch(IReadOnlyList<NameWord> words)
    {
        if (words.Count == 0)
            return default;
        var first = words[0].Written;
        for (var i = 1; i < words.Count; i++)
        {
            if (!ReferenceEquals(words[i].Written.Source, first.Source) || words[i].Written.Start < words[i - 1].Written.Start)
                return default;
        }
        return first with { End = words[^1].Written.End };
    }

    /// <summary>It fills parentheses.</summary>
    public bool IsAside => Source is not null && Start > 0 && Source[Start - 1] is '(' or '[' && End < Source.Length && Source[End] is ')' or ']';

    public override string ToString()
    {
        var text = Source?[Start..End] ?? "";
        return text.Count(c => c is '(' or '[') > text.Count(c => c is ')' or ']') ? text + ")" : text;
    }
}
