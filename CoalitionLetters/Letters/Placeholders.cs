using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CoalitionLetters.Listings;

namespace CoalitionLetters.Letters;

/// <summary>The live facts that a body may name, like <c>{{count}}</c>.</summary>
/// <param name="Count">Listed signatories of the letter's main kind.</param>
/// <param name="States">"13 states", "20 states and the District of Columbia"; none when no signatory has a state.</param>
public sealed record LiveFacts(int Count, string? States);

/// <summary>Puts live facts into a letter's words.</summary>
public static partial class Placeholders
{
    public static readonly IReadOnlyList<string> Names = ["count", "count:words", "noun", "nouns-in-text", "states"];

    /// <exception cref="PlaceholderException">A placeholder is unknown or has nothing to say; the message names it.</exception>
    public static string Fill(string text, LetterContent content, LiveFacts facts)
    {
        var filled = new StringBuilder(text.Length + 64);
        var at = 0;
        while (text.IndexOf("{{", at, StringComparison.Ordinal) is var start and >= 0)
        {
            var end = text.IndexOf("}}", start, StringComparison.Ordinal);
            if (end < 0)
            {
                break;
            }

            filled.Append(text, at, start - at).Append(Say(text[(start + 2)..end].Trim(), text, end + 2, content, facts));
            at = end + 2;
        }

        return filled.Append(text, at, text.Length - at).ToString();
    }

    private static string Say(string name, string text, int after, LetterContent content, LiveFacts facts) => name switch
    {
        "count" => facts.Count.ToString("#,0", CultureInfo.GetCultureInfo(content.Language)),
        "count:words" => NumberWords.Of(facts.Count, content.Language, Languages.IsSpanish(content.Language) ? CountedIn(text, after, content) : Counted.Nothing),
        "noun" => content.Noun(facts.Count),
        "nouns-in-text" => content.NounsInText ?? throw Empty(name, "set nouns-in-text, like \"unions and community organizations\""),
        "states" => facts.States ?? throw Empty(name, "no signatory on the list has a state"),
        "own-sentence" => throw Empty(name, "the drafts of supporters' actions alone have a sentence that each person adds"),
        _ => throw new PlaceholderException($"The placeholder {{{{{name}}}}} is unknown. Known are {string.Join(", ", Names.Select(n => $"{{{{{n}}}}}"))}."),
    };

    /// <summary>Spanish numbers agree with what they count: "somos veintiún sindicatos", "somos veintiuna organizaciones" and also "somos veintiuna".</summary>
    private static Counted CountedIn(string text, int after, LetterContent content)
    {
        var next = NextWords().Match(text, after);
        var (first, second) = (next.Groups["first"].Value, next.Groups["second"].Value);
        var noun = IsNoun(first, content) ? first : !Joints.Contains(first, StringComparer.OrdinalIgnoreCase) && IsNoun(second, content) ? second : null;
        return SpanishNouns.IsFeminine(noun == "nouns-in-text" ? content.NounsInText ?? "" : content.NounOne) ? Counted.Feminine
            : noun is null ? Counted.Nothing : Counted.Masculine;
    }

    /// <summary>Words behind which a noun begins anew: "veintiuno de los sindicatos".</summary>
    private static readonly string[] Joints = ["de", "del", "en", "y", "o", "los", "las", "son", "somos"];

    private static bool IsNoun(string word, LetterContent content) =>
        word is "noun" or "nouns-in-text" || word.Length > 0 && new[] { content.NounOne, content.NounMany }.Any(noun => word.Equals(noun.Split(' ')[0], StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\G[\s*_]+(\{\{\s*)?(?<first>[\p{L}-]+)(\s*\}\})?([\s*_]+(\{\{\s*)?(?<second>[\p{L}-]+))?")]
    private static partial Regex NextWords();

    private static PlaceholderException Empty(string name, string reason) => new($"The placeholder {{{{{name}}}}} has nothing to say: {reason}.");
}

/// <summary>A placeholder in a letter's body cannot be filled. The message names it and says why.</summary>
public sealed class PlaceholderException(string message) : Exception(message);
