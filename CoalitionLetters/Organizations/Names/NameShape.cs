namespace CoalitionLetters.Organizations.Names;

/// <summary>
/// A name read for comparing: the whole, other names that it tells itself (in parentheses, after "formerly"), and the ways to take it as a
/// parent's name with something added.
/// </summary>
internal sealed class NameShape
{
    private const string Nothing = "\0";

    private readonly IReadOnlyList<NameCore> told;
    private bool? isOfTheList;

    private NameShape(string text, NameCore whole, IReadOnlyList<OtherName> others, NameCore? parent, IReadOnlyList<NameCore> told)
    {
        Clause = string.Join(", ", [.. parent is null ? [] : new[] { "of " + parent.Strict }, .. told.Select(core => core.Strict).Order(StringComparer.Ordinal)]);
        this.told = told;
        Text = text;
        Whole = whole;
        Others = others;
        Parent = parent;
        Readings = [.. NameReadings.Of(whole).Where((reading, i) => i == 0 || reading.Base.Acronym is not { } letters || !IsOverruled(letters))];
    }

    public string Text { get; }

    /// <summary>Nothing stands there to compare.</summary>
    public bool IsEmpty => Whole.Strict == Nothing;

    public NameCore Whole { get; }

    public IReadOnlyList<OtherName> Others { get; }

    /// <summary>Named after "a project of".</summary>
    public NameCore? Parent { get; }

    /// <summary>Some way to take the name meets the shipped list.</summary>
    public bool IsOfTheList => isOfTheList ??= Readings.Any(reading => reading.Base.Known.Count > 0 || reading.Federation is not null);

    /// <summary>The name spells the letters otherwise than the list does.</summary>
    public bool IsOverruled(string letters) => Others.Any(other => other.Overruled is not null && other.Core.Acronym == letters);

    /// <summary>What the name says of itself beside its words, a parent or a former name: two names that differ in it are never certainly the same.</summary>
    public string Clause { get; }

    /// <summary>The same as the name gives it.</summary>
    public string Said => string.Join(", ", [.. Parent is null ? [] : new[] { "of " + Parent }, .. told.Select(core => core.ToString())]);

    /// <summary>Both are letters that say what they stand for, and it is not the same: "NCLR (National Center for Lesbian Rights)", "NCLR (National Council of La Raza)".</summary>
    public bool SpellsOtherwise(NameShape other) =>
        Whole.Acronym is not null && Spellings.Any() && other.Spellings.Any() && !Spellings.Any(own => other.Spellings.Any(its => SamenessRules.Of(own, its).Likeness != Likeness.No));

    private IEnumerable<NameCore> Spellings => told.Where(core => core.Words.Count > 1);

    /// <summary>The whole first, then shorter and shorter bases with what was taken off.</summary>
    public IReadOnlyList<NameReading> Readings { get; }

    public static NameShape Of(string name)
    {
        var text = NameText.Read(name);
        var words = text.Words.Count > 0 ? text.Words : [.. text.Parentheses.SelectMany(aside => aside)];
        var others = new List<OtherName>();
        NameCore? parent = null;

        words = NameKeys.Trim(TakeClauses(words, others, ref parent));
        foreach (var aside in text.Words.Count > 0 ? text.Parentheses : [])
            words = TakeAside(words, aside, others, ref parent);
        if (words.Count == 0)
            words = [new NameWord(name.Trim() is { Length: > 0 } symbols ? symbols : Nothing, Break.None, false)];

        var whole = new NameCore(words);
        if (SpelledLetters.Turned(whole, others) is { } turned)
        {
            (whole, others) = (turned.Words, [turned.Letters]);
        }
        var isVouched = whole.Known is [{ Vouched: true }];
        IReadOnlyList<NameCore> told = [.. others.Where(other => other.Kind == OtherNameKind.ToldLoosely || (other.Kind == OtherNameKind.Told && !(isVouched && !SpelledLetters.Contradict(other.Core, whole)) && !Stands(other.Core, whole))).Select(other => other.Core)];
        AddSides(whole, others);
        SpelledLetters.Overrule(whole, others);
        return new NameShape(name, whole, others, parent, told);
    }

