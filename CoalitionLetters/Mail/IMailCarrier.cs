namespace CoalitionLetters.Mail;

/// <summary>Carries mails out of the app: to a mail server, or into a folder.</summary>
internal interface IMailCarrier
{
    /// <summary>How a mail stands once it was carried.</summary>
    MailStatus Carried { get; }

    /// <summary>How many mails it carries beside each other.</summary>
    int Lanes { get; }

    IMailLane Open();
}

/// <summary>A way out for one mail after another, in two steps: until the second nobody else has taken the mail over.</summary>
internal interface IMailLane : IDisposable
{
    /// <summary>All that takes time.</summary>
    /// <exception cref="MailRefusedException">The other side does not want it.</exception>
    Task OfferAsync(OutboxMail mail, CancellationToken cancel);

    /// <summary>Returns once the other side has taken over the mail that was offered.</summary>
    /// <exception cref="MailRefusedException">It did not.</exception>
    Task HandOverAsync();
}

internal enum Refusal
{
    /// <summary>This mail may pass later.</summary>
    ForNow,

    /// <summary>This mail will never pass.</summary>
    ForGood,

    /// <summary>No mail passes at present: the server is away, or refuses us.</summary>
    OfAll,
}

internal sealed class MailRefusedException(Refusal refusal, string reason) : Exception(reason)
{
    public Refusal Refusal => refusal;
}
