namespace CoalitionLetters.Listing;

/// <summary>The headings of a signatory list in one language.</summary>
public sealed class SectionWords
{
    static readonly SectionWords english = new()
    {
        International = "International",
        National = "National",
        StateAndLocal = "State and local",
        OtherPlaces = "Elsewhere",
        Others = "Joined by",
        Lead = "Lead organization",
        LeadPlural = "Lead organizations",
        NoKind = "Other organizations",
        kinds = ["Unions", "Advocacy organizations", "Legal organizations", "Community organizations", "Faith organizations", "Businesses", "Academic bodies", "Health organizations", "Professional associations", "Local governments"],
    };

    static readonly SectionWords spanish = new()
    {
        International = "Internacionales",
        National = "Nacionales",
        StateAndLocal = "Estatales y locales",
        OtherPlaces = "De otros lugares",
        Others = "Con la adhesión de",
        Lead = "Organización convocante",
        LeadPlural = "Organizaciones convocantes",
        NoKind = "Otras organizaciones",
        kinds = ["Sindicatos", "Organizaciones de defensa de derechos", "Organizaciones jurídicas", "Organizaciones comunitarias", "Organizaciones religiosas", "Empresas", "Instituciones académicas", "Organizaciones de salud", "Asociaciones profesionales", "Gobiernos locales"],
    };

    // The order of the sections; the headings above stand in the same one.
    static readonly string[] kindNames = ["union", "advocacy", "legal", "community", "faith", "business", "academic", "health", "professional", "government"];

    string[] kinds = [];

    public string International { get; private init; } = "";

    public string National { get; private init; } = "";

    public string StateAndLocal { get; private init; } = "";

    public string OtherPlaces { get; private init; } = "";

    public string Others { get; private init; } = "";

    string Lead { get; init; } = "";

    string LeadPlural { get; init; } = "";

    string NoKind { get; init; } = "";

    public static SectionWords In(string language) => Languages.IsSpanish(language) ? spanish : english;

    public string Leads(int count) => count == 1 ? Lead : LeadPlural;

    /// <summary>The heading of a kind; a kind that nobody foresaw is its own heading, with a capital.</summary>
    public string Kind(string? kind) =>
        kind is null ? NoKind : Array.IndexOf(kindNames, kind) is >= 0 and var place ? kinds[place] : char.ToUpperInvariant(kind[0]) + kind[1..];

    public int PlaceOfKind(string? kind) =>
        kind is null ? int.MaxValue : Array.IndexOf(kindNames, kind) is >= 0 and var place ? place : kindNames.Length;
}
