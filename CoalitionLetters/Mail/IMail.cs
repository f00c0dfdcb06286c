using CoalitionLetters.Coalitions;
using CoalitionLetters.Web;

namespace CoalitionLetters.Mail;

/// <summary>One mail to one person. Put it in the <see cref="Outbox"/> with the change that causes it.</summary>
public interface IMail
{
    /// <summary>A short noun in an address: "confirm-signature". Each kind has a preview at the desk.</summary>
    string Kind { get; }

    string ToAddress { get; }

    string? ToName => null;

    /// <summary>Who gets the answer; none: the coalition's contact.</summary>
    string? ReplyTo => null;

    /// <summary>The name beside our own address, "Kim Doe via the coalition"; none: the name of the settings.</summary>
    string? FromName => null;

    /// <summary>The letter it is about, so that the letter's desk can show it.</summary>
    Guid? LetterId => null;

    /// <summary>After this instant nobody needs it any more: what has not been sent by then is not sent.</summary>
    DateTime? UsefulUntil => null;

    /// <summary>The language of what stands around the body: "en", or "es" for Spanish.</summary>
    string Language => "en";

    string Subject { get; }

    /// <summary>What it says, once for both twins.</summary>
    MailBody Body(Coalition coalition, Links links);
}

/// <summary>A mail that the desk can show with made-up values.</summary>
public interface IMailWithSample : IMail
{
    static abstract IMail Sample();
}