    /// <summary>Cuts "formerly X" and "a project of Y" off the end.</summary>
    private static IReadOnlyList<NameWord> TakeClauses(IReadOnlyList<NameWord> words, List<OtherName> others, ref NameCore? parent)
    {
        for (var i = 1; i < words.Count - 1; i++)
        {
            if (words[i].Before < Break.Comma && !BeginsOtherName(words, i))
                continue;

            if (StartsWith(words, i, NameWords.OtherNameMarks) is var mark and > 0 && i + mark < words.Count)
                others.Add(new OtherName(new NameCore(NameKeys.Trim([.. words.Skip(i + mark)])), OtherNameKind.Told));
            else if (StartsWith(words, i, NameWords.ParentMarks) is var toParent and > 0 && i + toParent < words.Count)
                parent = new NameCore(NameKeys.Trim([.. words.Skip(i + toParent)]));
            else
                continue;
            return [.. words.Take(i)];
        }
        return words;
    }

    /// <summary>Words that stand before another name without a comma, too: "formerly", but not "for Formerly Incarcerated Women", "f/k/a", "also known as".</summary>
    private static bool BeginsOtherName(IReadOnlyList<NameWord> words, int at) => words[at].Text switch
    {
        "fka" or "aka" or "dba" => true,
        "formerly" => !NameWords.Small.Contains(words[at - 1].Text) && !DescribingWords.BehindFormerly.Contains(words[at + 1].Text),
        "f" or "a" or "d" => words[at + 1].Before == Break.Slash,
        "also" or "doing" or "previously" => NameWords.OtherNameMarks.StartingAt(words, at) is { Length: > 1 },
        _ => false,
    };

    private static IReadOnlyList<NameWord> TakeAside(IReadOnlyList<NameWord> words, IReadOnlyList<NameWord> aside, List<OtherName> others, ref NameCore? parent)
    {
        if (StartsWith(aside, 0, NameWords.OtherNameMarks) is var mark and > 0 && mark < aside.Count)
        {
            others.Add(new OtherName(new NameCore(NameKeys.Trim([.. aside.Skip(mark)])), OtherNameKind.Told));
            return words;
        }
        if (StartsWith(aside, 0, NameWords.ParentMarks) is var toParent and > 0 && toParent < aside.Count)
        {
            parent = new NameCore(NameKeys.Trim([.. aside.Skip(toParent)]));
            return words;
        }

        // "(Inc.)"
        if (words.Count > 1 && aside is [var form] && NameWords.LegalForms.Contains(form.Text))
            return words;
        var inside = new NameCore(NameKeys.Trim(aside));
        var outside = new NameCore(words);
        var isPlace = aside.Count == 1 && aside[0].Text.Length <= 3 && (NameWords.Homeland.Contains(aside[0].Text) || Places.Find(aside[0].Text) is { } place && (place.NeedsCapitals || place.Kind != PlaceKind.City || NameWords.Initialed.ContainsKey(aside[0].Text)));
        if (SpelledLetters.InPlaceOf(words, inside) is { } spelled)
            return spelled;
        // "(PAC)" may be the political arm of what it happens to fit.
        if (!isPlace && (inside.Acronym is { Length: >= 5 } || NameWords.Arms.EndingAt(inside.Words, inside.Words.Count)?.Length != inside.Words.Count) && (Stands(inside, outside) || Stands(outside, inside) || AreKnownAsOne(inside, outside)))
        {
            others.Add(new OtherName(inside, OtherNameKind.Told));
            return words;
        }
        if (!isPlace && StandsForPart(inside, words))
            return words;
        if (IsBrandOf(outside, inside))
        {
            others.Add(new OtherName(inside, OtherNameKind.ToldLoosely));
            return words;
        }
        if (IsLetters(inside, outside) || IsShortName(inside, outside) || AreTwoLanguages(inside, outside))
        {
            others.Add(new OtherName(inside, OtherNameKind.ToldLoosely));
            return words;
        }
        if (IsLocalName(inside, outside))
            others.Add(new OtherName(inside, OtherNameKind.ToldLoosely));
        // "(Quakers)" explains; "(Texas Chapter)" makes it another body.
        else if (words.Count > 1 && inside.Acronym is null && !NameReadings.IsAddition(aside) && Places.Find(inside.Strict) is null)
            others.Add(new OtherName(outside, OtherNameKind.BeforeTagline));
        return [.. words, aside[0] with { Before = Break.Dash }, .. aside.Skip(1)];
    }

