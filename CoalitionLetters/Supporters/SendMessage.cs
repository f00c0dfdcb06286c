using CoalitionLetters.Data;
using CoalitionLetters.Mail;
using CoalitionLetters.Signatures;
using CoalitionLetters.Supporters.Public;
using CoalitionLetters.Web;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters;

/// <summary>What a person sends from the page of an action, checked by the form.</summary>
/// <param name="Consent">The words by which the person agrees to further mail, as the form showed them; null: no.</param>
/// <param name="Place">A keyed hash of the address it came from, for telling floods.</param>
public sealed record MessageForm(Guid ActionId, SupporterPerson Person, string Subject, string Text, string? OwnSentence, string? Consent, bool MayBeShown, string Place);

/// <summary>What the page then says. The same words whether the person has written before or not.</summary>
public sealed record MessageReceipt(string Reference, string Email);

/// <summary>So many forms of one place wait for somebody to confirm them that no further mail goes out for it: its sender could be writing to strangers.</summary>
public sealed class CrowdedPlaceException() : Exception("Too many forms from one place wait to be confirmed.");

/// <summary>
/// Takes a person's text and asks for confirmation by mail; nothing goes to a target before that. Until then the newest form of an address
/// counts. Every check comes before the question who has written already, so that no answer tells it.
/// </summary>
public sealed class SendMessage : IAsyncDisposable
{
    private static readonly TimeSpan Lately = TimeSpan.FromHours(1);

    private readonly GroupCommit<MessageForm, MessageReceipt> groups;
    private readonly TimeProvider clock;
    private readonly RateLimits limits;

    // How many people who had written before were told so, in this hour, on forms of each place. A group is written after the other, and each node counts its own.
    private (DateTime Hour, Dictionary<string, int> ByPlace) told = (default, []);

    public SendMessage(IServiceScopeFactory scopes, TimeProvider clock, RateLimits limits)
    {
        this.clock = clock;
        this.limits = limits;
        groups = new(scopes, WriteAsync);
    }

    /// <exception cref="RuleBrokenException">The action is closed, or the text has lost a passage that must stay.</exception>
    /// <exception cref="CrowdedPlaceException">Too many forms from the same place are not confirmed yet.</exception>
    public Task<MessageReceipt> RunAsync(MessageForm form, CancellationToken cancel = default) => groups.RunAsync(form, cancel);

    public ValueTask DisposeAsync() => groups.DisposeAsync();

