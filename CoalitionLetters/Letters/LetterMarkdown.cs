using CoalitionLetters.Data;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.SmartyPants;
using Markdig.Helpers;
using Markdig.Parsers;
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

    /// <summary>Emphasis, links and brackets in each other within one paragraph.</summary>
    private const int MostInlineLevels = 100;

    private static readonly string[] Schemes = ["https://", "http://", "mailto:", "tel:"];

    public static readonly MarkdownPipeline Pipeline = Building().DisableHtml().Build();

    private static readonly Lazy<MarkdownPipeline> withHtml = new(() => Building().UsePreciseSourceLocation().Build());

    /// <summary>Straight quotes, "--" and "..." become typographic ones and stand in the document as literal text.</summary>
    /// <exception cref="RuleBrokenException">Lists, quotes, brackets or emphasis stand too deep in each other, or very many addresses begin and do not end.</exception>
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

    private static MarkdownPipelineBuilder Building()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = MostLevels }
            .UsePipeTables()
            .UseFootnotes()
            .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true })
            .UseSmartyPants();
        builder.BlockParsers.FindExact<ParagraphBlockParser>()!.Closed += (_, block) => LetterTables.CompleteRows(block);
        return builder;
    }

    private static MarkdownDocument Read(string markdown, MarkdownPipeline pipeline)
    {
        OpenAddresses.ThrowIfMany(markdown);
        try
        {
            var document = Markdown.Parse(markdown, pipeline);
            return IsTooDeep(document) ? throw TooDeep() : document;
        }
        catch (ArgumentException)
        {
            throw TooDeep();
        }
    }

    /// <summary>
    /// Looked at without recursion: a run of asterisks becomes emphasis in emphasis, half as deep as the run is long, and whoever went down there would run out of stack,
    /// which ends the whole process.
    /// </summary>
    private static bool IsTooDeep(MarkdownDocument document)
    {
        var waiting = new Stack<(MarkdownObject Part, int Inlines)>([(document, 0)]);
        while (waiting.TryPop(out var next))
        {
            if (next.Inlines > MostInlineLevels)
            {
                return true;
            }

            foreach (var part in Inside(next.Part))
            {
                waiting.Push((part, part is Inline ? next.Inlines + 1 : 0));
            }
        }

        return false;
    }

    private static IEnumerable<MarkdownObject> Inside(MarkdownObject part) => part switch
    {
        ContainerBlock blocks => blocks,
        LeafBlock { Inline: { } words } => [words],
        ContainerInline inlines => inlines,
        _ => [],
    };

    private static RuleBrokenException TooDeep() => new("Lists, quotes, brackets or asterisks in the text stand too deep in each other to be read. Take some of them out.");

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
