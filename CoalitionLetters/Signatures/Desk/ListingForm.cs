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
    /// <exception cref="RuleBrokenException">The state is none that can be chosen.</exception>
    public Listing ToListing(Listing before) => before with
    {
        Name = Name?.Trim() ?? "",
        Title = NoneIfBlank(Title),
        Kind = Kind,
        Scope = Scope,
        State = StateAfter(before.State),
        Country = NoneIfBlank(Country),
        Website = NoneIfBlank(Website),
        IsLead = IsLead,
        Order = Order,
    };

    private string? StateAfter(string? before) => NoneIfBlank(State) is not { } state || state == before
        ? NoneIfBlank(State)
        : States.Find(state)?.Name ?? throw new RuleBrokenException($"There is no state “{state}”. Choose one from the list.");

    private static string? NoneIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
