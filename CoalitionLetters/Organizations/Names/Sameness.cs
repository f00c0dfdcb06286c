namespace CoalitionLetters.Organizations.Names;

internal enum Likeness
{
    No,

    /// <summary>Close, but a person should look.</summary>
    Doubtful,

    Same,

    /// <summary>Equal after normalization or by a vouched name.</summary>
    Certain,
}

internal readonly record struct Sameness(Likeness Likeness, double Score, string Reason)
{
    public static readonly Sameness None = new(Likeness.No, 0, "");

    public bool IsSame => Likeness >= Likeness.Same;
}

/// <summary>Whether two stretches of words name one body; the first rule that speaks decides.</summary>
internal static class SamenessRules
{
    public static Sameness Of(NameCore a, NameCore b)
    {
        if (a.Strict == b.Strict)
            return a.MayBeLetters != b.MayBeLetters ? new(Likeness.Doubtful, 0.6, "only capital letters differ, and one could be an acronym") : new(Likeness.Certain, 1, "equal");
        if (a.Known.Count > 0 && b.Known.Count > 0 && ByKnownNames(a, b) is { } known)
            return known;
        if (a.IsForeign != b.IsForeign && (a.IsForeign ? Scripts.AreOneName(a.Words, b.Words) : Scripts.AreOneName(b.Words, a.Words)))
            return new(Likeness.Same, 0.85, "the same in another script");
        if (OnlyLegalFormDiffers(a, b) || OnlyLegalFormDiffers(b, a))
            return (a.Words.Count == 1 ? a : b).Known.Any(name => name.IsOwnName)
                ? new(Likeness.Same, 0.9, "only a legal form differs, behind one everyday word that is a known name")
                : new(Likeness.Doubtful, 0.65, "only a legal form differs, behind one everyday word");
        if (a.Loose == b.Loose && StartsWithA(a) != StartsWithA(b) && a.Tokens.All(EnglishWords.IsCommon))
            return new(Likeness.Doubtful, 0.65, "the same everyday words with another article");
        if (a.Loose == b.Loose && a.Loose.Length > 0)
            return IsHeldByIn(a) != IsHeldByIn(b) && a.Tokens.Length <= 3 && a.Tokens.All(EnglishWords.IsCommon)
                ? new(Likeness.Doubtful, 0.65, "the same everyday words, joined by \"in\" or not")
                : new(Likeness.Same, 0.97, "only small words or short forms differ");
        if (a.WrittenOut == b.WrittenOut && a.Loose.Length > 0)
            return new(Likeness.Same, 0.94, "the same with an acronym written out");
        if ((a.Squashed == b.Squashed && a.Squashed.Length > 3) || (a.Tokens.Length != b.Tokens.Length && Letters(a) == Letters(b) && Joined(a) is { Length: > 6 } joined && joined == Joined(b)))
            return new(Likeness.Same, 0.96, "only spaces differ");
        if (a.Words.Count == 1 && b.Words.Count == 1 && WithoutDomain(a) is { Length: > 5 } site && site == WithoutDomain(b) && (!EnglishWords.IsCommon(site) || a.Known.Concat(b.Known).Any(name => name.Vouched)) || (a.Words.Count == 1) != (b.Words.Count == 1) && IsAddressOf(a, b))
            return new(Likeness.Same, 0.9, "one is written as a web address");
        if (ByAddressOfLetters(a, b) is { IsSame: true } address)
            return address;
        if (ByAcronym(a, b) is { } acronym)
            return acronym;
        if (a.Acronym is not null && b.Acronym is not null)
            return ByTyping(a, b);
        if (a.Words.Count != b.Words.Count && WithLettersWithin(a, b) is { Likeness: not Likeness.No } within)
            return within;
        if (a.Tokens.Length > 1 && b.Tokens.Length > 1 && (a.Sounds & b.Sounds) == 0 && !a.IsSpanish && !b.IsSpanish)
            return Sameness.None;
        return a.Numbers == b.Numbers && Math.Abs(a.Tokens.Length - b.Tokens.Length) <= 2 ? ByWords(a, b) : Sameness.None;
    }

    /// <summary>"Faith in Action Network" beside the Faith Action Network; "w" is "w/".</summary>
    private static bool IsHeldByIn(NameCore core) => core.Words.Any(word => word.Text is "in" or "with" or "from" or "w");

    private static int Letters(NameCore core) => core.Loose.Length - core.Tokens.Length;

