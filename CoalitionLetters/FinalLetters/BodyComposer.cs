using CoalitionLetters.Letters;
using CoalitionLetters.Typesetting.Documents;
using CoalitionLetters.Typesetting.Documents.Blocks;
using CoalitionLetters.Typesetting.Documents.Footnotes;
using CoalitionLetters.Typesetting.Paragraphs;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Block = Markdig.Syntax.Block;
using HeadingBlock = Markdig.Syntax.HeadingBlock;
using ListBlock = Markdig.Syntax.ListBlock;
using ParagraphBlock = Markdig.Syntax.ParagraphBlock;
using QuoteBlock = Markdig.Syntax.QuoteBlock;
using MarkdownFootnote = Markdig.Extensions.Footnotes.Footnote;
using MarkdownFootnoteLink = Markdig.Extensions.Footnotes.FootnoteLink;
using MarkdownTable = Markdig.Extensions.Tables.Table;

namespace CoalitionLetters.FinalLetters;

/// <summary>Composes a body that was written in Markdown. HTML in it is shown as the text it is.</summary>
/// <param name="isProof"><inheritdoc cref="RenderOptions.IsProof" path="/summary"/></param>
internal sealed class BodyComposer(Sheet sheet, Typography type, bool isProof)
{
    private readonly Dictionary<MarkdownFootnote, Footnote> notes = [];
    private bool isInNote;

    public void Compose(MarkdownDocument body) => Compose(sheet, body, type.Body);

    private void Compose(Stack stack, ContainerBlock blocks, BlockStyle style)
    {
        foreach (var block in blocks)
        {
            Compose(stack, block, style);
        }
    }

    private void Compose(Stack stack, Block block, BlockStyle style)
    {
        switch (block)
        {
            case HeadingBlock heading:
                // The letter's RE line is the heading of level 1.
                stack.Heading(heading.Level + 1, t => Compose(t, heading.Inline), StyleOf(heading));
                break;
            case ParagraphBlock paragraph:
                stack.Paragraph(t => Compose(t, paragraph.Inline), style with { KeepWithNext = Announces(paragraph) });
                break;
            case ListBlock list:
                ComposeList(stack, list, style);
                break;
            case QuoteBlock quote:
                stack.Quote(inner => Compose(inner, quote, type.Quote));
                break;
            case MarkdownTable table:
                ComposeTable(stack, table);
                break;
            case ThematicBreakBlock:
                stack.Rule(Typography.BodyRule, spaceBefore: type.Body.SpaceAfter, spaceAfter: Typography.BodyRuleSpace);
                break;
            case CodeBlock code:
                stack.Paragraph(t => t.Code(code.Lines.ToString(), looks => looks), style);
                break;
            case LeafBlock leaf when leaf.Inline is not null:
                stack.Paragraph(t => Compose(t, leaf.Inline), style);
                break;
            case ContainerBlock container and not (Markdig.Extensions.Footnotes.FootnoteGroup or MarkdownFootnote):
                Compose(stack, container, style);
                break;
        }
    }

    private BlockStyle StyleOf(HeadingBlock heading) => heading.Level switch
    {
        1 => type.Title,
        2 => type.Heading,
        3 => type.Subheading,
        4 => type.Minor,
        5 => type.Least,
        _ => type.Lowest,
    };

    /// <summary>Whether the last line ("they are of one mind:") belongs on the page of what follows.</summary>
    private static bool Announces(ParagraphBlock paragraph) =>
        paragraph.Inline?.LastChild is LiteralInline { Content: { Length: > 0 } words } && words.Text[words.End] == ':'
        && paragraph.Parent is { } parent && parent.LastChild != paragraph;

