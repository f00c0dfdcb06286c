using YamlDotNet.RepresentationModel;
using static CoalitionLetters.Letters.FrontMatter;

namespace CoalitionLetters.Letters;

/// <summary>
/// A letter as a plain file: YAML front matter with the formal parts between two lines of <c>---</c>, then the body in Markdown.
/// </summary>
/// <param name="Content">The letter.</param>
/// <param name="Logos">For each letterhead, the file its <c>logo</c> key names, as written there.</param>
public sealed record LetterFile(LetterContent Content, IReadOnlyList<string?> Logos)
{
    /// <summary>Whether logos of signatories stand in a grid before their names.</summary>
    public bool LogoGrid { get; init; }

    /// <summary>The family of fonts that the letter is set in; null: the one that letters have.</summary>
    public string? Font { get; init; }

    /// <exception cref="LetterFileException">The file is not a letter; the message says what to mend, with the line.</exception>
    public static LetterFile Parse(string text)
    {
        var (root, body) = FrontMatter.Split(text);
        return Parse(root, body);
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static LetterFile Parse(YamlMappingNode root, string body)
    {
        ThrowIfLong("The letter's text", body.Length, LetterContent.BodyMaxLength);
        return new LetterKeys(root).Letter(WithWords(LetterComments.Without(body)));
    }
}

/// <summary>Reads the keys of the front matter, and refuses those it does not know.</summary>
internal sealed class LetterKeys(YamlMappingNode root)
{
    private readonly List<string?> logos = [];
    private bool logoGrid;
    private string? font;

    public LetterFile Letter(string body)
    {
        var content = new LetterContent { Body = body };
        foreach (var (key, value) in Entries(root))
        {
            content = Read(key, value, content);
        }

        return new LetterFile(content, logos) { LogoGrid = logoGrid, Font = font };
    }

    /// <summary>Of what the body may say many times over.</summary>
    private static string ShortText(string key, YamlNode value) =>
        Text(key, value) is { Length: <= LetterContent.LineMaxLength } text ? text : throw Wrong(key, value, $"it may have {LetterContent.LineMaxLength} characters");

    private static bool Switch(string key, YamlNode value) => OneOf(key, value, "true", "false") == "true";

    private LetterContent Read(string key, YamlNode value, LetterContent content) => key switch
    {
        "title" => content with { Title = Text(key, value) },
        "language" => content with { Language = OneOf(key, value, "en", "es") },
        "paper" => content with { Paper = OneOf(key, value, "letter", "a4") == "a4" ? Paper.A4 : Paper.Letter },
        "justify" => content with { Justify = Switch(key, value) },
        "hyphenate" => content with { Hyphenate = Switch(key, value) },
        "date" => content with { Date = Date(key, value) },
        "letterhead" => content with { Letterhead = [.. Maps(key, value).Select(Letterhead)] },
        "delivery" => content with { Delivery = Text(key, value) },
        "recipients" => content with { Recipients = [.. Maps(key, value).Select(Recipient)] },
        "recipients-abreast" => content with { RecipientsAbreast = Number(key, value, 1, 2) },
        "re" => content with { Re = Text(key, value) },
        "dockets" => content with { Dockets = Texts(key, value) },
        "salutation" => content with { Salutation = Text(key, value) },
        "closing" => content with { Closing = Text(key, value) },
        "cc" => content with { Cc = Texts(key, value) },
        "enclosures" => content with { Enclosures = Texts(key, value) },
        "contact" => content with { Contact = Text(key, value) },
        "signatories" => content with { Signatories = Enum.Parse<SignatoryKind>(OneOf(key, value, "organizations", "officials", "individuals"), ignoreCase: true) },
        "noun" => Nouns(key, value, content),
        "nouns-in-text" => content with { NounsInText = ShortText(key, value) },
        "sections" => content with { Sections = Enum.Parse<SectionsBy>(OneOf(key, value, "scope", "kind", "none"), ignoreCase: true) },
        "leads-first" => content with { LeadsFirst = Switch(key, value) },
        "keep-the" => content with { KeepThe = Switch(key, value) },
        "signature-columns" => content with { SignatureColumns = Number(key, value, 0, 3) },
        "logo-grid" => WithGrid(Switch(key, value), content),
        "font" => WithFont(Text(key, value), content),
        _ => throw Unknown(key, value, ""),
    };

    private LetterContent WithGrid(bool isWanted, LetterContent content)
    {
        logoGrid = isWanted;
        return content;
    }

    private LetterContent WithFont(string family, LetterContent content)
    {
        font = family;
        return content;
    }

    private Letterhead Letterhead(YamlMappingNode node)
    {
        var lead = new Letterhead();
        string? logo = null;
        foreach (var (key, value) in Entries(node))
        {
            lead = key switch
            {
                "name" => lead with { Name = Text(key, value) },
                "office" => lead with { Office = Text(key, value) },
                "address" => lead with { Address = Texts(key, value) },
                "logo" => lead,
                _ => throw Unknown(key, value, " in letterhead"),
            };
            logo = key == "logo" ? Text(key, value) : logo;
        }

        logos.Add(logo);
        return lead;
    }

    private static Recipient Recipient(YamlMappingNode node)
    {
        var recipient = new Recipient();
        foreach (var (key, value) in Entries(node))
        {
            recipient = key switch
            {
                "honorific" => recipient with { Honorific = Text(key, value) },
                "name" => recipient with { Name = Text(key, value) },
                "title" => recipient with { Title = Text(key, value) },
                "body" => recipient with { Body = Text(key, value) },
                "address" => recipient with { Address = Texts(key, value) },
                _ => throw Unknown(key, value, " in recipients"),
            };
        }

        return recipient;
    }

    private static LetterContent Nouns(string key, YamlNode value, LetterContent content) =>
        Texts(key, value) is [var one, var many]
            && one.Length <= LetterContent.LineMaxLength && many.Length <= LetterContent.LineMaxLength
            ? content with { NounOne = one, NounMany = many }
            : throw Wrong(key, value, "write it as [organization, organizations]");
}
