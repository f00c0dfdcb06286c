using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CoalitionLetters.Data;
using CoalitionLetters.Mail;

namespace CoalitionLetters.Supporters;

/// <summary>A person who sends an own version of a letter, with the text as the person left it.</summary>
public sealed class Supporter
{
    public const int NameMaxLength = 80;
    public const int EmailMaxLength = 254;
    public const int PlaceMaxLength = 60;
    public const int OwnSentenceMaxLength = 500;
    public const int TextMaxLength = 10_000;
    public const int SearchMaxLength = 600;

    /// <summary>Somebody who asks again sooner gets no second mail: a form that is sent twice, or a stranger who plays with it.</summary>
    public static readonly TimeSpan BetweenMails = TimeSpan.FromMinutes(10);

    private readonly List<Message> messages = [];

    private Supporter() { }

    public Guid Id { get; private set; }
    public Guid ActionId { get; private set; }
    public string Reference { get; private set; } = "";
    public SupporterStatus Status { get; private set; }
    public SupporterPerson Person { get; private set; } = new();

    /// <summary>The mail address in small letters; one person writes once in an action.</summary>
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

    /// <summary>The text may be shown, with first name and state.</summary>
    public bool MayBeShown { get; private set; }

    /// <summary>Staff chose the text to be shown.</summary>
    public bool IsShown { get; private set; }

    /// <summary>A keyed hash of the address it came from, dropped after 30 days.</summary>
    public string? Place { get; private set; }
    public string? ConfirmKeyHash { get; private set; }
    public string? ManageKeyHash { get; private set; }

    /// <summary>Why it waits for staff.</summary>
    public string? Reason { get; private set; }
    public DateTime SubmittedAt { get; private set; }
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>When the app last wrote to the person.</summary>
    public DateTime MailedAt { get; private set; }
    public int Revision { get; private set; }
    public IReadOnlyList<Message> Messages => messages;

    public static Supporter Of(SupportersAction action, SupporterPerson person, string subject, string text, string? ownSentence, double changedShare,
        bool wantsMail, bool mayBeShown, string reference, string? place, DateTime now)
    {
        RuleBrokenException.ThrowIf(!action.AcceptsMessages(now), "This action is closed.");

        var supporter = new Supporter
        {
            Id = Guid.CreateVersion7(now),
            ActionId = action.Id,
            Reference = reference,
            Person = person,
            EmailKey = KeyOf(person.Email),
            State = person.State,
            SearchText = SearchTextOf(person, reference),
            Subject = subject,
            Text = text,
            OwnSentence = ownSentence,
            ChangedShare = changedShare,
            WantsMail = wantsMail,
            MayBeShown = mayBeShown,
            Place = place,
            SubmittedAt = now,
            MailedAt = now,
            Revision = 1,
        };
        supporter.messages.AddRange(action.TargetsFor(person.State, person.PostalCode).Select(target => Message.To(target, supporter, now)));
        RuleBrokenException.ThrowIf(supporter.messages.Count == 0, "None of the addressees of this action answers for your place.");
        return supporter;
    }

    public static string KeyOf(string email) => email.Trim().ToLowerInvariant();

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

    /// <summary>Whether the person may be written to again, and if so, notes that it happens.</summary>
    public bool MayBeMailedAgain(DateTime now)
    {
        if (now < MailedAt + BetweenMails)
        {
            return false;
        }

        MailedAt = now;
        Revision++;
        return true;
    }

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
        Reason = reason;
        Revision++;
    }

    public void Approve(DateTime now)
    {
        RuleBrokenException.ThrowIf(Status == SupporterStatus.Withdrawn, "The person has withdrawn this message.");

        Reason = null;
        Revision++;
        if (ConfirmedAt is not null)
        {
            Release(now);
        }
    }

    public void Decline(string reason)
    {
        RuleBrokenException.ThrowIf(Status == SupporterStatus.Confirmed, "Its messages are on their way already.");

        Status = SupporterStatus.Declined;
        Reason = reason;
        Revision++;
    }

    public void Withdraw(DateTime now)
    {
        RuleBrokenException.ThrowIf(Status == SupporterStatus.Withdrawn, "This message is withdrawn already.");

        Status = SupporterStatus.Withdrawn;
        IsShown = MayBeShown = false;
        Revision++;
        foreach (var message in messages.Where(message => message.IsWaiting))
        {
            message.Stop(now);
        }
    }

    /// <summary>Forgets the person. What went out still counts, with the state of the map; what waits is stopped.</summary>
    public void Erase(DateTime now)
    {
        foreach (var message in messages.Where(message => message.IsWaiting))
        {
            message.Stop(now);
        }

        if (!messages.Exists(message => message.IsOut))
        {
            Status = SupporterStatus.Withdrawn;
        }

        Person = new SupporterPerson();
        EmailKey = $"erased:{Id:N}";
        Subject = Text = SearchText = "";
        OwnSentence = Place = ConfirmKeyHash = ManageKeyHash = Reason = null;
        WantsMail = IsShown = MayBeShown = false;
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

public enum SupporterStatus { Submitted, Confirmed, Held, Declined, Withdrawn }
