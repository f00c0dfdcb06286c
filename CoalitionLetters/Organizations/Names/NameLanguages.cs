namespace CoalitionLetters.Organizations.Names;

/// <summary>Tells by their small words whether two stretches of a name are in two languages, and so one name twice: "Canadian Council for Refugees / Conseil canadien pour les réfugiés".</summary>
internal static class NameLanguages
{
    /// <summary>Both have two words or more, one is English and the other plainly not, or both are plainly in others; or one is in another script.</summary>
    public static bool AreTwo(IReadOnlyList<NameWord> a, IReadOnlyList<NameWord> b)
    {
        if (Scripts.IsForeign(a) != Scripts.IsForeign(b) && a.Concat(b).All(word => !word.IsNumber))
            return true;
        if (a.Count < 2 || b.Count < 2 || a.Count + b.Count < 5)
            return false;
        var (one, other) = (Of(a), Of(b));
        return one is not null && other is not null && one != other && !a.Concat(b).Any(word => word.IsNumber);
    }

    /// <summary>The English for a word, and for a people's name the country's.</summary>
    public static string InEnglish(string word)
    {
        var english = NameWords.English.GetValueOrDefault(word, word);
        return NameWords.Demonyms.GetValueOrDefault(english) ?? Nationalities.CountryOf(english) ?? english;
    }

    /// <summary>Nothing says that the name is of another language: its words are English, in capitals throughout, or places.</summary>
    public static bool MayBeEnglish(IReadOnlyList<NameWord> words) =>
        !IsOther(words) && (Of(words) is not null || words.All(word => word.IsUpper || word.IsNumber || EnglishWords.Knows(word.Text) || Places.IsPlace(word.Text)));

    /// <summary>Some word says that the name is not English.</summary>
    public static bool IsOther(IReadOnlyList<NameWord> words) =>
        Of(words) is { } language ? language != "english" : words.Any(word => NameWords.English.TryGetValue(word.Text, out var english) && english != word.Text);

    /// <summary>The language whose words stand there, and no other's; null where that is open.</summary>
    public static string? Of(IReadOnlyList<NameWord> words)
    {
        string? found = null;
        foreach (var word in words)
        {
            if (!NameWords.LanguageMarks.TryGetValue(word.Text, out var language))
                continue;
            // Words that several Romance languages share say only that it is none of the others.
            if (found is null || found == "romance" && language is "spanish" or "french" or "portuguese" or "italian")
                found = language;
            else if (found != language && !(language == "romance" && found is "spanish" or "french" or "portuguese" or "italian"))
                return null;
        }
        return found == "romance" ? null : found;
    }
}
