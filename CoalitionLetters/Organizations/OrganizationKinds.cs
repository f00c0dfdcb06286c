namespace CoalitionLetters.Organizations;

/// <summary>The words by which files and forms name the kind of a body.</summary>
public static class OrganizationKinds
{
    /// <summary>The kind that a word means, in English or Spanish; <see cref="OrganizationKind.Other"/> for a word nobody foresaw, Unstated for none.</summary>
    public static OrganizationKind Find(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        null or "" => OrganizationKind.Unstated,
        "union" or "unions" or "labor" or "labour" or "labor union" or "sindicato" or "syndicat" or "gewerkschaft" => OrganizationKind.Union,
        "advocacy" or "civil rights" or "policy" or "incidencia" or "defensa" => OrganizationKind.Advocacy,
        "legal" or "legal services" or "law" or "legal aid" or "jurídica" or "juridica" => OrganizationKind.Legal,
        "community" or "grassroots" or "community group" or "comunitaria" or "comunidad" => OrganizationKind.Community,
        "faith" or "religious" or "congregation" or "church" or "faith-based" or "religiosa" or "fe" => OrganizationKind.Faith,
        _ => OrganizationKind.Other,
    };

    /// <summary>Whether a text says that the kind is none of the others.</summary>
    public static bool IsOther(string? text) => text?.Trim().ToLowerInvariant() is "other" or "others" or "otra" or "otro" or "otras" or "otros" or "autre" or "autres" or "andere" or "sonstige";
}
