using CoalitionLetters.Data;
using CoalitionLetters.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Letters;

/// <summary>
/// One person's stretch of work on a letter's words, kept so that nothing written is ever lost. Saves follow each other every few
/// seconds; those of one person within <see cref="Stretch"/> share a row, unless one takes away much of what the row holds.
/// </summary>
public sealed class SavedDraft
{
    public static readonly TimeSpan Stretch = TimeSpan.FromMinutes(10);

    /// <summary>So many characters in one place, gone or written over between two saves, may be missed.</summary>
    private const int Much = 80;

    private SavedDraft() { }

    public Guid Id { get; private set; }
    public Guid LetterId { get; private set; }

    /// <summary>The letter's <see cref="Letter.Revision"/> that the last save made.</summary>
    public int Revision { get; private set; }
    public LetterContent Content { get; private set; } = new();
    public string By { get; private set; } = "";
    public Guid? StaffId { get; private set; }
    public DateTime BegunAt { get; private set; }
    public DateTime SavedAt { get; private set; }

    public static SavedDraft Of(Letter letter, Actor who, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        LetterId = letter.Id,
        Revision = letter.Revision,
        Content = letter.DraftContent,
        By = who.Name,
        StaffId = who.StaffId,
        BegunAt = now,
        SavedAt = now,
    };

    /// <summary>The words as they stood before anybody worked on them, kept with the first stretch, which is compared with them.</summary>
    public static SavedDraft AsBegun(Letter letter) => new()
    {
        Id = Guid.CreateVersion7(letter.CreatedAt),
        LetterId = letter.Id,
        Revision = letter.Revision,
        Content = letter.DraftContent,
        BegunAt = letter.CreatedAt,
        SavedAt = letter.CreatedAt,
    };

    /// <summary>Nobody's work, but what the first stretch found.</summary>
    public bool IsAsBegun => By.Length == 0;

    public bool GoesOn(Actor who, LetterContent next, DateTime now) => StaffId == who.StaffId && By == who.Name && now - BegunAt < Stretch && !TakesMuch(Content, next);

    public void GoOn(Letter letter, DateTime now)
    {
        Revision = letter.Revision;
        Content = letter.DraftContent;
        SavedAt = now;
    }

    private static bool TakesMuch(LetterContent before, LetterContent next) =>
        next.Recipients.Count < before.Recipients.Count || next.Letterhead.Count < before.Letterhead.Count || Logos(next) < Logos(before)
        || LetterParts.Of(before).Zip(LetterParts.Of(next)).Any(part => part.First.Text.Length > 0 && part.Second.Text.Length == 0 || Taken(part.First.Text, part.Second.Text) >= Much);

    private static int Logos(LetterContent content) => content.Letterhead.Count(lead => lead.LogoId is not null);

    /// <summary>How much of the old text lies between what both begin with and what both end with.</summary>
    private static int Taken(string old, string next)
    {
        var start = old.AsSpan().CommonPrefixLength(next);
        var end = 0;
        while (end < Math.Min(old.Length, next.Length) - start && old[^(end + 1)] == next[^(end + 1)])
        {
            end++;
        }

        return old.Length - start - end;
    }
}

public static class SavedDraftQueries
{
    extension(CoalitionDb db)
    {
        public DbSet<SavedDraft> SavedDrafts => db.Set<SavedDraft>();

        /// <summary>Whether a draft that is kept says the same. What is older than what the words began from stood there before them, and tells nothing of them.</summary>
        public async Task<bool> HasDraftAsync(Guid letterId, LetterContent words, LetterContent? began, CancellationToken cancel = default)
        {
            await foreach (var draft in db.SavedDrafts.AsNoTracking().Where(d => d.LetterId == letterId).OrderByDescending(d => d.Revision).Select(d => d.Content).AsAsyncEnumerable().WithCancellation(cancel))
            {
                if (LetterParts.Between(draft, words).Count == 0)
                {
                    return true;
                }

                if (began is not null && LetterParts.Between(draft, began).Count == 0)
                {
                    return false;
                }
            }

            return false;
        }

        public Task<SavedDraft?> LastDraftAsync(Guid letterId, CancellationToken cancel = default) =>
            db.SavedDrafts.Where(d => d.LetterId == letterId).OrderByDescending(d => d.Revision).FirstOrDefaultAsync(cancel);
    }
}

internal sealed class SavedDraftMap : IEntityTypeConfiguration<SavedDraft>
{
    public void Configure(EntityTypeBuilder<SavedDraft> draft)
    {
        draft.ToTable("SavedDrafts");
        draft.Property(d => d.Id).ValueGeneratedNever();
        draft.Property(d => d.Content).IsJson();
        draft.Property(d => d.By).HasMaxLength(HistoryEntry.WhoMaxLength);
        draft.HasIndex(d => new { d.LetterId, d.Revision });
        draft.HasOne<Letter>().WithMany().HasForeignKey(d => d.LetterId);
    }
}
