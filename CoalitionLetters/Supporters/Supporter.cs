using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CoalitionLetters.Data;
using CoalitionLetters.Mail;
using CoalitionLetters.Organizations.Signals;
using CoalitionLetters.Supporters.Public;

namespace CoalitionLetters.Supporters;

/// <summary>A person who sends an own version of a letter, with the text as the person left it.</summary>
public sealed partial class Supporter
{
    public const int NameMaxLength = 80;
    public const int EmailMaxLength = 254;
    public const int PlaceMaxLength = 60;
    public const int OwnSentenceMaxLength = 500;
    public const int TextMaxLength = 10_000;
    public const int SearchMaxLength = 600;
    public const int BecauseMaxLength = 300;

    /// <summary>Stands before every doubt about what a person writes after a message of theirs was declined.</summary>
    public const string DeclinedBefore = "A message of this person was declined before.";

    /// <summary>Stands between a doubt and why staff declined.</summary>
    public const string DeclinedBecause = " Declined: ";

    private readonly List<Message> messages = [];

    private Supporter() { }

    public Guid Id { get; private set; }
    public Guid ActionId { get; private set; }
    public string Reference { get; private set; } = "";
    public SupporterStatus Status { get; private set; }
    public SupporterPerson Person { get; private set; } = new();

    /// <summary>The mailbox, however its address was spelled, or its hash once it is erased (<see cref="SupportersAction.ErasedKeyOf"/>); one person writes once in an action.</summary>
    public string EmailKey { get; private set; } = "";
    public string? State { get; private set; }

