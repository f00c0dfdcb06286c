namespace CoalitionLetters.Mail;

/// <summary>Carries mails out of the app: to a mail server, or into a folder.</summary>
internal interface IMailCarrier
{
    /// <summary>How a mail stands once it was carried.</summary>
    MailStatus Carried { get; }

    /// <summary>A way out for some mails in a row.</summary>
    IMailRound Begin();
}

internal interface IMailRound : IDisposable
{
    /// <summary>Returns once the other side has taken the mail over.</summary>
    /// <exception cref="MailRefusedException">It did not.</exception>
    Task CarryAsync(OutboxMail mail, CancellationToken cancel);
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
