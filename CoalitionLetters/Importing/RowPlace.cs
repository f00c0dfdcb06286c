using CoalitionLetters.Listings;
using CoalitionLetters.Organizations;

namespace CoalitionLetters.Importing;

/// <summary>How far a body reaches and in which state it is, as a row says it. Headings and counts by state rest on it, so that nothing but a known state is taken for one.</summary>
internal static class RowPlace
{
    private static readonly HashSet<string> unsaid = new(StringComparer.OrdinalIgnoreCase) { "n/a", "n.a.", "na", "none", "-", "--", "\u2013", "\u2014", "?" };

    /// <param name="text">What the row says in a field; null where it says nothing.</param>
    /// <param name="doubts">Gets what is left out without harm.</param>
    /// <param name="unknown">Gets what a person must correct.</param>
    public static (Scope? Scope, string? State) Read(Func<ImportField, string?> text, SheetLayout layout, List<string> doubts, List<string> unknown)
    {
        var (scopeText, stateText, country) = (Said(text(ImportField.Scope)), Said(text(ImportField.State)), text(ImportField.Country));
        var (scope, state) = (Scopes.Find(scopeText), States.Find(stateText));
        if (scopeText is not null && scope is null)
            unknown.Add($"column {layout.LetterOf(ImportField.Scope)}: \u201c{scopeText}\u201d is no scope that we know; correct it");
        if (stateText is null)
            return (scope, null);

        if (IsAbroad(country))
        {
            // Letters like WA or BC mean a region there, not the American state.
            if (state is not null && string.Equals(state.Name, stateText, StringComparison.OrdinalIgnoreCase))
                return (scope, state.Name);
            doubts.Add($"column {layout.LetterOf(ImportField.State)}: \u201c{stateText}\u201d is a region of {country} and is left out");
            return (scope, null);
        }

        if (state is null)
            unknown.Add($"column {layout.LetterOf(ImportField.State)}: \u201c{stateText}\u201d is no state that we know; correct it");
        return (scope, state?.Name);
    }

    private static string? Said(string? text) => text is null || unsaid.Contains(text) ? null : text;

    private static bool IsAbroad(string? country) => Countries.Find(country) is { Code: not "US" } && States.Find(country) is null;
}
