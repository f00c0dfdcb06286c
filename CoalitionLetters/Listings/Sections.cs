using CoalitionLetters.Letters;
using CoalitionLetters.Organizations;

namespace CoalitionLetters.Listings;

/// <summary>The choices of one letter about its list.</summary>
public sealed record ListingChoices
{
    /// <summary>Officials are never divided: the lead first, then by jurisdiction.</summary>
    public SignatoryKind Signatories { get; init; } = SignatoryKind.Organizations;

    public SectionsBy By { get; init; } = SectionsBy.Scope;

    public bool LeadsFirst { get; init; }

    public bool KeepThe { get; init; }

    /// <summary>"en" or "es".</summary>
    public string Language { get; init; } = "en";

    public static ListingChoices Of(LetterContent letter) => new()
    {
        Signatories = letter.Signatories,
        By = letter.Sections,
        LeadsFirst = letter.LeadsFirst,
        KeepThe = letter.KeepThe,
        Language = letter.Language,
    };
}

/// <summary>
/// Names under one heading, in listing order. A section either holds names or parts (State and local holds one part for each state);
/// the heading is null where the list has none.
/// </summary>
public sealed record Section(string? Heading, IReadOnlyList<ListedName> Names, IReadOnlyList<Section> Parts)
{
    public int Count => Names.Count + Parts.Sum(part => part.Count);

    /// <summary>Every name of the section and its parts, in printed order.</summary>
    public IEnumerable<ListedName> All => Names.Concat(Parts.SelectMany(part => part.All));
}

/// <summary>Divides signatories into the sections in which they are printed; every name stands in exactly one, and no section is empty.</summary>
public static class Sections
{
    public static IReadOnlyList<Section> Of(IEnumerable<ListedName> names, ListingChoices choices)
    {
        if (choices.Signatories == SignatoryKind.Officials)
            return NotEmpty([new Section(null, Officials([.. names], choices), [])]);

        var sorted = ListingOrder.Sort(names, listed => listed.Name, choices.KeepThe);
        var leads = choices.LeadsFirst ? sorted.Where(listed => listed.IsLead).OrderBy(listed => listed.Order ?? int.MaxValue).ToList() : [];
        var others = leads.Count > 0 ? sorted.Where(listed => !listed.IsLead).ToList() : sorted;

        var words = SectionWords.In(choices.Language);
        IEnumerable<Section> sections = choices.By switch
        {
            SectionsBy.Kind when others.Any(listed => listed.Kind != OrganizationKind.Unstated) => ByKind(others, words),
            SectionsBy.None or SectionsBy.Kind => [new Section(leads.Count > 0 ? words.Others : null, others, [])],
            _ when !others.Any(HasPlaceOrScope) => [new Section(leads.Count > 0 ? words.Others : null, others, [])],
            _ => ByScope(others, choices, words),
        };
        return NotEmpty([new Section(words.Leads(leads.Count), leads, []), .. sections]);
    }

    /// <summary>The headings over a line where it stands among others: "State and local, Illinois"; empty where the list has none.</summary>
    public static string HeadingsOver(ListedName line, IEnumerable<ListedName> others, ListingChoices choices)
    {
        // One of each sort decides as much as all of them; how many lead stands in their heading.
        var sorts = others.DistinctBy(other => (other.Scope, other.Kind, NotBlank(other.State) is null, NotBlank(other.Country) is null, other.IsLead ? other.Id : null));
        var section = Of(sorts.Append(line), choices).First(section => section.All.Any(IsThis));
        return string.Join(", ", new[] { section.Heading, section.Parts.FirstOrDefault(part => part.All.Any(IsThis))?.Heading }.OfType<string>());

        bool IsThis(ListedName listed) => ReferenceEquals(listed, line);
    }

    /// <summary>Where nothing is said of anybody, a heading would claim something that nobody said.</summary>
    private static bool HasPlaceOrScope(ListedName listed) => listed.Scope is not null || NotBlank(listed.State) is not null || NotBlank(listed.Country) is not null;

    private static IEnumerable<Section> ByScope(IReadOnlyList<ListedName> names, ListingChoices choices, SectionWords words)
    {
        foreach (var section in WiderThanAState(names, words))
        {
            yield return section;
        }

        yield return new Section(words.StateAndLocal, [], ByPlace(names.Where(IsStateOrLocal), choices, words));

        // A country alone tells no scope, and nothing at all tells neither.
        var others = names.Where(listed => listed.Scope is null && !IsStateOrLocal(listed)).ToLookup(listed => NotBlank(listed.Country) is not null);
        yield return new Section(words.ByCountry, [], ByPlace(others[true], choices, words));
        yield return new Section(words.OtherOrganizations, [.. others[false]], []);
    }

    /// <summary>International and regional bodies stand among the national ones; where nobody is national, the headings do not say so.</summary>
    private static IReadOnlyList<Section> WiderThanAState(IReadOnlyList<ListedName> names, SectionWords words)
    {
        var wide = names.Where(listed => listed.Scope is { } scope && !scope.IsStateOrLocal()).ToList();
        return wide.Exists(listed => listed.Scope == Scope.National)
            ? [new Section(words.National, wide, [])]
            : [
                new Section(words.International, [.. wide.Where(listed => listed.Scope == Scope.International)], []),
                new Section(words.Regional, [.. wide.Where(listed => listed.Scope == Scope.Regional)], []),
            ];
    }

    /// <summary>A body whose scope nobody gave is taken for a local one when a state or province stands beside its name.</summary>
    private static bool IsStateOrLocal(ListedName listed) => listed.Scope?.IsStateOrLocal() ?? NotBlank(listed.State) is not null;

    private static IReadOnlyList<Section> ByPlace(IEnumerable<ListedName> names, ListingChoices choices, SectionWords words) =>
    [
        .. names.GroupBy(listed => PlaceOf(listed, choices.Language))
            .OrderBy(group => group.Key is null).ThenBy(group => ListingOrder.Key(group.Key ?? ""), StringComparer.Ordinal)
            .Select(group => new Section(group.Key ?? words.OtherPlaces, [.. group], [])),
    ];

    private static string? PlaceOf(ListedName listed, string language) =>
        States.Find(listed.State)?.In(language) ?? NotBlank(listed.State) ?? Countries.Find(listed.Country)?.In(language) ?? NotBlank(listed.Country);

    private static IEnumerable<Section> ByKind(IReadOnlyList<ListedName> names, SectionWords words) =>
        words.Kinds.Select(kind => new Section(kind.Heading, [.. names.Where(listed => kind.Kinds.Contains(listed.Kind))], []));

    /// <summary>Leads first, then those with a place given by hand, then by jurisdiction and name.</summary>
    private static IReadOnlyList<ListedName> Officials(IReadOnlyList<ListedName> names, ListingChoices choices) =>
    [
        .. names.OrderBy(listed => !listed.IsLead).ThenBy(listed => listed.Order ?? int.MaxValue)
            .ThenBy(listed => ListingOrder.Key(PlaceOf(listed, choices.Language) ?? ""), StringComparer.Ordinal)
            .ThenBy(listed => ListingOrder.Key(listed.Name), StringComparer.Ordinal),
    ];

    private static IReadOnlyList<Section> NotEmpty(IEnumerable<Section> sections) => [.. sections.Where(section => section.Count > 0)];

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
