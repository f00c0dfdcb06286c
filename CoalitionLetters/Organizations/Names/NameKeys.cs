using CoalitionLetters.Listings;

namespace CoalitionLetters.Organizations.Names;

/// <summary>
/// The two normal forms of a name. The strict one drops only what never tells two bodies apart (capitals, accents, punctuation,
/// "The", Inc., &amp; against and): equal strict keys are certain. The loose one also drops small words and writes out short forms.
/// </summary>
internal static class NameKeys
{
    /// <summary>Without a "the" before or after the name and without marks of incorporation at its end.</summary>
    public static IReadOnlyList<NameWord> Trim(IReadOnlyList<NameWord> words)
    {
        var (start, end) = (0, words.Count);
        if (end > 1 && words[0].Text == "the")
            start++;
        while (TrailingMark(words, start, end) is var mark and > 0)
        {
            // "Girls Inc." is not everyone's "Girls".
            if (end - mark - start == 1 && words[end - 1].Text != "the" && IsEverydayWord(words[start], words[end - 1]))
                return [words[start], new NameWord("inc", Break.None, false)];
            end -= mark;
        }
        return start == 0 && end == words.Count ? words : [.. words.Skip(start).Take(end - start)];
    }

    /// <summary>How many words before <paramref name="end"/> are a mark of incorporation: "Inc.", "e.V.", "e. V.".</summary>
    private static int TrailingMark(IReadOnlyList<NameWord> words, int start, int end)
    {
        if (end <= start + 1)
            return 0;
        var last = words[end - 1];
        if (last.Text == "the")
            return last.Before >= Break.Comma ? 1 : 0;
        if (NameWords.LegalForms.Contains(last.Text))
            return 1;
        var from = end;
        while (from > start + 1 && words[from - 1] is { Text.Length: 1, IsDotted: true })
            from--;
        if (end - from < 2)
            from = last.IsSpelled ? end - 1 : end;
        return from < end && IsCertainForm(string.Concat(words.Skip(from).Take(end - from).Select(word => word.Text)), words.Skip(start).Take(from - start)) ? end - from : 0;
    }

    /// <summary>
    /// Letters without periods between them are never a certain mark: "…, NV" may be Nevada, "…, APS" a school district. With periods they are, unless they are a state's; a country's or a province's
    /// are where the name is plainly of another language ("Agua Clara S.A.").
    /// </summary>
    private static bool IsCertainForm(string letters, IEnumerable<NameWord> name) =>
        NameWords.LegalLetters.Contains(letters) && (!IsPlaceCode(letters) || (States.Find(letters) is null && NameLanguages.IsOther([.. name])));

    private static bool IsPlaceCode(string letters) => Places.Find(letters) is { NeedsCapitals: true };

    private static bool IsEverydayWord(NameWord word, NameWord mark) => EnglishWords.Knows(word.Text) && (!word.IsUpper || mark.IsUpper);

    public static string Strict(IReadOnlyList<NameWord> words) => string.Join(' ', words.Select(word => word.Text));

