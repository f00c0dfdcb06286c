using System.Text.RegularExpressions;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Documents;
using CoalitionLetters.Typesetting.Documents.Blocks;
using CoalitionLetters.Typesetting.Paragraphs;
using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.FinalLetters;

/// <summary>A letter with its formal parts and its signatories, each part in a method of its own.</summary>
/// <exception cref="PlaceholderException">A placeholder in the body has nothing to say.</exception>
/// <exception cref="TypesettingException">A footnote is called and not written, or the other way round, or calls another.</exception>
public sealed partial class LetterDocument(LetterContent letter, IReadOnlyList<ListedName> names, RenderOptions options, bool isTight = false) : IDocument
{
    private readonly LetterWords words = LetterWords.In(letter.Language);
    private readonly Typography type = new(LetterWords.In(letter.Language).LanguageTag, letter.Justify, letter.Hyphenate, options.Family, options.Accent);

    public StyleSheet Styles => type.Sheet(words.Sheet);

    public PdfInfo Info => new()
    {
        Title = options.Draft ? $"{words.Draft}: {Title}" : Title,
        Author = string.Join("; ", letter.Letterhead.Select(lead => lead.Name)),
        Subject = names.Count == 0 ? "" : $"{words.SignedBy} {CountWithNoun()}",
        Language = words.LanguageTag,
        Date = Date,
    };

    private string Title => FirstOf(letter.Title, letter.Re, letter.Salutation, FirstWords(letter.Body), "—");

