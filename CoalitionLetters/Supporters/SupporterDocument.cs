using CoalitionLetters.FinalLetters;
using CoalitionLetters.Typesetting.Documents;
using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.Supporters;

/// <summary>A letter to one target, ready for paper.</summary>
/// <param name="Address">The target's name, then the lines of its address.</param>
internal sealed record PrintedLetter(IReadOnlyList<string> Address, string Subject, SupporterLetter Letter)
{
    public string Author { get; init; } = "";

    /// <summary>None where nobody has written it yet.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The supporter's.</summary>
    public string? Reference { get; init; }

    public bool IsDraft { get; init; }

    public static PrintedLetter Of(Target target, Supporter supporter, DateOnly day) => new([target.Name, .. target.PostalAddress], supporter.Subject, SupporterLetter.To(target, supporter))
    {
        Author = supporter.Person.FullName,
        Day = day,
        Reference = supporter.Reference,
    };
}

/// <summary>A supporter's letter on paper: date, address, salutation, the words, and room for a signature above the name, or a line for it.</summary>
/// <remarks>A character that no shipped font has is shown as �; the cover of a batch names the letters with one.</remarks>
internal sealed class SupporterDocument(PrintedLetter printed, LetterWords words, Typography type) : IDocument
{
    private readonly SupporterLetter letter = printed.Letter;

    public StyleSheet Styles => type.Sheet(words.Sheet);

    public PdfInfo Info => new()
    {
        Title = printed.Subject,
        Author = printed.Author,
        Language = words.LanguageTag,
        Date = printed.Day is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : DateTimeOffset.UnixEpoch,
    };

    public void Compose(Sheet sheet)
    {
        sheet.Margins = Typography.Margins;
        sheet.FirstTop = 90;
        if (printed.IsDraft)
        {
            sheet.Watermark(words.Draft);
        }

        if (printed.Day is { } day)
        {
            sheet.Paragraph(words.Date(day), type.Formal with { SpaceAfter = 20 });
        }

        sheet.Paragraph(string.Join('\n', printed.Address), type.Formal with { SpaceAfter = 20, KeepTogether = true, Format = new() });
        sheet.Heading(1, printed.Subject, type.Re);
        sheet.Paragraph(letter.Salutation, type.Formal with { SpaceAfter = 10, KeepWithNext = true });
        foreach (var paragraph in letter.Paragraphs)
        {
            sheet.Paragraph(paragraph, type.Body);
        }

        ComposeSignature(sheet);
        if (printed.Reference is { } reference)
        {
            sheet.Space(18).Paragraph(reference, type.Small);
        }
    }

    private void ComposeSignature(Sheet sheet)
    {
        if (letter.Signature.Count > 0)
        {
            sheet.Space(34).Paragraph(string.Join('\n', letter.Signature), type.Formal with { KeepTogether = true, Format = new() });
        }
        else
        {
            sheet.Space(48).Rule(0.5, spaceAfter: 4).Paragraph(words.SignatureNameAddress, type.Small);
        }
    }
}

/// <summary>The page on top of a batch: what it is, how many, and a line for whoever receives it.</summary>
/// <param name="count">Of the letters that follow: without those withdrawn since the batch was made.</param>
/// <param name="edited">Those of them in which the person changed the text or added a sentence.</param>
/// <param name="incomplete">References of letters in which a character has no glyph.</param>
internal sealed class CoverDocument(
    SupportersAction action, Target target, PrintBatch batch, int count, int edited, IReadOnlyList<string> incomplete, string coalition, DateOnly day, LetterWords words, Typography type) : IDocument
{
    private const int MostNamed = 20;

    private readonly bool spanish = action.Content.Language == "es";

    public StyleSheet Styles => type.Sheet(words.Sheet);

    public PdfInfo Info => new()
    {
        Title = Say($"{Letters} to {target.NameInSentence}", $"{Letters} a {target.NameInSentence}"),
        Author = coalition,
        Language = words.LanguageTag,
        Date = new DateTimeOffset(batch.MadeAt, TimeSpan.Zero),
    };

    public void Compose(Sheet sheet)
    {
        sheet.Margins = Typography.Margins;
        sheet.FirstTop = 110;
        sheet.Paragraph(coalition, type.LetterheadName);
        sheet.Rule(0.9, type.Accent, spaceBefore: 8, spaceAfter: 40);
        sheet.Paragraph(Say("DELIVERED BY HAND", "ENTREGA EN MANO"), type.Formal with { SpaceAfter = 14 });
        sheet.Paragraph(string.Join('\n', new[] { target.Name }.Concat(target.PostalAddress)), type.Formal with { SpaceAfter = 30, Format = new() });
        sheet.Heading(1, Letters, type.Re);
        sheet.Space(10).Paragraph(action.Content.Title, type.Formal with { SpaceAfter = 20 });
        sheet.Paragraph($"{Confirmed} {WhoseWords}", type.Body);
        sheet.Space(20).Paragraph(Say($"Batch {batch.Number}, printed {words.Date(day)}", $"Lote {batch.Number}, impreso el {words.Date(day)}"), type.Formal);
        if (incomplete.Count > 0)
        {
            sheet.Space(14).Paragraph(Incomplete, type.Small);
        }

        sheet.Space(60).Rule(0.5, spaceAfter: 4).Paragraph(Say("Received by, date", "Recibido por, fecha"), type.Small);
    }

    private string Letters => count == 1 ? Say("1 letter", "1 carta") : Say($"{words.Number(count)} letters", $"{words.Number(count)} cartas");

    private string Confirmed => Say(
        "Each letter on the following pages was confirmed, before it was printed, by the person whose name stands under it.",
        "Cada carta de las páginas siguientes fue confirmada, antes de imprimirse, por la persona cuyo nombre lleva.");

    /// <summary>Says plainly how many are the draft as the coalition wrote it.</summary>
    private string WhoseWords => (edited, unchanged: count - edited) switch
    {
        (_, 0) => Say("Each was edited by that person.", "Cada una fue editada por esa persona."),
        (0, _) => Say("Each bears the words that the coalition proposed, unchanged.", "Cada una lleva, sin cambios, las palabras que propuso la coalición."),
        var (own, same) => Say(
            $"{words.Number(own)} {(own == 1 ? "was" : "were")} edited by that person; {words.Number(same)} {(same == 1 ? "bears" : "bear")} the words that the coalition proposed, unchanged.",
            $"{words.Number(own)} {(own == 1 ? "fue editada" : "fueron editadas")} por esa persona; {words.Number(same)} {(same == 1 ? "lleva" : "llevan")}, sin cambios, las palabras que propuso la coalición."),
    };

    private string Incomplete
    {
        get
        {
            var more = incomplete.Count - MostNamed;
            var named = string.Join(", ", incomplete.Take(MostNamed)) + (more > 0 ? Say($" and {words.Number(more)} more", $" y {words.Number(more)} más") : "");
            return Say($"Where a letter holds a sign that cannot be printed, \uFFFD stands in its place: {named}.", $"Donde una carta lleva un signo que no se puede imprimir, en su lugar está \uFFFD: {named}.");
        }
    }

    private string Say(string english, string inSpanish) => spanish ? inSpanish : english;
}
