using CoalitionLetters.Letters;
using YamlDotNet.RepresentationModel;
using static CoalitionLetters.Letters.FrontMatter;

namespace CoalitionLetters.Supporters;

/// <summary>A supporters' action as a plain file: front matter with its targets and fields, then the draft.</summary>
public sealed record ActionFile(ActionContent Content, IReadOnlyList<TargetFacts> Targets)
{
    /// <summary>The key of the front matter that tells an action from a letter.</summary>
    public const string TargetsKey = "targets";

    /// <exception cref="LetterFileException">The file is not an action; the message says what to mend, with the line.</exception>
    public static ActionFile Parse(string text)
    {
        var (root, body) = Split(text);
        return Parse(root, body);
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static ActionFile Parse(YamlMappingNode root, string body)
    {
        var content = new ActionContent { Draft = Unwrapped(body) };
        IReadOnlyList<TargetFacts> targets = [];

        foreach (var (key, value) in Entries(root))
        {
            if (key == TargetsKey)
            {
                targets = [.. Maps(key, value).Select(TargetOf)];
            }
            else
            {
                content = Read(key, value, content);
            }
        }

        return new ActionFile(content with { Subject = content.Subject.Length > 0 ? content.Subject : content.Title }, targets);
    }

    /// <summary>A line break alone is only how the file is wrapped; an empty line begins a paragraph.</summary>
    private static string Unwrapped(string body) =>
        string.Join("\n\n", body.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(paragraph => paragraph.Replace('\n', ' ')));

    private static ActionContent Read(string key, YamlNode value, ActionContent content) => key switch
    {
        "title" => content with { Title = Text(key, value) },
        "language" => content with { Language = OneOf(key, value, "en", "es") },
        "explanation" => content with { Explanation = Text(key, value) },
        "subject" => content with { Subject = Text(key, value) },
        "consent" => content with { ConsentText = Text(key, value) },
        "editable" => content with { IsEditable = OneOf(key, value, "true", "false") == "true" },
        "fields" => content with { Fields = [.. Texts(key, value).Select(field => Field(key, value, field))] },
        _ => throw Unknown(key, value, ""),
    };

    private static SupporterField Field(string key, YamlNode value, string field) =>
        Enum.TryParse<SupporterField>(field.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var known) && !char.IsDigit(field[0])
            ? known
            : throw Wrong(key, value, "write some of first-name, last-name, email, phone, street, city, postal-code, state");

    private static TargetFacts TargetOf(YamlMappingNode node)
    {
        var target = new TargetFacts("", "", Channel.Mail);
        foreach (var (key, value) in Entries(node))
        {
            target = key switch
            {
                "name" => target with { Name = Text(key, value) },
                "salutation" => target with { Salutation = Text(key, value) },
                "channel" => target with { Channel = ChannelOf(key, value) },
                "email" => target with { Email = Text(key, value) },
                "form" => target with { Form = Text(key, value) },
                "address" => target with { PostalAddress = Texts(key, value) },
                "states" => target with { States = Texts(key, value) },
                "postal-prefixes" => target with { PostalPrefixes = Texts(key, value) },
                _ => throw Unknown(key, value, " in targets"),
            };
        }

        return target;
    }

    private static Channel ChannelOf(string key, YamlNode value) => OneOf(key, value, "mail", "web-form", "print", "own-mail") switch
    {
        "web-form" => Channel.WebForm,
        "print" => Channel.Print,
        "own-mail" => Channel.OwnMail,
        _ => Channel.Mail,
    };
}