    /// <summary>The words that count, without spaces, but "24/7" is not "247".</summary>
    private static string Joined(NameCore core) =>
        string.Concat(core.Tokens.Select((word, i) => i > 0 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(core.Tokens[i - 1][^1]) ? "-" + word : word));

    /// <summary>"ColorOfChange.org".</summary>
    private static bool IsAddressOf(NameCore a, NameCore b)
    {
        var (address, name) = a.Words.Count == 1 ? (a, b) : (b, a);
        return address.Words[0].IsDotted && WithoutDomain(address) is { Length: > 5 } site && site == name.Squashed;
    }

    /// <summary>"EFF.org" and the body's full name.</summary>
    private static Sameness? ByAddressOfLetters(NameCore a, NameCore b)
    {
        var (address, name) = a.Words.Count == 1 ? (a, b) : (b, a);
        if (name.Words.Count < 2 || address.Words is not [{ IsDotted: true, Text: { Length: >= 6 and <= 11 } text } word] || !(text.EndsWith("org", StringComparison.Ordinal) || text.EndsWith("net", StringComparison.Ordinal) || text.EndsWith("com", StringComparison.Ordinal)))
            return null;
        var letters = new NameCore([word with { Text = text[..^3], IsUpper = true, IsDotted = false }]);
        return Of(letters, name) is { IsSame: true } sameness ? new(Likeness.Same, Math.Min(0.85, sameness.Score), $"{text[..^3].ToUpperInvariant()} as a web address: {sameness.Reason}") : null;
    }

    private static string WithoutDomain(NameCore core) =>
        core.Words[0] is { IsDotted: true, Text.Length: > 8 } word && (word.Text.EndsWith("org", StringComparison.Ordinal) || word.Text.EndsWith("net", StringComparison.Ordinal) || word.Text.EndsWith("com", StringComparison.Ordinal)) ? word.Text[..^3] : core.Squashed;

    /// <summary>"Girls Inc." and "Girls".</summary>
    private static bool OnlyLegalFormDiffers(NameCore a, NameCore b) => a.Words is [var word] && b.Words is [var same, { Text: "inc" }] && word.Text == same.Text;

    /// <summary>"A Better City" beside "The Better City".</summary>
    private static bool StartsWithA(NameCore core) => core.Words[0].Text is "a" or "an";

    private static Sameness? ByKnownNames(NameCore a, NameCore b)
    {
        foreach (var one in a.Known)
        {
            foreach (var other in b.Known)
            {
                if (one.Organization != other.Organization)
                    continue;
                if (one.IsLesser != other.IsLesser)
                    return new(Likeness.Doubtful, 0.6, $"also known for {one.Organization.Name}, but more so for {(one.IsLesser ? a : b).Known.First(name => !name.IsLesser).Organization.Name}");
                return new(one.Vouched && other.Vouched ? Likeness.Certain : Likeness.Same, one.Vouched && other.Vouched ? 0.99 : 0.95, $"both are known names of {one.Organization.Name}");
            }
        }
        return a.Acronym is null && b.Acronym is null ? Sameness.None : ByAcronym(a, b) ?? Sameness.None;
    }

    private static Sameness? ByAcronym(NameCore a, NameCore b)
    {
        var (letters, words) = a.Acronym is not null ? (a, b) : (b, a);
        if (letters.Acronym is null || words.Words.Count < 2)
            return null;

        var fit = Acronyms.Fit(letters.Acronym, words);
        if (fit == AcronymFit.None)
            return null;
        if (letters.Known.Select(name => name.Organization).FirstOrDefault(organization => words.Known.Count == 0 && IsWrittenShort(words, organization)) is { } known)
            return new(Likeness.Same, 0.85, $"{letters.Acronym.ToUpperInvariant()} is known for {known.Name}, written short");
        if (letters.Known.Any(name => name.Vouched) || letters.Known.Any(name => name.IsOwnName) || letters.Known is [{ IsLesser: false, IsMarked: false }] || (letters.Known.Count > 0 && words.Known.Count > 0))
            return new(Likeness.Doubtful, 0.6, $"{letters.Acronym.ToUpperInvariant()} fits, but is known for {letters.Known[0].Organization.Name}");
        return fit == AcronymFit.Exact && letters.Acronym.Length >= 3
            ? new(Likeness.Same, 0.85, $"{letters.Acronym.ToUpperInvariant()} is an acronym of {words}")
            : new(Likeness.Doubtful, 0.55, $"{letters.Acronym.ToUpperInvariant()} may be an acronym of {words}");
    }

