using CoalitionLetters.Data;
using CoalitionLetters.Mail;
using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters;

/// <summary>What a person sends from the page of an action, checked by the form.</summary>
/// <param name="Place">A keyed hash of the address it came from, for telling floods.</param>
public sealed record MessageForm(Guid ActionId, SupporterPerson Person, string Subject, string Text, string? OwnSentence, bool WantsMail, bool MayBeShown, string Place);

/// <summary>What the page then says. The same words whether the person has written before or not.</summary>
public sealed record MessageReceipt(string Reference, string Email);

/// <summary>Takes a person's text and asks for confirmation by mail; nothing goes to a target before that.</summary>
public sealed class SendMessage : IAsyncDisposable
{
    private readonly GroupCommit<MessageForm, MessageReceipt> groups;
    private readonly TimeProvider clock;

    public SendMessage(IServiceScopeFactory scopes, TimeProvider clock)
    {
        this.clock = clock;
        groups = new(scopes, WriteAsync);
    }

    /// <exception cref="RuleBrokenException">The action is closed, or the text has lost a passage that must stay.</exception>
    public Task<MessageReceipt> RunAsync(MessageForm form, CancellationToken cancel = default) => groups.RunAsync(form, cancel);

    public ValueTask DisposeAsync() => groups.DisposeAsync();

    private async Task<IReadOnlyList<MessageReceipt>> WriteAsync(IServiceProvider scope, IReadOnlyList<MessageForm> forms)
    {
        var db = scope.GetRequiredService<CoalitionDb>();
        var outbox = scope.GetRequiredService<Outbox>();
        var now = clock.UtcNow;
        var actions = await ActionsOfAsync(db, forms);
        var known = await KnownAsync(db, forms);
        var floods = await UnchangedLatelyAsync(db, forms, now);

        return [.. forms.Select(form => Write(form, actions[form.ActionId]))];

        MessageReceipt Write(MessageForm form, SupportersAction action)
        {
            var key = (form.ActionId, Supporter.KeyOf(form.Person.Email));
            if (known.TryGetValue(key, out var earlier))
            {
                Remind(earlier, action);
                return new(earlier.Reference, form.Person.Email);
            }

            var supporter = Submit(form, action);
            known[key] = supporter;
            db.Add(supporter);
            return new(supporter.Reference, supporter.Person.Email);
        }

        // Whoever never confirmed may have lost the mail: a new one, for the first text. Otherwise a kind word.
        void Remind(Supporter earlier, SupportersAction action)
        {
            if (!earlier.MayBeMailedAgain(now))
            {
                return;
            }

            var (confirm, manage) = earlier.MakeKeys();
            outbox.Add(earlier.Status == SupporterStatus.Submitted ? new ConfirmMessageMail(earlier, action, confirm, manage) : new WrittenAlreadyMail(earlier, action, manage));
        }

        Supporter Submit(MessageForm form, SupportersAction action)
        {
            var draft = DraftText.Parse(action.Content.Draft);
            if (draft.MissingFrom(form.Text) is [var lost, ..])
            {
                throw new RuleBrokenException($"Keep this passage in the text: “{lost}”");
            }

            RuleBrokenException.ThrowIf(!action.Content.IsEditable && !draft.IsUnchangedIn(form.Text, form.OwnSentence), "This letter goes out in its own words; only your sentence is added.");

            var changedShare = draft.ChangedShareOf(form.Text);
            var subject = action.Content.IsEditable ? form.Subject : action.Content.Subject;
            var supporter = Supporter.Of(action, form.Person, subject, form.Text, form.OwnSentence, changedShare, form.WantsMail, form.MayBeShown,
                References.New(action.Content.Title), form.Place, now);
            var flood = floods.GetValueOrDefault((form.ActionId, form.Place));
            if (changedShare == 0)
            {
                floods[(form.ActionId, form.Place)] = flood + 1;
            }

            if (TextCheck.Doubt(form.Text, draft, [form.Subject, form.OwnSentence, .. SupporterLetter.SignatureOf(form.Person)], changedShare, flood) is { } doubt)
            {
                supporter.Doubt(doubt);
            }

            var (confirm, manage) = supporter.MakeKeys();
            outbox.Add(new ConfirmMessageMail(supporter, action, confirm, manage));
            return supporter;
        }
    }

    private static async Task<Dictionary<Guid, SupportersAction>> ActionsOfAsync(CoalitionDb db, IReadOnlyList<MessageForm> forms)
    {
        var ids = forms.Select(form => form.ActionId).Distinct().ToList();
        var actions = await db.Actions.AsNoTracking().Include(action => action.Targets).Where(action => ids.Contains(action.Id)).ToDictionaryAsync(action => action.Id);
        RuleBrokenException.ThrowIf(actions.Count < ids.Count, "This action does not exist any more.");
        return actions;
    }

    private static async Task<Dictionary<(Guid, string), Supporter>> KnownAsync(CoalitionDb db, IReadOnlyList<MessageForm> forms)
    {
        var keys = forms.Select(form => Supporter.KeyOf(form.Person.Email)).Distinct().ToList();
        return await db.Supporters.Where(supporter => keys.Contains(supporter.EmailKey)).ToDictionaryAsync(supporter => (supporter.ActionId, supporter.EmailKey));
    }

    private static async Task<Dictionary<(Guid, string), int>> UnchangedLatelyAsync(CoalitionDb db, IReadOnlyList<MessageForm> forms, DateTime now)
    {
        var places = forms.Select(form => form.Place).Distinct().ToList();
        var since = now.AddHours(-1);
        var counts = await db.Supporters.Where(s => places.Contains(s.Place!) && s.ChangedShare == 0 && s.SubmittedAt > since)
            .GroupBy(s => new { s.ActionId, s.Place }).Select(group => new { group.Key, Count = group.Count() }).ToListAsync();
        return counts.ToDictionary(row => (row.Key.ActionId, row.Key.Place!), row => row.Count);
    }
}