    /// <summary>"Legal Aid Bureau, Inc. (Maryland Legal Aid)": two or more of the name's words with the place where it works.</summary>
    private static bool IsLocalName(NameCore inside, NameCore outside)
    {
        if (outside.Known.Any(known => known.Organization.HasChapters) || inside.Words.Any(word => NameWords.PlaceCompany.Contains(word.Text) || NameWords.Parts.Contains(word.Text)))
            return false;
        var (start, end) = (0, inside.Words.Count);
        if (Places.StartingAt(inside.Words, 0, out var first) is not null)
            start = first;
        else if (Places.EndingAt(inside.Words, end, out var last) is not null)
            end = last;
        var shared = inside.Words.Skip(start).Take(end - start).Where(word => !NameWords.Small.Contains(word.Text)).Select(word => word.Text).ToList();
        var named = outside.Words.Where(word => !NameWords.Small.Contains(word.Text)).Select(word => word.Text).ToList();
        return end - start < inside.Words.Count && shared.Count >= 2 && named.Count > shared.Count && shared.All(named.Contains) && !outside.Words.Any(word => Places.IsPlace(word.Text))
            && NameWords.Arms.EndingAt(outside.Words, outside.Words.Count) is null;
    }

    /// <summary>The letters stand for the words: "ISRI", "CAMEO Network".</summary>
    public static bool Stands(NameCore letters, NameCore words) =>
        LettersOf(letters) is { } acronym && (letters.Words.Count == 2 ? Acronyms.Fit(acronym, [.. words.Words.Where(word => word.Text != letters.Words[1].Text)]) : Acronyms.Fit(acronym, words)) == AcronymFit.Exact;

    /// <summary>"ISRI", and the letters of "CAMEO Network" and "SJM México".</summary>
    private static string? LettersOf(NameCore core) =>
        core.Acronym ?? (core.Words is [{ IsUpper: true, Text.Length: >= 3 } word, var kind] && ((word.Text.Length >= 4 && NameWords.Fillers.Contains(kind.Text)) || Places.IsPlace(kind.Text)) ? word.Text : null);

    /// <summary>"(Frayba)": one word that no dictionary has, behind a whole name.</summary>
    private static bool IsShortName(NameCore inside, NameCore outside) =>
        inside is { Words: [{ Text: { Length: >= 4 } word, IsNumber: false }], Known.Count: 0 } && outside.Tokens.Length >= 3 && !EnglishWords.Knows(word) && !Places.IsPlace(word) && !Places.HasWord(word)
        && outside.Words.Any(other => other.Text.Length > 2 && word.StartsWith(other.Text[..3], StringComparison.Ordinal));

    /// <summary>Capitals behind a name of several words are its letters even where they fit another language's ("Organisation mondiale contre la torture (OMCT)"), unless they mean something else.</summary>
    private static bool IsLetters(NameCore inside, NameCore outside) =>
        inside is { Acronym: { Length: >= 3 and <= 8 } letters, Known.Count: 0 } && inside.Words[0].IsUpper && outside.Tokens.Length >= 2 && !outside.Words.All(word => word.IsUpper)
        && (Acronyms.Fit(letters, outside.Words) != AcronymFit.None || Acronyms.ShareInitials(letters, outside.Words)) && Places.Find(letters) is null && !NameWords.Homeland.Contains(letters) && !EnglishWords.IsCommon(letters) && NameWords.Arms.EndingAt(inside.Words, 1) is null && !NameWords.LegalLetters.Contains(letters) && !NameWords.LooseLegalForms.Contains(letters);

