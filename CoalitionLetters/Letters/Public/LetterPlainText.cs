using System.Text;
using CoalitionLetters.Listings;
using CoalitionLetters.Web;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CoalitionLetters.Letters.Public;

/// <summary>The whole letter with its list as plain text, in lines of at most 78 characters.</summary>
public sealed class LetterPlainText
{
    private const int Width = 78;

    private readonly StringBuilder text = new();
    private readonly PublicLetter letter;

    private LetterPlainText(PublicLetter letter) => this.letter = letter;

    public static string Of(PublicLetter letter, Links links)
    {
        var plain = new LetterPlainText(letter);
        plain.Head();
        plain.Body();
        plain.List();
        plain.Foot(links);
        return plain.text.ToString().TrimEnd('\n') + "\n";
    }

    private void Head()
    {
        var content = letter.Content;
        Paragraph(letter.State == PublicState.Withdrawn ? $"{letter.Words.WithdrawnTitle} {letter.Words.WithdrawnText(letter.Coalition.Name, letter.Time.Day(letter.Letter.WithdrawnAt!.Value))}" : null);
        foreach (var lead in content.Letterhead)
        {
            Lines([lead.Name.ToUpperInvariant(), lead.Office, .. lead.Address]);
        }

        Lines([letter.Time.Day(letter.Day)]);
        Lines([content.Delivery?.ToUpperInvariant()]);
        foreach (var recipient in content.Recipients)
        {
            Lines([.. recipient.Lines()]);
        }

        var about = string.Join(", ", new[] { content.Re }.Concat(content.Dockets).Where(part => !string.IsNullOrWhiteSpace(part)));
        Paragraph(about.Length > 0 ? $"{letter.Words.Re} {about}" : null);
        Paragraph(content.Salutation);
    }

    private void Body()
    {
        var body = LetterMarkdown.Parse(Placeholders.FillSoFar(letter.Content.Body, letter.Content, letter.Facts));
        Blocks(body, "");
        Paragraph(letter.Content.Closing);
    }

    private void Blocks(IEnumerable<Block> blocks, string indent)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case FootnoteGroup notes:
                    foreach (var note in notes.OfType<Footnote>().Where(note => note.Order > 0).OrderBy(note => note.Order))
                    {
                        Paragraph($"[{note.Order}] " + string.Join(' ', note.OfType<LeafBlock>().Select(Words)), indent);
                    }

                    break;
                case ListBlock list:
                    var number = int.TryParse(list.OrderedStart, out var start) ? start : 1;
                    foreach (var item in list.OfType<ListItemBlock>())
                    {
                        var mark = list.IsOrdered ? $"{number++}{list.OrderedDelimiter} " : "- ";
                        Item(item, indent, mark);
                    }

                    break;
                case QuoteBlock quote:
                    Blocks(quote, indent + "    ");
                    break;
                case Table table:
                    Lines([.. table.OfType<TableRow>().Select(row => indent + string.Join(" | ", row.OfType<TableCell>().Select(cell => string.Join(' ', cell.OfType<LeafBlock>().Select(Words)))))]);
                    break;
                case HeadingBlock heading:
                    text.Append('\n');
                    Paragraph(Words(heading).ToUpperInvariant(), indent);
                    break;
                case LeafBlock { Inline: not null } leaf:
                    Paragraph(Words(leaf), indent);
                    break;
                case LeafBlock code:
                    Lines([.. code.Lines.ToString().Split('\n').Select(line => indent + "    " + line)]);
                    break;
                case ContainerBlock container:
                    Blocks(container, indent);
                    break;
            }
        }
    }

    private void Item(ListItemBlock item, string indent, string mark)
    {
        var before = text.Length;
        Blocks(item, indent + new string(' ', mark.Length));
        if (text.Length > before)
        {
            text.Remove(before + indent.Length, mark.Length).Insert(before + indent.Length, mark);
        }
    }

    private static string Words(LeafBlock leaf) => leaf.Inline is null ? "" : Words(leaf.Inline);

    private static string Words(ContainerInline inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline { IsHard: true } => "\n",
        LineBreakInline => " ",
        AutolinkInline link => link.Url,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        FootnoteLink { IsBackLink: false } note => $"[{note.Footnote.Order}]",
        LinkInline { IsImage: false, Url: { Length: > 0 } url } link when Words(link) is var words => words == url ? url : $"{words} ({url})",
        ContainerInline container => Words(container),
        _ => "",
    }));

    private void List()
    {
        if (letter.Count > 0)
        {
            text.Append('\n');
            Paragraph($"{letter.Words.Number(letter.Count)} {letter.Noun}".ToUpperInvariant());
            foreach (var section in letter.Sections)
            {
                Set(section, "");
            }
        }

        foreach (var line in letter.Content.Cc)
        {
            Paragraph($"{letter.Words.Copies} {line}");
        }

        foreach (var line in letter.Content.Enclosures)
        {
            Paragraph($"{letter.Words.Enclosure}: {line}");
        }

        Paragraph(letter.Content.Contact is { Length: > 0 } contact ? $"{letter.Words.Contact}: {contact}" : null);
    }

    private void Set(Section section, string indent)
    {
        Paragraph(section.Heading is null ? null : $"{section.Heading} ({letter.Words.Number(section.Count)})", indent);
        Lines([.. section.Names.Select(name => indent + (name.Title is null ? name.Name : name.InOneLine()))]);
        foreach (var part in section.Parts)
        {
            Set(part, indent + "  ");
        }
    }

    private void Foot(Links links)
    {
        Paragraph("-- ");
        Paragraph(letter.Printed(links.Absolute(letter.Address)));
        Lines([$"SHA-256 {letter.Text.Sha256}"]);
    }

    private void Lines(IReadOnlyList<string?> lines)
    {
        var said = lines.Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        said.ForEach(line => text.Append(line).Append('\n'));
        text.Append(said.Count > 0 ? "\n" : "");
    }

    private void Paragraph(string? words, string indent = "")
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return;
        }

        foreach (var line in words.Split('\n'))
        {
            var column = 0;
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (column > 0 && column + 1 + word.Length > Width)
                {
                    text.Append('\n');
                    column = 0;
                }

                text.Append(column == 0 ? indent : " ").Append(word);
                column += (column == 0 ? indent.Length : 1) + word.Length;
            }

            text.Append('\n');
        }

        text.Append('\n');
    }
}
