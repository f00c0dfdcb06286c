using System.Collections.Frozen;
using System.Globalization;

namespace CoalitionLetters.Organizations.Names;

/// <summary>Numbers written as words: "Local Fourteen", "Twenty-Two", "Three Rivers", "Twenty-First Century".</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> ones =
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ').Index().ToFrozenDictionary(pair => pair.Item, pair => pair.Index + 1);

    private static readonly FrozenDictionary<string, int> tens =
        "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ').Index().ToFrozenDictionary(pair => pair.Item, pair => (pair.Index + 2) * 10);

    private static readonly FrozenDictionary<string, string> ordinals =
        "first=1st second=2nd third=3rd fourth=4th fifth=5th sixth=6th seventh=7th eighth=8th ninth=9th".Split(' ').ToFrozenDictionary(pair => pair[..^4], pair => pair[^3..]);

    /// <summary>The figures of the number at this place and how many words it takes; null where there is none.</summary>
    public static string? At(IReadOnlyList<NameWord> words, int at, out int length)
    {
        length = 1;
        if (ones.TryGetValue(words[at].Text, out var number) && (number > 1 || IsNumbered(words, at)))
            return Figures(number);
        if (!tens.TryGetValue(words[at].Text, out number))
            return null;
        if (at + 1 < words.Count && words[at + 1].Before <= Break.Hyphen && ordinals.TryGetValue(words[at + 1].Text, out var ordinal))
        {
            length = 2;
            return Figures(number / 10) + ordinal;
        }
        if (at + 1 == words.Count || words[at + 1].Before > Break.Hyphen || !ones.TryGetValue(words[at + 1].Text, out var one) || one > 9)
            return Figures(number);
        length = 2;
        return Figures(number + one);
    }

    /// <summary>"Local One"; elsewhere "one" is mostly no number ("One Fair Wage").</summary>
    private static bool IsNumbered(IReadOnlyList<NameWord> words, int at) =>
        at > 0 && NameWords.NumberedUnits.Ends(words[at - 1].Text);

    private static string Figures(int number) => number.ToString(CultureInfo.InvariantCulture);
}
