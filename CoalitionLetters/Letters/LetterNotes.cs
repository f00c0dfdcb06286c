using System.Text;
using System.Text.RegularExpressions;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CoalitionLetters.Letters;

/// <summary>The footnotes of a letter's text: each is called and each call has its note, or the letter says something else than its author wrote.</summary>
public static partial class LetterNotes
{
    private const char NarrowSpace = '\u202F';

    /// <summary>The first thing that is wrong with a text's footnotes as a sentence, or none.</summary>
    public static string? FaultIn(MarkdownDocument document) => NoteWithCall(document) ?? NoteWithoutWords(document) ?? CallWithoutNote(document) ?? NoteWithoutCall(document) ?? CallInLink(document);

    /// <summary>Parts calls that stand side by side, which Markdown would read as one link; the reader sees two numbers instead of one.</summary>
    internal static string Parted(string markdown) =>
        markdown.Contains("][^", StringComparison.Ordinal) ? AdjacentCalls().Replace(markdown, found => found.Value + NarrowSpace) : markdown;

    /// <summary>What stands in code as it was written.</summary>
    internal static string Joined(string code) => code.Replace($"]{NarrowSpace}[^", "][^", StringComparison.Ordinal);

    /// <summary>A call as it was typed: "[^1]".</summary>
    internal static string CallOf(Footnote note) => $"[^{NameOf(note.Label)}]";

    internal static bool SaysSomething(Footnote note) => note.Descendants().Any(Says);

    private static string? NoteWithCall(MarkdownDocument document)
    {
        var note = document.Descendants<Footnote>().FirstOrDefault(note => note.Descendants<FootnoteLink>().Any(link => !link.IsBackLink));
        return note is null ? null : $"Footnote {NameOf(note.Label)} calls a footnote; footnotes cannot hold footnotes.";
    }

    private static string? NoteWithoutWords(MarkdownDocument document)
    {
        var note = document.Descendants<Footnote>().FirstOrDefault(note => !SaysSomething(note));
        return note is null ? null : $"Footnote {NameOf(note.Label)} says nothing. Write its words, or take it out with its calls.";
    }

    private static bool Says(MarkdownObject part) => part switch
    {
        LiteralInline literal => !literal.Content.IsEmptyOrWhitespace(),
        HtmlEntityInline or CodeInline or AutolinkInline => true,
        CodeBlock code => code.Lines.Count > 0,
        _ => false,
    };

    private static string? CallWithoutNote(MarkdownDocument document)
    {
        foreach (var literal in document.Descendants<LiteralInline>())
        {
            if (literal is { PreviousSibling: LiteralInline { IsFirstCharacterEscaped: false } before }
                && before.Content.AsSpan() is [.., '['] && CallAfterBracket().Match(literal.Content.ToString() + TextOf(literal.NextSibling)) is { Success: true } call)
            {
                var label = call.Groups[1].Value;
                return $"Footnote {label} is called and not written. Add a line “[^{label}]: …” or take the call out.";
            }
        }

        return null;
    }

    private static string? NoteWithoutCall(MarkdownDocument document)
    {
        var written = document.Descendants<FootnoteLinkReferenceDefinition>().ToList();
        if (written.Find(note => note.Footnote.Links.Count == 0) is not { } unused)
        {
            return null;
        }

        var name = NameOf(unused.Label);
        return written.Count(note => string.Equals(note.Label, unused.Label, StringComparison.OrdinalIgnoreCase)) > 1
            ? $"Footnote {name} is written twice. Give one of them another label."
            : $"Footnote {name} is written and never called. Put [^{name}] where it belongs or take it out.";
    }

    /// <summary>A link cannot stand in a link, so that the outer one would be printed as brackets.</summary>
    private static string? CallInLink(MarkdownDocument document)
    {
        foreach (var call in document.Descendants<FootnoteLink>().Where(link => !link.IsBackLink))
        {
            if (RestOfLink().IsMatch(WordsAfter(call)) && HasOpenBracket(call.PreviousSibling))
            {
                var name = NameOf(call.Footnote.Label);
                return $"Footnote {name} is called inside a link. Put [^{name}] after the link.";
            }
        }

        return null;
    }

    private static string WordsAfter(Inline call)
    {
        var words = new StringBuilder();
        for (var next = call.NextSibling; next is LiteralInline; next = next.NextSibling)
        {
            words.Append(TextOf(next));
        }

        return words.ToString();
    }

    private static bool HasOpenBracket(Inline? before)
    {
        for (; before is not null; before = before.PreviousSibling)
        {
            if (before is LiteralInline { IsFirstCharacterEscaped: false } literal && literal.Content.AsSpan() is [.., '['])
            {
                return true;
            }
        }

        return false;
    }

    private static string TextOf(Inline? inline) => inline is LiteralInline literal ? literal.Content.ToString() : "";

    private static string NameOf(string? label) => label?.TrimStart('^') ?? "";

    [GeneratedRegex(@"(?<!\\)\[\^[^\[\]\r\n]+\](?=\[\^)")]
    private static partial Regex AdjacentCalls();

    [GeneratedRegex(@"^[^\[\]]*\]\(")]
    private static partial Regex RestOfLink();

    [GeneratedRegex(@"^\^([^\[\]\r\n]{1,60})\]")]
    private static partial Regex CallAfterBracket();
}
