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
        if (NameWords.LegalLetters.Contains(last.Text))
            return last.Before == Break.Comma || (last.IsDotted && last.Before == Break.None) ? 1 : 0;

        var from = end;
        while (from > start + 1 && words[from - 1] is { Text.Length: 1, IsDotted: true })
            from--;
        return end - from >= 2 && NameWords.LegalLetters.Contains(string.Concat(words.Skip(from).Take(end - from).Select(word => word.Text))) ? end - from : 0;
    }

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
            // "CAIR-LA" ends in a city, not in an article.
            if (NameWords.Small.Contains(text) && !(words[i].IsUpper && (words.Count == 1 || (text.Length == 2 && words[i].Before >= Break.Hyphen))))
                continue;

            if (text == "united" && i + 1 < words.Count && words[i + 1].Text == "states")
            {
                tokens.Add("usa");
                i += i + 3 < words.Count && words[i + 2].Text == "of" && words[i + 3].Text == "america" ? 3 : 1;
            }
            else if (words[i].IsUpper && text == "us")
                tokens.Add("usa");
            else if (text == "4" && i > 0 && i + 1 < words.Count && !words[i - 1].IsNumber && !words[i + 1].IsNumber && words[i + 1].Before == Break.None && !NameWords.NumberedUnits.Ends(words[i - 1].Text))
                continue;
            else if (text == "w" && i + 1 < words.Count && words[i + 1] is { Text: "o", Before: Break.Slash })
            {
                tokens.Add("without");
                i++;
            }
            else if (IsCampus(words, i))
                tokens.AddRange(NameWords.UniversityOf(text).Split('-'));
            else if (IsStateAbbreviation(words, i, out var state))
                tokens.AddRange(state.Split(' ').Where(word => !NameWords.Small.Contains(word)));
            else if (text == "catholic" && i + 2 < words.Count && words[i + 1].Text is "diocese" or "archdiocese")
                tokens.RemoveAll(word => word == "roman");
            else
                AddWord(words, i, tokens, shorts);
        }

        while (tokens.Count > 1 && (tokens.Count > 2 || IsCapitalForm(words[^1], tokens)) && (NameWords.LooseLegalForms.Contains(tokens[^1]) || (words[^1].IsUpper && tokens[^1] == words[^1].Text && NameWords.LegalLetters.Contains(tokens[^1]))))
            tokens.RemoveAt(tokens.Count - 1);
        return [.. tokens];
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

        name = States.Find(word.Text)?.Name.ToLowerInvariant() ?? "";
        return name.Length > 0;
    }
}
