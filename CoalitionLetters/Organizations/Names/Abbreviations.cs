namespace CoalitionLetters.Organizations.Names;

/// <summary>
/// Words that people write short: those of the lists, told by what stands beside them ("Ch." is a chapter, "Ch. of Christ" a church), and any word cut
/// off or written without its vowels ("Educ.", "Cmte").
/// </summary>
internal static class Abbreviations
{
    // What stands in a place's own name: "St. Louis", "Ft. Worth".
    private const string InPlaces = "st ste mt ft";

    /// <summary>The word that a short form stands for at this place among the words; the word itself where it is none.</summary>
    public static string LongForm(IReadOnlyList<NameWord> words, int at)
    {
        var text = words[at].Text;
        if (text.Length <= 5 && Beside(words, at) is { } byNeighbour)
            return byNeighbour;
        if (words[at].IsDotted && NameWords.DottedForms.TryGetValue(text, out var full))
            return full;
        return NameKeys.LongForm(text);
    }

    private static string? Beside(IReadOnlyList<NameWord> words, int at)
    {
        var word = words[at];
        var next = at + 1 < words.Count ? words[at + 1] : default;
        switch (word.Text)
        {
            case "n" or "s" or "e" or "w" or "so" or "no" or "sou" or "nor" when next.Text is not null && Places.Find(NameKeys.LongForm(next.Text)) is { } place && (word.Text.Length == 1 || word.IsDotted):
                var compass = word.Text[0] switch { 'n' => "north", 's' => "south", 'e' => "east", _ => "west" };
                return word.Text.Length == 1 && (place.Kind == PlaceKind.City || NameWords.SplitByCompass.Contains(place.Name)) ? compass : compass + "ern";
            case "ch":
                return next.Text is "of" or "in" ? "church" : at > 0 ? "chapter" : null;
            case "br":
                return at > 0 && next.Text is null or "of" ? "branch" : null;
            case "lu" or "loc" or "lcl":
                return at > 0 || next.Text is null || next.IsNumber ? "local" : null;
            case "u" when word.IsDotted:
                return "und";
            case "met" or "metro" when at == 0 && next is { Text: not null, Before: Break.None } && NameWords.Bodies.Contains(NameKeys.LongForm(next.Text)):
                return "metropolitan";
            case "srs":
                return "sisters";
            case "sr" when at == 0 || word.IsDotted && next.Text is "center" or "centers" or "citizens" or "citizen" or "services":
                return at == 0 ? "sister" : "senior";
            case "fr" when at == 0 && word.IsDotted:
                return "father";
            case "co" when word.IsDotted && next.Text is null && at > 1 && words[at - 2].Text is "of" or "in":
                return "county";
            case "sc" or "co" when word.IsDotted && at > 0 && next.Text is null && Places.EndingAt(words, at, out _) is not null:
                return word.Text == "co" ? "county" : null;
            default:
                return null;
        }
    }

    /// <summary>The words with their short forms written out, as units, parts and places are looked for among them; the same list where nothing is short.</summary>
    public static IReadOnlyList<NameWord> WrittenOut(IReadOnlyList<NameWord> words)
    {
        List<NameWord>? written = null;
        for (var i = 0; i < words.Count; i++)
        {
            var (word, text) = (words[i], words[i].Text);
            if (word.IsArmOf)
            {
                written ??= [.. words.Take(i)];
                written.Add(word with { Text = text[..^3], IsArmOf = false });
                written.Add(new NameWord("pac", Break.None, true));
                continue;
            }
            if (i + 1 < words.Count && NameKeys.IsCampus(words, i))
            {
                written ??= [.. words.Take(i)];
                written.AddRange(NameWords.UniversityOf(text).Split('-').Select((part, at) => new NameWord(part, at == 0 ? word.Before : Break.None, false)));
                continue;
            }
            if (NumberedLocals.LettersBefore(word) is { } letters)
            {
                written ??= [.. words.Take(i)];
                written.Add(word with { Text = letters });
                written.Add(new NameWord(text[letters.Length..], Break.None, false, Written: word.Written));
                continue;
            }
            if (i > 0 && NameWords.NumberedUnits.Ends(words[i - 1].Text) && NumberWords.At(words, i, out var length) is { } figures)
            {
                written ??= [.. words.Take(i)];
                written.Add(word with { Text = figures, IsUpper = false, Written = word.Written with { End = words[i + length - 1].Written.End } });
                i += length - 1;
                continue;
            }
            var full = StateAtEdge(words, i) ?? (text.Length <= 7 && !(text.Length <= 3 && InPlaces.Split(' ').Contains(text)) && (!word.IsUpper || text.Length > 4) ? LongForm(words, i) : text);
            if (full != text && !NameWords.Spellings.ContainsKey(text))
                written ??= [.. words.Take(i)];
            written?.Add(full == text || NameWords.Spellings.ContainsKey(text) ? word : word with { Text = full, IsUpper = false, IsDotted = false, Short = text });
        }
        return written ?? words;
    }

    /// <summary>"Mich League of Voters", "Legal Aid of Wash": the traditional short form of a state, without a period, where the name begins or ends.</summary>
    private static string? StateAtEdge(IReadOnlyList<NameWord> words, int at) =>
        words.Count > 2 && (at == 0 && words[1] is { Before: Break.None, Text: not "state" and var next } && !(words[0].Text == "mass" && DescribingWords.BehindMass.Contains(next)) || at == words.Count - 1) && !words[at].IsUpper && NameWords.DottedForms.TryGetValue(words[at].Text, out var full) && Places.Find(full) is { Kind: PlaceKind.State } ? full : null;

    /// <summary>Whether a word with a period behind it is the other one cut off or without its middle: "Acad.", "Govt.".</summary>
    public static bool IsShortFor(string dotted, string word) =>
        dotted.Length >= 1 && dotted.Length < word.Length && dotted[0] == word[0] && (word.StartsWith(dotted, StringComparison.Ordinal) || IsSkeleton(dotted, word));

    /// <summary>The same without a period, where it is no word itself: "Natnl", "Educat", "Cmte".</summary>
    public static bool LooksShortFor(string shorter, string word) =>
        shorter.Length >= 3 && shorter.Length + 2 <= word.Length && shorter[0] == word[0] && EnglishWords.Knows(word) && !EnglishWords.Knows(shorter) && !Places.IsPlace(shorter)
        && (word.StartsWith(shorter, StringComparison.Ordinal) ? shorter.Length >= 4 || !Places.IsPlace(word) : !shorter.AsSpan().ContainsAny("aeiou") && IsSkeleton(shorter, word));

    /// <summary>Its letters stand in the word in their order, and both end in a consonant of the word's last part: "govt", "cmte", "bldg".</summary>
    private static bool IsSkeleton(string letters, string word)
    {
        if (letters.Length < 2 || word.IndexOf(letters[^1], word.Length / 2) < 0)
            return false;
        var at = 0;
        foreach (var letter in letters)
        {
            at = word.IndexOf(letter, at) + 1;
            if (at == 0)
                return false;
        }
        return true;
    }
}