    private async Task<IReadOnlyList<MessageReceipt>> WriteAsync(IServiceProvider scope, IReadOnlyList<MessageForm> forms)
    {
        var db = scope.GetRequiredService<CoalitionDb>();
        var outbox = scope.GetRequiredService<Outbox>();
        var now = clock.UtcNow;
        var actions = await ActionsOfAsync(db, forms);
        var known = await KnownAsync(db, forms, actions);
        var floods = await UnchangedLatelyAsync(db, forms, now);
        var domains = await UnchangedAtDomainsAsync(db, forms, now);
        var waiting = await WaitingLatelyAsync(db, forms, now);
        var carried = new List<Guid>();
        var respelled = new List<(string Before, string Now, string Reference)>();

        List<MessageReceipt> receipts = [.. forms.Select(form => Write(form, actions[form.ActionId]))];
        if (carried.Count > 0)
        {
            await db.ForgetCarriedAsync(carried, CancellationToken.None);
        }

        foreach (var (before, address, reference) in respelled)
        {
            await db.RespellAsync(before, address, reference, CancellationToken.None);
        }

        return receipts;

        MessageReceipt Write(MessageForm form, SupportersAction action)
        {
            var draft = DraftText.Parse(action.Content.Draft);
            var text = Checked(form, action, draft);
            if (waiting.GetValueOrDefault(form.Place) >= limits.UnconfirmedPerHour)
            {
                throw new CrowdedPlaceException();
            }

            var earlier = KeysOf(form, action).Select(key => known.GetValueOrDefault((action.Id, key))).FirstOrDefault(there => there is not null);
            if (earlier is { MayBeRewritten: false })
            {
                TellAgain(earlier, form, action);
                return new(earlier.Reference, form.Person.Email);
            }

            var supporter = earlier is null ? Begin(form, action, text) : Replace(earlier, form, action, text);
            if (DoubtOf(form, action, draft, text) is { } doubt)
            {
                supporter.Doubt(doubt);
            }

            return new(supporter.Reference, supporter.Person.Email);
        }

        Supporter Begin(MessageForm form, SupportersAction action, SupporterText text)
        {
            var supporter = Supporter.Of(action, form.Person, text, References.New(action.Content.Title), form.Place, now);
            known[(action.Id, supporter.EmailKey)] = supporter;
            TakeRoom(form.Place);
            db.Add(supporter);
            AskToConfirm(supporter, action);
            return supporter;
        }

        // The link of a mail that went out a moment ago opens the newest form; later there is a new mail, and the old link ends.
        Supporter Replace(Supporter earlier, MessageForm form, SupportersAction action, SupporterText text)
        {
            var wasErased = earlier.IsErased;
            carried.AddRange(earlier.Messages.Select(message => message.MailId).OfType<Guid>());
            if (!wasErased && earlier.Person.Email != form.Person.Email)
            {
                respelled.Add((earlier.Person.Email, form.Person.Email, earlier.Reference));
            }

            if (earlier.Status != SupporterStatus.Submitted || earlier.Place != form.Place)
            {
                TakeRoom(form.Place);
            }

            earlier.Write(action, form.Person, text, form.Place, now);

            // The links in the mails to an erased person have ended, so that there is none to use instead of a new one.
            if (earlier.MayBeMailedAgain(now) || wasErased)
            {
                AskToConfirm(earlier, action);
            }

            return earlier;
        }

        void TakeRoom(string place) => waiting[place] = waiting.GetValueOrDefault(place) + 1;

        void AskToConfirm(Supporter supporter, SupportersAction action)
        {
            var (confirm, manage) = supporter.MakeKeys();
            outbox.Add(new ConfirmMessageMail(supporter, action, confirm, manage));
        }

        // A kind word to somebody whose message stands, and a true one where it was taken back too late to write another.
        void TellAgain(Supporter earlier, MessageForm form, SupportersAction action)
        {
            // Past the limit there is the same answer and no mail: a refusal would tell whose address is known.
            if (HasRoomToTell(form.Place) && earlier.MayBeMailedAgain(now))
            {
                told.ByPlace[form.Place] = told.ByPlace.GetValueOrDefault(form.Place) + 1;
                outbox.Add(earlier switch
                {
                    { IsErased: true } => new WrittenOnceMail(form.Person.Email, action, null),
                    { Status: SupporterStatus.Withdrawn } => new WrittenOnceMail(earlier.Person.Email, action, earlier.MakeKeys().Manage),
                    _ => new WrittenAlreadyMail(earlier, action, earlier.MakeKeys().Manage),
                });
            }
        }

        bool HasRoomToTell(string place)
        {
            var hour = now.Date.AddHours(now.Hour);
            told = told.Hour == hour ? told : (hour, []);
            return told.ByPlace.GetValueOrDefault(place) + waiting.GetValueOrDefault(place) < limits.UnconfirmedPerHour;
        }

        string? DoubtOf(MessageForm form, SupportersAction action, DraftText draft, SupporterText text)
        {
            var domain = Supporter.DomainOf(form.Person.Email);
            var flood = new Flood(floods.GetValueOrDefault((action.Id, form.Place)), domain, domain is null ? 0 : domains.GetValueOrDefault((action.Id, domain)));
            if (TextCheck.IsNearlyUnchanged(text.ChangedShare))
            {
                floods[(action.Id, form.Place)] = flood.FromPlace + 1;
                if (domain is not null)
                {
                    domains[(action.Id, domain)] = flood.FromDomain + 1;
                }
            }

            return TextCheck.Doubt(form.Text, draft, [form.Subject, form.OwnSentence, .. SupporterLetter.SignatureOf(form.Person)], text.ChangedShare, flood);
        }
    }

    private static SupporterText Checked(MessageForm form, SupportersAction action, DraftText draft)
    {
        var words = new ActionWords(action.Content.Language);
        RuleBrokenException.ThrowIf(!action.Content.IsEditable && !draft.IsUnchangedIn(form.Text, form.OwnSentence), words.LetterHasChanged);
        if (draft.MissingFrom(form.Text) is [var lost, ..])
        {
            throw new RuleBrokenException(words.KeepPassage(lost));
        }

        return new(action.Content.IsEditable ? form.Subject : action.Content.Subject, form.Text, form.OwnSentence, draft.ChangedShareOf(form.Text), form.Consent, form.MayBeShown);
    }

