using System.Text.RegularExpressions;

namespace CoalitionLetters.Supporters;

/// <summary>Texts that wait for staff before they go out: obscene, empty, or part of a flood from one place.</summary>
public static partial class TextCheck
{
    /// <summary>Unchanged texts from one address range within an hour that nobody needs to explain.</summary>
    public const int UnchangedFromOnePlace = 20;

    private const int FewestWords = 5;

    /// <summary>Why the text waits, in words for staff; null where it may go.</summary>
    /// <param name="text">The text as the person left it.</param>
    /// <param name="draft">What the person started from: passages that must stay in it do not fill an empty text.</param>
    /// <param name="besides">What else of the person's words reaches a target: subject, own sentence, name, address.</param>
    /// <param name="changedShare">0 (unchanged) to 1.</param>
    /// <param name="unchangedFromSamePlace">Unchanged texts that came from the same place within the last hour.</param>
    public static string? Doubt(string text, DraftText draft, IEnumerable<string?> besides, double changedShare, int unchangedFromSamePlace)
    {
        foreach (var (words, where) in besides.Select(words => (words ?? "", "The subject, name, address or own sentence")).Prepend((text, "The text")))
        {
            if (Obscene().Match(words) is { Success: true } found)
            {
                return $"{where} contains “{found.Value}”.";
            }
        }

        if (draft.FreeWordsOf(text) < Math.Min(FewestWords, draft.FreeWordsOf(draft.With(null))))
        {
            return "The text is nearly empty.";
        }

        return changedShare == 0 && unchangedFromSamePlace >= UnchangedFromOnePlace
            ? $"{unchangedFromSamePlace + 1} unchanged texts came from one place within an hour."
            : null;
    }

    // Only words that are never said politely; whole words, so that Scunthorpe may write too.
    [GeneratedRegex(
        @"\b(fuck\w*|motherfuck\w*|shit\w*|bullshit|cunts?|cocksuck\w*|assholes?|bitch(es)?|whores?|faggots?|niggers?|kikes?|spics?|puta|putas|mierda|pendej[oa]s?|cabr[oó]n(es)?|chinga\w*|maric[oó]n(es)?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Obscene();
}
