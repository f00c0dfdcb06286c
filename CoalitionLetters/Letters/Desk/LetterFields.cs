using System.Globalization;

namespace CoalitionLetters.Letters.Desk;

/// <summary>
/// A letter's content as the fields of the editor and back. Lists are typed one per line; letterheads and recipients are numbered
/// (<c>letterhead.0.name</c>). Fields keep what was typed, also a line that <see cref="LongLines"/> names, so that the way there and back changes nothing but blank lines.
/// </summary>
public static class LetterFields
{
    private const string IsoDay = "yyyy-MM-dd";

    public static Dictionary<string, string> Of(LetterContent content)
    {
        var fields = new Dictionary<string, string>
        {
            ["title"] = content.Title,
            ["language"] = content.Language,
            ["paper"] = content.Paper.ToString(),
            ["date"] = content.Date?.ToString(IsoDay, CultureInfo.InvariantCulture) ?? "",
            ["delivery"] = content.Delivery ?? "",
            ["abreast"] = content.RecipientsAbreast.ToString(CultureInfo.InvariantCulture),
            ["re"] = content.Re ?? "",
            ["dockets"] = Lines(content.Dockets),
            ["salutation"] = content.Salutation ?? "",
            ["body"] = content.Body,
            ["closing"] = content.Closing ?? "",
            ["cc"] = Lines(content.Cc),
            ["enclosures"] = Lines(content.Enclosures),
            ["contact"] = content.Contact ?? "",
            ["signatories"] = content.Signatories.ToString(),
            ["noun-one"] = content.NounOne,
            ["noun-many"] = content.NounMany,
            ["nouns-in-text"] = content.NounsInText ?? "",
            ["sections"] = content.Sections.ToString(),
            ["leads-first"] = Tick(content.LeadsFirst),
            ["justify"] = Tick(content.Justify),
            ["hyphenate"] = Tick(content.Hyphenate),
            ["keep-the"] = Tick(content.KeepThe),
            ["signature-columns"] = content.SignatureColumns.ToString(CultureInfo.InvariantCulture),
        };

        foreach (var (i, lead) in content.Letterhead.Index())
        {
            fields[$"letterhead.{i}.name"] = lead.Name;
            fields[$"letterhead.{i}.office"] = lead.Office ?? "";
            fields[$"letterhead.{i}.address"] = Lines(lead.Address);
            fields[$"letterhead.{i}.logo"] = lead.LogoId?.ToString() ?? "";
        }

        foreach (var (i, recipient) in content.Recipients.Index())
        {
            fields[$"recipient.{i}.honorific"] = recipient.Honorific ?? "";
            fields[$"recipient.{i}.name"] = recipient.Name;
            fields[$"recipient.{i}.title"] = recipient.Title ?? "";
            fields[$"recipient.{i}.body"] = recipient.Body ?? "";
            fields[$"recipient.{i}.address"] = Lines(recipient.Address);
        }

        return fields;
    }

    public static LetterContent ToContent(IReadOnlyDictionary<string, string> fields) => new()
    {
        Title = Cut(fields, "title", LetterContent.TitleMaxLength) ?? "",
        Language = Text(fields, "language") == "es" ? "es" : "en",
        Paper = Choice(fields, "paper", Paper.Letter),
        Date = DateOnly.TryParseExact(Text(fields, "date"), IsoDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        Letterhead = [.. Numbered(fields, "letterhead").Select(i => Lead(fields, $"letterhead.{i}."))],
        Delivery = Cut(fields, "delivery"),
        Recipients = [.. Numbered(fields, "recipient").Select(i => To(fields, $"recipient.{i}."))],
        RecipientsAbreast = Text(fields, "abreast") == "2" ? 2 : 1,
        Re = Cut(fields, "re", 2 * LetterContent.LineMaxLength),
        Dockets = List(fields, "dockets"),
        Salutation = Cut(fields, "salutation"),
        Body = Body(fields),
        Closing = Cut(fields, "closing"),
        Cc = List(fields, "cc"),
        Enclosures = List(fields, "enclosures"),
        Contact = Cut(fields, "contact", 2 * LetterContent.LineMaxLength),
        Signatories = Choice(fields, "signatories", SignatoryKind.Organizations),
        NounOne = Cut(fields, "noun-one") ?? Usual(fields).One,
        NounMany = Cut(fields, "noun-many") ?? Usual(fields).Many,
        NounsInText = Cut(fields, "nouns-in-text"),
        Sections = Choice(fields, "sections", SectionsBy.Scope),
        LeadsFirst = Text(fields, "leads-first") == "true",
        Justify = Text(fields, "justify") == "true",
        Hyphenate = Text(fields, "hyphenate") == "true",
        KeepThe = Text(fields, "keep-the") == "true",
        SignatureColumns = int.TryParse(Text(fields, "signature-columns"), CultureInfo.InvariantCulture, out var columns) ? Math.Clamp(columns, 0, 3) : 2,
    };

    private static (string One, string Many) Usual(IReadOnlyDictionary<string, string> fields) =>
        UsualNouns.For(Text(fields, "language"), Choice(fields, "signatories", SignatoryKind.Organizations));

    private static Letterhead Lead(IReadOnlyDictionary<string, string> fields, string prefix) => new()
    {
        Name = Cut(fields, prefix + "name") ?? "",
        Office = Cut(fields, prefix + "office"),
        Address = List(fields, prefix + "address"),
        LogoId = Guid.TryParse(Text(fields, prefix + "logo"), out var id) ? id : null,
    };

    private static Recipient To(IReadOnlyDictionary<string, string> fields, string prefix) => new()
    {
        Honorific = Cut(fields, prefix + "honorific"),
        Name = Cut(fields, prefix + "name") ?? "",
        Title = Cut(fields, prefix + "title"),
        Body = Cut(fields, prefix + "body"),
        Address = List(fields, prefix + "address"),
    };

    private static IEnumerable<int> Numbered(IReadOnlyDictionary<string, string> fields, string kind)
    {
        for (var i = 0; fields.ContainsKey($"{kind}.{i}.name"); i++)
        {
            yield return i;
        }
    }

    private static string Body(IReadOnlyDictionary<string, string> fields)
    {
        var body = Text(fields, "body").ReplaceLineEndings("\n");
        return body.Length <= LetterContent.BodyMaxLength ? body : body[..LetterContent.BodyMaxLength];
    }

    private static IReadOnlyList<string> List(IReadOnlyDictionary<string, string> fields, string name) =>
        Text(fields, name).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Cut(IReadOnlyDictionary<string, string> fields, string name, int most = LetterContent.LineMaxLength) =>
        Text(fields, name).Trim() is { Length: > 0 } text ? Shortened(text, most) : null;

    private static T Choice<T>(IReadOnlyDictionary<string, string> fields, string name, T otherwise) where T : struct, Enum =>
        Enum.TryParse<T>(Text(fields, name), out var value) && Enum.IsDefined(value) ? value : otherwise;

    private static string Shortened(string text, int most) => text.Length <= most ? text : text[..most];

    private static string Text(IReadOnlyDictionary<string, string> fields, string name) => fields.GetValueOrDefault(name, "");

    private static string Lines(IReadOnlyList<string> lines) => string.Join('\n', lines);

    private static string Tick(bool on) => on ? "true" : "false";
}