    /// <summary>"UU Church of Asheville": two letters are the initials of what the other name has in their place, and no place's.</summary>
    private static Sameness ByInitialsWithin(NameWord letters, IReadOnlyList<NameWord> words) =>
        Acronyms.AreInitials(letters.Text, words) && Places.Find(letters.Text) is null
            ? new(Likeness.Same, 0.85, $"{letters.Text.ToUpperInvariant()} are the first letters of {Written.Of(words)}") : Sameness.None;

    /// <summary>"Sisters of Charity of the B.V.M.": all words are equal but letters that stand for those of the other name at their place.</summary>
    private static Sameness? WithLettersWithin(NameCore a, NameCore b)
    {
        var (shorter, longer) = a.Words.Count < b.Words.Count ? (a.Words, b.Words) : (b.Words, a.Words);
        var start = 0;
        while (start < shorter.Count && IsSameWord(shorter[start], longer[start]))
            start++;
        var rest = shorter.Count - start - 1;
        if (start + rest == 0 || rest < 0 || !IsLetters(shorter[start]) || longer.Count - rest - start < 2)
            return null;
        var letters = shorter[start];
        for (var i = 1; i <= rest; i++)
        {
            if (!IsSameWord(shorter[^i], longer[^i]))
                return null;
        }
        IReadOnlyList<NameWord> within = [.. longer.Skip(start).Take(longer.Count - rest - start)];
        return letters.Text.Length >= 3 ? ByLettersWithin(letters with { IsUpper = true }, new NameCore(within), new NameCore([.. shorter.Take(start), .. shorter.Skip(start + 1)]))
            : shorter.Count(word => !NameWords.Small.Contains(word.Text)) >= 3 ? ByInitialsWithin(letters, within) : null;
    }

    /// <summary>Capitals, or a word with more than one capital that no dictionary has: "MEChA".</summary>
    private static bool IsLetters(NameWord word) =>
        word.IsUpper || (word.Text.Length is >= 3 and <= Acronyms.MostLetters && Written.Of([word]).Count(char.IsUpper) >= 3 && !EnglishWords.Knows(word.Text));

    /// <summary>Beside words that both names have, letters that fit what the other has in their place stand for it, whomever the list knows by them alone: "Diné CARE".</summary>
    private static Sameness? ByLettersWithin(NameWord word, NameCore within, NameCore rest)
    {
        var letters = new NameCore([word]);
        if (letters.Known.Any(name => within.Known.Any(known => known.Organization == name.Organization)))
            return new(Likeness.Same, 0.9, $"{Written.Of([word])} is known for {within}");
        var isBorneOut = rest.Tokens.Length >= 2 || rest.Tokens.Any(token => NameCore.IsOwn(token) && (word.Text.Length >= 4 || !EnglishWords.IsCommon(token)));
        return isBorneOut && Acronyms.Fit(word.Text, within.Words) == AcronymFit.Exact
            ? new(Likeness.Same, 0.8, $"{Written.Of([word])} stands for {within}")
            : ByAcronym(letters, within);
    }

    private static bool IsSameWord(NameWord a, NameWord b) => a.Text == b.Text || NameKeys.LongForm(a.Text) == NameKeys.LongForm(b.Text);

    /// <summary>"Amer. Fed. of State County &amp; Munic. Employees".</summary>
    private static bool IsWrittenShort(NameCore words, KnownOrganization organization) =>
        new NameCore(NameKeys.Trim(NameText.Read(organization.Name).Words)) is var name && name.Tokens.Length == words.Tokens.Length && InOrder(words, name).IsSame;

    private static Sameness ByTyping(NameCore a, NameCore b)
    {
        var isKnown = a.Known.Count > 0 != b.Known.Count > 0;
        if (!isKnown || Math.Min(a.Squashed.Length, b.Squashed.Length) < 5 || Spelling.Distance(a.Squashed, b.Squashed, 1) > 1)
            return Sameness.None;
        return Spelling.IsSlipOfTheHand(a.Squashed, b.Squashed) ? new(Likeness.Same, 0.8, "typing error: letters swapped or doubled") : new(Likeness.Doubtful, 0.5, "acronyms of one letter's difference");
    }

    private static bool HasDigit(string token) => token.Any(char.IsAsciiDigit);

