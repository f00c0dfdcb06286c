using CoalitionLetters.Data;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.SmartyPants;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CoalitionLetters.Letters;

/// <summary>
/// The Markdown that a letter's body may hold: CommonMark with footnotes, pipe tables and plain addresses of pages and mailboxes as links, raw HTML disabled. Page and PDF both set
/// the document that <see cref="Parse"/> returns, so they never read the same words differently.
/// </summary>
public static class LetterMarkdown
{
    // Each nested list takes two levels. Deeper texts are no letters.
    private const int MostLevels = 512;

    private static readonly string[] Schemes = ["https://", "http://", "mailto:", "tel:"];

    public static readonly MarkdownPipeline Pipeline = Building().DisableHtml().Build();

    private static readonly Lazy<MarkdownPipeline> withHtml = new(() => Building().UsePreciseSourceLocation().Build());

    /// <summary>Straight quotes, "--" and "..." become typographic ones and stand in the document as literal text.</summary>
    /// <exception cref="RuleBrokenException">Lists, quotes or brackets stand too deep in each other, or very many addresses begin and do not end.</exception>
    public static MarkdownDocument Parse(string markdown)
    {
        var document = Read(LetterNotes.Parted(markdown), Pipeline);
        foreach (var mark in document.Descendants<SmartyPant>().ToList())
        {
            mark.ReplaceBy(new LiteralInline(Character(mark)) { Span = mark.Span, Line = mark.Line, Column = mark.Column });
        }

        // SmartyPants leaves an apostrophe at a word's end ("members' hands") as it is.
        foreach (var literal in document.Descendants<LiteralInline>().Where(l => l.Content.AsSpan().Contains('\'')))
        {
            literal.Content = new StringSlice(literal.Content.ToString().Replace('\'', '’'));
        }

        LetterMailboxes.Link(document);
        foreach (var code in document.Descendants<CodeInline>())
        {
            code.Content = LetterNotes.Joined(code.Content);
        }

        return document;
    }

    /// <summary>The places of what would be HTML in a page that let it through; code is none.</summary>
    /// <exception cref="RuleBrokenException">As in <see cref="Parse"/>.</exception>
    internal static IEnumerable<SourceSpan> HtmlIn(string markdown) =>
        Read(markdown, withHtml.Value).Descendants().Where(part => part is HtmlBlock or HtmlInline).Select(part => part.Span);

    /// <summary>Whether a link leads to a page, a mailbox or a telephone, and not to a program that a reader would start by it.</summary>
    public static bool IsAddress(string? url) =>
        url?.Trim() is { } plain && Array.Exists(Schemes, scheme => plain.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    private static MarkdownPipelineBuilder Building() => new MarkdownPipelineBuilder { MaximumNestingDepth = MostLevels }
        .UsePipeTables()
        .UseFootnotes()
        .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true })
        .UseSmartyPants();

    private static MarkdownDocument Read(string markdown, MarkdownPipeline pipeline)
    {
        OpenAddresses.ThrowIfMany(markdown);
        try
        {
            return Markdown.Parse(markdown, pipeline);
        }
        catch (ArgumentException)
        {
            throw new RuleBrokenException("Lists, quotes or brackets in the letter's text stand too deep in each other to be read.");
        }
    }

    private static string Character(SmartyPant mark) => mark.Type switch
    {
        SmartyPantType.LeftQuote => "‘",
        SmartyPantType.RightQuote or SmartyPantType.Quote => "’",
        SmartyPantType.LeftDoubleQuote => "“",
        SmartyPantType.RightDoubleQuote or SmartyPantType.DoubleQuote => "”",
        SmartyPantType.LeftAngleQuote => "«",
        SmartyPantType.RightAngleQuote => "»",
        SmartyPantType.Ellipsis => "…",
        SmartyPantType.Dash2 => "–",
        SmartyPantType.Dash3 => "—",
        _ => mark.OpeningCharacter.ToString(),
    };
}
