using System.Text.RegularExpressions;
using CoalitionLetters.Organizations.Signals;

namespace CoalitionLetters.Supporters;

/// <summary>Unchanged or nearly unchanged texts of the last hour, before this one.</summary>
/// <param name="FromPlace">That came from the same place.</param>
/// <param name="Domain">The mail domain, where not everybody can have a mailbox there.</param>
/// <param name="FromDomain">Whose writers have their mailboxes there.</param>
public readonly record struct Flood(int FromPlace, string? Domain = null, int FromDomain = 0);

/// <summary>Texts that wait for staff before they go out: obscene, empty, or part of a flood from one place or one mail domain.</summary>
public static partial class TextCheck
{
    /// <summary>Unchanged texts from one place or mail domain within an hour that nobody needs to explain.</summary>
    public const int UnchangedFromOnePlace = 20;

    /// <summary>A share that a number or a greeting changes; an own sentence in a letter of usual length is more.</summary>
    public const double NearlyUnchanged = 0.03;

    /// <summary>The last words of a doubt that only says that many came together.</summary>
    public const string TogetherEnding = "within an hour.";

    /// <summary>Where they came from one place; else from the mailboxes of one domain.</summary>
    public const string OnePlaceEnding = "came from one place " + TogetherEnding;

    private const int FewestWords = 5;
    private static readonly string Many = $"More than {UnchangedFromOnePlace} texts that are the draft, or nearly so,";

    /// <summary>Why the text waits, in words for staff; null where it may go.</summary>
    /// <param name="text">The text as the person left it.</param>
    /// <param name="draft">What the person started from: passages that must stay in it do not fill an empty text.</param>
    /// <param name="besides">What else of the person's words reaches a target: subject, own sentence, name, address.</param>
    /// <param name="changedShare">0 (unchanged) to 1.</param>
    /// <param name="flood">What came from the same place and mail domain lately.</param>
    public static string? Doubt(string text, DraftText draft, IEnumerable<string?> besides, double changedShare, Flood flood)
    {
        foreach (var (words, where) in besides.Select(words => (words ?? "", "The subject, name, address or own sentence")).Prepend((text, "The text")))
        {
            if (Obscene().Match(LookAlikes.InLatin(words)) is { Success: true } found)
            {
                return $"{where} contains “{found.Value}”.";
            }
        }

        if (draft.FreeWordsOf(text) < Math.Min(FewestWords, draft.FreeWordsOf(draft.With(null))))
        {
            return "The text is nearly empty.";
        }

        return !IsNearlyUnchanged(changedShare) ? null
            : flood.FromPlace >= UnchangedFromOnePlace ? $"{Many} {OnePlaceEnding}"
            : flood.FromDomain >= UnchangedFromOnePlace ? $"{Many} came from mailboxes at {flood.Domain} {TogetherEnding}"
            : null;
    }

    public static bool IsNearlyUnchanged(double changedShare) => changedShare <= NearlyUnchanged;

    // Only words that are never said politely; whole words, so that Scunthorpe may write too. Accents are gone by then.
    [GeneratedRegex(
        @"\b(fuck\w*|motherfuck\w*|shit\w*|bullshit|cunts?|cocksuck\w*|assholes?|bitch(es)?|whores?|faggots?|niggers?|kikes?|spics?|puta|putas|mierda|pendej[oa]s?|cabron(es)?|chinga\w*|maricon(es)?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Obscene();
}