    private static Sameness ByWords(NameCore a, NameCore b)
    {
        if (a.Tokens.Length == 0 || b.Tokens.Length == 0)
            return Sameness.None;
        if (a.Tokens.Length == b.Tokens.Length)
            return InOrder(a, b) is { Likeness: not Likeness.No } inOrder ? inOrder : InAnotherOrder(a, b);
        return LongerForm(a, b) is { Likeness: not Likeness.No } longer ? longer : Squashed(a, b);
    }

    private static Sameness InOrder(NameCore one, NameCore other)
    {
        var (a, b) = (one.Tokens, other.Tokens);
        var relations = new List<(string X, string Y, WordRelation Relation)>();
        for (var i = 0; i < a.Length; i++)
        {
            var relation = a[i] != b[i] && (IsShort(one, i, b[i]) || IsShort(other, i, a[i])) ? WordRelation.Abbreviation : Spelling.Relation(a[i], b[i]);
            if (relation == WordRelation.Different)
                return Sameness.None;
            if (relation != WordRelation.Equal)
                relations.Add((a[i], b[i], relation));
        }
        if (relations.Count == 0)
            return Sameness.None;

        var equal = a.Length - relations.Count;
        var pairs = string.Join(", ", relations.Select(pair => $"{one.Given(pair.X)} / {other.Given(pair.Y)}"));
        if (relations.Any(pair => pair.Relation == WordRelation.Near))
            return relations is [var (x, y, _)] && equal >= 2 && Spelling.IsSlipInOwnName(x, y) && !IsTownOrFamily(one, x) ? new(Likeness.Same, 0.85, $"typing error: {pairs}")
                : equal > 0 || a.Length == 1 ? new(Likeness.Doubtful, 0.6, $"one word is close: {pairs}") : Sameness.None;
        if (relations.Any(pair => pair.Relation == WordRelation.Abbreviation) && relations.All(pair => pair.Relation is WordRelation.Abbreviation or WordRelation.Form or WordRelation.Slip))
            // "Fdn" is a foundation, though it could stand for a federation: beside one equal word nothing bears that out.
            return equal > 1 || (equal == 1 && relations.Any(pair => Places.Find(pair.X.Length > pair.Y.Length ? pair.X : pair.Y) is { Kind: PlaceKind.State })) || (a.Intersect(b).Any(word => NameCore.IsOwn(word) && !EnglishWords.IsCommon(word)) && relations.All(pair => Spelling.Relation(pair.X, pair.Y) == pair.Relation)) ? new(Likeness.Same, 0.88, $"words written short: {pairs}")
                : equal == 1 ? new(Likeness.Doubtful, 0.6, $"words written short: {pairs}") : Sameness.None;
        if (relations.All(pair => pair.Relation is WordRelation.Translation or WordRelation.Form))
            return relations.Any(pair => pair.Relation == WordRelation.Translation) ? Translated(one, other, pairs) : equal >= 1 ? new(Likeness.Same, 0.92, $"one word in another form: {pairs}") : new(Likeness.Doubtful, 0.6, $"words in another form: {pairs}");
        if (relations.Count(pair => pair.Relation is WordRelation.Slip or WordRelation.Transliteration) > Math.Max(1, a.Length / 2))
            return relations.All(pair => pair.Relation == WordRelation.Transliteration) ? new(Likeness.Same, 0.8, $"another transliteration: {pairs}") : new(Likeness.Doubtful, 0.6, $"many words are close: {pairs}");
        return relations.Any(pair => pair.Relation == WordRelation.Transliteration)
            ? new(Likeness.Same, 0.85, $"another transliteration: {pairs}")
            : a.Length > 1 || a[0].Length >= 7 ? new(Likeness.Same, 0.9, $"typing error: {pairs}") : new(Likeness.Doubtful, 0.6, $"one word is close: {pairs}");
    }

    /// <summary>"Islamic Center of Merlton", "Lindgren Family Foundation": a town or a family that no list has may have a neighbour of nearly its name.</summary>
    private static bool IsTownOrFamily(NameCore core, string word) =>
        (core.Words[^1].Text == word && (core.Words[^1].Before >= Break.Comma || core.Words[^2].Text is "of" or "in")) || (core.Tokens[0] == word && DescribingWords.Funds.Contains(core.Tokens[^1]));

    private static bool IsShort(NameCore core, int at, string word) => core.Shorts?.GetValueOrDefault(at) is { } written && Abbreviations.IsShortFor(written, word);

