namespace CoalitionLetters.Organizations.Names;

/// <summary>A body of the shipped list.</summary>
/// <param name="IsParentDoubtful">The two were related once, or in a way that a person should judge.</param>
/// <param name="HasChapters">It has bodies in cities, so that a city behind its name is one of theirs and no address.</param>
/// <param name="FamilyWords">Loose keys of what its state and city bodies are called.</param>
internal sealed record KnownOrganization(string Name, string? ParentName, bool IsParentDoubtful, IReadOnlyList<string> FamilyWords, IReadOnlyList<string> StrangerWords, IReadOnlyList<string> CongregationWords, bool HasChapters);

/// <summary>A name and one body that bears it; vouched when nobody else of note does.</summary>
/// <param name="IsMarked">The list marks the name as shared with bodies of less note.</param>
/// <param name="IsLesser">Marked so for this body, and plainly another's.</param>
/// <param name="IsUpper">One word in capitals.</param>
internal sealed record KnownName(KnownOrganization Organization, bool Vouched, bool IsOwnName, bool IsMarked, bool IsLesser, bool IsUpper = false);
