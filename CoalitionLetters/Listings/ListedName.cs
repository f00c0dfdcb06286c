using CoalitionLetters.Organizations;

namespace CoalitionLetters.Listings;

/// <summary>One signatory as it is printed, with what decides its place. For an organization <see cref="Name"/> is the body; for an official it is the person.</summary>
public sealed record ListedName(string Name)
{
    /// <summary>What the caller knows the row by: a database key or a row number.</summary>
    public string Id { get; init; } = "";

    public Scope? Scope { get; init; }

    public string? State { get; init; }

    public string? Country { get; init; }

    public OrganizationKind Kind { get; init; }

    /// <summary>The person who signs for an organization, and that person's title.</summary>
    public string? SignerName { get; init; }

    public string? SignerTitle { get; init; }

    /// <summary>An official's office ("Attorney General of New Mexico").</summary>
    public string? Title { get; init; }

    /// <summary>A place that staff gave by hand; counts among leads and among officials.</summary>
    public int? Order { get; init; }

    /// <summary>"lead", "co-lead", or anything else for those who follow.</summary>
    public string? Role { get; init; }

    public bool IsLead => Role is not null && Role.Trim().Replace("-", "", StringComparison.Ordinal).ToLowerInvariant() is "lead" or "colead" or "leader";
}
