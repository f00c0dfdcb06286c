using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace CoalitionLetters.Letters;

/// <summary>The YAML between two lines of <c>---</c> at the top of a plain file, and what its values may be.</summary>
public static partial class FrontMatter
{
    private const string Fence = "---";
    private const int MaxLength = 100_000;

    /// <summary>A list of addresses within a letterhead takes four.</summary>
    private const int MostLevels = 16;

    /// <summary>Parts a file into its front matter, empty where it has none, and its body without the empty lines around it.</summary>
    /// <exception cref="LetterFileException">The front matter does not end, is too long or is not YAML, or there is no body.</exception>
    public static (YamlMappingNode Root, string Body) Split(string text)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var start = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        if (start < 0 || !IsFence(lines[start]))
        {
            return (new YamlMappingNode(), WithWords(string.Join('\n', lines)));
        }

        var end = Array.FindIndex(lines, start + 1, IsFence);
        if (end < 0)
        {
            throw new LetterFileException($"The front matter begins with --- in line {start + 1} and does not end. Put a line of --- before the body.");
        }

        var yaml = string.Join('\n', [.. Enumerable.Repeat("", start), Fence, .. lines[(start + 1)..end]]);
        ThrowIfLong("The front matter", yaml.Length, MaxLength);
        return (Load(yaml + "\n"), WithWords(string.Join('\n', lines[(end + 1)..])));
    }

    /// <summary>The body without the empty lines around it.</summary>
    /// <exception cref="LetterFileException">Nothing is left.</exception>
    public static string WithWords(string body) =>
        string.IsNullOrWhiteSpace(body) ? throw new LetterFileException("The letter has no body. Write it below the front matter.") : body.Trim('\n');

    /// <summary>Blanks behind it are not seen by whoever writes it.</summary>
    private static bool IsFence(string line) => line.TrimEnd() == Fence;

    public static void ThrowIfLong(string what, int length, int most)
    {
        if (length > most)
        {
            throw new LetterFileException(string.Create(CultureInfo.InvariantCulture, $"{what} has {length:N0} characters; it may have {most:N0}."));
        }
    }

    private static YamlMappingNode Load(string yaml)
    {
        var stream = new YamlStream();
        var line = 1L;
        try
        {
            ThrowIfTangled(new Parser(new StringReader(yaml)), ref line);
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException e)
        {
            throw new LetterFileException(Fault(yaml.Split('\n'), e));
        }
        catch (InvalidOperationException)
        {
            // The parser's own check of a plain word that meets the end of a list or map which was never closed.
            throw new LetterFileException($"Line {line}: the front matter is not valid YAML. A bracket or brace that opens here or before is not closed.");
        }

        return stream.Documents.Count == 0 || stream.Documents[0].RootNode is YamlScalarNode { Value: "" or null } ? new YamlMappingNode()
            : stream.Documents[0].RootNode as YamlMappingNode ?? throw new LetterFileException("The front matter must be lines of \"key: value\".");
    }

    /// <summary>The parser tells of a tab or a colon in its own words, and of a tab by the line where the list or map around it begins.</summary>
    private static string Fault(string[] lines, YamlException fault)
    {
        var tab = Array.FindIndex(lines, line => line.AsSpan().IndexOfAnyExcept(' ') is >= 0 and var at && line[at] == '\t');
        if (tab >= 0 && fault.Message.Contains("tab", StringComparison.Ordinal))
        {
            return $"Line {tab + 1}: a tab stands before the words. Write blanks there.";
        }

        var line = (int)Math.Clamp(fault.Start.Line, 1, lines.Length);
        return ValueWithColon().Match(lines[line - 1]) is { Success: true } found
            ? $"Line {line}: what stands after “{found.Groups["key"]}” has a colon of its own. Put it in quotation marks: {found.Groups["key"]} \"{found.Groups["value"].Value.TrimEnd().Replace('"', '\'')}\""
            : $"Line {fault.Start.Line}: the front matter is not valid YAML. {fault.Message}";
    }

    [GeneratedRegex(@"^\s*(?<key>(- +)?[\w-]+:|-)\s+(?<value>[^\[{|>'""].{0,80}?:(\s.{0,80})?)$")]
    private static partial Regex ValueWithColon();

    /// <summary>Reads once without building: nodes that stand thousands deep in each other, or in themselves, would end the process.</summary>
    private static void ThrowIfTangled(Parser parser, ref long line)
    {
        var (depth, documents) = (0, 0);
        while (parser.MoveNext())
        {
            line = parser.Current!.End.Line;
            depth += parser.Current.NestingIncrease;
            documents += parser.Current is DocumentStart ? 1 : 0;
            if (depth > MostLevels)
            {
                throw new LetterFileException($"Line {line}: lists or maps stand too deep in each other for a letter's front matter.");
            }

            if (parser.Current is AnchorAlias)
            {
                throw new LetterFileException($"Line {line}: “*” points to another value, which a letter's front matter does not do. Write the value out, or put it in quotation marks.");
            }

            if (documents > 1)
            {
                throw new LetterFileException($"Line {parser.Current.Start.Line}: the front matter has ended with “...” and something follows. Take the line of “...” out.");
            }
        }
    }

    public static bool Has(YamlMappingNode node, string key) => node.Children.Keys.Any(child => child is YamlScalarNode { Value: var name } && name == key);

    public static IEnumerable<(string Key, YamlNode Value)> Entries(YamlMappingNode node) =>
        node.Children.Select(pair => (pair.Key is YamlScalarNode { Value: { } key } ? key : throw Wrong("?", pair.Key, "keys are plain words"), pair.Value));

    public static string Text(string key, YamlNode node) =>
        node is YamlScalarNode { Value: { } text } ? text : throw Wrong(key, node, "write one line of text");

    public static IReadOnlyList<string> Texts(string key, YamlNode node) => node switch
    {
        YamlSequenceNode list => [.. list.Children.Select(child => Text(key, child))],
        _ => [Text(key, node)],
    };

    public static IEnumerable<YamlMappingNode> Maps(string key, YamlNode node) => node switch
    {
        YamlMappingNode single => [single],
        YamlSequenceNode list => list.Children.Select(child => child as YamlMappingNode ?? throw Wrong(key, child, "write each entry as \"- name: …\"")),
        _ => throw Wrong(key, node, "write each entry as \"- name: …\""),
    };

    public static DateOnly Date(string key, YamlNode node) =>
        DateOnly.TryParseExact(Text(key, node), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Wrong(key, node, "write the date as 2018-06-14");

    public static int Number(string key, YamlNode node, int least, int most) =>
        int.TryParse(Text(key, node), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Wrong(key, node, $"write a number from {least} to {most}");

    public static string OneOf(string key, YamlNode node, params string[] allowed) =>
        allowed.FirstOrDefault(word => word.Equals(Text(key, node), StringComparison.OrdinalIgnoreCase))
            ?? throw Wrong(key, node, $"write one of {string.Join(", ", allowed)}");

    public static LetterFileException Unknown(string key, YamlNode node, string where) =>
        new($"Line {node.Start.Line}: the key \"{key}\"{where} is unknown.");

    public static LetterFileException Wrong(string key, YamlNode node, string advice) =>
        new($"Line {node.Start.Line}: the value of \"{key}\" cannot be used; {advice}.");
}

/// <summary>A letter's file cannot be read. The message says what to mend.</summary>
public sealed class LetterFileException(string message) : Exception(message);
