using CoalitionLetters.Organizations;

namespace CoalitionLetters.Listings;

/// <summary>The headings of a signatory list in one language.</summary>
public sealed record SectionWords(
    string International, string National, string Regional, string StateAndLocal, string OtherPlaces, string ByCountry, string OtherOrganizations, string Lead, string LeadPlural, string Others,
    IReadOnlyList<(OrganizationKind[] Kinds, string Heading)> Kinds)
{
    private static readonly SectionWords english = new(
        "International", "National", "Regional", "State and local", "Elsewhere", "By country", "Other organizations", "Lead organization", "Lead organizations", "Joined by",
        [
            ([OrganizationKind.Union], "Unions"),
            ([OrganizationKind.Advocacy], "Advocacy organizations"),
            ([OrganizationKind.Legal], "Legal organizations"),
            ([OrganizationKind.Community], "Community organizations"),
            ([OrganizationKind.Faith], "Faith organizations"),
            ([OrganizationKind.Other, OrganizationKind.Unstated], "Other organizations"),
        ]);

    private static readonly SectionWords spanish = new(
        "Internacionales", "Nacionales", "Regionales", "Estatales y locales", "De otros lugares", "Por país", "Otras organizaciones", "Organización convocante", "Organizaciones convocantes", "Con la adhesión de",
        [
            ([OrganizationKind.Union], "Sindicatos"),
            ([OrganizationKind.Advocacy], "Organizaciones de defensa de derechos"),
            ([OrganizationKind.Legal], "Organizaciones jurídicas"),
            ([OrganizationKind.Community], "Organizaciones comunitarias"),
            ([OrganizationKind.Faith], "Organizaciones religiosas"),
            ([OrganizationKind.Other, OrganizationKind.Unstated], "Otras organizaciones"),
        ]);

    public static SectionWords In(string language) => Languages.IsSpanish(language) ? spanish : english;

    public string Leads(int count) => count == 1 ? Lead : LeadPlural;
}
