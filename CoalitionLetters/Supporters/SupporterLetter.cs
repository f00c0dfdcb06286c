using System.Text;
using CoalitionLetters.Listings;

namespace CoalitionLetters.Supporters;

/// <summary>A supporter's text as one target gets it: the salutation, the words, and who writes from where.</summary>
public sealed record SupporterLetter(string Salutation, string Text, IReadOnlyList<string> Signature)
{
    /// <summary>Mail programs and browsers cut longer links; 1,900 leaves room for what they add.</summary>
    public const int LongestMailLink = 1900;

    public static SupporterLetter To(Target target, SupporterPerson person, string text) => new(target.Salutation, text.Trim(), SignatureOf(person));

    public static SupporterLetter To(Target target, Supporter supporter) => To(target, supporter.Person, supporter.Text);

    /// <summary>The text's paragraphs, each possibly of several lines.</summary>
    public IReadOnlyList<string> Paragraphs => ParagraphsOf(Text);

    /// <summary>All of it, with line feeds.</summary>
    public string Whole => $"{Salutation}\n\n{Text}\n\n{string.Join('\n', Signature)}\n";

    public static IReadOnlyList<string> ParagraphsOf(string text) =>
        [.. text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Opens the person's own mail program with the letter in it; null where the link would be cut on its way.</summary>
    public string? MailLink(string address, string subject)
    {
        var link = $"mailto:{Uri.EscapeDataString(address).Replace("%40", "@", StringComparison.Ordinal)}?subject={Uri.EscapeDataString(subject)}&body={Uri.EscapeDataString(Whole.Replace("\n", "\r\n", StringComparison.Ordinal))}";
        return link.Length <= LongestMailLink ? link : null;
    }

    public static IReadOnlyList<string> SignatureOf(SupporterPerson person)
    {
        var place = new StringBuilder(person.City);
        if (States.Find(person.State) is { } state)
        {
            place.Append(place.Length > 0 ? ", " : "").Append(person.City is null ? state.Name : state.Abbreviation);
        }

        if (person.PostalCode is { Length: > 0 } code)
        {
            place.Append(place.Length > 0 ? " " : "").Append(code);
        }

        return [.. new[] { person.FullName, person.Street, place.ToString(), person.Phone }.OfType<string>().Where(line => line.Length > 0)];
    }
}
