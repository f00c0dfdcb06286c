using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Officials;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Letters.Desk;

/// <summary>One step in a letter's life, with its history, in one transaction. Two people never step across each other.</summary>
public sealed class ChangeLetter(CoalitionDb db, TimeProvider clock, AskSignersAgain ask, LetterEditors editors)
{
    public const string WordsMoved = "Other words were saved after you opened this page. They are shown below now; look at them, then press the button again.";

    /// <param name="seen">The <see cref="Letter.StateRevision"/> on the page where the button was pressed.</param>
    /// <param name="zone">The clock on which its deadlines are said from now on; none for the one it has.</param>
    /// <param name="seenWords">The <see cref="Letter.Revision"/> of the words on that page; none where there was no page.</param>
    public Task OpenAsync(string slug, int seen, DateTime dueAt, DateTime closesAt, TimeSpan grace, Actor who, string? zone = null, int? seenWords = null) =>
        RunAsync(slug, seen, who, "opened the letter for signatures", (letter, now) =>
        {
            RefuseUnseen(letter, seenWords);
            if (zone is not null && zone != letter.TimeZoneId)
            {
                letter.KeepTimeOf(zone);
            }

            db.Add(letter.Open(dueAt, closesAt, grace, who.Name, now));
            db.Add(Tally.For(letter, now));
            return Task.CompletedTask;
        });

    public Task MoveDeadlineAsync(string slug, int seen, DateTime dueAt, DateTime closesAt, TimeSpan grace, Actor who) =>
        RunAsync(slug, seen, who, "moved the deadline", (letter, now) => Done(() => letter.MoveDeadline(dueAt, closesAt, grace, now)));

    public Task CloseAsync(string slug, int seen, Actor who) =>
        RunAsync(slug, seen, who, "closed the letter", (letter, now) => Done(() => letter.Close(now)));

    public Task ReopenAsync(string slug, int seen, DateTime dueAt, DateTime closesAt, TimeSpan grace, Actor who) =>
        RunAsync(slug, seen, who, "opened the letter again", (letter, now) => Done(() => letter.Reopen(dueAt, closesAt, grace, now)));

    public Task WithdrawAsync(string slug, int seen, Actor who) =>
        RunAsync(slug, seen, who, "withdrew the letter", (letter, now) => Done(() => letter.Withdraw(now)));

    /// <summary>Makes the draft a new text version. A substantive one asks every signer to agree again.</summary>
    /// <param name="seenWords">As for <see cref="OpenAsync"/>.</param>
    public Task ChangeTextAsync(string slug, int seen, EditClass editClass, Actor who, int? seenWords = null) =>
        RunAsync(slug, seen, who, $"published changed words as {(editClass == EditClass.Substantive ? "a substantive" : "an editorial")} edit", async (letter, now) =>
        {
            RefuseUnseen(letter, seenWords);
            var current = await db.TextVersions.SingleAsync(v => v.Id == letter.CurrentTextId);
            RuleBrokenException.ThrowIf(LetterParts.Between(current.Content, letter.DraftContent).Count == 0, "Everything is the same as before.");
            var sameWords = LetterText.HashOf(LetterText.Normalize(letter.DraftContent)) == current.Sha256;
            RuleBrokenException.ThrowIf(sameWords && editClass == EditClass.Substantive, "The words are the same as before; only list and paper change. Publish that as an editorial change.");
            var next = letter.ChangeText(current, editClass, who.Name, now);
            db.Add(next);
            if (editClass == EditClass.Substantive)
            {
                await ask.RunAsync(letter, next, who, now);
            }

            return WordHistory.Of(current, next);
        });

    public Task SetRulesAsync(string slug, int seen, bool listsAtOnce, string authorityStatement, IReadOnlyList<LetterQuestion> questions, int retentionDays, int reconsentDays, Actor who) =>
        RunAsync(slug, seen, who, "changed the rules for signing", (letter, _) => Done(() => letter.SetRules(listsAtOnce, authorityStatement, questions, retentionDays, reconsentDays)));

    public Task SetCirculationAsync(string slug, int seen, CirculationRules rules, Actor who) =>
        RunAsync(slug, seen, who, "changed the rules of circulation", async (letter, _) =>
        {
            var seats = await db.Seats.Where(s => s.LetterId == letter.Id).Select(s => s.Details.Domain).ToListAsync();
            letter.SetCirculation(rules, seatsHaveDomains: seats.Count > 0 && seats.TrueForAll(domain => domain is not null));
        });

    private Task RunAsync(string slug, int seen, Actor who, string what, Func<Letter, DateTime, Task> change) =>
        RunAsync(slug, seen, who, what, async (letter, now) =>
        {
            var before = StateOf(letter);
            await change(letter, now);
            return (before, StateOf(letter));
        });

    /// <param name="change">Gives what the history says of the letter before and after.</param>
    private async Task RunAsync(string slug, int seen, Actor who, string what, Func<Letter, DateTime, Task<(object Before, object After)>> change)
    {
        who.Needs(Policies.PublishLetters);
        try
        {
            var changed = await db.InTransactionAsync(async () =>
            {
                var now = clock.UtcNow;
                var letter = await db.Letters.SingleAsync(l => l.Slug == slug);
                RuleBrokenException.ThrowIf(letter.StateRevision != seen, "Somebody else changed this letter a moment ago. Look at it again before you go on.");

                var (before, after) = await change(letter, now);
                db.Record(who, now, what, Subject.Of<Letter>(letter.Id, letter.Id), before, after);
                await db.SaveChangesAsync();
                return letter.Id;
            });
            editors.TellAll(changed);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleBrokenException("Somebody else changed this letter a moment ago. Look at it again before you go on.");
        }
    }

    /// <summary>Nobody makes words public that the page did not show.</summary>
    private static void RefuseUnseen(Letter letter, int? seenWords) => RuleBrokenException.ThrowIf(seenWords is not null && seenWords != letter.Revision, WordsMoved);

    private static Task Done(Action change)
    {
        change();
        return Task.CompletedTask;
    }

    private static object StateOf(Letter letter) => new
    {
        letter.Status, letter.TimeZoneId, letter.DueAt, letter.ClosesAt, letter.GraceEndsAt, letter.ListsAtOnce, letter.AuthorityStatement,
        Questions = string.Join(" | ", letter.Questions.Select(q => q.Text)), letter.RetentionDays, letter.ReconsentDays,
        Circulation = letter.Circulation.ToString(), Domains = string.Join(", ", letter.Circulation.OfficialDomains),
    };
}
