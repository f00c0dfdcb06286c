using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters;

/// <summary>What staff do with an action before and while people write: its words, its targets, opening and closing.</summary>
public sealed class ManageAction(CoalitionDb db, TimeProvider clock)
{
    /// <param name="letterSlug">The letter it stands beside, if any.</param>
    public Task<SupportersAction> CreateAsync(string slug, ActionContent content, string? letterSlug, Actor who, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.EditLetters);
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(content.Title), "Enter a title for the action.");
        var address = slug.Trim();
        RuleBrokenException.ThrowIf(await db.Actions.AnyAsync(a => a.Slug == address, cancel), "Another action has this address. Choose a different one.");
        var action = SupportersAction.Draft(address, content, await LetterIdAsync(letterSlug, cancel), clock.UtcNow);
        db.Add(action);
        Record(action, who, "began the action", null, new { Address = address, content.Title });
        return action;
    }, cancel);

    public Task EditAsync(string slug, ActionContent content, string? letterSlug, int seenRevision, Actor who, CancellationToken cancel = default) => ChangeAsync(slug, who, async action =>
    {
        Check(content);
        var before = StateOf(action);
        action.Edit(content, seenRevision);
        await TouchLetterAsync(action, cancel);
        var letter = await LetterIdAsync(letterSlug, cancel);
        if (letter != action.LetterId)
        {
            action.StandBeside(letter);
            await TouchLetterAsync(action, cancel);
        }

        Record(action, who, "changed the words of the action", before, StateOf(action));
    }, cancel);

    /// <exception cref="RuleBrokenException">One of them is there already.</exception>
    public Task AddTargetsAsync(string slug, IReadOnlyList<TargetFacts> facts, Actor who, CancellationToken cancel = default) => ChangeAsync(slug, who, action =>
    {
        var order = action.Targets.Select(target => target.Order).DefaultIfEmpty(0).Max();
        foreach (var one in facts)
        {
            RuleBrokenException.ThrowIf(action.Targets.Any(target => target.Office == one.Office), $"{one.Name} is a target already. Open it in the table to change it.");
            Add(action, one, ++order);
        }

        Record(action, who, facts.Count == 1 ? $"added the target {facts[0].Name}" : $"added {facts.Count} targets");
        return Task.CompletedTask;
    }, cancel);

    /// <summary>Takes a table in, as often as staff like: a target that is there already gets what its row says, and is not doubled.</summary>
    /// <exception cref="RuleBrokenException">A row would change the way letters go to an office that people have written to, or contradicts another row.</exception>
    public async Task<ImportedTargets> ImportTargetsAsync(string slug, IReadOnlyList<TargetFacts> facts, Actor who, CancellationToken cancel = default)
    {
        var known = 0;
        await ChangeAsync(slug, who, async action =>
        {
            known = 0;
            var (before, seen) = (action.Targets.ToDictionary(target => target.Id, StateOf), new HashSet<Guid>());
            var offices = action.Targets.GroupBy(target => target.Office).ToDictionary(office => office.Key, office => office.ToList());
            var order = action.Targets.Select(target => target.Order).DefaultIfEmpty(0).Max();
            foreach (var one in facts)
            {
                // An office that stands there with two ways is first looked for by the row's own.
                if (offices.GetValueOrDefault(one.Office)?.OrderByDescending(target => target.Channel == one.Channel).First() is { } there)
                {
                    RuleBrokenException.ThrowIf(there.Channel != one.Channel && seen.Contains(there.Id), $"The table names {one.Name} twice, with different ways. Keep one row for it.");
                    await RefuseOtherWayAsync(there, one, cancel);

                    // A table has no column for the day of delivery.
                    action.Change(there, one with { DeliveredOn = there.DeliveredOn });
                    known++;
                }
                else
                {
                    there = Add(action, one, ++order);
                    offices.Add(there.Office, [there]);
                }

                seen.Add(there.Id);
            }

            var fresh = facts.Count - known;
            var changed = action.Targets.Where(target => before.TryGetValue(target.Id, out var old) && !old.Equals(StateOf(target))).ToList();
            Record(action, who, fresh == 1 ? "imported 1 target" : $"imported {fresh:#,0} targets",
                new { Changed = changed.Select(target => before[target.Id]) }, new { New = fresh, ThereAlready = known, Changed = changed.Select(StateOf) });
        }, cancel);
        return new(facts.Count - known, known);
    }

    private async Task RefuseOtherWayAsync(Target target, TargetFacts facts, CancellationToken cancel) =>
        RuleBrokenException.ThrowIf(facts.Channel != target.Channel && await db.Messages.AnyAsync(m => m.TargetId == target.Id, cancel),
            $"People have written to {target.Name} already, so the way their letters go stays.");

    private Target Add(SupportersAction action, TargetFacts facts, int order)
    {
        var target = Target.Of(action, order, facts, clock.UtcNow);
        action.Add(target);
        db.Add(target);
        return target;
    }

    /// <param name="sendAgain">Letters that came back go out once more, to the address that the target has now.</param>
    public Task ChangeTargetAsync(string slug, Guid id, TargetFacts facts, Actor who, bool sendAgain = false, CancellationToken cancel = default) => ChangeAsync(slug, who, async action =>
    {
        var target = TargetOf(action, id);
        await RefuseOtherWayAsync(target, facts, cancel);
        var before = StateOf(target);
        action.Change(target, facts);
        Record(action, who, $"changed the target {target.Name}", before, StateOf(target));
        if (sendAgain)
        {
            await SendReturnedAgainAsync(action, target, who, cancel);
        }
    }, cancel);

    /// <summary>Letters that came back from a target go out once more, also where its mailbox was paused.</summary>
    public Task SendReturnedAgainAsync(string slug, Guid id, Actor who, CancellationToken cancel = default) =>
        ChangeAsync(slug, who, action => SendReturnedAgainAsync(action, TargetOf(action, id), who, cancel), cancel);

    private async Task SendReturnedAgainAsync(SupportersAction action, Target target, Actor who, CancellationToken cancel)
    {
        var again = await db.SendReturnedAgainAsync(target.Id, clock.UtcNow, cancel);
        if (again > 0)
        {
            Record(action, who, again == 1 ? $"sent the letter that {target.Name} did not get once more" : $"sent the {again:#,0} letters that {target.Name} did not get once more");
        }
    }

    public Task RemoveTargetAsync(string slug, Guid id, Actor who, CancellationToken cancel = default) => ChangeAsync(slug, who, async action =>
    {
        var target = TargetOf(action, id);
        RuleBrokenException.ThrowIf(await db.Messages.AnyAsync(m => m.TargetId == id, cancel), "People have written to this target already. Close the action, or leave the target.");
        RuleBrokenException.ThrowIf(action.Status == ActionStatus.Open && action.Targets.Count == 1, "An open action needs a target.");
        db.Remove(target);
        Record(action, who, $"removed the target {target.Name}");
    }, cancel);

    public Task OpenAsync(string slug, DateTime? closesAt, Actor who, CancellationToken cancel = default) => ChangeAsync(slug, who, async action =>
    {
        Check(action.Content);
        action.Open(closesAt, clock.UtcNow);
        await TouchLetterAsync(action, cancel);
        Record(action, who, "opened the action", null, new { action.ClosesAt });
    }, cancel);

    public Task CloseAsync(string slug, Actor who, CancellationToken cancel = default) => ChangeAsync(slug, who, async action =>
    {
        action.Close(clock.UtcNow);
        await TouchLetterAsync(action, cancel);
        Record(action, who, "closed the action");
    }, cancel);

    private Task ChangeAsync(string slug, Actor who, Func<SupportersAction, Task> change, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.EditLetters);
        var action = await db.Actions.Include(a => a.Targets).SingleOrDefaultAsync(a => a.Slug == slug, cancel) ?? throw new RuleBrokenException("This action does not exist any more.");
        await change(action);
    }, cancel);

    private async Task<Guid?> LetterIdAsync(string? slug, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(slug))
        {
            return null;
        }

        var id = await db.Letters.Where(l => l.Slug == slug).Select(l => (Guid?)l.Id).SingleOrDefaultAsync(cancel);
        return id ?? throw new RuleBrokenException("The letter it stands beside does not exist.");
    }

    // The letter's page names the open actions beside it, and is kept in memory until its revision rises.
    private Task TouchLetterAsync(SupportersAction action, CancellationToken cancel) =>
        db.Letters.Where(l => l.Id == action.LetterId).ExecuteUpdateAsync(set => set.SetProperty(l => l.PublicRevision, l => l.PublicRevision + 1), cancel);

    internal static void Check(ActionContent content)
    {
        RuleBrokenException.ThrowIf(content.Title.Length is 0 or > ActionContent.TitleMaxLength, $"Enter a title of at most {ActionContent.TitleMaxLength} characters.");
        RuleBrokenException.ThrowIf(content.Subject.Length is 0 or > ActionContent.SubjectMaxLength, $"Enter a subject of at most {ActionContent.SubjectMaxLength} characters.");
        RuleBrokenException.ThrowIf(content.Draft.Length > ActionContent.DraftMaxLength, $"Shorten the draft to {ActionContent.DraftMaxLength:#,0} characters.");
        RuleBrokenException.ThrowIf(DraftText.FaultIn(content.Draft) is not null, DraftText.FaultIn(content.Draft) ?? "");
        RuleBrokenException.ThrowIf(content.Explanation.Length > ActionContent.ExplanationMaxLength, $"Shorten the explanation to {ActionContent.ExplanationMaxLength:#,0} characters.");
        LetterMarkdown.Parse(content.Explanation);
        RuleBrokenException.ThrowIf(content.ConsentText?.Length > ActionContent.ConsentMaxLength, $"Shorten the words of consent to {ActionContent.ConsentMaxLength} characters.");
        RuleBrokenException.ThrowIf(content.Language is not ("en" or "es"), "Choose English or Español.");
        RuleBrokenException.ThrowIf(content.RetentionDays is < 1 or > 730, "Keep personal data for 1 to 730 days.");
        RuleBrokenException.ThrowIf(!content.IsEditable && !DraftText.Parse(content.Draft).AsksForOwnSentence, "A letter that people cannot edit needs {{own-sentence}} in its draft, so that each one is a person's.");
    }

    private static TargetState StateOf(Target target) => new(target.Name, target.Salutation, target.Channel, target.Email, target.Form, string.Join(", ", target.PostalAddress),
        target.DeliveredOn, string.Join(", ", target.States), string.Join(", ", target.PostalPrefixes), target.MailsPerMinute);

    private static Target TargetOf(SupportersAction action, Guid id) => action.Targets.FirstOrDefault(target => target.Id == id) ?? throw new RuleBrokenException("This target does not exist any more.");

    private static object StateOf(SupportersAction action) => new
    {
        action.Content.Title, action.Content.Subject, action.Content.Language, action.Content.Explanation, action.Content.Draft, action.Content.IsEditable, action.Content.Fields, action.Content.ConsentText, action.Content.RetentionDays,
    };

    private void Record(SupportersAction action, Actor who, string what, object? before = null, object? after = null) =>
        db.Record(who, clock.UtcNow, what, Subject.Of<SupportersAction>(action.Id, action.LetterId), before, after);

    /// <summary>A target as the history keeps it.</summary>
    private sealed record TargetState(string Name, string Salutation, Channel Channel, string? Email, string? Form, string PostalAddress, DateOnly? DeliveredOn, string States, string PostalPrefixes, int MailsPerMinute);
}

/// <summary>What an import of targets came to.</summary>
public sealed record ImportedTargets(int New, int ThereAlready);
