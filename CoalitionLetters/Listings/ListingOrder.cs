using System.Globalization;
using System.Text;

namespace CoalitionLetters.Listings;

/// <summary>
/// Where a name stands in a list of signatories. The key of a name is computed once and can be stored: it is plain ASCII, so that every
/// database that sorts by bytes agrees with <see cref="string.CompareOrdinal(string, string)"/>. It ends in the name itself, so that
/// only equal names have equal keys and the order is total.
/// </summary>
public static class ListingOrder
{
    // Their ASCII order is the rule: a name that ends comes first, then a space, a digit, a letter, and after z everything else.
    private const char EndOfWords = '\t';
    private const char EndOfNumber = '!';
    private const char OtherScript = '{';

    // Russian, Ukrainian, Belarusian, Bulgarian, Serbian and Macedonian letters as their dictionaries have them; Unicode puts і and є after я.
    private const string CyrillicOrder = "абвгґдђѓеєжзѕиіїйјклљмнњопрстћќуўфхцчџшщъыьэюя";

    // A hundred thousand keys in another script take much memory, and half of it as bytes.
    private static readonly Comparer<byte[]> ByBytes = Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other));

    /// <summary>The key of a name; with <paramref name="keepThe"/> a "The" before or after it counts like any word.</summary>
    public static string Key(string name, bool keepThe = false)
    {
        var folded = Folding.Fold(name);
        var sorted = keepThe ? folded : WithoutThe(folded);
        var key = new StringBuilder(2 * name.Length + 8);

        var start = FirstWord(sorted);
        AppendWords(key, sorted[(start + AppendNumber(key, sorted[start..]))..]);
        key.Append(EndOfWords);
        AppendExactly(key, name);
        return key.ToString();
    }

    /// <summary>The items in listing order of their names; items of one name keep the order in which they came.</summary>
    public static IReadOnlyList<T> Sort<T>(IEnumerable<T> items, Func<T, string> nameOf, bool keepThe = false) =>
        [.. items.OrderBy(item => Encoding.ASCII.GetBytes(Key(nameOf(item), keepThe)), ByBytes)];

    /// <summary>Without a leading "the" or "(the)" and without a trailing ", the" or "(the)", unless nothing else would be left.</summary>
    private static string WithoutThe(string folded)
    {
        var rest = folded;
        var start = FirstWord(folded);
        if (string.CompareOrdinal(folded, start, "the", 0, 3) == 0 && start + 3 < folded.Length && EndsWordAt(folded, start + 3))
            rest = folded[(start + 3)..];

        var trimmed = rest.TrimEnd(' ', '"', '.');
        if (trimmed.EndsWith("(the)", StringComparison.Ordinal))
            rest = trimmed[..^5];
        else if (trimmed.EndsWith("the", StringComparison.Ordinal) && trimmed[..^3].TrimEnd().EndsWith(','))
            rest = trimmed[..^3];

        return FirstWord(rest) < rest.Length ? rest : folded;
    }

    private static bool EndsWordAt(string folded, int at) => folded[at] is not ('\'' or '.') && Rune.TryGetRuneAt(folded, at, out var rune) && !Folding.IsWord(rune);

    /// <summary>Where the first letter or digit stands; symbols before it do not count.</summary>
    private static int FirstWord(string folded)
    {
        var at = 0;
        foreach (var rune in folded.EnumerateRunes())
        {
            if (Folding.IsWord(rune))
                break;
            at += rune.Utf16SequenceLength;
        }
        return at;
    }

    /// <summary>A number as its count of digits, then its digits: 9 before 350 before 1,199. Returns the characters used, 0 where no number stands.</summary>
    private static int AppendNumber(StringBuilder key, string words)
    {
        var at = 0;
        var whole = new StringBuilder();
        while (at < words.Length && (char.IsAsciiDigit(words[at]) || (at > 0 && IsThousandsComma(words, at))))
        {
            if (words[at] != ',')
                whole.Append(words[at]);
            at++;
        }
        if (at == 0)
            return 0;

        var digits = whole.ToString().TrimStart('0');
        key.Append(digits.Length.ToString("000", CultureInfo.InvariantCulture)).Append(digits);

        var end = at + 1;
        while (at < words.Length && words[at] == '.' && end < words.Length && char.IsAsciiDigit(words[end]))
            end++;
        if (end > at + 1)
        {
            key.Append(words[(at + 1)..end].TrimEnd('0'));
            at = end;
        }
        key.Append(EndOfNumber);
        return at;
    }

    private static bool IsThousandsComma(string words, int at) =>
        words[at] == ',' && at + 3 < words.Length && words.AsSpan(at + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0
        && (at + 4 == words.Length || !char.IsAsciiDigit(words[at + 4]));

    private static void AppendWords(StringBuilder key, string words)
    {
        var space = false;
        foreach (var rune in words.EnumerateRunes())
        {
            if (rune.Value is '\'' or '.' or '"')
                continue;

            if (rune.Value is '&' or '+')
            {
                AppendSpace(key);
                key.Append("and");
                space = true;
            }
            else if (!Folding.IsWord(rune))
            {
                space = true;
            }
            else
            {
                if (space)
                    AppendSpace(key);
                space = false;
                AppendLetter(key, rune);
            }
        }
    }

    private static void AppendSpace(StringBuilder key)
    {
        if (key.Length > 0 && key[^1] != ' ')
            key.Append(' ');
    }

    private static void AppendLetter(StringBuilder key, Rune rune)
    {
        if (rune.IsAscii)
            key.Append((char)rune.Value);
        else if (rune.IsBmp && CyrillicOrder.IndexOf((char)rune.Value) is >= 0 and var place)
            AppendHex(key, 0x0400 + place);
        else
            AppendHex(key, rune.Value);
    }

    private static void AppendExactly(StringBuilder key, string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsBetween(name[i], ' ', 'z'))
                key.Append(name[i]);
            else if (i + 1 < name.Length && char.IsSurrogatePair(name[i], name[i + 1]))
                AppendHex(key, char.ConvertToUtf32(name[i], name[++i]));
            else
                AppendHex(key, name[i]);
        }
    }

    private static void AppendHex(StringBuilder key, int value) => key.Append(OtherScript).Append(CultureInfo.InvariantCulture, $"{value:x6}");
}
