using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CoalitionLetters.Letters;

/// <summary>
/// A letter as a plain file: YAML front matter with the formal parts between two lines of <c>---</c>, then the body in Markdown.
/// </summary>
/// <param name="Content">The letter.</param>
/// <param name="Logos">For each letterhead, the file its <c>logo</c> key names, as written there.</param>
public sealed record LetterFile(LetterContent Content, IReadOnlyList<string?> Logos)
{
    private const string Fence = "---";

    /// <exception cref="LetterFileException">The file is not a letter; the message says what to mend, with the line.</exception>
    public static LetterFile Parse(string text)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        if (!lines.StartsWith(Fence + "\n", StringComparison.Ordinal))
        {
            return new LetterFile(new LetterContent { Body = Required(lines) }, []);
        }

        var end = lines.IndexOf("\n" + Fence + "\n", Fence.Length, StringComparison.Ordinal);
        if (end < 0)
        {
            throw new LetterFileException("The front matter begins with --- in line 1 and does not end. Put a line of --- before the body.");
        }

        return new FrontMatter(Load(lines[(Fence.Length + 1)..(end + 1)])).Letter(Required(lines[(end + Fence.Length + 2)..]));
    }

    private static string Required(string body) =>
        string.IsNullOrWhiteSpace(body) ? throw new LetterFileException("The letter has no body. Write it below the front matter.") : body.Trim('\n');

    private static YamlMappingNode Load(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException e)
        {
            throw new LetterFileException($"Line {e.Start.Line + 1}: the front matter is not valid YAML. {e.Message}");
        }

        return stream.Documents.Count == 0 ? new YamlMappingNode()
            : stream.Documents[0].RootNode as YamlMappingNode ?? throw new LetterFileException("The front matter must be lines of \"key: value\".");
    }
}

/// <summary>Reads the keys of the front matter, and refuses those it does not know.</summary>
internal sealed class FrontMatter(YamlMappingNode root)
{
    private readonly List<string?> logos = [];

    public LetterFile Letter(string body)
    {
        var content = new LetterContent { Body = body };
        foreach (var (key, value) in Entries(root))
        {
            content = Read(key, value, content);
        }

        return new LetterFile(content, logos);
    }

    private LetterContent Read(string key, YamlNode value, LetterContent content) => key switch
    {
        "title" => content with { Title = Text(key, value) },
        "language" => content with { Language = OneOf(key, value, "en", "es") },
        "paper" => content with { Paper = OneOf(key, value, "letter", "a4") == "a4" ? Paper.A4 : Paper.Letter },
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
        "nouns-in-text" => content with { NounsInText = Text(key, value) },
        "sections" => content with { Sections = Enum.Parse<SectionsBy>(OneOf(key, value, "scope", "kind", "none"), ignoreCase: true) },
        "leads-first" => content with { LeadsFirst = OneOf(key, value, "true", "false") == "true" },
        "keep-the" => content with { KeepThe = OneOf(key, value, "true", "false") == "true" },
        "signature-columns" => content with { SignatureColumns = Number(key, value, 0, 3) },
        _ => throw Unknown(key, value, ""),
    };

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
            ? content with { NounOne = one, NounMany = many }
            : throw Wrong(key, value, "write it as [organization, organizations]");

    private static IEnumerable<(string Key, YamlNode Value)> Entries(YamlMappingNode node) =>
        node.Children.Select(pair => (pair.Key is YamlScalarNode { Value: { } key } ? key : throw Wrong("?", pair.Key, "keys are plain words"), pair.Value));

    private static string Text(string key, YamlNode node) =>
        node is YamlScalarNode { Value: { } text } ? text : throw Wrong(key, node, "write one line of text");

    private static IReadOnlyList<string> Texts(string key, YamlNode node) => node switch
    {
        YamlSequenceNode list => [.. list.Children.Select(child => Text(key, child))],
        _ => [Text(key, node)],
    };

    private static IEnumerable<YamlMappingNode> Maps(string key, YamlNode node) => node switch
    {
        YamlMappingNode single => [single],
        YamlSequenceNode list => list.Children.Select(child => child as YamlMappingNode ?? throw Wrong(key, child, "write each entry as \"- name: …\"")),
        _ => throw Wrong(key, node, "write each entry as \"- name: …\""),
    };

    private static DateOnly Date(string key, YamlNode node) =>
        DateOnly.TryParseExact(Text(key, node), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Wrong(key, node, "write the date as 2018-06-14");

    private static int Number(string key, YamlNode node, int least, int most) =>
        int.TryParse(Text(key, node), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Wrong(key, node, $"write a number from {least} to {most}");

    private static string OneOf(string key, YamlNode node, params string[] allowed) =>
        allowed.FirstOrDefault(word => word.Equals(Text(key, node), StringComparison.OrdinalIgnoreCase))
            ?? throw Wrong(key, node, $"write one of {string.Join(", ", allowed)}");

    private static LetterFileException Unknown(string key, YamlNode node, string where) =>
        new($"Line {node.Start.Line + 1}: the key \"{key}\"{where} is unknown.");

    private static LetterFileException Wrong(string key, YamlNode node, string advice) =>
        new($"Line {node.Start.Line + 1}: the value of \"{key}\" cannot be used; {advice}.");
}

/// <summary>A letter's file cannot be read. The message says what to mend.</summary>
public sealed class LetterFileException(string message) : Exception(message);
