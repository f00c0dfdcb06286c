using System.Globalization;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>
/// The breaks of UAX #14 as a typographer wants them: none inside of an address but after its punctuation and before its hyphens, none before an em dash,
/// inside of a range of numbers, beside a lonely letter with a hyphen or slash ("e-mail", "c/o"). Thai and Lao, written without
/// spaces, may break with reluctance before a vowel that always begins a syllable; no dictionary of words is used.
/// </summary>
internal static class Opportunities
{
    private const string AddressPunctuation = "/.?&=_#@";

    /// <summary>The break before each UTF-16 unit; none at the start.</summary>
    public static Opportunity[] Of(string text)
    {
        var breaks = LineBreaks.Of(text);
        var found = new Opportunity[text.Length];
        for (var i = 1; i < text.Length; i++)
        {
            if (breaks[i] != LineBreak.None)
            {
                found[i] = Kind(text, i);
            }
            else if (text[i] is >= '\u0E40' and <= '\u0E44' or >= '\u0EC0' and <= '\u0EC4' && IsSameScriptWithoutSpaces(text[i - 1], text[i]))
            {
                found[i] = Opportunity.Syllable;
            }
        }

        BreakAddresses(text, found);
        return found;
    }

    private static Opportunity Kind(string text, int at) => text[at - 1] switch
    {
        '\u00AD' when at > 1 && text[at - 2] == ' ' => Opportunity.Free,
        '\u00AD' => at > 1 && IsPartOfWord(text[at - 2]) ? Opportunity.Divide : Opportunity.None,
        '-' or '\u2010' or '/' when IsLonely(text, at) => Opportunity.None,
        '-' or '\u2010' or '/' => Opportunity.AfterHyphen,
        '\u2013' when at > 1 && char.IsAsciiDigit(text[at - 2]) && char.IsAsciiDigit(text[at]) => Opportunity.None,
        '\u2013' => Opportunity.AfterHyphen,
        // A dash that opens a Spanish aside stays with the word it opens.
        '\u2014' when at > 1 && text[at - 2] == ' ' && char.IsLetter(text[at]) => Opportunity.None,
        '\u2014' => Opportunity.Free,
        var before when text[at] == '\u2014' && before != ' ' => Opportunity.None,
        _ => Opportunity.Free,
    };

    private static bool IsPartOfWord(char unit) => char.IsLetterOrDigit(unit) || char.IsSurrogate(unit)
        || char.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>One letter alone on a side of the hyphen or slash.</summary>
    private static bool IsLonely(string text, int at) =>
        at < 3 || !char.IsLetterOrDigit(text[at - 3]) || at + 1 >= text.Length || !char.IsLetterOrDigit(text[at + 1]);

    private static bool IsSameScriptWithoutSpaces(char before, char vowel) =>
        vowel < '\u0E80' ? before is >= '\u0E01' and <= '\u0E5B' : before is >= '\u0E81' and <= '\u0EDF';

    private static void BreakAddresses(string text, Opportunity[] found)
    {
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            // Chinese and Japanese put no space around an address.
            end = text.AsSpan(start).IndexOfAnyExceptInRange('!', '\u2E7F') is var stop and >= 0 ? start + stop : text.Length;
            if (AddressStart(text.AsSpan(start, end - start)) is var body and >= 0)
            {
                BreakAddress(text, start, start + body, end, found);
            }
        }
    }

    /// <summary>Where the part that may be broken begins, after the protocol and "www."; −1 for what is no web or mail address.</summary>
    private static int AddressStart(ReadOnlySpan<char> word)
    {
        var start = word.IndexOf("://") is var protocol and > 0 ? protocol + 3 : word.IndexOf("www.", StringComparison.OrdinalIgnoreCase);
        if (start >= 0)
        {
            return word[start..].StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? start + 4 : start;
        }

        var at = word.IndexOf('@');
        return at > 0 && word[at..].Contains('.') ? 0 : -1;
    }

    private static void BreakAddress(string text, int start, int body, int end, Opportunity[] found)
    {
        found.AsSpan(start + 1, Math.Max(0, end - start - 1)).Clear();
        for (var i = body + 1; i < end - 1; i++)
        {
            // A hyphen at a line's end would read as one that only the line's end has.
            var beforeHyphen = text[i] == '-' && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);
            if (beforeHyphen || (AddressPunctuation.Contains(text[i - 1]) && char.IsLetterOrDigit(text[i])))
            {
                found[i] = Opportunity.InAddress;
            }
        }
    }
}