    /// <param name="shorts">Takes what stood where a token is a short form written out, or may be one (by the token's place).</param>
    public static string[] Loose(IReadOnlyList<NameWord> words, Dictionary<int, string>? shorts = null)
    {
        var tokens = new List<string>(words.Count);
        for (var i = LegalForeform(words); i < words.Count; i++)
        {
            var text = words[i].Text;
            if (NameWords.Initialed.TryGetValue(text, out var named) && IsInitialed(words, i))
            {
                tokens.AddRange(named.Split('-'));
                continue;
            }
            if (words.Count > 1 && NameWords.Nicknames.TryGetValue(text, out var city))
            {
                tokens.AddRange(city.Split('-'));
                continue;
            }
            if (NameWords.Small.Contains(text) && !IsPlaceInCapitals(words, i) && !IsStateBehindComma(words, i))
                continue;

            if (text == "united" && i + 1 < words.Count && words[i + 1].Text == "states")
            {
                tokens.Add("usa");
                i += i + 3 < words.Count && words[i + 2].Text == "of" && words[i + 3].Text == "america" ? 3 : 1;
            }
            else if (words[i].IsUpper && text == "us")
                tokens.Add("usa");
            // "Washington, DC" is the District alone.
            else if (text == "washington" && i + 1 < words.Count && words[i + 1].Text == "dc")
                continue;
            else if (LetteredPeople(words, i) is > 1 and var people)
            {
                tokens.Add("lgbtq");
                i += people - 1;
            }
            else if (i + 1 < words.Count && words[i + 1].Before <= Break.Hyphen && NameWords.Compounds.Contains(text + words[i + 1].Text))
            {
                tokens.Add(LongForm(text + words[i + 1].Text));
                i++;
            }
            else if (NumberWords.At(words, i, out var length) is { } figures)
            {
                tokens.Add(figures);
                i += length - 1;
            }
            else if (text == "4" && i > 0 && i + 1 < words.Count && !words[i - 1].IsNumber && !words[i + 1].IsNumber && words[i + 1].Before == Break.None && !NameWords.NumberedUnits.Ends(words[i - 1].Text))
                continue;
            else if (text == "w" && i + 1 < words.Count && words[i + 1] is { Text: "o", Before: Break.Slash })
            {
                tokens.Add("without");
                i++;
            }
            // "Neighbors w/ Rivers"
            else if (text == "w" && i > 0 && i + 1 < words.Count && words[i + 1].Before == Break.Slash)
                continue;
            else if (words[i].IsUpper && i + 1 < words.Count && words[i + 1] is { Before: Break.None, IsNumber: false } && NameWords.CompassForms.TryGetValue(text, out var compass))
                tokens.Add(compass);
            else if (IsCampus(words, i))
                tokens.AddRange(NameWords.UniversityOf(text).Split('-'));
            else if (IsStateAbbreviation(words, i, out var state) || (IsStateBehindComma(words, i) && IsState(text, out state)))
                tokens.AddRange(state.Split(' ').Where(word => !NameWords.Small.Contains(word)));
            else if (text == "catholic" && i + 2 < words.Count && words[i + 1].Text is "diocese" or "archdiocese")
                tokens.RemoveAll(word => word == "roman");
            else
                AddWord(words, i, tokens, shorts);
        }

        while (tokens.Count > 1 && (tokens.Count > 2 || IsCapitalForm(words[^1], tokens)) && IsLooseForm(words, tokens[^1]))
            tokens.RemoveAt(tokens.Count - 1);
        return [.. tokens];
    }

    /// <summary>How many words are "Lesbian, Gay, Bisexual and Transgender", or as many of these as say the same.</summary>
    private static int LetteredPeople(IReadOnlyList<NameWord> words, int at)
    {
        if (!NameWords.LetteredPeople.Contains(words[at].Text))
            return 0;
        var (end, hasGay, hasLesbian) = (at, false, false);
        for (var i = at; i < words.Count && (words[i].Text == "and" || NameWords.LetteredPeople.Contains(words[i].Text)); i++)
        {
            if (words[i].Text == "and")
                continue;
            end = i + 1;
            hasGay |= words[i].Text is "gay" or "gays";
            hasLesbian |= words[i].Text is "lesbian" or "lesbians";
        }
        return hasGay && hasLesbian ? end - at : 0;
    }

    /// <summary>"Rent Vatten AB", "Casa del Agua, AC"; behind an English name letters are a place or somebody's acronym as well: "Conservation Council, SA", "Education Association APS".</summary>
    private static bool IsLooseForm(IReadOnlyList<NameWord> words, string token)
    {
        var last = words[^1];
        if (NameWords.WordForms.Contains(token))
            return last is not { IsUpper: true, Text: "co" };
        if (last.Text != token || !(NameWords.LooseLegalForms.Contains(token) || (last.IsUpper && NameWords.LegalLetters.Contains(token))))
            return false;
        IReadOnlyList<NameWord> name = [.. words.SkipLast(1)];
        // "Casa del Agua, SA" may be South Australia's, and only Swedish bodies are an AB.
        if (IsPlaceCode(token))
            return last.IsSpelled ? NameLanguages.IsOther(name) : NameLanguages.Of(name) == "swedish";
        // "Tenants Union PBC" is Palm Beach County's.
        return !last.IsUpper || last.IsDotted || (NameWords.EnglishForms.Contains(token) && (token != "pbc" || last.Before >= Break.Comma)) || !NameLanguages.MayBeEnglish(name);
    }

