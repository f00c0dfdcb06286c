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

    /// <summary>A person's office and, where it does not name it, the state: the lines below the name in a signature block.</summary>
    public IReadOnlyList<string> OfficeLines()
    {
        var place = State is not null && !NamesState(Title ?? "", State) ? State : null;
        return [.. new[] { Title, place }.OfType<string>().Where(line => !string.IsNullOrWhiteSpace(line))];
    }

    /// <summary>The office as it stands behind the name: "Attorney General (D), Guam". The same words everywhere, for an office agrees to exactly these.</summary>
    public string Office() => string.Join(", ", OfficeLines());

    /// <summary>A person as one line of a list: "Frank Jackson, Mayor, City of Cleveland, Ohio".</summary>
    public string InOneLine() => string.Join(", ", OfficeLines().Prepend(Name));

    private static bool NamesState(string office, string state) =>
        office.Contains(state, StringComparison.OrdinalIgnoreCase) || (office.LastIndexOf(", ", StringComparison.Ordinal) is var comma and > 0 && States.Find(office[(comma + 2)..])?.Name == state);
}
