namespace CoalitionLetters.Letters;

/// <summary>Puts a letter together from parts of two states of it; parts are named as in <see cref="LetterParts"/>.</summary>
public static class LetterMerge
{
    /// <summary>The part as <paramref name="from"/> has it, all else as <paramref name="into"/> has it.</summary>
    public static LetterContent Take(string part, LetterContent from, LetterContent into) => part switch
    {
        LetterParts.Title => into with { Title = from.Title },
        LetterParts.Letterhead => into with { Letterhead = from.Letterhead },
        LetterParts.Date => into with { Date = from.Date },
        LetterParts.Delivery => into with { Delivery = from.Delivery },
        LetterParts.Recipients => into with { Recipients = from.Recipients },
        LetterParts.Re => into with { Re = from.Re },
        LetterParts.Dockets => into with { Dockets = from.Dockets },
        LetterParts.Salutation => into with { Salutation = from.Salutation },
        LetterParts.Body => into with { Body = from.Body },
        LetterParts.Closing => into with { Closing = from.Closing },
        LetterParts.Cc => into with { Cc = from.Cc },
        LetterParts.Enclosures => into with { Enclosures = from.Enclosures },
        LetterParts.Contact => into with { Contact = from.Contact },
        LetterParts.CountWords => into with { NounOne = from.NounOne, NounMany = from.NounMany },
        LetterParts.NounsInText => into with { NounsInText = from.NounsInText },
        LetterParts.ListAndPaper => into with
        {
            Language = from.Language,
            Paper = from.Paper,
            Justify = from.Justify,
            Hyphenate = from.Hyphenate,
            RecipientsAbreast = from.RecipientsAbreast,
            Signatories = from.Signatories,
            Sections = from.Sections,
            LeadsFirst = from.LeadsFirst,
            KeepThe = from.KeepThe,
            SignatureColumns = from.SignatureColumns,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "No such part of a letter."),
    };

    /// <summary>Whether the part is plain text that can be put together by hand.</summary>
    public static bool CanBeWritten(string part) =>
        part is LetterParts.Title or LetterParts.Delivery or LetterParts.Re or LetterParts.Salutation or LetterParts.Body or LetterParts.Closing or LetterParts.Contact or LetterParts.NounsInText;

    /// <summary>The words of a part with what both sides made of them; none where their edits touch each other.</summary>
    public static string? Join(string part, LetterContent began, LetterContent mine, LetterContent theirs) => TextMerge.Of(TextOf(part, began), TextOf(part, mine), TextOf(part, theirs));

    private static string TextOf(string part, LetterContent content) => LetterParts.Of(content).Single(p => p.Name == part).Text;

    /// <summary>The part as somebody wrote it, all else as <paramref name="into"/> has it.</summary>
    public static LetterContent Write(string part, string text, LetterContent into) => part switch
    {
        LetterParts.Title => into with { Title = text.Trim() },
        LetterParts.Delivery => into with { Delivery = text.Trim() },
        LetterParts.Re => into with { Re = text.Trim() },
        LetterParts.Salutation => into with { Salutation = text.Trim() },
        LetterParts.Body => into with { Body = text.ReplaceLineEndings("\n") },
        LetterParts.Closing => into with { Closing = text.Trim() },
        LetterParts.Contact => into with { Contact = text.Trim() },
        LetterParts.NounsInText => into with { NounsInText = text.Trim() },
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "This part is not plain text."),
    };
}