    /// <summary>"DefendDefenders (East and Horn of Africa Human Rights Defenders Project)": one coined word before a whole name.</summary>
    private static bool IsBrandOf(NameCore outside, NameCore inside) =>
        outside.Words is [{ Text: { Length: >= 5 } word }] && inside.Tokens.Length >= 4 && !EnglishWords.Knows(word) && !Places.IsPlace(word) && Places.EndingAt(inside.Words, inside.Words.Count, out _) is null;

    private static bool AreTwoLanguages(NameCore a, NameCore b) =>
        NameLanguages.AreTwo(a.Words, b.Words) && !IsPlace(a) && !IsPlace(b);

    /// <summary>"Los Angeles Chapter" is no Spanish.</summary>
    private static bool IsPlace(NameCore core)
    {
        var start = core.Words.TakeWhile(word => NameWords.PlaceCompany.Contains(word.Text) || NameWords.Compass.Contains(word.Text)).Count();
        return start < core.Words.Count && Places.StartingAt(core.Words, start, out var end) is not null && core.Words.Skip(end).All(word => NameWords.PlaceCompany.Contains(word.Text) || word.IsUpper);
    }

    /// <summary>"MST - Movimento dos Trabalhadores Rurais Sem Terra": beside the words themselves the letters may leave out more of them.</summary>
    private static bool StandsBeside(NameCore letters, NameCore words) =>
        letters is { Acronym: { Length: >= 3 } acronym } && letters.Words[0].IsUpper && words.Tokens.Length >= 3
        && (Acronyms.IsSpelled(acronym, words.Words) || Acronyms.Fit(acronym, words.Words) != AcronymFit.None);

    /// <summary>"Industrial Parks Association (IPA) Ohio Chapter": letters for the first words of a name, or for its last.</summary>
    private static bool StandsForPart(NameCore letters, IReadOnlyList<NameWord> words)
    {
        if (letters.Acronym is not { Length: >= 3 } acronym)
            return false;
        for (var i = 2; i < words.Count; i++)
        {
            if (IsNamed(words.Take(i)) || (words.Count - i > 1 && IsNamed(words.Skip(i))))
                return true;
        }
        return false;

        bool IsNamed(IEnumerable<NameWord> part) =>
            new NameCore([.. part]) is var core && !NameWords.Small.Contains(core.Words[0].Text) && !NameWords.Small.Contains(core.Words[^1].Text)
            && ((acronym.Length >= 4 && Acronyms.Fit(acronym, core.Words) == AcronymFit.Exact) || Acronyms.AreInitials(acronym, core.Words) || AreKnownAsOne(letters, core));
    }

    private static bool AreKnownAsOne(NameCore a, NameCore b) => a.Known.Any(one => b.Known.Any(other => other.Organization == one.Organization)) || AreLettersOf(a, b);

    /// <summary>"Dt. Gewerkschaftsbund (DGB)": the words are a known body's but for their writing, and the letters are its own.</summary>
    private static bool AreLettersOf(NameCore letters, NameCore words) =>
        letters.Acronym is not null && words.Known.Count == 0 && letters.Known.Any(known => SamenessRules.Of(new NameCore(NameText.Read(known.Organization.Name).Words), words).IsSame);

