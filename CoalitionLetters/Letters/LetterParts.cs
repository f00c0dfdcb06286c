using System.Globalization;

namespace CoalitionLetters.Letters;

/// <summary>One named part of a letter's words, as staff compare and merge it.</summary>
public sealed record LetterPart(string Name, string Text);

/// <summary>A part that is not the same in two states of a letter.</summary>
public sealed record ChangedPart(string Name, string Old, string New)
{
    public IReadOnlyList<DifferentLine> AllLines => TextDifference.Between(Old, New);
    public IReadOnlyList<DifferentLine> Lines => TextDifference.WithNeighbours(AllLines);
}

public static class LetterParts
{
    public const string Title = "Title";
    public const string Letterhead = "Letterhead";
    public const string Date = "Date line";
    public const string Delivery = "Delivery line";
    public const string Recipients = "Recipients";
    public const string Re = "RE line";
    public const string Dockets = "Docket numbers";
    public const string Salutation = "Salutation";
    public const string Body = "Letter";
    public const string Closing = "Closing";
    public const string Cc = "cc";
    public const string Enclosures = "Enclosures";
    public const string Contact = "Contact";
    public const string CountWords = "Count words";
    public const string NounsInText = "Nouns in text";
    public const string ListAndPaper = "List and paper";

    /// <summary>All the parts, in the order of print, also the ones about layout and list.</summary>
    public static IReadOnlyList<LetterPart> Of(LetterContent content) =>
    [
        new(Title, content.Title),
        new(Letterhead, Blocks(content.Letterhead.Select(l => new[] { l.Name, l.Office, l.LogoId is { } logo ? $"(with logo {logo.ToString()[^4..]})" : null }.Concat(l.Address)))),
        new(Date, content.Date?.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture) ?? ""),
        new(Delivery, content.Delivery ?? ""),
        new(Recipients, Blocks(content.Recipients.Select(r => r.Lines()))),
        new(Re, content.Re ?? ""),
        new(Dockets, Lines(content.Dockets)),
        new(Salutation, content.Salutation ?? ""),
        new(Body, content.Body),
        new(Closing, content.Closing ?? ""),
        new(Cc, Lines(content.Cc)),
        new(Enclosures, Lines(content.Enclosures)),
        new(Contact, content.Contact ?? ""),
        new(CountWords, $"{content.NounOne} / {content.NounMany}"),
        new(NounsInText, content.NounsInText ?? ""),
        new(ListAndPaper, Layout(content)),
    ];

    public static IReadOnlyList<ChangedPart> Between(LetterContent old, LetterContent @new) =>
    [
        .. Of(old).Zip(Of(@new))
            .Where(pair => pair.First.Text.ReplaceLineEndings("\n") != pair.Second.Text.ReplaceLineEndings("\n"))
            .Select(pair => new ChangedPart(pair.First.Name, pair.First.Text, pair.Second.Text)),
    ];

    private static string Layout(LetterContent content) => Lines(
    [
        $"Language: {(content.Language == "es" ? "Spanish" : "English")}",
        $"Paper: {(content.Paper == Paper.A4 ? "A4" : "US Letter")}",
        content.Justify ? "Lines are as wide as the page" : "Lines are even at the left",
        content.Hyphenate ? "Words are divided" : "Words are not divided",
        $"Recipients: {(content.RecipientsAbreast == 2 ? "two abreast" : "stacked")}",
        $"Signatories: {content.Signatories.ToString().ToLowerInvariant()}",
        $"Sections: {content.Sections switch { SectionsBy.Scope => "national, then by state", SectionsBy.Kind => "by kind", _ => "one list" }}",
        content.LeadsFirst ? "Leads come first" : "Leads stand in the alphabet",
        content.KeepThe ? "A leading \"The\" counts" : "A leading \"The\" does not count",
        $"Signature columns: {content.SignatureColumns}",
    ]);

    private static string Blocks(IEnumerable<IEnumerable<string?>> blocks) =>
        string.Join("\n\n", blocks.Select(block => Lines(block.Where(line => !string.IsNullOrWhiteSpace(line)))));

    private static string Lines(IEnumerable<string?> lines) => string.Join('\n', lines);
}
