using System.Linq.Expressions;
using CoalitionLetters.Data;
using CoalitionLetters.Listings;
using CoalitionLetters.Organizations;

namespace CoalitionLetters.Signatures.Desk;

/// <summary>What staff look for among a letter's signatures. The grid and its export ask the same question.</summary>
public sealed record SignatureSearch
{
    public string? View { get; init; }
    public string? Text { get; init; }
    public Scope? Scope { get; init; }
    public string? State { get; init; }
    public CameBy? CameBy { get; init; }
    public OrganizationKind? Kind { get; init; }

    /// <summary>"name", "status", "section" or "signed", with "-" before it for downwards.</summary>
    public string Sort { get; init; } = NewestFirst;

    private const string NewestFirst = "-signed";

    /// <summary>Those that are listed, as a rule, and whose signer has asked for another line.</summary>
    public const string Corrections = "corrections";

    /// <summary>Listed ones about which staff have something to look at.</summary>
    public const string Doubted = "doubted";

    /// <summary>Those whose signer has still to agree to words that changed in substance.</summary>
    public const string Agreements = "agreements";

    public static readonly IReadOnlyList<(string? View, string Name, SignatureStatus? Status)> Views =
    [
        (null, "All", null),
        ("listed", "Listed", SignatureStatus.Listed),
        ("held", "Held", SignatureStatus.Held),
        ("confirmed", "To look at", SignatureStatus.Confirmed),
        (Corrections, "Corrections", null),
        (Doubted, "Listed, to look at", null),
        (Agreements, "To agree again", null),
        ("submitted", "Not confirmed", SignatureStatus.Submitted),
        ("declined", "Declined", SignatureStatus.Declined),
        ("withdrawn", "Withdrawn", SignatureStatus.Withdrawn),
        ("merged", "Merged", SignatureStatus.Merged),
    ];

    public IQueryable<Signature> In(CoalitionDb db, Guid letterId)
    {
        var found = db.Signatures.Where(s => s.LetterId == letterId);
        if (View == "notable")
        {
            found = found.Where(s => s.IsNotable);
        }
        else if (View == Corrections)
        {
            found = found.WithCorrection();
        }
        else if (View == Doubted)
        {
            found = found.Doubted();
        }
        else if (View == Agreements)
        {
            found = found.AwaitingAgreement();
        }
        else if (Views.FirstOrDefault(v => v.View == View).Status is { } status)
        {
            found = found.Where(s => s.Status == status);
        }

        if (Scope is { } scope)
        {
            found = found.Where(s => s.Listing.Scope == scope);
        }

        if (Kind is { } kind)
        {
            found = db.WithKinds(found).Where(s => s.Kind == kind).Select(s => s.Signature);
        }

        if (CameBy is { } cameBy)
        {
            found = found.Where(s => s.CameBy == cameBy);
        }

        if (!string.IsNullOrEmpty(State))
        {
            found = found.Where(s => s.Listing.State == State);
        }

        return Sorted(Containing(found, db), db.Signatures.Where(s => s.LetterId == letterId).Listed().Where(s => s.Listing.Scope == Organizations.Scope.National));
    }

    private IQueryable<Signature> Containing(IQueryable<Signature> found, CoalitionDb db)
    {
        if (string.IsNullOrWhiteSpace(Text))
        {
            return found;
        }

        var text = Folding.Fold(Text.Trim());
        return found.Where(s =>
            s.SearchText.Contains(text)
            || db.Set<OrganizationAlias>().Any(a => a.OrganizationId == s.OrganizationId && a.SearchText.Contains(text)));
    }