    /// <summary>What the desk's search looks through: name, mail, place and reference in small letters.</summary>
    public string SearchText { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string? OwnSentence { get; private set; }

    /// <summary>0 (the draft unchanged) to 1 (no word of it left).</summary>
    public double ChangedShare { get; private set; }
    public bool WantsMail { get; private set; }

    /// <summary>The words beside the box for further mail as the person read them; staff may have changed them since.</summary>
    public string? ConsentText { get; private set; }

    /// <summary>The text may be shown, with first name and state.</summary>
    public bool MayBeShown { get; private set; }

    /// <summary>Staff chose the text to be shown.</summary>
    public bool IsShown { get; private set; }

    /// <summary>A keyed hash of the address it came from, dropped after 30 days.</summary>
    public string? Place { get; private set; }

    /// <summary>The mail domain, for telling floods; null where anybody can have a mailbox.</summary>
    public string? MailDomain { get; private set; }
    public string? ConfirmKeyHash { get; private set; }
    public string? ManageKeyHash { get; private set; }

    /// <summary>Why it waits for staff.</summary>
    public string? Reason { get; private set; }
    public DateTime SubmittedAt { get; private set; }
    public DateTime? ConfirmedAt { get; private set; }

    public int Revision { get; private set; }
    public IReadOnlyList<Message> Messages => messages;

    /// <summary>Something has left, or may have: nothing more can be written in its place.</summary>
    public bool HasGoneOut => messages.Exists(message => message.IsOut);
    public bool IsErased => SearchText.Length == 0;

    /// <summary>Nobody has confirmed it, it was taken back in time, or staff declined it: the next form of the same address takes its place.</summary>
    public bool MayBeRewritten => Status == SupporterStatus.Submitted || (Status is SupporterStatus.Withdrawn or SupporterStatus.Declined && !HasGoneOut && (!IsErased || WasDeclined));

    public static Supporter Of(SupportersAction action, SupporterPerson person, SupporterText text, string reference, string? place, DateTime now)
    {
        var supporter = new Supporter { Id = Guid.CreateVersion7(now), ActionId = action.Id, Reference = reference, EmailKey = KeyOf(person.Email), MailedAt = now, Mails = 1 };
        supporter.Write(action, person, text, place, now);
        return supporter;
    }

    /// <summary>The newest form counts, with its name and place. Whoever confirms has seen it: <see cref="Revision"/> tells what was seen.</summary>
    public void Write(SupportersAction action, SupporterPerson person, SupporterText text, string? place, DateTime now)
    {
        var words = new ActionWords(action.Content.Language);
        RuleBrokenException.ThrowIf(!action.AcceptsMessages(now), words.ClosedTitle);
        RuleBrokenException.ThrowIf(!MayBeRewritten, words.ConfirmedAlready);
        var targets = action.TargetsFor(person.State, person.PostalCode);
        RuleBrokenException.ThrowIf(targets.Count == 0, words.NobodyForPlace(action.Content, null));

        Reason = WasDeclined ? DeclinedBefore : null;
        Status = SupporterStatus.Submitted;
        EmailKey = IsErased ? KeyOf(person.Email) : EmailKey;
        (Person, State, SearchText) = (person, person.State, SearchTextOf(person, Reference));
        (Subject, Text, OwnSentence, ChangedShare) = (text.Subject, text.Text, text.OwnSentence, text.ChangedShare);
        (WantsMail, ConsentText, MayBeShown, IsShown) = (text.Consent is not null, text.Consent, text.MayBeShown, false);
        (Place, MailDomain, SubmittedAt, ConfirmedAt) = (place, DomainOf(person.Email), now, null);
        messages.Clear();
        messages.AddRange(targets.Select(target => Message.To(target, this, now)));
        Revision++;
    }

    public static string KeyOf(string email) => MailAddresses.KeyOf(email);

    /// <summary>What somebody may have registered to make up mailboxes in numbers.</summary>
    public static string? DomainOf(string email) => Domains.OfEmail(email) is { } domain && !Domains.IsFreeMail(domain) ? Domains.Registrable(domain) : null;

    /// <summary>
    /// New secrets for the mailed links: one to confirm, one to read, withdraw and erase. The second follows from the first, so that
    /// whoever confirms can be led to the own page; the first does not follow from the second.
    /// </summary>
    public (MailKey Confirm, MailKey Manage) MakeKeys()
    {
        var confirm = MailKey.New();
        var manage = ManageKeyOf(confirm);
        (ConfirmKeyHash, ManageKeyHash) = (confirm.Hash, manage.Hash);
        Revision++;
        return (confirm, manage);
    }

    public static MailKey ManageKeyOf(MailKey confirm) =>
        new(Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(confirm.Text), "manage"u8).AsSpan(0, 24)));

    /// <summary>The person pressed the button behind the mailed link. Only now may anything go out.</summary>
    public void Confirm(DateTime now)
    {
        RuleBrokenException.ThrowIf(Status == SupporterStatus.Withdrawn, "You have withdrawn this message.");
        RuleBrokenException.ThrowIf(ConfirmedAt is not null, "You have confirmed already.");

        ConfirmedAt = now;
        Revision++;
        if (Reason is null)
        {
            Release(now);
        }
        else
        {
            Status = SupporterStatus.Held;
        }
    }

    /// <summary>Waits for staff from the start: the text is obscene, empty or part of a flood.</summary>
    public void Doubt(string reason)
    {
        Reason = WasDeclined ? $"{DeclinedBefore} {reason}" : reason;
        Revision++;
    }

    /// <summary>What the person writes next waits for staff, whatever it says.</summary>
    public bool WasDeclined => Status == SupporterStatus.Declined || Reason?.StartsWith(DeclinedBefore, StringComparison.Ordinal) == true;

    public void Approve(DateTime now)
    {
        RuleBrokenException.ThrowIf(Status == SupporterStatus.Withdrawn, "The person has withdrawn this message.");
        RuleBrokenException.ThrowIf(Status == SupporterStatus.Declined, "This message was declined. Let it wait again first.");

        Reason = null;
        Revision++;
        if (ConfirmedAt is not null)
        {
            Release(now);
        }
    }

    /// <param name="because">In words for staff, beside the doubt; the person does not read it.</param>
    public void Decline(string? because = null)
    {
        RuleBrokenException.ThrowIf(because?.Length > BecauseMaxLength, $"Shorten the reason to {BecauseMaxLength} characters.");
        RuleBrokenException.ThrowIf(Status == SupporterStatus.Confirmed, "Its messages are on their way already.");
        RuleBrokenException.ThrowIf(Status == SupporterStatus.Withdrawn, "The person has withdrawn this message.");

        Status = SupporterStatus.Declined;
        Reason = because is null ? Reason ?? "Declined by staff." : $"{Reason}{DeclinedBecause}{because}";
        Revision++;
    }

    /// <summary>Takes a decline back: the message waits for staff as before.</summary>
    public void Reconsider()
    {
        RuleBrokenException.ThrowIf(Status != SupporterStatus.Declined, "This message is not declined.");
        Reason = Reason?.Split(DeclinedBecause)[0];

        Status = ConfirmedAt is null ? SupporterStatus.Submitted : SupporterStatus.Held;
        Revision++;
    }

    public void Withdraw(DateTime now)
    {
        RuleBrokenException.ThrowIf(Status == SupporterStatus.Withdrawn, "This message is withdrawn already.");

        Reason = WasDeclined ? DeclinedBefore : Reason;
        Status = SupporterStatus.Withdrawn;
        IsShown = MayBeShown = false;
        Revision++;
        foreach (var message in messages.Where(message => message.IsWaiting))
        {
            message.Stop(now);
        }
    }

    /// <summary>
    /// Forgets the person. What went out still counts, with the state of the map, and a hash of the address keeps it from going out twice;
    /// what waits is stopped. Of somebody whom staff declined the hash stays too, so that what comes next waits for staff.
    /// </summary>
    public void Erase(SupportersAction action, DateTime now)
    {
        var wasDeclined = WasDeclined;
        foreach (var message in messages.Where(message => message.IsWaiting))
        {
            message.Stop(now);
        }

        if (!HasGoneOut)
        {
            Status = SupporterStatus.Withdrawn;
        }

        Person = new SupporterPerson();
        EmailKey = (HasGoneOut || wasDeclined ? action.ErasedKeyOf(EmailKey) : null) ?? $"erased:{Id:N}";
        Subject = Text = SearchText = "";
        OwnSentence = ConsentText = Place = MailDomain = ConfirmKeyHash = ManageKeyHash = null;
        Reason = wasDeclined ? DeclinedBefore : null;
        WantsMail = IsShown = MayBeShown = false;
        Revision++;
    }

    /// <summary>The person takes one permission back, and the letter goes on as it is.</summary>
    public void TakeBack(Permission permission)
    {
        if (permission == Permission.FurtherMail)
        {
            (WantsMail, ConsentText) = (false, null);
        }
        else
        {
            MayBeShown = IsShown = false;
        }

        Revision++;
    }

    public void Show(bool shown)
    {
        RuleBrokenException.ThrowIf(shown && !MayBeShown, "The person has not given permission to show this text.");
        RuleBrokenException.ThrowIf(shown && Status != SupporterStatus.Confirmed, "Only a confirmed text can be shown.");
        IsShown = shown;
        Revision++;
    }

    private void Release(DateTime now)
    {
        Status = SupporterStatus.Confirmed;
        foreach (var message in messages)
        {
            message.Release(now);
        }
    }

    private static string SearchTextOf(SupporterPerson person, string reference)
    {
        var text = string.Join(' ', new[] { person.FirstName, person.LastName, person.Email, person.City, person.PostalCode, reference }.Where(part => !string.IsNullOrEmpty(part))).ToLowerInvariant();
        return text.Length <= SearchMaxLength ? text : text[..SearchMaxLength];
    }
}

/// <summary>Who a supporter is. For staff and for the targets only.</summary>
public sealed record SupporterPerson
{
    public string FirstName { get; init; } = "";
    public string LastName { get; init; } = "";
    public string Email { get; init; } = "";
    public string? Phone { get; init; }
    public string? Street { get; init; }
    public string? City { get; init; }
    public string? PostalCode { get; init; }
    public string? State { get; init; }

    public string FullName => $"{FirstName} {LastName}".Trim();
}

/// <summary>What a supporter has written, and what may be done with it.</summary>
/// <param name="ChangedShare">0 (the draft unchanged) to 1 (no word of it left).</param>
/// <param name="Consent">The words by which the person agreed to further mail; null: the person did not.</param>
public sealed record SupporterText(string Subject, string Text, string? OwnSentence, double ChangedShare, string? Consent = null, bool MayBeShown = false);

public enum SupporterStatus
{
    Submitted,
    Confirmed,
    Held,
    Declined,
    Withdrawn,

    /// <summary>The owner of the address says not to have written it, and wants no mail.</summary>
    Disowned,
}

/// <summary>What a person may allow beside sending the letter.</summary>
public enum Permission { FurtherMail, ShownText }