    /// <summary>Two names of one language, or short ones, are no translations of each other.</summary>
    private static Sameness Translated(NameCore a, NameCore b, string pairs) =>
        a.Tokens.Length >= 3 && !(NameLanguages.Of(a.Words) is { } language && language == NameLanguages.Of(b.Words)) ? new(Likeness.Same, 0.8, $"the same in English and Spanish: {pairs}") : new(Likeness.Doubtful, 0.5, $"the same in English and Spanish: {pairs}");

    private static Sameness InAnotherOrder(NameCore a, NameCore b)
    {
        if (a.Loose.Length != b.Loose.Length && !a.IsSpanish && !b.IsSpanish)
            return Sameness.None;
        var (sortedA, sortedB) = (a.Tokens.Order(StringComparer.Ordinal).ToArray(), b.Tokens.Order(StringComparer.Ordinal).ToArray());
        if (sortedA.SequenceEqual(sortedB))
            return IsTurnedAtComma(a, b) || IsTurnedAtComma(b, a) ? new(Likeness.Same, 0.93, "the words are turned round at the comma")
                : (TurnedAtPreposition(a, b) ?? TurnedAtPreposition(b, a)) is { } at ? new(Likeness.Same, 0.88, $"the words are turned round at \"{at}\"")
                : HasMovedWord(a, b) || HasMovedWord(b, a) || WordOrder.IsOneName(a, b) ? new(Likeness.Same, 0.88, "the same words, one of them moved")
                : new(Likeness.Doubtful, 0.65, "the same words in another order");

        var english = (string[] tokens) => tokens.Select(NameLanguages.InEnglish).Select(Stem).Order(StringComparer.Ordinal);
        return a.Tokens.Length >= 2 && english(a.Tokens).SequenceEqual(english(b.Tokens)) ? Translated(a, b, $"{a} / {b}") : Sameness.None;
    }

    /// <summary>"Beth Tikvah Congregation", "32BJ SEIU": the kind of body or a number stands before the name or behind it.</summary>
    private static bool HasMovedWord(NameCore one, NameCore other) =>
        (one.Tokens, other.Tokens) is var (a, b) && a.Length is 2 or 3 && a.AsSpan(1).SequenceEqual(b.AsSpan(0, b.Length - 1))
        && (HasDigit(a[0]) || ((NameWords.Bodies.Contains(a[0]) || IsChapterName(a[0])) && a.Skip(1).Any(NameCore.IsOwn)));

    /// <summary>"Indivisible Skagit" and "Skagit Indivisible".</summary>
    private static bool IsChapterName(string word) =>
        KnownNames.Shipped.Exactly(word) is [{ Vouched: true, Organization.HasChapters: true }];

    /// <summary>
    /// "Center for Health at Xavier University" and "Xavier University Center for Health", "Friends of the Verde River" and "Verde River Friends": what stands behind the preposition names one campus
    /// or one place (or where an order of sisters has its house), and what stands before it is more than a university ("University of Miami" is not Miami University).
    /// </summary>
    private static string? TurnedAtPreposition(NameCore a, NameCore b)
    {
        for (var i = 1; i < a.Words.Count - 1; i++)
        {
            if (a.Words[i].Text is not ("of" or "at"))
                continue;
            var (what, whose) = (new NameCore([.. a.Words.Take(i)]), new NameCore(NameKeys.Trim([.. a.Words.Skip(i + 1)])));
            if (whose.Tokens.Concat(what.Tokens).SequenceEqual(b.Tokens) && !what.Tokens.All(word => word == "state" || NameWords.Universities.Contains(word)) && (what.Tokens.Contains("sisters") || IsOneCampusOrPlace(whose)))
                return a.Words[i].Text;
        }
        return null;
    }

    private static bool IsOneCampusOrPlace(NameCore core) =>
        core.Tokens.Any(word => NameWords.Universities.Contains(word) || (NameCore.IsOwn(word) && !EnglishWords.IsCommon(word))) || Places.IsPlace(core.Strict) || (core.Tokens is [.., "school"] && core.Tokens.Length >= 2);

    private static string Stem(string word) => word.Length > 3 && word.EndsWith('s') ? word[..^1] : word;

    private static bool IsTurnedAtComma(NameCore a, NameCore b)
    {
        for (var i = 1; i < a.Words.Count; i++)
        {
            if (a.Words[i].Before == Break.Comma && NameKeys.Loose([.. a.Words.Skip(i), .. a.Words.Take(i)]).SequenceEqual(b.Tokens))
                return true;
        }
        return false;
    }

