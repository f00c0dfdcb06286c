using System.Globalization;
using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CoalitionLetters.Letters.Public;

/// <summary>
/// A letter's body as HTML for a page that holds a heading of the first rank already. Notes are apart, because they stand below the
/// list. Nothing in a letter can run a script or load anything: images become their description, and a link leads to the
/// web, to a mailbox or a telephone, or nowhere.
/// </summary>
public sealed record LetterHtml(string Body, IReadOnlyList<NoteHtml> Notes)
{
    // Live facts travel through Markdown between two characters of the private use area and come out as marked spans.
    private const char FactStarts = '\ue000';
    private const char FactEnds = '\ue001';

    public static LetterHtml Of(LetterContent content, LiveFacts facts, LetterWords words)
    {
        var document = LetterMarkdown.Parse(Placeholders.FillSoFar(content.Body, content, facts, said => FactStarts + said + FactEnds));
        MakeHarmless(document);
        LowerHeadings(document);
        NumberAsWritten(document);
        LetRun(document, leader: null);

        var notes = document.OfType<FootnoteGroup>().SelectMany(group => group.OfType<Footnote>()).Where(note => note.Order > 0).OrderBy(note => note.Order).ToList();
        foreach (var group in document.OfType<FootnoteGroup>().ToList())
        {
            document.Remove(group);
        }

        var live = 0;
        var body = Mark(Render(document, words), ref live);
        var set = new List<NoteHtml>();
        foreach (var note in notes)
        {
            set.Add(new NoteHtml(note.Order, Mark(RenderNote(note, words), ref live), [.. note.Links.Where(link => !link.IsBackLink).Select(ReferenceId)]));
        }

        return new LetterHtml(body, set);
    }

    private static void MakeHarmless(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (link.IsImage)
            {
                var description = new ContainerInline();
                link.ReplaceBy(description, copyChildren: true);
            }
            else if (!MayLead(link.Url))
            {
                link.ReplaceBy(new ContainerInline(), copyChildren: true);
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !MayLead(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }
    }

    private static bool MayLead(string? url) => url?.TrimStart().StartsWith('#') == true || LetterMarkdown.IsAddress(url);

    private static void LowerHeadings(MarkdownDocument document)
    {
        var headings = document.Descendants<HeadingBlock>().ToList();
        var lower = headings.Any(heading => heading.Level == 1) ? 1 : 0;
        foreach (var heading in headings)
        {
            heading.Level = Math.Min(6, heading.Level + lower);
        }
    }

    /// <summary>"1)" is printed as "1)", here as in the PDF.</summary>
    private static void NumberAsWritten(MarkdownDocument document)
    {
        foreach (var list in document.Descendants<ListBlock>().Where(list => list is { IsOrdered: true, OrderedDelimiter: ')' }))
        {
            list.GetAttributes().AddClass("paren");
        }
    }

    /// <summary>
    /// Each block runs as its own words do, as in the PDF, and numbers in a table as the table. A container runs as the first of what it holds: the browser passes over what has a direction of its own, so that one has none.
    /// </summary>
    private static void LetRun(ContainerBlock container, Block? leader)
    {
        foreach (var block in container)
        {
            if (block != leader && (block is ParagraphBlock or HeadingBlock or ListBlock or ListItemBlock or QuoteBlock or Table || (block is TableCell cell && HasLetters(cell))))
            {
                block.GetAttributes().AddProperty("dir", "auto");
            }

            if (block is ContainerBlock inner)
            {
                LetRun(inner, inner is TableRow ? leader : LeaderOf(inner));
            }
        }
    }

    private static Block? LeaderOf(ContainerBlock container) => container is not Table table ? container.FirstOrDefault()
        : table.OfType<TableRow>().OrderBy(row => row.IsHeader).SelectMany(row => row.OfType<TableCell>()).FirstOrDefault(cell => cell.OfType<LeafBlock>().Any(leaf => leaf.Inline?.FirstChild is not null));

    private static bool HasLetters(TableCell cell) => cell.Descendants<LiteralInline>().Any(literal => literal.Content.ToString().Any(char.IsLetter));

    private static string Render(MarkdownDocument document, LetterWords words)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = Renderer(writer, words);
        renderer.Render(document);
        return writer.ToString();
    }

    private static string RenderNote(Footnote note, LetterWords words)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = Renderer(writer, words);
        renderer.ImplicitParagraph = note.Count == 1;
        renderer.WriteChildren(note);
        return writer.ToString().Trim();
    }

    private static HtmlRenderer Renderer(StringWriter writer, LetterWords words)
    {
        var renderer = new HtmlRenderer(writer);
        LetterMarkdown.Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlFootnoteLinkRenderer>(new NoteLink(words));
        var tables = renderer.ObjectRenderers.FindExact<HtmlTableRenderer>()!;
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new WideTable(tables, words));
        return renderer;
    }

    /// <summary>Turns the marks around live facts into spans, and drops them inside tags, where no span can stand.</summary>
    private static string Mark(string html, ref int live)
    {
        var marked = new StringBuilder(html.Length + 256);
        var inTag = false;
        foreach (var character in html.Replace("%EE%80%80", "", StringComparison.Ordinal).Replace("%EE%80%81", "", StringComparison.Ordinal))
        {
            inTag = character switch { '<' => true, '>' => false, _ => inTag };
            if (character == FactStarts)
            {
                marked.Append(inTag ? "" : string.Create(CultureInfo.InvariantCulture, $"<span id=\"fact-{++live}\" data-live=\"words\">"));
            }
            else if (character == FactEnds)
            {
                marked.Append(inTag ? "" : "</span>");
            }
            else
            {
                marked.Append(character);
            }
        }

        return marked.ToString();
    }

    private static string ReferenceId(FootnoteLink link)
    {
        var place = link.Footnote.Links.Where(other => !other.IsBackLink).ToList().IndexOf(link);
        return place <= 0 ? $"ref-{link.Footnote.Order}" : $"ref-{link.Footnote.Order}-{place + 1}";
    }

    private sealed class NoteLink(LetterWords words) : HtmlObjectRenderer<FootnoteLink>
    {
        protected override void Write(HtmlRenderer renderer, FootnoteLink link)
        {
            if (!link.IsBackLink)
            {
                var order = link.Footnote.Order;
                renderer.Write($"<sup><a href=\"#note-{order}\" id=\"{ReferenceId(link)}\" aria-label=\"{words.Note(order)}\">{order}</a></sup>");
            }
        }
    }

    /// <summary>A wide table scrolls by itself on a narrow screen, by keyboard too.</summary>
    private sealed class WideTable(HtmlTableRenderer inner, LetterWords words) : HtmlObjectRenderer<Table>
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.Write($"<div class=\"wide\" role=\"region\" aria-label=\"{words.Table}\" tabindex=\"0\">");
            inner.Write(renderer, table);
            renderer.WriteLine("</div>");
        }
    }
}

/// <param name="References">Ids of the places in the text that refer to it.</param>
public sealed record NoteHtml(int Number, string Html, IReadOnlyList<string> References);