    /// <summary>The sides of a colon, dash or slash: an acronym and its words, or a name and its tagline.</summary>
    private static void AddSides(NameCore whole, List<OtherName> others)
    {
        var words = whole.Words;
        AddLetters(whole, others);
        var at = Enumerable.Range(1, Math.Max(0, words.Count - 1)).FirstOrDefault(i => words[i].Before is Break.Colon or Break.Dash or Break.Slash || (words[i].Before == Break.Comma && IsTagline(words, i)) || (words[i] is { Before: Break.Hyphen, IsUpper: true } && i == words.Count - 1));
        // "Water Alliance-WA": letters that fit the words and are a state's.
        if (at == 0 || (at == words.Count - 1 && (NameWords.Homeland.Contains(words[at].Text) || Places.Find(words[at].Text) is { NeedsCapitals: true })))
            return;

        var head = new NameCore([.. words.Take(at)]);
        var tail = new NameCore(NameKeys.Trim([words[at] with { Before = Break.None }, .. words.Skip(at + 1)]));
        if (Stands(head, tail) || Stands(tail, head) || AreKnownAsOne(head, tail) || (words[at].Before == Break.Slash && SamenessRules.Of(head, tail).Likeness != Likeness.No)
            || (words[at].Before >= Break.Comma && (StandsBeside(head, tail) || StandsBeside(tail, head))) || (AreTwoLanguages(head, tail) && !IsLocal(tail)))
        {
            others.Add(new OtherName(head, OtherNameKind.Told));
            others.Add(new OtherName(tail, OtherNameKind.Told));
        }
        else if (words[at].Before is not (Break.Slash or Break.Hyphen) && tail.Words.Count >= (words[at].Before == Break.Dash ? 3 : 2) && !NameReadings.IsAddition(tail.Words))
        {
            others.Add(new OtherName(head, OtherNameKind.BeforeTagline));
        }
    }

    /// <summary>"Vermont y Beverly Local" is no Spanish.</summary>
    private static bool IsLocal(NameCore core) => NameWords.Parts.Contains(core.Words[^1].Text);

    /// <summary>"LULAC, League of United Latin American Citizens": letters before or behind the words that they stand for.</summary>
    private static void AddLetters(NameCore whole, List<OtherName> others)
    {
        var words = whole.Words;
        foreach (var (letter, from, to) in ((int, int, int)[])[(0, 1, words.Count), (words.Count - 1, 0, words.Count - 1)])
        {
            if (to - from < 3 || words[letter] is not { IsUpper: true, Text.Length: >= 3 } || words.Skip(from).Take(to - from).All(word => word.IsUpper))
                continue;
            var (letters, rest) = (new NameCore([words[letter] with { Before = Break.None }]), new NameCore(NameKeys.Trim([.. words.Skip(from).Take(to - from).Select((word, i) => i == 0 ? word with { Before = Break.None } : word)])));
            if (!Stands(letters, rest) && !AreKnownAsOne(letters, rest))
                continue;
            others.Add(new OtherName(letters, OtherNameKind.Told));
            others.Add(new OtherName(rest, OtherNameKind.Told));
        }
    }

    private static bool IsTagline(IReadOnlyList<NameWord> words, int at) => NameWords.Articles.Contains(words[at].Text) && words.Count - at >= 3;

    private static int StartsWith(IReadOnlyList<NameWord> words, int at, PhraseList phrases) => phrases.StartingAt(words, at)?.Length ?? 0;
}

internal enum OtherNameKind
{
    /// <summary>The name itself says so: an acronym in parentheses, "formerly".</summary>
    Told,

    /// <summary>The same, where the letters or the words do not fit: names that differ in it are not certainly the same.</summary>
    ToldLoosely,

    BeforeTagline,
}

/// <param name="Overruled">Whom the list knows by the letters, where the words beside them name somebody else.</param>
internal sealed record OtherName(NameCore Core, OtherNameKind Kind, IReadOnlyList<KnownName>? Overruled = null)
{
    /// <summary>The list knows the other name for a body that this one is not.</summary>
    public bool IsOverruledBy(NameCore other) =>
        Overruled?.Any(name => (name.Vouched || name.IsOwnName || Overruled is [{ IsLesser: false, IsMarked: false }]) && other.Known.Any(known => known.Organization == name.Organization)) == true;
}