    /// <summary>The shorter name, with words around it that name no other body.</summary>
    private static Sameness LongerForm(NameCore a, NameCore b)
    {
        var (shorter, longer) = a.Tokens.Length < b.Tokens.Length ? (a, b) : (b, a);
        if (longer.Tokens.Length - shorter.Tokens.Length > 2 || (shorter.Tokens.Length < 2 && (shorter.IsWeak || shorter.Acronym is not null || shorter.Tokens[0].Length < 6)))
            return Sameness.None;

        var isStart = longer.Tokens.AsSpan().StartsWith(shorter.Tokens);
        var isEnd = longer.Tokens.AsSpan().EndsWith(shorter.Tokens);
        var more = isStart ? longer.Tokens[shorter.Tokens.Length..] : isEnd ? longer.Tokens[..^shorter.Tokens.Length] : [];
        if (more.Length == 0)
            return Congregation.LeavesOutDenomination(shorter, longer) ? new(Likeness.Same, 0.8, "one leaves out the denomination, in one place")
                : FilledInOtherForms(shorter, longer) is { IsSame: true } filled ? filled
                : LeavesOutUniversity(shorter.Tokens, longer.Tokens) ? new(Likeness.Same, 0.85, $"one leaves out that {longer.Given(longer.Tokens[0])} is a university or its school") : Sameness.None;

        var words = string.Join(' ', more.Select(longer.Given));
        if (isEnd && IsGivenName(more, shorter.Tokens))
            return new(Likeness.Same, 0.85, $"one has the given name: {words}");
        var isFilled = isStart ? more.All(NameWords.Fillers.Contains) || (more is ["alliance" or "collective"] && shorter.Tokens.Length >= 3) : more.Length == 1 && NameWords.LeadingFillers.Contains(more[0]);
        if (isFilled && (shorter.Tokens.Length >= 4 || shorter.IsDistinctive))
            return new(Likeness.Same, 0.85, $"a longer form of one name: {words}");
        return Sameness.None;
    }

    /// <summary>"Kelp Health Care Workers" and "Kelp Healthcare Worker Assoc.": a longer form, and a word in another form or with a slip.</summary>
    private static Sameness FilledInOtherForms(NameCore shorter, NameCore longer) =>
        longer.Tokens.Length == shorter.Tokens.Length + 1 && shorter.Tokens.Length >= 3 && NameWords.Fillers.Contains(longer.Tokens[^1]) && !NameWords.Bodies.Contains(shorter.Tokens[^1])
        && new NameCore([.. longer.Words.SkipLast(1)]) is var core && core.Tokens.Length == shorter.Tokens.Length && InOrder(shorter, core) is { Likeness: Likeness.Same } inOrder
            ? new(Likeness.Same, 0.8, $"a longer form of one name: {longer.Given(longer.Tokens[^1])}; {inOrder.Reason}") : Sameness.None;

    /// <summary>"Cornell Farmworker Program" and "Cornell University Farmworker Program"; Boston has several.</summary>
    private static bool LeavesOutUniversity(string[] shorter, string[] longer) =>
        shorter.Length >= 3 && longer[0] == shorter[0] && (longer[1] is "university" or "college" || longer is [_, "law", "school", ..])
        && longer.AsSpan(1 + longer.Length - shorter.Length).SequenceEqual(shorter.AsSpan(1)) && longer.Length - shorter.Length == (longer[1] == "law" ? 2 : 1)
        && NameCore.IsOwn(shorter[0]) && !EnglishWords.IsCommon(shorter[0]);

    /// <summary>"Fred T. Korematsu Center for Law", with the letter that only a person has.</summary>
    private static bool IsGivenName(string[] more, string[] name) =>
        more is [{ Length: > 1 }, { Length: 1 }] && name.Length >= 3 && NameCore.IsOwn(name[0]) && !EnglishWords.IsCommon(name[0]);

    /// <summary>"Farm Worker Justice Fund" and "Farmworkers Justice Fund": spaces and one slip.</summary>
    private static Sameness Squashed(NameCore a, NameCore b) =>
        Math.Abs(a.Tokens.Length - b.Tokens.Length) == 1 && Math.Abs(Letters(a) - Letters(b)) <= 1 && (Joined(a), Joined(b)) is var (one, other) && Math.Min(one.Length, other.Length) >= 12 && Spelling.Distance(one, other, 1) <= 1
            ? new(Likeness.Same, 0.85, "spaces and one letter differ") : Sameness.None;
}
