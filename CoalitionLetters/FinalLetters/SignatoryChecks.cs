using System.Globalization;
using CoalitionLetters.Listings;

namespace CoalitionLetters.FinalLetters;

/// <summary>What is looked at in a list before it is printed for the first time; the list of an edition was, and is read again as it stands.</summary>
internal static class SignatoryChecks
{
    private const int MostNamed = 5;

    /// <exception cref="RenderException">A name shows nothing, or a letter of it was lost before the list came here.</exception>
    public static void ThrowIfUnreadable(SignatoryFile list, string fileName)
    {
        foreach (var row in Rows(list))
        {
            foreach (var (what, text) in new[] { ("name", row.Name), ("title", row.Title), ("state", row.State), ("country", row.Country) })
            {
                if (text?.Contains('\uFFFD') == true)
                {
                    throw new RenderException($"The {what} in row {row.Id} of “{fileName}” holds “\uFFFD”, which stands where a letter was lost. Write the letter again, or save the list anew as UTF-8 from where it came.");
                }
            }

            if (!Printable.HasLetter(row.Name))
            {
                throw new RenderException($"The name in row {row.Id} of “{fileName}” has no letter and no digit that is seen. Write the name, or take the row out.");
            }
        }
    }

    /// <summary>Sentences about what is printed as it stands, and may be a mistake.</summary>
    public static IEnumerable<string> Notes(SignatoryFile list, string fileName)
    {
        var states = Rows(list).Where(IsOfNoState).Select(row => $"“{row.State}” in row {row.Id}").ToList();
        if (states.Count > 0)
        {
            yield return $"{fileName} has states that we do not know: {Named(states)} They are printed as written, and {{{{states}}}} does not count them.";
        }

        var same = Rows(list).GroupBy(row => row with { Id = "" }).Where(rows => rows.Skip(1).Any()).Select(rows => Languages.Enumerate([.. rows.Select(row => row.Id)], "en")!).ToList();
        if (same.Count > 0)
        {
            yield return $"{fileName} has rows that say the same: {Named(same, "; ")} Each is printed and counted.";
        }
    }

    /// <summary>The first of many, and how many more there are, up to the end of the sentence.</summary>
    public static string Named(IReadOnlyList<string> all, string between = ", ") =>
        string.Join(between, all.Take(MostNamed)) + (all.Count > MostNamed ? $" and {all.Count - MostNamed} more." : ".");

    /// <summary>Other countries have states and provinces of their own.</summary>
    private static bool IsOfNoState(ListedName row) =>
        row.State is not null && States.Find(row.State) is null && (row.Country is null || Countries.Find(row.Country)?.Code == "US");

    private static IEnumerable<ListedName> Rows(SignatoryFile list) =>
        list.Individuals.Count == 0 ? list.Names : list.Names.Concat(list.Individuals).OrderBy(row => int.Parse(row.Id, CultureInfo.InvariantCulture));
}
