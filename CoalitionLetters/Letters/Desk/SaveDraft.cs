using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Letters.Desk;

/// <summary>What became of a save: kept, or refused because somebody else's words came in between.</summary>
/// <param name="Content">What the store holds now.</param>
/// <param name="By">Who saved that.</param>
/// <param name="ById">The same, as an account; none where nobody knows.</param>
public sealed record SaveOutcome(bool Saved, LetterContent Content, int Revision, string By, Guid? ById, DateTime At);

/// <summary>Keeps a letter's words while somebody types, and never writes over words that the typist has not seen.</summary>
public sealed class SaveDraft(Db stores, TimeProvider clock, LetterEditors editors)
{
    /// <summary>What the history says of a stretch of work.</summary>
    internal const string Step = "worked on the words";

    public async Task<SaveOutcome> RunAsync(Guid letterId, LetterContent content, int seenRevision, Actor who, Guid editor, CancellationToken cancel = default)
    {
        who.Needs(Policies.EditLetters);
        await using var db = stores.Open();
        try
        {
            var outcome = await db.InTransactionAsync(() => SaveAsync(db, letterId, content, seenRevision, who, cancel), cancel);
            if (outcome.Saved)
            {
                editors.Tell(letterId, editor, outcome);
            }

            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            await using var fresh = stores.Open();
            return await StoredAsync(fresh, await fresh.Letters.SingleAsync(l => l.Id == letterId, cancel), cancel);
        }
    }

    private async Task<SaveOutcome> SaveAsync(CoalitionDb db, Guid letterId, LetterContent content, int seenRevision, Actor who, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var letter = await db.Letters.SingleAsync(l => l.Id == letterId, cancel);
        if (letter.Revision != seenRevision)
        {
            return await StoredAsync(db, letter, cancel);
        }

        var last = await db.LastDraftAsync(letter.Id, cancel);
        if (last is null)
        {
            db.Add(SavedDraft.AsBegun(letter));
        }

        letter.SaveDraft(content, seenRevision);
        Keep(db, letter, last, who, now);
        await db.SaveChangesAsync(cancel);
        return new SaveOutcome(true, content, letter.Revision, who.Name, who.StaffId, now);
    }

    private static void Keep(CoalitionDb db, Letter letter, SavedDraft? last, Actor who, DateTime now)
    {
        if (last is not null && last.GoesOn(who, letter.DraftContent, now))
        {
            last.GoOn(letter, now);
            return;
        }

        db.Add(SavedDraft.Of(letter, who, now));
        db.Record(who, now, Step, Subject.Of<Letter>(letter.Id, letter.Id));
    }

    private static async Task<SaveOutcome> StoredAsync(CoalitionDb db, Letter letter, CancellationToken cancel)
    {
        var last = await db.LastDraftAsync(letter.Id, cancel);
        return new SaveOutcome(false, letter.DraftContent, letter.Revision, last?.By ?? "Somebody else", last?.StaffId, last?.SavedAt ?? letter.CreatedAt);
    }
}
