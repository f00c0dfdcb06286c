namespace CoalitionLetters.Listings;

/// <summary>What a state's tile shows: a fill (<c>full</c>, <c>part</c>, <c>out</c>, or none) and the word it stands for.</summary>
public sealed record StateMark(string Class, string Word)
{
    /// <summary>What the key says of the fill, where the tile's own word says more.</summary>
    public string? InKey { get; init; }

    /// <summary>Stands below the abbreviation, like "2/5".</summary>
    public string? Number { get; init; }

    public static StateMark Full(string word) => new("full", word);

    public static StateMark Part(string word) => new("part", word);

    public static StateMark Out(string word) => new("out", word);
}
