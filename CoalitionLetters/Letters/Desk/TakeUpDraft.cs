using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Letters.Desk;

/// <summary>Goes on from an earlier draft: its words are saved anew, and those that stood before stay among the drafts.</summary>
public sealed class TakeUpDraft(CoalitionDb db, TimeProvider clock, LetterEditors editors)
{
    /// <param name="seen">The <see cref="Letter.Revision"/> on the page where the button was pressed.</param>
    public async Task RunAsync(string slug, Guid draftId, int seen, Actor who, CancellationToken cancel = default)
    {
        who.Needs(Policies.EditLetters);
        var (letterId, saved) = await db.InTransactionAsync(() => SaveAsync(slug, draftId, seen, who, cancel), cancel);
        editors.Tell(letterId, Guid.Empty, saved);
    }

    private async Task<(Guid LetterId, SaveOutcome Saved)> SaveAsync(string slug, Guid draftId, int seen, Actor who, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var letter = await db.Letters.SingleAsync(l => l.Slug == slug, cancel);
        var draft = await db.SavedDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == draftId && d.LetterId == letter.Id, cancel);
        RuleBrokenException.ThrowIf(draft is null, "Choose one of the drafts below.");
        RuleBrokenException.ThrowIf(letter.Revision != seen, "Other words were saved after you opened this page; they stand on top now. Look at them, then choose again.");

        letter.SaveDraft(draft!.Content, seen);
        db.Add(SavedDraft.Of(letter, who, now));
        db.Record(who, now, "went on from an earlier draft", Subject.Of<Letter>(letter.Id, letter.Id));
        await db.SaveChangesAsync(cancel);
        return (letter.Id, new SaveOutcome(true, draft.Content, letter.Revision, who.Name, who.StaffId, now));
    }
}
