using System.Net;
using System.Text;
using CoalitionLetters.Listings;

namespace CoalitionLetters.Organizations.Names;

/// <summary>What stands before a word.</summary>
internal enum Break
{
    None,
    Hyphen,
    Slash,
    Comma,
    Dash,
    Colon,
}

/// <param name="Text">Folded, without apostrophes and periods.</param>
/// <param name="IsUpper">Written in capitals only, two letters or more.</param>
/// <param name="IsDotted">With a period within it or behind it.</param>
/// <param name="Short">What stood there, where the text is a short form written out.</param>
/// <param name="IsArmOf">Capitals behind small letters ("JStreetPAC") are an arm of what stands before them.</param>
/// <param name="Written">Where it stands in the name as given.</param>
internal readonly record struct NameWord(string Text, Break Before, bool IsUpper, bool IsDotted = false, bool IsArmOf = false, string? Short = null, Written Written = default)
{
    /// <summary>With periods between its letters ("S.A.", "e.V."); one behind them ("SA.") may end the name.</summary>
    public bool IsSpelled => IsDotted && (Text.Length == 1 || Written.Of([this]).TrimEnd('.').Contains('.', StringComparison.Ordinal));

    public bool IsNumber => char.IsAsciiDigit(Text[0]);
}

/// <summary>A name taken apart into words, with what stood in parentheses kept aside.</summary>
internal sealed record NameText(IReadOnlyList<NameWord> Words, IReadOnlyList<IReadOnlyList<NameWord>> Parentheses)
{
    public static NameText Read(string name)
    {
        name = AsTyped(name);
        var words = new List<NameWord>();
        var asides = new List<IReadOnlyList<NameWord>>();
        List<NameWord>? aside = null;
        var before = Break.None;
        var word = new StringBuilder();
        var (start, end) = (0, 0);

        StringBuilder WordAt(int at)
        {
            if (word.Length == 0)
                start = at;
            end = at + 1;
            return word;
        }

        void EndWord(bool isDotted = false)
        {
            if (word.Length == 0)
                return;
            var (written, list) = (word.ToString(), aside ?? words);
            var text = Clean(Folding.Fold(written));
            if (text.Length > 0)
            {
                list.Add(new NameWord(text, list.Count == 0 ? Break.None : before, IsUpper(word), isDotted || written.Contains('.', StringComparison.Ordinal), EndsInPac(written), Written: new Written(name, start, isDotted ? end + 1 : end)));
                before = Break.None;
            }
            word.Clear();
        }

        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (IsInWord(name, i))
            {
                WordAt(i).Append(c);
                if (IsElision(word))
                    EndWord();
                continue;
            }

            // "32-BJ" is Local 32BJ.
            if (c == '-' && IsLetteredNumber(name, i, word))
                continue;
            if (word.Length > 0 && IsMarkOfItsWord(name, i))
            {
                WordAt(i).Append((c, char.IsUpper(name[i - 1])) switch { ('+', true) => "PLUS", ('+', false) => "plus", _ => "SHARP" });
                continue;
            }

            EndWord(isDotted: c == '.');
            if (c is '(' or '[' && aside is null)
            {
                aside = [];
            }
            else if (c is ')' or ']' && aside is not null)
            {
                if (aside.Count > 0)
                    asides.Add(aside);
                aside = null;
                before = Break.None;
            }
            else if (c is '&' or '+' or '＆')
            {
                if (IsBetweenWords(name, i))
                {
                    WordAt(i).Append("and");
                    EndWord();
                }
            }
            else if (c == '@' && IsBetweenWords(name, i))
            {
                WordAt(i).Append("at");
                EndWord();
            }
            else if (BreakOf(name, i) is { } found && found > before)
            {
                before = found;
            }
        }
        EndWord();
        if (aside is { Count: > 0 })
            asides.Add(aside);
        return new NameText(words, asides);
    }

    /// <summary>Without what a web form or an address bar adds: entities ("&amp;amp;"), "https://", "www.", a slash at the end.</summary>
    private static string AsTyped(string name)
    {
        var text = name;
        for (var round = 0; round < 2 && text.Contains('&', StringComparison.Ordinal) && text.Contains(';', StringComparison.Ordinal); round++)
            text = WebUtility.HtmlDecode(text);

        // "501(c)(4)" is one word.
        text = text.Replace("501(c)(3)", "501c3", StringComparison.OrdinalIgnoreCase).Replace("501(c)(4)", "501c4", StringComparison.OrdinalIgnoreCase);
        var start = text.AsSpan().TrimStart();
        foreach (var prefix in (ReadOnlySpan<string>)["https://", "http://", "www."])
        {
            if (start.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && start.Length > prefix.Length)
                start = start[prefix.Length..];
        }
        return start.Length == text.AsSpan().TrimStart().Length ? text : start.TrimEnd().TrimEnd('/').ToString();
    }

    /// <summary>"l'homme", "d'Espagne", "dell'ambiente": the article is a word of its own.</summary>
    private static bool IsElision(StringBuilder word) =>
        word.Length is 2 or 3 or 5 && word[^1] is '\'' or '’' or '‘' or '´' or '`' && word.ToString(0, word.Length - 1).ToLowerInvariant() is "l" or "d" or "qu" or "dell" or "nell" or "sull";

    private static bool IsLetteredNumber(string name, int at, StringBuilder word)
    {
        if (word.Length == 0 || at + 1 >= name.Length)
            return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsAsciiDigit(word[i]))
                return false;
        }
        var end = at + 1;
        while (end < name.Length && char.IsAsciiLetterUpper(name[end]))
            end++;
        return end - at is 2 or 3 && (end == name.Length || !char.IsLetterOrDigit(name[end]));
    }

    private static bool EndsInPac(string written) => written.Length > 5 && written.EndsWith("PAC", StringComparison.Ordinal) && char.IsLower(written[^4]);

    private static bool IsInWord(string name, int at)
    {
        var c = name[at];
        if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '\'' or '’' or '‘' or 'ʻ' or 'ʼ' or '`' or '´' or '\u00AD' or '\u200B' or '\u200D' or '\u200C')
            return true;
        if (IsThousandsComma(name, at))
            return true;
        if (c == '.')
            return at + 1 < name.Length && char.IsLetterOrDigit(name[at + 1]);
        return char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
    }

    /// <summary>"Local 1,500".</summary>
    private static bool IsThousandsComma(string name, int at) =>
        name[at] == ',' && at > 0 && char.IsAsciiDigit(name[at - 1]) && at + 3 < name.Length && name.AsSpan(at + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0
        && (at + 4 == name.Length || !char.IsAsciiDigit(name[at + 4])) && name.AsSpan(0, at) is var before && before.Length - 1 - before.LastIndexOfAnyExceptInRange('0', '9') <= 3;

    /// <summary>"50+ Coalition" is not the 50 Coalition, and "C# Users" are not the C Users; "UNITE+HERE" and "Water + Land" join two words.</summary>
    private static bool IsMarkOfItsWord(string name, int at)
    {
        if (at + 1 < name.Length && char.IsLetterOrDigit(name[at + 1]))
            return false;
        return name[at] == '+' || (name[at] == '#' && char.IsLetter(name[at - 1]) && (at == 1 || !char.IsLetterOrDigit(name[at - 2])));
    }

    private static bool IsBetweenWords(string name, int at) =>
        name.AsSpan(0, at).ContainsAnyLetterOrDigit() && name.AsSpan(at + 1).TrimStart() is [var next, ..] && (char.IsLetterOrDigit(next) || next == '(');

    private static Break? BreakOf(string name, int at) => name[at] switch
    {
        ',' or ';' => Break.Comma,
        ':' or '|' or '•' or '·' or '—' => Break.Colon,
        '/' or '\\' => Break.Slash,
        '-' or '–' or '‐' or '‑' or '−' or '―' => IsSpaced(name, at) ? Break.Dash : Break.Hyphen,
        _ => null,
    };

    private static bool IsSpaced(string name, int at) =>
        (at > 0 && char.IsWhiteSpace(name[at - 1])) || (at + 1 < name.Length && char.IsWhiteSpace(name[at + 1])) || (at > 0 && name[at - 1] == '-') || (at + 1 < name.Length && name[at + 1] == '-');

    /// <summary>Without apostrophes and periods, but "3.2" is not "32".</summary>
    private static string Clean(string folded) =>
        string.Concat(folded.Where((c, i) => c is not ('\'' or '.' or ',' or '"' or ' ' or '-') || (c == '.' && i > 0 && i + 1 < folded.Length && char.IsAsciiDigit(folded[i - 1]) && char.IsAsciiDigit(folded[i + 1]))));

    private static bool IsUpper(StringBuilder word)
    {
        var letters = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (char.IsLower(word[i]))
                return false;
            if (char.IsUpper(word[i]))
                letters++;
        }
        return letters >= 2;
    }
}

internal static class SpanLetters
{
    public static bool ContainsAnyLetterOrDigit(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                return true;
        }
        return false;
    }
}
