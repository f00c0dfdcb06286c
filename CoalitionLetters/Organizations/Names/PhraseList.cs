using System.Collections.Frozen;

namespace CoalitionLetters.Organizations.Names;

/// <summary>Phrases that are looked for at the start or end of words; the longest is found first.</summary>
internal sealed class PhraseList
{
    private readonly FrozenDictionary<string, string[][]> byFirst;
    private readonly FrozenDictionary<string, string[][]> byLast;

    public PhraseList(IEnumerable<string[]> phrases)
    {
        var longestFirst = phrases.DistinctBy(phrase => string.Join(' ', phrase)).OrderByDescending(phrase => phrase.Length).ToList();
        byFirst = longestFirst.GroupBy(phrase => phrase[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        byLast = longestFirst.GroupBy(phrase => phrase[^1]).ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>Some phrase ends in the word.</summary>
    public bool Ends(string word) => byLast.ContainsKey(word);

    public string[]? StartingAt(IReadOnlyList<NameWord> words, int start) =>
        start < words.Count && byFirst.TryGetValue(words[start].Text, out var phrases) ? Find(words, phrases, start, fromEnd: false) : null;

    public string[]? EndingAt(IReadOnlyList<NameWord> words, int end) =>
        end > 0 && byLast.TryGetValue(words[end - 1].Text, out var phrases) ? Find(words, phrases, end, fromEnd: true) : null;

    private static string[]? Find(IReadOnlyList<NameWord> words, string[][] phrases, int at, bool fromEnd)
    {
        foreach (var phrase in phrases)
        {
            var start = fromEnd ? at - phrase.Length : at;
            if (start >= 0 && start + phrase.Length <= words.Count && IsAt(words, start, phrase))
                return phrase;
        }
        return null;
    }

    private static bool IsAt(IReadOnlyList<NameWord> words, int start, string[] phrase)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (words[start + i].Text != phrase[i])
                return false;
        }
        return true;
    }
}