    /// <summary>"CAIR-LA" ends in a city, not in an article, and "Faith in Action OR" in a state.</summary>
    private static bool IsPlaceInCapitals(IReadOnlyList<NameWord> words, int at) =>
        words[at].IsUpper && (words.Count == 1 || (words[at].Text.Length == 2 && words[at].Before >= Break.Hyphen) || (at > 0 && at == words.Count - 1 && (words[at].Text == "la" ? words[at].Before == Break.None : IsPlaceCode(words[at].Text))));

    /// <summary>"Education Association, Or", as spreadsheets write names with one capital to a word.</summary>
    private static bool IsStateBehindComma(IReadOnlyList<NameWord> words, int at) =>
        at > 0 && at == words.Count - 1 && words[at] is { Before: Break.Comma, Text: { Length: 2 } text } && IsPlaceCode(text) && (text != "la" || NameLanguages.MayBeEnglish([.. words.SkipLast(1)]));

    private static bool IsState(string letters, out string name)
    {
        name = States.Find(letters)?.Name.ToLowerInvariant() ?? "";
        return name.Length > 0;
    }

    /// <summary>"Legambiente APS": capitals behind one word that is no everyday one.</summary>
    private static bool IsCapitalForm(NameWord last, List<string> tokens) => last.IsUpper && last.Text == tokens[^1] && !EnglishWords.Knows(tokens[0]) && !Places.IsPlace(tokens[0]);

    /// <summary>How many words before the name are a legal form: "Stichting", "Asociación Civil".</summary>
    private static int LegalForeform(IReadOnlyList<NameWord> words) =>
        NameWords.LegalForeforms.StartingAt(words, 0) is { } form && (words.Count - form.Length >= 2 || (words.Count > form.Length && !EnglishWords.Knows(words[form.Length].Text))) && !NameWords.Small.Contains(words[form.Length].Text) ? form.Length : 0;

    /// <summary>"UC Davis", "SUNY Albany".</summary>
    public static bool IsCampus(IReadOnlyList<NameWord> words, int at) =>
        words[at].IsUpper && at + 1 < words.Count && NameWords.UniversitySystems.TryGetValue(words[at].Text, out var campuses) && campuses.Contains(words[at + 1].Text);

    private static void AddWord(IReadOnlyList<NameWord> words, int at, List<string> tokens, Dictionary<int, string>? shorts)
    {
        var text = words[at].Text;
        var full = Abbreviations.LongForm(words, at);
        if (full != text && NameWords.Small.Contains(full))
            return;
        if (shorts is not null && (words[at].IsDotted || full != text || words[at].Short is not null) && !words[at].IsNumber)
            shorts[tokens.Count] = words[at].Short ?? text;
        tokens.Add(NameWords.Spellings.GetValueOrDefault(full, full));
    }

    /// <summary>"L.A. Tenants Union", "NYC Council"; "LA" is an article in a name that is Spanish or in capitals throughout.</summary>
    private static bool IsInitialed(IReadOnlyList<NameWord> words, int at) =>
        words[at].IsUpper && words.Count > 1 && (words[at].Text != "la" || words[at].IsDotted || (at == words.Count - 1 && !words.All(word => word.IsUpper)) || (at + 1 < words.Count && words[at + 1].Before == Break.None && EnglishWords.IsCommon(words[at + 1].Text) && !words.All(word => word.IsUpper)));

    public static string LongForm(string word)
    {
        var longForm = NameWords.LongForms.GetValueOrDefault(word, word);
        return NameWords.Spellings.GetValueOrDefault(longForm, longForm);
    }

    /// <summary>"NC Justice Center", "ACLU of TX"; not "AFSCME DC 37", and not in a name that is written in capitals throughout.</summary>
    private static bool IsStateAbbreviation(IReadOnlyList<NameWord> words, int at, out string name)
    {
        name = "";
        var word = words[at];
        if (!word.IsUpper || word.Text.Length != 2 || word.Text == "la" || words.Count < 2 || words.All(w => w.IsUpper || w.IsNumber || NameWords.Small.Contains(w.Text)) && words.Count > 3)
            return false;
        if (at + 1 < words.Count && words[at + 1].IsNumber)
            return false;

        return IsState(word.Text, out name);
    }
}
