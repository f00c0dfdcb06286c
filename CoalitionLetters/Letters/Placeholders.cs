using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CoalitionLetters.Listings;
using CoalitionLetters.Officials;
using CoalitionLetters.Signatures;

namespace CoalitionLetters.Letters;

/// <summary>The live facts that a body may name, like <c>{{count}}</c>.</summary>
/// <param name="Count">Listed signatories of the letter's main kind.</param>
/// <param name="States">"13 states", "20 states and the District of Columbia"; none when no signatory has a state.</param>
public sealed record LiveFacts(int Count, string? States)
{
    /// <summary>What a body may say of these names. Each official is of a jurisdiction, so one of no state is not left out of the sentence.</summary>
    public static LiveFacts Of(LetterContent content, IReadOnlyCollection<ListedName> names) =>
        new(names.Count, Listings.States.Phrase(names.Select(name => name.State), content.Language, content.Signatories == SignatoryKind.Officials ? OtherPlaces(names) : 0));

    /// <summary>Two officials of one nation are of one jurisdiction.</summary>
    private static int OtherPlaces(IEnumerable<ListedName> names) => names.Where(name => Listings.States.Find(name.State) is null)
        .Select(name => OfficePlace.Of(new Listing { Name = name.Name, Title = name.Title, State = name.State, Scope = name.Scope })).Distinct().Count();
}

/// <summary>Puts live facts into a letter's words.</summary>
public static partial class Placeholders
{
    private const int NameShown = 40;
    private const string Open = "…";

    /// <summary>Said of a body that names these words where the letter has none.</summary>
    public const string NoNounsInText = "The placeholder {{nouns-in-text}} has nothing to say: fill in “Nouns in text” (nouns-in-text in a letter's file), like “unions and community organizations”.";

    public static readonly IReadOnlyList<string> Names = ["count", "count:words", "noun", "nouns-in-text", "states"];

    /// <exception cref="PlaceholderException">A placeholder is unknown or has nothing to say; the message names it.</exception>
    public static string Fill(string text, LetterContent content, LiveFacts facts) => Replace(text, (name, after) => Say(name, text, after, content, facts));

    /// <summary>As <see cref="Fill"/>, while a letter still grows: what nothing can be said about yet, like the count of a letter that nobody has signed, is left open.</summary>
    public static string FillSoFar(string text, LetterContent content, LiveFacts facts) => FillSoFar(text, content, facts, said => said);

    /// <param name="mark">Puts something around each fact.</param>
    public static string FillSoFar(string text, LetterContent content, LiveFacts facts, Func<string, string> mark) => Replace(text, (name, after) => mark(SaySoFar(name, text, after, content, facts)));

    /// <summary>What keeps a letter from ever being printed, however many sign it: a placeholder that is unknown, or for which its words are missing. Null: nothing does.</summary>
    public static string? FaultIn(LetterContent content)
    {
        try
        {
            Fill(content.Body, content, new LiveFacts(2, "2 states"));
            return null;
        }
        catch (PlaceholderException fault)
        {
            return fault.Message;
        }
    }

    /// <param name="say">Gets a placeholder's name, and where the text goes on behind it.</param>
    private static string Replace(string text, Func<string, int, string> say)
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

            filled.Append(text, at, start - at).Append(say(text[(start + 2)..end].Trim(), end + 2));
            at = end + 2;
        }

        return filled.Append(text, at, text.Length - at).ToString();
    }

    private static string SaySoFar(string name, string text, int after, LetterContent content, LiveFacts facts)
    {
        try
        {
            return facts.Count == 0 && name.StartsWith("count", StringComparison.Ordinal) ? Open : Say(name, text, after, content, facts);
        }
        catch (PlaceholderException)
        {
            return Open;
        }
    }

    private static string Say(string name, string text, int after, LetterContent content, LiveFacts facts) => name switch
    {
        "count" => facts.Count.ToString("#,0", CultureInfo.GetCultureInfo(content.Language)),
        "count:words" => NumberWords.Of(facts.Count, content.Language, Languages.IsSpanish(content.Language) ? CountedIn(text, after, content) : Counted.Nothing),
        "noun" => content.Noun(facts.Count),
        "nouns-in-text" => content.NounsInText ?? throw new PlaceholderException(NoNounsInText),
        "states" => facts.States ?? throw Empty(name, "no signatory on the list has a state"),
        "own-sentence" => throw Empty(name, "the drafts of supporters' actions alone have a sentence that each person adds"),
        _ => throw new PlaceholderException($"The placeholder {{{{{(name.Length > NameShown ? $"{name[..NameShown]}…" : name)}}}}} is unknown. Known are {string.Join(", ", Names.Select(n => $"{{{{{n}}}}}"))}."),
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
