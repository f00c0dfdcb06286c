using System.Collections.Frozen;
using CoalitionLetters.Data;

namespace CoalitionLetters.Organizations.Names;

/// <summary>A dictionary that tells a typing error ("Netwrok") from another word. Read on first need.</summary>
internal static class EnglishWords
{
    private static readonly Lazy<(FrozenSet<string> All, FrozenSet<string> Common)> words = new(Read);

    /// <summary>A word or proper name of the dictionary, its plural or its possessive ("marys"), or a word that names of organizations use.</summary>
    public static bool Knows(string word) => IsListed(word) || (word.Length > 4 && word[^1] == 's' && words.Value.All.Contains(word[..^1]));

    private static bool IsListed(string word) =>
        words.Value.All.Contains(word) || NameWords.Topics.Contains(word) || NameWords.Bodies.Contains(word) || NameWords.English.ContainsKey(word) || NameWords.Spellings.ContainsKey(word);

    /// <summary>An everyday word, not a proper name.</summary>
    public static bool IsCommon(string word) => words.Value.Common.Contains(word) || NameWords.Topics.Contains(word);

    private static (FrozenSet<string>, FrozenSet<string>) Read()
    {
        var all = File.ReadLines(Path.Combine(ShippedData.Folder, "english-words.txt")).Where(line => line.Length > 0 && line[0] != '#').ToList();
        return (all.Select(word => word.ToLowerInvariant()).ToFrozenSet(), all.Where(word => char.IsAsciiLetterLower(word[0])).ToFrozenSet());
    }
}
