using System.Security.Claims;
using Microsoft.AspNetCore.Components;

namespace CoalitionLetters.History;

/// <summary>Shows what an entry has changed where a feature keeps before and after whole, and the entry holds neither.</summary>
public interface IShowsChanges
{
    /// <summary>By the entry's id; where entries of many things stand together, the way to the changes and not the changes themselves. Left out are entries of which it knows nothing, and those that the reader may not look into.</summary>
    Task<IReadOnlyDictionary<Guid, RenderFragment>> ShowAsync(IReadOnlyList<HistoryEntry> entries, ClaimsPrincipal reader, bool inPlace);
}