    private DateTimeOffset Date =>
        options.Edition?.PublishedAt ?? options.Date
        ?? (letter.Date is { } date ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero) : DateTimeOffset.UnixEpoch);

    public IDocument? Tighter => isTight ? null : new LetterDocument(letter, names, options, isTight: true);

    public void Compose(Sheet sheet)
    {
        ComposePage(sheet);
        ComposeLetterhead(sheet);
        ComposeOpening(sheet);
        ComposeBody(sheet);
        ComposeClosing(sheet);
        new SignatoryPages(letter, names, options, type, words).Compose(sheet);
        ComposeEnd(sheet);
        ComposeProvenance(sheet);
        ComposeAttachment(sheet);
    }

    private void ComposePage(Sheet sheet)
    {
        sheet.Paper = letter.Paper == Paper.A4 ? PaperSize.A4 : PaperSize.Letter;
        sheet.Margins = isTight ? Typography.TightMargins : Typography.Margins;
        sheet.FirstTop = letter.Letterhead.Count > 0 ? Typography.LetterheadTop : Typography.Margins.Top;
        sheet.RunningHead(Typographic.Quotes(FirstOf(letter.Re, letter.Title)), letter.Date is { } date ? words.Date(date) : null);
        if (options.Draft)
        {
            sheet.Watermark(words.Draft);
        }
    }

    private void ComposeLetterhead(Sheet sheet)
    {
        if (letter.Letterhead.Count == 0)
        {
            return;
        }

        if (letter.Letterhead.Count == 1)
        {
            ComposeLead(sheet, 0, type.LetterheadName);
        }
        else
        {
            sheet.Abreast(Math.Min(3, letter.Letterhead.Count), leads =>
            {
                for (var i = 0; i < letter.Letterhead.Count; i++)
                {
                    var index = i;
                    leads.Cell(cell => ComposeLead(cell, index, type.LetterheadShared));
                }
            }, rowGap: Typography.LetterheadGap, centered: true);
        }

        sheet.Rule(Typography.LetterheadRule, type.Accent, spaceBefore: Typography.LetterheadGap, spaceAfter: Typography.LetterheadSpace);
    }

    private void ComposeLead(Stack stack, int index, BlockStyle nameStyle)
    {
        var lead = letter.Letterhead[index];
        if (index < options.Logos.Count && options.Logos[index] is { } logo)
        {
            stack.Image(logo, $"{words.LogoOf} {lead.Name}", width: Typography.LetterheadLogo.Width, height: Typography.LetterheadLogo.Height, side: Side.Center).Space(Typography.LogoSpace);
        }

        stack.Paragraph(Typographic.Quotes(lead.Name), nameStyle);
        if (!string.IsNullOrWhiteSpace(lead.Office))
        {
            stack.Paragraph(Typographic.Quotes(lead.Office), type.Office);
        }

        if (lead.Address.Count > 0)
        {
            stack.Space(Typography.AddressSpace).Paragraph(Typographic.Quotes(string.Join(letter.Letterhead.Count > 1 ? "\n" : "  ·  ", lead.Address)), type.Address);
        }
    }

    private void ComposeOpening(Sheet sheet)
    {
        if (letter.Date is { } date)
        {
            sheet.Paragraph(words.Date(date), type.DateLine);
        }

        if (!string.IsNullOrWhiteSpace(letter.Delivery))
        {
            sheet.Paragraph(t => t.Bold(Typographic.Quotes(letter.Delivery)), type.DateLine);
        }

        ComposeRecipients(sheet);
        var dockets = letter.Dockets.Where(docket => !string.IsNullOrWhiteSpace(docket)).ToList();
        if (dockets.Count > 0 || !string.IsNullOrWhiteSpace(letter.Re))
        {
            sheet.Heading(1, t => ComposeRe(t, letter.Re, dockets), HungBehind(words.Re, type.Re, sheet));
        }

        if (!string.IsNullOrWhiteSpace(letter.Salutation))
        {
            sheet.Paragraph(Typographic.Quotes(letter.Salutation), type.Salutation);
        }
    }

    private void ComposeRecipients(Sheet sheet)
    {
        // One element with line breaks for each recipient, so that it is read in one go.
        var recipients = letter.Recipients.Select(recipient => Typographic.Quotes(string.Join('\n', recipient.Lines()))).Where(lines => lines.Length > 0).ToList();
        if (letter.RecipientsAbreast < 2)
        {
            foreach (var recipient in recipients)
            {
                sheet.Paragraph(recipient, type.Recipient);
            }

            return;
        }

        sheet.Abreast(letter.RecipientsAbreast, abreast =>
        {
            foreach (var recipient in recipients)
            {
                abreast.Cell(cell => cell.Paragraph(recipient, type.Recipient));
            }
        }, rowGap: type.Recipient.SpaceAfter);
    }

    /// <summary>The subject, and docket numbers under it; they stand in its place where there is none.</summary>
    private void ComposeRe(Text text, string? re, IReadOnlyList<string> dockets)
    {
        text.Span($"{words.Re} {Typographic.Quotes(re ?? "")}");
        for (var i = 0; i < dockets.Count; i++)
        {
            text.Span(i > 0 || !string.IsNullOrWhiteSpace(re) ? "\n" : "").Span(Typographic.Quotes(dockets[i]), style => style with { Bold = false });
        }
    }

    private void ComposeBody(Sheet sheet)
    {
        var filled = Placeholders.Fill(letter.Body, letter, LiveFacts.Of(letter, names));
        var body = LetterMarkdown.Parse(filled);
        if (!options.IsProof && LetterNotes.FaultIn(body) is { } fault)
        {
            throw new TypesettingException(fault);
        }

        new BodyComposer(sheet, type, options.IsProof).Compose(body);
    }

    private void ComposeClosing(Sheet sheet)
    {
        if (!string.IsNullOrWhiteSpace(letter.Closing))
        {
            sheet.Paragraph(Typographic.Quotes(letter.Closing), type.Closing with { KeepWithNext = names.Count > 0 });
        }
    }

    private void ComposeEnd(Sheet sheet)
    {
        var parts = new List<(string Label, IReadOnlyList<string> Lines)>
        {
            (words.Copies, letter.Cc),
            (letter.Enclosures.Count == 1 ? words.Enclosure : words.Enclosures, letter.Enclosures),
            (words.Contact, string.IsNullOrWhiteSpace(letter.Contact) ? [] : [letter.Contact]),
        };
        if (parts.TrueForAll(part => part.Lines.Count == 0))
        {
            return;
        }

        sheet.Space(isTight ? Typography.TightEndSpace : Typography.EndSpace).Together(end =>
        {
            foreach (var (label, lines) in parts.Where(part => part.Lines.Count > 0))
            {
                end.Paragraph(t => ComposeLinked(t.Bold($"{label} "), Typographic.Quotes(string.Join('\n', lines))), HungBehind(label, type.Fine, sheet));
            }
        });
    }

    /// <summary>All lines begin where the first one goes on behind its bold label.</summary>
    private static BlockStyle HungBehind(string label, BlockStyle style, Sheet sheet)
    {
        // A blank at a line's end has no width of its own.
        var bold = style with { Text = style.Text with { Bold = true } };
        return style with { Format = style.Format with { HangingIndent = sheet.WidthOf($"{label} –", bold) - sheet.WidthOf("–", bold) } };
    }

    /// <summary>Addresses of pages and mailboxes are live.</summary>
    private static void ComposeLinked(Text text, string words)
    {
        var at = 0;
        foreach (var found in Address().EnumerateMatches(words))
        {
            var address = words.Substring(found.Index, found.Length);
            text.Span(words[at..found.Index]).Link(address, address.Contains("://", StringComparison.Ordinal) ? address : $"mailto:{address}");
            at = found.Index + found.Length;
        }

        text.Span(words[at..]);
    }

    private void ComposeProvenance(Sheet sheet)
    {
        if (options.Edition is not { } edition)
        {
            return;
        }

        var published = words.Date(DateOnly.FromDateTime(edition.PublishedAt.DateTime));
        sheet.Together(end => end
            .Rule(Typography.EditionRule, spaceBefore: isTight ? Typography.TightEditionSpace : Typography.EditionSpace, spaceAfter: Typography.EditionRuleSpace)
            .Paragraph(
                t => t.Span($"{words.Edition} {edition.Number} · {published} · {CountWithNoun(edition.Count)} · {words.Code} {edition.ShortCode}\n{words.Verify} ")
                    .Link(edition.VerifyAddress, edition.VerifyAddress),
                type.Small));
    }

    private void ComposeAttachment(Sheet sheet)
    {
        if (names.Count + options.Individuals.Count > 0)
        {
            var list = options.List ?? SignatoryList.ToCsv(Sections.Of(names, ListingChoices.Of(letter)).SelectMany(section => section.All), SignatoryPages.Sorted(options.Individuals, letter));
            sheet.Attach(SignatoryList.Attached(list, words.List, Date));
        }
    }

    private string CountWithNoun() => CountWithNoun(names.Count);

    private string CountWithNoun(int count) => $"{words.Number(count)} {letter.Noun(count)}";

    /// <summary>Of a letter that is named nowhere.</summary>
    private static string FirstWords(string body)
    {
        var line = body.Split('\n').Select(line => line.Trim(' ', '#', '*', '_', '>', '-', '\r')).FirstOrDefault(line => line.Length > 0) ?? "";
        var end = line.Length <= 80 ? line.Length : line.LastIndexOf(' ', 80) is > 0 and var space ? space : Cluster.BorderWithin(line, 80);
        return line.Length == end ? line : line[..end] + "…";
    }

    private static string FirstOf(params string?[] texts) => Array.Find(texts, text => !string.IsNullOrWhiteSpace(text)) ?? "";

    [GeneratedRegex(@"https?://[^\s<>]*[\w/]|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63})+")]
    private static partial Regex Address();
}