    /// <summary>Under what the writer may be known: the address, and its hash where it was erased.</summary>
    private static IEnumerable<string> KeysOf(MessageForm form, SupportersAction action)
    {
        // Until now each spelling was a key of its own.
        string[] addresses = [Supporter.KeyOf(form.Person.Email), form.Person.Email.Trim().ToLowerInvariant()];
        return addresses.Concat(addresses.Select(action.ErasedKeyOf).OfType<string>()).Distinct();
    }

    private static async Task<Dictionary<Guid, SupportersAction>> ActionsOfAsync(CoalitionDb db, IReadOnlyList<MessageForm> forms)
    {
        var ids = forms.Select(form => form.ActionId).Distinct().ToList();
        var actions = await db.Actions.AsNoTracking().Include(action => action.Targets).Where(action => ids.Contains(action.Id)).ToDictionaryAsync(action => action.Id);
        RuleBrokenException.ThrowIf(actions.Count < ids.Count, "This action does not exist any more.");
        return actions;
    }

    private static async Task<Dictionary<(Guid, string), Supporter>> KnownAsync(CoalitionDb db, IReadOnlyList<MessageForm> forms, Dictionary<Guid, SupportersAction> actions)
    {
        var keys = forms.SelectMany(form => KeysOf(form, actions[form.ActionId])).Distinct().ToList();
        return await db.Supporters.Include(supporter => supporter.Messages).Where(supporter => keys.Contains(supporter.EmailKey)).ToDictionaryAsync(supporter => (supporter.ActionId, supporter.EmailKey));
    }

    private static async Task<Dictionary<(Guid, string), int>> UnchangedLatelyAsync(CoalitionDb db, IReadOnlyList<MessageForm> forms, DateTime now)
    {
        var places = forms.Select(form => form.Place).Distinct().ToList();
        var since = now - Lately;
        var counts = await db.Supporters.Where(s => places.Contains(s.Place!) && s.ChangedShare <= TextCheck.NearlyUnchanged && s.SubmittedAt > since)
            .GroupBy(s => new { s.ActionId, s.Place }).Select(group => new { group.Key, Count = group.Count() }).ToListAsync();
        return counts.ToDictionary(row => (row.Key.ActionId, row.Key.Place!), row => row.Count);
    }

    /// <summary>Whoever has a domain has as many mailboxes as they like, and can write from anywhere.</summary>
    private static async Task<Dictionary<(Guid, string), int>> UnchangedAtDomainsAsync(CoalitionDb db, IReadOnlyList<MessageForm> forms, DateTime now)
    {
        var domains = forms.Select(form => Supporter.DomainOf(form.Person.Email)).OfType<string>().Distinct().ToList();
        var since = now - Lately;
        var counts = await db.Supporters.Where(s => domains.Contains(s.MailDomain!) && s.ChangedShare <= TextCheck.NearlyUnchanged && s.SubmittedAt > since)
            .GroupBy(s => new { s.ActionId, s.MailDomain }).Select(group => new { group.Key, Count = group.Count() }).ToListAsync();
        return counts.ToDictionary(row => (row.Key.ActionId, row.Key.MailDomain!), row => row.Count);
    }

    /// <summary>
    /// Forms of each place that nobody has confirmed. One that is confirmed gives its own room back and no more, or the room to write to strangers
    /// could be bought with mailboxes of one's own; one whose owner disowned it gives none back.
    /// </summary>
    private static async Task<Dictionary<string, int>> WaitingLatelyAsync(CoalitionDb db, IReadOnlyList<MessageForm> forms, DateTime now)
    {
        var places = forms.Select(form => form.Place).Distinct().ToList();
        var since = now - Lately;
        var counts = await db.Supporters.Where(s => places.Contains(s.Place!) && s.SubmittedAt > since)
            .GroupBy(s => s.Place!).Select(group => new { group.Key, Waiting = group.Count(s => s.Status == SupporterStatus.Submitted || s.Status == SupporterStatus.Disowned) }).ToListAsync();
        return counts.ToDictionary(row => row.Key, row => row.Waiting);
    }
}