    /// <param name="found">What is sorted.</param>
    /// <param name="national">The listed national bodies of the letter: where there are some, all wider than a state stand among them.</param>
    private IQueryable<Signature> Sorted(IQueryable<Signature> found, IQueryable<Signature> national) => Sort switch
    {
        "name" => found.OrderBy(s => s.ListingKey).ThenBy(s => s.Id),
        "-name" => found.OrderByDescending(s => s.ListingKey).ThenBy(s => s.Id),
        "status" => found.OrderBy(StatusPlace).ThenByDescending(s => s.SubmittedAt).ThenBy(s => s.Id),
        "-status" => found.OrderByDescending(StatusPlace).ThenByDescending(s => s.SubmittedAt).ThenBy(s => s.Id),
        "section" => found.OrderBy(SectionPlace).ThenBy(s => s.Listing.Scope == Organizations.Scope.Regional && !national.Any() ? 1 : 0)
            .ThenBy(StandsWithoutPlace).ThenBy(PlaceInSection).ThenBy(s => s.ListingKey).ThenBy(s => s.Id),
        "-section" => found.OrderByDescending(SectionPlace).ThenByDescending(s => s.Listing.Scope == Organizations.Scope.Regional && !national.Any() ? 1 : 0)
            .ThenByDescending(StandsWithoutPlace).ThenByDescending(PlaceInSection).ThenByDescending(s => s.ListingKey).ThenBy(s => s.Id),
        "signed" => found.OrderBy(s => s.SubmittedAt).ThenBy(s => s.Id),
        _ => found.OrderByDescending(s => s.SubmittedAt).ThenBy(s => s.Id),
    };

    /// <summary>In the order of the views above the grid; the store keeps a status as its word.</summary>
    private static readonly Expression<Func<Signature, int>> StatusPlace = s =>
        s.Status == SignatureStatus.Listed ? 0 : s.Status == SignatureStatus.Held ? 1 : s.Status == SignatureStatus.Confirmed ? 2 : s.Status == SignatureStatus.Submitted ? 3
        : s.Status == SignatureStatus.Declined ? 4 : s.Status == SignatureStatus.Withdrawn ? 5 : 6;

    /// <summary>As <see cref="Sections"/> divides a list by scope: wider than a state, then state and local, then those of whom only the country is known, then the others.</summary>
    private static readonly Expression<Func<Signature, int>> SectionPlace = s =>
        s.Listing.Scope == Organizations.Scope.State || s.Listing.Scope == Organizations.Scope.Local ? 1
        : s.Listing.Scope != null ? 0
        : s.Listing.State != null ? 1
        : s.Listing.Country != null ? 2 : 3;

    private static readonly Expression<Func<Signature, int>> StandsWithoutPlace = s =>
        (s.Listing.Scope == null || s.Listing.Scope == Organizations.Scope.State || s.Listing.Scope == Organizations.Scope.Local) && s.Listing.State == null && s.Listing.Country == null ? 1 : 0;

    /// <summary>Only state and local bodies, and those of a country, stand by place.</summary>
    private static readonly Expression<Func<Signature, string>> PlaceInSection = s =>
        s.Listing.Scope == null || s.Listing.Scope == Organizations.Scope.State || s.Listing.Scope == Organizations.Scope.Local ? s.Listing.State ?? s.Listing.Country ?? "" : "";

    /// <summary>As the end of an address: "?view=held&amp;q=casa".</summary>
    public string ToQuery() => QueryString.Create(
        new Dictionary<string, string?>
        {
            ["view"] = View, ["q"] = Text, ["scope"] = Scope?.ToString(), ["state"] = State, ["by"] = CameBy?.ToString(), ["kind"] = Kind?.ToString(), ["sort"] = Sort == NewestFirst ? null : Sort,
        }.Where(pair => !string.IsNullOrEmpty(pair.Value))).ToString();

    public static SignatureSearch From(IQueryCollection query) => new()
    {
        View = NoneIfBlank(query["view"]),
        Text = NoneIfBlank(query["q"]),
        Scope = Word<Scope>(query["scope"]),
        State = NoneIfBlank(query["state"]),
        CameBy = Word<CameBy>(query["by"]),
        Kind = Word<OrganizationKind>(query["kind"]),
        Sort = NoneIfBlank(query["sort"]) ?? NewestFirst,
    };

    private static string? NoneIfBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static T? Word<T>(string? value) where T : struct, Enum => Enum.TryParse<T>(value, ignoreCase: true, out var word) && Enum.IsDefined(word) ? word : null;
}
