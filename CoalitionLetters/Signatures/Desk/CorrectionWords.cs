using CoalitionLetters.Letters;
using CoalitionLetters.Organizations;

namespace CoalitionLetters.Signatures.Desk;

/// <summary>What a signer's correction changes, in words for staff.</summary>
public static class CorrectionWords
{
    /// <summary>Both lines with all that their signer may change, to be shown side by side.</summary>
    /// <param name="section">Under which headings a line stands.</param>
    public static ChangedPart Lines(Listing stands, Listing asked, Func<Listing, string> section) => new("The line", Text(stands, asked, section), Text(asked, stands, section));

    /// <summary>"The name and the website are different."</summary>
    public static string Difference(Listing stands, Listing asked) => Different(stands, asked) switch
    {
        [] => "Nothing is different any more: the line stands already as the signer wants it.",
        [var one] => $"Only the {one} is different.",
        [.. var some, var last] => $"The {string.Join(", the ", some)} and the {last} are different.",
    };

    /// <summary>In a row of the grid: "River Trust of Vermont", or "another website" where the printed line is the same.</summary>
    public static string Brief(Listing stands, Listing asked) => asked.AsLine() != stands.AsLine() ? asked.AsLine()
        : string.Join(", ", Different(stands, asked).Select(what => $"another {what}"));

    /// <summary>In one cell of a table: "River Trust, Vermont, state, https://river.example".</summary>
    public static string InOneCell(Listing asked) => string.Join(", ", new[] { asked.AsLine(), SignatureWords.Place(asked), asked.Website }.Where(part => !string.IsNullOrEmpty(part)));

    private static List<string> Different(Listing stands, Listing asked)
    {
        var found = new List<string>();
        Add("name", stands.Name != asked.Name);
        Add("office", stands.Title != asked.Title);
        Add("kind", stands.Kind != asked.Kind);
        Add("place", (stands.Scope, stands.State, stands.Country) != (asked.Scope, asked.State, asked.Country));
        Add("website", stands.Website != asked.Website);
        return found;

        void Add(string what, bool isDifferent)
        {
            if (isDifferent)
            {
                found.Add(what);
            }
        }
    }

    /// <summary>Without what neither of the two says.</summary>
    private static string Text(Listing listing, Listing other, Func<Listing, string> section)
    {
        List<string> lines = [listing.AsLine(), $"Listed under: {section(listing)}"];
        Add("Country", listing.Country, other.Country);
        Add("Kind", KindOf(listing), KindOf(other));
        Add("Website", listing.Website, other.Website);
        return string.Join('\n', lines);

        void Add(string name, string? value, string? otherValue)
        {
            if (value is not null || otherValue is not null)
            {
                lines.Add($"{name}: {value ?? "none"}");
            }
        }
    }

    private static string? KindOf(Listing listing) => listing.Kind == OrganizationKind.Unstated ? null : listing.Kind.ToString();
}
