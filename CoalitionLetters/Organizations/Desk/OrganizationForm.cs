namespace CoalitionLetters.Organizations.Desk;

/// <summary>A record's facts as typed.</summary>
public sealed class OrganizationForm
{
    /// <summary>The revision of the record when the form was drawn.</summary>
    public int Seen { get; set; }
    public string? Name { get; set; }
    public OrganizationKind Kind { get; set; }
    public Scope Scope { get; set; }
    public string? State { get; set; }
    public string? Country { get; set; }
    public string? Website { get; set; }
    public string? Domains { get; set; }
    public string? Parent { get; set; }
    public string? Notes { get; set; }

    public static OrganizationForm Of(Organization organization, string? parent) => new()
    {
        Seen = organization.Revision,
        Name = organization.Name,
        Kind = organization.Kind,
        Scope = organization.Scope,
        State = organization.State,
        Country = organization.Country,
        Website = organization.Website,
        Domains = string.Join(", ", organization.Domains),
        Parent = parent,
        Notes = organization.Notes,
    };

    public OrganizationFacts ToFacts() => new(Name ?? "", Kind, Scope, State, Country, Website, Domains, Parent, Notes);

    /// <summary>What stands here and not in the other, like "website: https://union.example".</summary>
    public List<string> DifferencesFrom(OrganizationForm other) =>
    [
        .. new[]
        {
            ("name", Name, other.Name), ("kind", Kind.ToString(), other.Kind.ToString()), ("scope", Scope.ToString(), other.Scope.ToString()), ("state", State, other.State), ("country", Country, other.Country),
            ("website", Website, other.Website), ("mail domains", Domains, other.Domains), ("parent", Parent, other.Parent), ("notes", Notes, other.Notes),
        }.Where(pair => (pair.Item2 ?? "").Trim() != (pair.Item3 ?? "").Trim()).Select(pair => $"{pair.Item1}: {(string.IsNullOrEmpty(pair.Item2) ? "none" : pair.Item2)}"),
    ];
}