    private void ComposeList(Stack stack, ListBlock list, BlockStyle style)
    {
        // Items that are parted by empty lines stand as far apart as paragraphs.
        var item = list.IsLoose ? style with { SpaceAfter = Math.Max(style.SpaceAfter, Typography.LooseItemSpace) } : style with { SpaceAfter = type.Item.SpaceAfter };
        if (list.IsOrdered)
        {
            stack.Numbered(AddItems, int.TryParse(list.OrderedStart, out var first) ? first : 1, style, list.OrderedDelimiter);
        }
        else
        {
            stack.List(AddItems, style);
        }

        void AddItems(ItemList items)
        {
            foreach (var entry in list.OfType<ListItemBlock>())
            {
                items.Item(inner => Compose(inner, entry, item));
            }
        }
    }

    private void ComposeTable(Stack stack, MarkdownTable markdown) => stack.Table(table =>
    {
        table.Align([.. markdown.ColumnDefinitions.Select(column => column.Alignment switch
        {
            TableColumnAlign.Right => Alignment.Right,
            TableColumnAlign.Center => Alignment.Center,
            _ => Alignment.Start,
        })]);
        foreach (var row in markdown.OfType<TableRow>())
        {
            Action<Text>[] cells = [.. row.OfType<TableCell>().Select<TableCell, Action<Text>>(cell => t => ComposeCell(t, cell))];
            if (row.IsHeader)
            {
                table.Header(cells);
            }
            else
            {
                table.Row(cells);
            }
        }
    });

    private void ComposeCell(Text text, TableCell cell)
    {
        foreach (var paragraph in cell.OfType<ParagraphBlock>())
        {
            Compose(text, paragraph.Inline);
        }
    }

    private void Compose(Text text, ContainerInline? inlines) => Compose(text, inlines, new Looks());

    private void Compose(Text text, ContainerInline? inlines, Looks looks)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            Compose(text, inline, looks);
        }
    }

    private void Compose(Text text, Inline inline, Looks looks)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Span(literal.Content.ToString(), looks.Apply);
                break;
            case EmphasisInline emphasis:
                Compose(text, emphasis, emphasis.DelimiterCount >= 2 ? looks with { Bold = true } : looks with { Italic = !looks.Italic });
                break;
            case MarkdownFootnoteLink { IsBackLink: false } call when isProof && (isInNote || !LetterNotes.SaysSomething(call.Footnote)):
                text.Span(LetterNotes.CallOf(call.Footnote), looks.Apply);
                break;
            case MarkdownFootnoteLink { IsBackLink: false } call:
                text.Footnote(NoteFor(call.Footnote));
                break;
            case LinkInline { IsImage: true } image:
                // A letter's text fetches nothing; the picture's words stand for it.
                Compose(text, image, looks with { Italic = true });
                break;
            case LinkInline link:
                text.Link(LiveAddress(link.GetDynamicUrl?.Invoke() ?? link.Url), inner => Compose(inner, link, looks));
                break;
            case AutolinkInline auto:
                text.Link(LiveAddress(auto.IsEmail ? $"mailto:{auto.Url}" : auto.Url), inner => inner.Span(auto.Url, looks.Apply));
                break;
            case LineBreakInline line:
                text.Span(line.IsHard ? "\n" : " ", looks.Apply);
                break;
            case CodeInline code:
                text.Code(code.Content, looks.Apply);
                break;
            case HtmlEntityInline entity:
                text.Span(entity.Transcoded.ToString(), looks.Apply);
                break;
            case HtmlInline html:
                text.Span(html.Tag, looks.Apply);
                break;
            case ContainerInline container:
                Compose(text, container, looks);
                break;
        }
    }

    private static string? LiveAddress(string? url) => LetterMarkdown.IsAddress(url) ? url!.Trim() : null;

    private Footnote NoteFor(MarkdownFootnote markdown)
    {
        if (!notes.TryGetValue(markdown, out var note))
        {
            isInNote = true;
            notes[markdown] = note = sheet.Note(inner => Compose(inner, markdown, type.Note));
            isInNote = false;
        }

        return note;
    }

    private sealed record Looks(bool Bold = false, bool Italic = false)
    {
        public TextStyle Apply(TextStyle style) => style with { Bold = style.Bold || Bold, Italic = style.Italic != Italic };
    }
}
