namespace CoalitionLetters.Organizations.Names;

/// <summary>
/// A name and the same with what it is for ("Mary's Center for Maternal and Child Care"), with a title or a describing word within ("Judson Memorial Church"), or
/// behind the kind of body that it is ("Organización en California de Líderes Campesinas"). What is left must be a name of its own, and what is added no arm, number, place or other body.
/// </summary>
internal static class LongerNames
{
    public static NameComparison? Of(NameShape a, NameShape b)
    {
        var (shorter, longer) = a.Whole.Tokens.Length < b.Whole.Tokens.Length ? (a.Whole, b) : (b.Whole, a);
        if (shorter.Tokens.Length is < 2 or > 6 || shorter.Tokens.Length == longer.Whole.Tokens.Length || longer.Whole.Known.Count > 0 || shorter.Known.Any(known => known.Organization.HasChapters))
            return null;
        foreach (var reading in longer.Readings)
        {
            if (reading.Additions.Count > 0 && !(reading.Additions.All(addition => !addition.IsBefore && Houses.IsWhere(addition)) && Houses.IsHouse(shorter.Words)))
                continue;
            if (Added(shorter, reading.Base) is { } added)
                return new(Verdict.Same, false, 0.75, [$"a longer form of {shorter}: {added}"]);
        }
        return null;
    }

    private static string? Added(NameCore shorter, NameCore longer)
    {
        var words = longer.Words.Where(word => !NameWords.Small.Contains(word.Text)).ToList();
        var more = words.Count - shorter.Tokens.Length;
        if (words.Count != longer.Tokens.Length || more < 1)
            return null;
        var before = shorter.Tokens.TakeWhile((word, i) => IsSameWord(word, longer.Tokens[i])).Count();
        var behind = 0;
        while (behind < shorter.Tokens.Length - before && IsSameWord(shorter.Tokens[^(behind + 1)], longer.Tokens[^(behind + 1)]))
            behind++;
        if (before + behind < shorter.Tokens.Length)
            return null;

        var start = IndexOf(longer.Words, before);
        var added = words.GetRange(before, more);
        var fits = before == shorter.Tokens.Length ? IsPurpose(shorter, longer.Words, start, added)
            : before == 0 ? IsKindBefore(shorter, longer.Words, IndexOf(longer.Words, more))
            : IsWithin(shorter, added, longer.Words);
        return fits ? Written.Of(added) : null;
    }

    private static bool IsSameWord(string a, string b) => a == b || Spelling.Relation(a, b) == WordRelation.Form;

    /// <summary>Where the word stands that is the given one of those that count.</summary>
    private static int IndexOf(IReadOnlyList<NameWord> words, int counted) =>
        Enumerable.Range(0, words.Count).Where(i => !NameWords.Small.Contains(words[i].Text)).ElementAt(counted);

    /// <summary>"… for Community Action", "… and Family Services".</summary>
    private static bool IsPurpose(NameCore shorter, IReadOnlyList<NameWord> words, int start, List<NameWord> added)
    {
        var joint = words[start - 1].Text;
        // "Kelpner Institute" is an arm's name as well as the beginning of another institute's.
        if (NameWords.Arms.EndingAt(shorter.Words, shorter.Words.Count) is not null)
            return false;
        if (words[start].Before >= Break.Slash || !(IsNameOfItsOwn(shorter) || IsPlaceAndNoun(shorter)) || NamesAPart(added) || NamesAPlace(added) || NamesABody(added))
            return false;
        // "Casa de Paz y Esperanza" is not the Casa de Paz.
        return NameWords.PurposeMarks.Contains(joint) || (added.TrueForAll(Describes) && (joint is "of" or "de" || (joint is "and" or "y" or "et" or "und" && !shorter.Words.Any(word => NameWords.Small.Contains(word.Text)))));
    }

    /// <summary>A kind of body, perhaps where it is, and "of".</summary>
    private static bool IsKindBefore(NameCore shorter, IReadOnlyList<NameWord> words, int start)
    {
        if (!NameWords.KindsBefore.Contains(words[0].Text) || !HasProperName(shorter))
            return false;
        var joint = start - 1;
        while (joint > 1 && words[joint].Text is "la" or "las" or "los" or "el" or "the")
            joint--;
        return words[joint].Text is "of" or "de" or "del" && (joint == 1 || (words[1].Text is "en" or "in" && Places.StartingAt(words, 2, out var end) is not null && end == joint));
    }

    /// <summary>"Clinica Monseñor Oscar A. Romero"; of a house with a name of its own also what it does ("Highlander Research and Education Center"), of a church only that it is a memorial.</summary>
    private static bool IsWithin(NameCore shorter, List<NameWord> added, IReadOnlyList<NameWord> words)
    {
        if (!HasProperName(shorter) || !(Houses.IsHouse(shorter.Words) || shorter.Tokens[^1] is "project" or "institute") || NamesAPlace(added) || added.Exists(word => word.IsNumber || word.IsUpper || NameWords.Compass.Contains(word.Text)))
            return false;
        if (shorter.Tokens.Any(NameWords.Congregations.Contains))
            return added is [{ Text: "memorial" }];
        return NameWords.Titles.Contains(added[0].Text) || added.TrueForAll(Describes) || (added.Count <= 2 && words.Any(word => word is { Text.Length: 1, IsDotted: true }));
    }

    /// <summary>Some word is neither of the trade nor an everyday one nor a place's, or a house is called by it.</summary>
    private static bool IsNameOfItsOwn(NameCore name) => HasProperName(name) || (Houses.IsHouse(name.Words) && name.Tokens.Any(Houses.IsOwn));

    private static bool HasProperName(NameCore name) =>
        name.Tokens.Any(word => Houses.IsOwn(word) && !EnglishWords.IsCommon(word) && !Places.HasWord(word) && TranslatedWords.InEnglish(word) == word);

    /// <summary>"Western Colorado Alliance": a part of a state and what the body is.</summary>
    private static bool IsPlaceAndNoun(NameCore name) =>
        name.Words.Count is 3 or 4 && NameWords.Compass.Contains(name.Words[0].Text) && Places.StartingAt(name.Words, 1, out var end) is not null && end == name.Words.Count - 1 && NameWords.Bodies.Contains(name.Tokens[^1]);

    private static bool Describes(NameWord word) =>
        !word.IsUpper && !word.IsNumber && (NameWords.Topics.Contains(word.Text) || NameWords.Bodies.Contains(word.Text) || EnglishWords.IsCommon(word.Text) || NameWords.English.ContainsKey(word.Text));

    private static bool NamesAPart(List<NameWord> added) =>
        added.Exists(word => word.IsNumber) || NameWords.PartHeads.Contains(added[^1].Text) || NameWords.PartNouns.Contains(added[^1].Text);

    private static bool NamesAPlace(List<NameWord> added) =>
        Enumerable.Range(0, added.Count).Any(i => Places.StartingAt(added, i, out _) is { IsWord: false } || NameWords.Landscape.Contains(added[i].Text));

    private static bool NamesABody(List<NameWord> added) =>
        KnownNames.Shipped.Exactly(NameKeys.Strict(added)).Count > 0 || added.Exists(word => word is { IsUpper: true, Text.Length: >= 3 });
}
