using CoalitionLetters.Listings;
using CoalitionLetters.Organizations;

namespace CoalitionLetters.Signatures;

/// <summary>How and where a signatory is printed.</summary>
public sealed record Listing
{
    /// <summary>As it stands in print, to the apostrophe.</summary>
    public string Name { get; init; } = "";
    public OrganizationKind Kind { get; init; }

    /// <summary>Null where a list was imported that does not say it: a heading would claim something that nobody said.</summary>
    public Scope? Scope { get; init; } = Organizations.Scope.National;
    public string? State { get; init; }
    public string? Country { get; init; }
    public string? Website { get; init; }
    public Guid? LogoId { get; init; }

    /// <summary>For officials: the office, like "Attorney General of New Mexico".</summary>
    public string? Title { get; init; }
    public bool IsLead { get; init; }

    /// <summary>For officials: the stored picture of the handwritten signature.</summary>
    public Guid? SignaturePictureId { get; init; }

    /// <summary>An own place among the leads; otherwise the alphabet decides.</summary>
    public int? Order { get; init; }

    /// <summary>Why the line cannot be printed, in a sentence for staff; null where it can.</summary>
    public string? Fault => !Printable.IsName(Name) ? "Enter the whole name, with two letters or digits at least."
        : Printable.Unprintable(AsPrinted("")) is { } character ? Printable.Refusal(character)
        : null;

    /// <summary>This line with what its signer may change, as <paramref name="correction"/> has it: an official the name and the office, an organization also place and website. Who leads, the order and the pictures are the coalition's.</summary>
    public Listing With(Listing correction) => correction.Title is not null ? this with { Name = correction.Name, Title = correction.Title } : this with
    {
        Name = correction.Name,
        Kind = correction.Kind,
        Scope = correction.Scope,
        State = correction.State,
        Country = correction.Country,
        Website = correction.Website,
        Title = null,
    };

    /// <summary>This line, as a form sent it, in the region where <paramref name="former"/> stands: forms ask for another country's name and not for its regions, so who stays in Canada stays in Ontario.</summary>
    public Listing KeepingRegionOf(Listing former) =>
        Scope == Organizations.Scope.International && State is null && former.State is not null && States.Find(former.State) is null && Countries.Find(Country) is { } country && Countries.Find(former.Country) == country
            ? this with { Scope = former.Scope ?? Scope, State = former.State, Country = former.Country }
            : this;

    /// <summary>An organization's name, or a person's name and office, as a list prints them.</summary>
    public string AsLine() => Title is null ? Name : InOneLine();

    /// <summary>A person's name and office as a list prints them.</summary>
    public string InOneLine() => AsPrinted("").InOneLine();

    /// <summary>The line in print, known to lists by <paramref name="id"/>.</summary>
    public ListedName AsPrinted(string id) => new(Name)
    {
        Id = id,
        Scope = Scope,
        State = State,
        Country = Country,
        Kind = Kind,
        Title = Title,
        Order = Order,
        Role = IsLead ? "lead" : null,
    };
}

/// <summary>The person who signs. For staff only.</summary>
public sealed record Signer
{
    public string Name { get; init; } = "";
    public string? Title { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
}
