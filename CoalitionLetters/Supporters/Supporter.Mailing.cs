using CoalitionLetters.Data;

namespace CoalitionLetters.Supporters;

/// <summary>How often we write to an address that anybody can type.</summary>
public sealed partial class Supporter
{
    /// <summary>Somebody who asks again sooner gets no second mail: a form that is sent twice, or a stranger who plays with it.</summary>
    public static readonly TimeSpan BetweenMails = TimeSpan.FromMinutes(10);

    /// <summary>Between one mail and the next; the last holds for all that follow. So nobody can have us fill a stranger's mailbox.</summary>
    public static readonly IReadOnlyList<TimeSpan> Pauses = [BetweenMails, TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(7)];

    /// <summary>When the app last wrote to the person.</summary>
    public DateTime MailedAt { get; private set; }

    /// <summary>How often it has.</summary>
    public int Mails { get; private set; }

    /// <summary>Whether the person may be written to again, and if so, notes that it happens.</summary>
    public bool MayBeMailedAgain(DateTime now)
    {
        if (Status == SupporterStatus.Disowned || now < MailedAt + Pauses[Math.Clamp(Mails, 1, Pauses.Count) - 1])
        {
            return false;
        }

        MailedAt = now;
        Mails++;
        Revision++;
        return true;
    }

    /// <summary>
    /// The owner of the address did not write this. All is forgotten but a hash of the address, by which this action keeps from writing to it,
    /// the hash of the place that the form came from, whose room stays taken, and the hashes of the links, so that they say what was done.
    /// </summary>
    public void Disown(SupportersAction action, DateTime now)
    {
        RuleBrokenException.ThrowIf(Status != SupporterStatus.Submitted, "Only a message that nobody has confirmed can be disowned.");

        var (key, place, confirm, manage) = (action.ErasedKeyOf(EmailKey), Place, ConfirmKeyHash, ManageKeyHash);
        Erase(action, now);
        Status = SupporterStatus.Disowned;
        EmailKey = key ?? EmailKey;
        (Place, State, ConfirmKeyHash, ManageKeyHash) = (place, null, confirm, manage);
    }
}
