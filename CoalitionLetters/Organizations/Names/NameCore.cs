namespace CoalitionLetters.Organizations.Names;

/// <summary>A stretch of words that may by itself name a body, with its keys worked out once.</summary>
internal sealed class NameCore
{
    private IReadOnlyList<KnownName>? known;
    private string? writtenOut;
    private ulong? sounds;

    public NameCore(IReadOnlyList<NameWord> words)
    {
        Words = words;
        Strict = NameKeys.Strict(words);
        var shorts = new Dictionary<int, string>();
        Tokens = NameKeys.Loose(words, shorts);
        Shorts = shorts.Count > 0 ? shorts : null;
        // The same string for the same text: a list of a hundred thousand names keeps all of this in memory.
        Loose = string.Join(' ', Tokens) is var loose && loose == Strict ? Strict : loose;
        Squashed = words.Count == 1 ? words[0].Text : Squash(words);
        Acronym = Acronyms.LettersOf(words);
        IsSpanish = Tokens.Any(NameWords.English.ContainsKey);
        IsForeign = !System.Text.Ascii.IsValid(Strict) && Scripts.IsForeign(words);
        Numbers = string.Join(' ', Tokens.Where(token => token.Any(char.IsAsciiDigit)).Order(StringComparer.Ordinal));
    }

    public IReadOnlyList<NameWord> Words { get; }

    public string Strict { get; }

    public string[] Tokens { get; }

    /// <summary>What was written where a token is a short form written out, or may be one, by the token's place.</summary>
    public IReadOnlyDictionary<int, string>? Shorts { get; }

    public string Loose { get; }

    public string Squashed { get; }

    /// <summary>The letters, where the words are one acronym.</summary>
    public string? Acronym { get; }

    /// <summary>A bit for the sound of each token: two names without one in common share no word, however it is spelled.</summary>
    public ulong Sounds => sounds ??= Tokens.Aggregate(0UL, (bits, token) => bits | (1UL << (Spelling.StemOf(token) & 63)));

    /// <summary>The tokens with a digit, sorted: two bodies never differ in them and are one.</summary>
    public string Numbers { get; }

    /// <summary>The loose form with acronyms of well-known bodies written out; null where there are none.</summary>
    public string WrittenOut => writtenOut ??= Words.Count > 1 && Words.Any(word => word is { IsUpper: true, Text.Length: >= 3 }) ? WriteOut() : Loose;

    public IReadOnlyList<KnownName> Known
    {
        get => known ??= Find();
        init => known = value;
    }

    /// <summary>Some word sets this name apart from the many that share their words.</summary>
    public bool IsDistinctive => Known.Count > 0 || Acronym is not null || Tokens.Any(IsOwn);

    /// <summary>One everyday word, which many bodies may share.</summary>
    public bool IsWeak => Tokens.Length < 2 && !(Words.Count == 1 && Words[0].IsUpper && (Known.Count > 0 || Acronym is not null)) && !Tokens.Any(word => IsOwn(word) && !EnglishWords.IsCommon(word));

    public static bool IsOwn(string word) =>
        !NameWords.Topics.Contains(word) && !NameWords.Bodies.Contains(word) && !NameWords.English.ContainsKey(word) && !Places.IsPlace(word) && !char.IsAsciiDigit(word[0]);

    public bool IsSpanish { get; }

    /// <summary>A "The" stands before the words, where the name was given.</summary>
    public bool HasArticle => Words[0].Written is { Source: { } source, Start: > 3 and var start } && source.AsSpan(0, start).TrimEnd() is var before && before.EndsWith("the", StringComparison.OrdinalIgnoreCase) && (before.Length == 3 || !char.IsLetterOrDigit(before[^4]));

    /// <summary>Written in a script that is not Latin.</summary>
    public bool IsForeign { get; }

    /// <summary>One everyday word in capitals, which may be an acronym: "CARE".</summary>
    public bool MayBeLetters => Words is [{ IsUpper: true }] && IsShortWord;

    private bool IsShortWord => Words is [{ Text.Length: <= Acronyms.MostLetters } word] && EnglishWords.IsCommon(word.Text) && !NameWords.Small.Contains(word.Text);

    /// <summary>As the name gives it, for reasons.</summary>
    public override string ToString() => Written.Of(Words);

    /// <summary>A token as the name gives it, where one word of it gave it.</summary>
    public string Given(string token) => Words.FirstOrDefault(word => word.Text == token) is { Text: not null } word ? Written.Of([word]) : token;

    /// <summary>Without spaces, but "24/7" is not "247".</summary>
    private static string Squash(IReadOnlyList<NameWord> words) =>
        string.Concat(words.Select((word, i) => i > 0 && word.IsNumber && char.IsAsciiDigit(words[i - 1].Text[^1]) ? "-" + word.Text : word.Text));

    private string WriteOut() =>
        Words.Any(word => Short(word) is not null)
            ? string.Join(' ', NameKeys.Loose([.. Words.SelectMany(word => Short(word) is { } name ? NameText.Read(name.Organization.Name).Words : [word])]))
            : Loose;

    private static KnownName? Short(NameWord word) =>
        word is { IsUpper: true, Text.Length: >= 3 } && KnownNames.Shipped.Exactly(word.Text) is [{ IsOwnName: false } name] ? name : null;

    private IReadOnlyList<KnownName> Find()
    {
        var exactly = KnownNames.Shipped.Exactly(Strict);
        // "Care" is not vouched for as CARE.
        if (exactly.Count > 0)
            return IsShortWord ? [.. exactly.Select(name => name with { Vouched = name.Vouched && name.IsUpper == Words[0].IsUpper })] : exactly;
        return Tokens.Length > 1 ? [.. KnownNames.Shipped.About(Loose).Select(name => name with { Vouched = false })] : [];
    }
}
