using System.Security.Claims;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Staff;
using CoalitionLetters.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Letters.Desk;

/// <summary>
/// What a stretch of work on a letter's words has changed, in place in the letter's own history: the drafts hold it whole, from the last save before the stretch to its own last one.
/// The history of everything links to the drafts, because it would read hundreds of whole letters.
/// Words that are still being written are shown to those alone who may write.
/// </summary>
public sealed class DraftHistory(Db stores, IAuthorizationService permits) : IShowsChanges
{
    public async Task<IReadOnlyDictionary<Guid, RenderFragment>> ShowAsync(IReadOnlyList<HistoryEntry> entries, ClaimsPrincipal reader, bool inPlace)
    {
        var worked = entries.Where(entry => entry.What == SaveDraft.Step).ToList();
        if (worked.Count == 0 || !(await permits.AuthorizeAsync(reader, Policies.EditLetters)).Succeeded)
        {
            return new Dictionary<Guid, RenderFragment>();
        }

        await using var db = stores.Open();
        var letters = worked.Select(entry => entry.SubjectId).Distinct().ToList();
        var kept = (await db.SavedDrafts.Where(d => letters.Contains(d.LetterId)).OrderBy(d => d.Revision).Select(d => new Kept(d.Id, d.LetterId, d.BegunAt, d.StaffId)).ToListAsync()).ToLookup(draft => draft.LetterId);
        var stretches = worked.Select(entry => (Entry: entry.Id, Drafts: Stretch(kept[entry.SubjectId], entry))).Where(stretch => stretch.Drafts is not null).ToDictionary(stretch => stretch.Entry, stretch => stretch.Drafts!.Value);
        if (!inPlace)
        {
            var slugs = await db.Letters.Where(l => letters.Contains(l.Id)).Select(l => new { l.Id, l.Slug }).ToDictionaryAsync(l => l.Id, l => l.Slug);
            return worked.Where(entry => stretches.ContainsKey(entry.Id)).ToDictionary(entry => entry.Id, entry => Linked(slugs[entry.SubjectId]));
        }

        var ids = stretches.Values.SelectMany(drafts => new[] { drafts.Before, drafts.After }).Distinct().ToList();
        var words = await db.SavedDrafts.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Content);
        return stretches.ToDictionary(stretch => stretch.Key, stretch => Shown(LetterParts.Between(words[stretch.Value.Before], words[stretch.Value.After])));
    }

    /// <summary>None for the first stretch of a letter whose words before it were not kept.</summary>
    private static (Guid Before, Guid After)? Stretch(IEnumerable<Kept> drafts, HistoryEntry entry) =>
        drafts.Zip(drafts.Skip(1)).Where(pair => pair.Second.BegunAt == entry.At && pair.Second.StaffId == entry.StaffId).Select(pair => ((Guid, Guid)?)(pair.First.Id, pair.Second.Id)).FirstOrDefault();

    private static RenderFragment Shown(IReadOnlyList<ChangedPart> parts) => builder =>
    {
        builder.OpenComponent<ChangedParts>(0);
        builder.AddComponentParameter(1, nameof(ChangedParts.Parts), parts);
        builder.CloseComponent();
    };

    private static RenderFragment Linked(string slug) => builder => builder.AddMarkupContent(0, $"<p><a href=\"{DeskLinks.Drafts(slug)}\">All drafts of this letter, with their differences</a></p>");

    private sealed record Kept(Guid Id, Guid LetterId, DateTime BegunAt, Guid? StaffId);
}
