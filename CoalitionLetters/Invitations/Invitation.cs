using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Signatures;

namespace CoalitionLetters.Invitations;

/// <summary>A request to one organization to sign one letter, and what it answered. Whether its link was opened is not kept: mail scanners open links too.</summary>
public sealed class Invitation
{
    public const int MessageMaxLength = 600;

    private Invitation() { }

    public Guid Id { get; private set; }
    public Guid LetterId { get; private set; }
    public Guid OrganizationId { get; private set; }

    /// <summary>Who is asked on the organization's side. For staff only.</summary>
    public string? ContactName { get; private set; }
    public string? Email { get; private set; }

    /// <summary>Words of the staff's own, which the mail gives before the link.</summary>
    public string? Message { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime? SentAt { get; private set; }
    public DateTime? RemindedAt { get; private set; }

    /// <summary>The newest signature that was given behind its link.</summary>
    public Guid? SignatureId { get; private set; }
    public DateTime? SignedAt { get; private set; }
    public DateTime? DeclinedAt { get; private set; }
    public string? DeclineReason { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Rises with every change, so that two people never overwrite each other.</summary>
    public int Revision { get; private set; }

    public DateTime? AnsweredAt => SignedAt ?? DeclinedAt;

    public static Invitation To(Guid organizationId, Letter letter, string? contactName, string? email, DateTime now)
    {
        RuleBrokenException.ThrowIf(letter.Content.Signatories == SignatoryKind.Officials, "This letter is signed by persons who hold an office. Invite them from its seats.");
        RuleBrokenException.ThrowIf(letter.Status is LetterStatus.Final or LetterStatus.Withdrawn, "Nobody can sign this letter any more, so nobody can be invited.");
        var invitation = new Invitation { Id = Guid.CreateVersion7(now), LetterId = letter.Id, OrganizationId = organizationId, CreatedAt = now };
        invitation.Address(contactName, email);
        return invitation;
    }

    /// <summary>Names the person who is asked.</summary>
    public void Address(string? contactName, string? email)
    {
        var (name, mail) = (Line(contactName), Line(email));
        RuleBrokenException.ThrowIf(name is { Length: > Signature.PersonMaxLength }, $"Keep the name under {Signature.PersonMaxLength} characters.");
        var fault = MailAddresses.Fault(mail, "director@union.example");
        RuleBrokenException.ThrowIf(fault is not null, fault ?? "");
        (ContactName, Email) = (name, mail);
        Revision++;
    }

    /// <summary>What the mail says beside its own words.</summary>
    public void Say(string? message)
    {
        RuleBrokenException.ThrowIf(message is { Length: > MessageMaxLength }, $"Keep the message under {MessageMaxLength} characters.");
        Message = Line(message?.ReplaceLineEndings("\n"));
        Revision++;
    }

    /// <summary>Who was asked, and why they said no, is forgotten; that they were asked, and what they answered, stays.</summary>
    public void ForgetContact()
    {
        (ContactName, Email, Message, DeclineReason) = (null, null, null, null);
        Revision++;
    }

    public void Send(DateTime now)
    {
        RuleBrokenException.ThrowIf(Email is null, "Enter a mail address first.");
        RuleBrokenException.ThrowIf(WithdrawnAt is not null, "This invitation is withdrawn.");
        RuleBrokenException.ThrowIf(SentAt is not null, "This invitation was sent already.");
        SentAt = now;
        Revision++;
    }

    /// <summary>Once, so that nobody is pestered.</summary>
    public void Remind(DateTime now)
    {
        RuleBrokenException.ThrowIf(SentAt is null || Email is null || WithdrawnAt is not null || AnsweredAt is not null, "Only an invitation that was sent and not answered can be reminded of.");
        RuleBrokenException.ThrowIf(RemindedAt is not null, "This organization was reminded already.");
        RemindedAt = now;
        Revision++;
    }

    /// <summary>Another person is asked now, and the first mail to them is no reminder.</summary>
    public void Readdress(DateTime now)
    {
        RuleBrokenException.ThrowIf(Email is null || WithdrawnAt is not null, "Enter a mail address first.");
        (SentAt, RemindedAt) = (now, null);
        Revision++;
    }

    public void SignedBy(Signature signature, DateTime now)
    {
        (SignatureId, SignedAt) = (signature.Id, now);
        (DeclinedAt, DeclineReason) = (null, null);
        Revision++;
    }

    /// <summary>The organization says that it does not sign. It may still change its mind while the letter is open.</summary>
    public void Decline(string? reason, DateTime now)
    {
        RuleBrokenException.ThrowIf(reason is { Length: > Signature.NoteMaxLength }, $"Keep the reason under {Signature.NoteMaxLength} characters.");
        (DeclinedAt, DeclineReason) = (now, Line(reason));
        SignedAt = null;
        Revision++;
    }

    public void Withdraw(DateTime now)
    {
        RuleBrokenException.ThrowIf(WithdrawnAt is not null, "This invitation is withdrawn already.");
        WithdrawnAt = now;
        Revision++;
    }

    /// <summary>Two records were joined, or taken apart again.</summary>
    internal void BelongsTo(Guid organizationId)
    {
        OrganizationId = organizationId;
        Revision++;
    }

    private static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A link mailed with an invitation, as the database knows it.</summary>
public sealed class InvitationKey
{
    /// <summary>A mailbox may be read by others later; a link that old opens nothing.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(60);

    private InvitationKey() { }

    public string Hash { get; private set; } = "";
    public Guid InvitationId { get; private set; }
    public DateTime MadeAt { get; private set; }

    /// <summary>When it was ended before its time, because another person is asked now.</summary>
    public DateTime? EndedAt { get; private set; }

    public static InvitationKey For(MailKey key, Invitation invitation, DateTime now) => new() { Hash = key.Hash, InvitationId = invitation.Id, MadeAt = now };

    public bool IsGoodAt(DateTime now) => EndedAt is null && now < MadeAt + Life;

    public void End(DateTime now) => EndedAt ??= now;
}

/// <summary>How an invitation stands. <see cref="Signing"/>: the form was sent, and waits to be confirmed by mail. <see cref="TurnedDown"/>: the coalition did not take the signature.</summary>
public enum InvitationState { Planned, Sent, Signing, Signed, Declined, SignatureWithdrawn, TurnedDown, Withdrawn }
