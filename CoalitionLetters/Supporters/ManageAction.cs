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
        var letter = await LetterIdAsync(letterSlug, cancel);
        if (letter != action.LetterId)
        {
            await TouchLetterAsync(action, cancel);
            action.StandBeside(letter);
        }

        Record(action, who, "changed the words of the action", before, StateOf(action));
    }, cancel);

    /// <exception cref="RuleBrokenException">One of them is there already.</exception>
    public Task AddTargetsAsync(string slug, IReadOnlyList<TargetFacts> facts, Actor who, CancellationToken cancel = default) => ChangeAsync(slug, who, action =>
    {
        var order = action.Targets.Select(target => target.Order).DefaultIfEmpty(0).Max();
        foreach (var one in facts)
        {
            RuleBrokenException.ThrowIf(action.Targets.Any(target => target.IsSameAs(one)), $"{one.Name} is a target already. Open it in the table to change it.");
            Add(action, one, ++order);
        }

        Record(action, who, facts.Count == 1 ? $"added the target {facts[0].Name}" : $"added {facts.Count} targets");
        return Task.CompletedTask;
    }, cancel);

    /// <summary>Takes a table in, as often as staff like: a target that is there already gets what its row says, and is not doubled.</summary>
    public async Task<ImportedTargets> ImportTargetsAsync(string slug, IReadOnlyList<TargetFacts> facts, Actor who, CancellationToken cancel = default)
    {
        var known = 0;
        await ChangeAsync(slug, who, action =>
        {
            known = 0;
            var order = action.Targets.Select(target => target.Order).DefaultIfEmpty(0).Max();
            foreach (var one in facts)
            {
                if (action.Targets.FirstOrDefault(target => target.IsSameAs(one)) is { } there)
                {
                    // A table has no column for the day of delivery.
                    there.Change(one with { DeliveredOn = there.DeliveredOn });
                    known++;
                }
                else
                {
                    Add(action, one, ++order);
                }
            }

            Record(action, who, $"imported {facts.Count - known} targets", after: new { New = facts.Count - known, ThereAlready = known });
            return Task.CompletedTask;
        }, cancel);
        return new(facts.Count - known, known);
    }

    private void Add(SupportersAction action, TargetFacts facts, int order)
    {
        var target = Target.Of(action, order, facts, clock.UtcNow);
        action.Add(target);
        db.Add(target);
    }

    public Task ChangeTargetAsync(string slug, Guid id, TargetFacts facts, Actor who, CancellationToken cancel = default) => ChangeAsync(slug, who, async action =>
    {
        var target = TargetOf(action, id);
        RuleBrokenException.ThrowIf(facts.Channel != target.Channel && await db.Messages.AnyAsync(m => m.TargetId == id, cancel), "People have written to this target already, so the way their letters go stays.");
        var before = new { target.Name, target.Salutation, target.Email, target.Form, target.DeliveredOn, target.MailsPerMinute };
        target.Change(facts);
        Record(action, who, $"changed the target {target.Name}", before, new { target.Name, target.Salutation, target.Email, target.Form, target.DeliveredOn, target.MailsPerMinute });
    }, cancel);

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
        RuleBrokenException.ThrowIf(DraftText.UnknownIn(content.Draft) is not null, $"The placeholder {DraftText.UnknownIn(content.Draft)} is unknown in an action's draft. Known is {DraftText.OwnSentence}.");
        RuleBrokenException.ThrowIf(content.Explanation.Length > ActionContent.ExplanationMaxLength, $"Shorten the explanation to {ActionContent.ExplanationMaxLength:#,0} characters.");
        RuleBrokenException.ThrowIf(content.ConsentText?.Length > ActionContent.ConsentMaxLength, $"Shorten the words of consent to {ActionContent.ConsentMaxLength} characters.");
        RuleBrokenException.ThrowIf(content.Language is not ("en" or "es"), "Choose English or Español.");
        RuleBrokenException.ThrowIf(content.RetentionDays is < 1 or > 730, "Keep personal data for 1 to 730 days.");
        RuleBrokenException.ThrowIf(!content.IsEditable && !DraftText.Parse(content.Draft).AsksForOwnSentence, "A letter that people cannot edit needs {{own-sentence}} in its draft, so that each one is a person's.");
    }

    private static Target TargetOf(SupportersAction action, Guid id) => action.Targets.FirstOrDefault(target => target.Id == id) ?? throw new RuleBrokenException("This target does not exist any more.");

    private static object StateOf(SupportersAction action) => new
    {
        action.Content.Title, action.Content.Subject, action.Content.Language, action.Content.Explanation, action.Content.Draft, action.Content.IsEditable, action.Content.Fields, action.Content.ConsentText, action.Content.RetentionDays,
    };

    private void Record(SupportersAction action, Actor who, string what, object? before = null, object? after = null) =>
        db.Record(who, clock.UtcNow, what, Subject.Of<SupportersAction>(action.Id, action.LetterId), before, after);
}

/// <summary>What an import of targets came to.</summary>
public sealed record ImportedTargets(int New, int ThereAlready);
