using CoalitionLetters.Listings;

namespace CoalitionLetters.Signatures;

/// <summary>
/// How staff find a signature among thousands. Both databases compare plain text alike, and neither folds accents as readers do,
/// so what a search reads and what a list is sorted by are kept ready.
/// </summary>
public sealed partial class Signature
{
    /// <summary>Name, signer, mail, website, reference and the name that is asked for, folded, a line each.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Where the name stands in an alphabetical list (<see cref="ListingOrder.Key"/>).</summary>
    public string ListingKey { get; private set; } = "";

    private void MakeFindable()
    {
        var words = new[] { Listing.Name, Listing.Title, Listing.Website, Signer.Name, Signer.Title, Signer.Email, Reference, Correction?.Name };
        SearchText = string.Join('\n', words.Where(word => !string.IsNullOrEmpty(word)).Select(word => Folding.Fold(word!)));
        ListingKey = ListingOrder.Key(Listing.Name);
    }
}
