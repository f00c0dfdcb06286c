using CoalitionLetters.Data;
using CoalitionLetters.Listings;
using CoalitionLetters.Organizations;

namespace CoalitionLetters.Signatures.Desk;

/// <summary>How a signatory is printed, as fields.</summary>
public sealed class ListingForm
{
    public string? Name { get; set; }
    public string? Title { get; set; }
    public OrganizationKind Kind { get; set; }
    public Scope? Scope { get; set; } = Organizations.Scope.National;
    public string? State { get; set; }
    public string? Country { get; set; }
    public string? Website { get; set; }
    public bool IsLead { get; set; }
    public int? Order { get; set; }

    public static ListingForm Of(Listing listing) => new()
    {
        Name = listing.Name,
        Title = listing.Title,
        Kind = listing.Kind,
        Scope = listing.Scope,
        State = listing.State,
        Country = listing.Country,
        Website = listing.Website,
        IsLead = listing.IsLead,
        Order = listing.Order,
    };

    /// <summary>What the fields do not hold stays as <paramref name="before"/> has it.</summary>
    public Listing ToListing(Listing before) => before with
    {
        Name = Name?.Trim() ?? "",
        Title = NoneIfBlank(Title),
        Kind = Kind,
        Scope = Scope,
        State = NoneIfBlank(State),
        Country = NoneIfBlank(Country),
        Website = NoneIfBlank(Website),
        IsLead = IsLead,
        Order = Order,
    };

    /// <param name="before">The line's state or region so far, which may be one that the list does not offer.</param>
    /// <exception cref="RuleBrokenException">The state is none that can be chosen.</exception>
    public void CheckState(string? before = null) => RuleBrokenException.ThrowIf(
        NoneIfBlank(State) is { } state && state != before && States.Find(state) is null, $"There is no state “{State}”. Choose one from the list.");

    private static string? NoneIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
