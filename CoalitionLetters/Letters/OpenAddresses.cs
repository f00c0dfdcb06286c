using System.Text.RegularExpressions;
using CoalitionLetters.Data;

namespace CoalitionLetters.Letters;

/// <summary>
/// Bounds the time that a text takes to read: for each place where an address begins, Markdig looks for its end, and begins again at the next where there is none.
/// Fifty thousand of them in one letter would take it half a minute.
/// </summary>
internal static partial class OpenAddresses
{
    /// <summary>Characters looked at for the ends of all addresses; a letter full of links stays under a hundredth.</summary>
    private const int MostSteps = 20_000_000;

    /// <exception cref="RuleBrokenException">So many addresses begin and do not end that the text is no letter.</exception>
    public static void ThrowIfMany(string markdown)
    {
        var steps = 0L;
        foreach (var start in Starts().EnumerateMatches(markdown))
        {
            steps += LengthOf(markdown.AsSpan(start.Index + start.Length), isLink: markdown[start.Index] == ']');
            RuleBrokenException.ThrowIf(steps > MostSteps, "Very many addresses in the letter's text begin, with “](” or “http://”, and do not end. Close them or take them out.");
        }
    }

    /// <summary>Up to the bracket that closes it; a link may hold a title after a blank and ends with its paragraph at the latest, a plain address ends at a blank.</summary>
    private static int LengthOf(ReadOnlySpan<char> text, bool isLink)
    {
        var open = 0;
        for (var i = 0; i < text.Length; i++)
        {
            open += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (open < 0 || (isLink ? text[i..].StartsWith("\n\n") : char.IsWhiteSpace(text[i])))
            {
                return i;
            }
        }

        return text.Length;
    }

    [GeneratedRegex(@"\]\(|://|www\.|mailto:|tel:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Starts();
}
