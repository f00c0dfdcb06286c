using CoalitionLetters.Listings;
using CoalitionLetters.Organizations;

namespace CoalitionLetters.Importing;

/// <summary>How far a body reaches and where it is at home, as a row says it.</summary>
/// <param name="State">A state of the United States by its full name, or a region of another country.</param>
internal sealed record RowPlace(Scope? Scope, string? State, string? Country)
{
    /// <param name="text">What the row says in a field; null where it says nothing.</param>
    /// <param name="doubts">Gets what is left out without harm.</param>
    /// <param name="unknown">Gets what a person must correct.</param>
    public static RowPlace Read(Func<ImportField, string?> text, SheetLayout layout, List<string> doubts, List<string> unknown)
    {
        var (scopeText, stateText, country) = (Said(text(ImportField.Scope)), Said(text(ImportField.State)), text(ImportField.Country));
        var scope = Scopes.Find(scopeText);
        if (scopeText is not null && scope is null)
            SayUnknown(ImportField.Scope, "scope", scopeText, "", layout, doubts, unknown);
        if (stateText is null)
        {
            SayLacking(scope, country, layout, unknown);
            return new(scope, null, country);
        }

        var (state, region) = (States.Find(stateText), Regions.Find(stateText));
        if (Abroad(country) is { } abroad)
            return new(scope, RegionOf(abroad, stateText, state, region, layout, doubts), country);
        if (state is null && region is not null && (country is null || Countries.Find(country) is null))
            return new(scope, region.Name, country ?? Countries.Find(region.Country)!.Name);
        if (state is null)
            SayUnknown(ImportField.State, "state", stateText, country is null ? "; with its country beside it, a region of another country is kept" : "", layout, doubts, unknown);
        return new(scope, state?.Name, country);
    }

    /// <summary>A form asks on until a state or local body has its state, or a country; in a list a person must.</summary>
    private static void SayLacking(Scope? scope, string? country, SheetLayout layout, List<string> unknown)
    {
        if (layout.Target == ImportTarget.Signatures && scope?.IsStateOrLocal() == true && country is null)
            unknown.Add($"column {layout.LetterOf(layout.ColumnOf(ImportField.State) is null ? ImportField.Scope : ImportField.State)}: a body that is {(scope is Organizations.Scope.Local ? "local" : "statewide")} needs its state; add it");
    }

    private static string? RegionOf(Country abroad, string text, State? state, Region? region, SheetLayout layout, List<string> doubts)
    {
        if (region?.Country == abroad.Code)
            return region.Name;
        // Letters like WA or BC mean a region there, not the American state.
        if (state is not null && string.Equals(state.Name, text, StringComparison.OrdinalIgnoreCase))
            return state.Name;
        var isReadable = state is null && text.Length is > 3 and <= Organization.PlaceMaxLength && Printable.Unprintable(text) is null;
        doubts.Add($"column {layout.LetterOf(ImportField.State)}: \u201c{text}\u201d is a region of {abroad.Name} and {(isReadable ? "stands as it is" : "is left out")}");
        return isReadable ? text : null;
    }

    /// <summary>Headings and counts by state rest on it: a signature waits for staff, while a record or an invitation does without.</summary>
    private static void SayUnknown(ImportField field, string what, string text, string advice, SheetLayout layout, List<string> doubts, List<string> unknown)
    {
        var said = $"column {layout.LetterOf(field)}: \u201c{text}\u201d is no {what} that we know";
        if (layout.Target == ImportTarget.Signatures)
            unknown.Add($"{said}; correct it");
        else
            doubts.Add($"{said} and is left out{advice}");
    }

    private static string? Said(string? text) => text is null || NoNames.IsUnsaid(text) ? null : text;

    private static Country? Abroad(string? text) => Countries.Find(text) is { Code: not "US" } country && States.Find(text) is null ? country : null;
}
