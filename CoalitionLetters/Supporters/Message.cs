using CoalitionLetters.Data;

namespace CoalitionLetters.Supporters;

/// <summary>A supporter's text on its way to one target.</summary>
public sealed class Message
{
    public const int ReasonMaxLength = 500;

    private Message() { }

    public Guid Id { get; private set; }
    public Guid SupporterId { get; private set; }
    public Guid TargetId { get; private set; }
    public Channel Channel { get; private set; }
    public MessageStatus Status { get; private set; }

    /// <summary>The mail in the outbox that carries it, once it is there.</summary>
    public Guid? MailId { get; private set; }
    public Guid? BatchId { get; private set; }

    /// <summary>When it went into the outbox: what a target's throttle counts.</summary>
    public DateTime? HandedAt { get; private set; }

    /// <summary>Why it came back, in the mail server's words.</summary>
    public string? Reason { get; private set; }
    public DateTime ChangedAt { get; private set; }

    /// <summary>It can still be stopped. What is printed lies with us until somebody carries it there.</summary>
    public bool IsWaiting => Status is MessageStatus.Unconfirmed or MessageStatus.Queued or MessageStatus.ToPrint or MessageStatus.Printed or MessageStatus.WithPerson;

    /// <summary>It has left, or may have.</summary>
    public bool IsOut => Status is MessageStatus.Mailing or MessageStatus.Sent or MessageStatus.Kept or MessageStatus.Finished or MessageStatus.Delivered;

    internal static Message To(Target target, Supporter supporter, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        SupporterId = supporter.Id,
        TargetId = target.Id,
        Channel = target.Channel,
        ChangedAt = now,
    };

    internal void Release(DateTime now)
    {
        Status = Channel switch
        {
            Channel.Mail => MessageStatus.Queued,
            Channel.Print => MessageStatus.ToPrint,
            _ => MessageStatus.WithPerson,
        };
        ChangedAt = now;
    }

    public void Stop(DateTime now) => Become(MessageStatus.Stopped, now);

    /// <summary>Handed to the outbox, in the transaction that puts the mail there.</summary>
    public void HandOver(Guid mailId, DateTime now)
    {
        RuleBrokenException.ThrowIf(Status != MessageStatus.Queued, "This message is not waiting to be mailed.");
        MailId = mailId;
        HandedAt = now;
        Become(MessageStatus.Mailing, now);
    }

    public void Sent(DateTime now) => Become(MessageStatus.Sent, now);

    /// <summary>There is no mail server: the mail lies in a folder, and the target has not got it.</summary>
    public void Kept(DateTime now) => Become(MessageStatus.Kept, now);

    public void Bounced(string? reason, DateTime now)
    {
        Reason = reason is { Length: > ReasonMaxLength } ? reason[..ReasonMaxLength] : reason;
        Become(MessageStatus.Bounced, now);
    }

    /// <summary>The person says to have sent it. We cannot see whether it arrived.</summary>
    public void FinishedByPerson(DateTime now)
    {
        RuleBrokenException.ThrowIf(Status is not (MessageStatus.WithPerson or MessageStatus.Finished), "This message does not wait for you.");
        Become(MessageStatus.Finished, now);
    }

    public void Print(Guid batchId, DateTime now)
    {
        RuleBrokenException.ThrowIf(Status is not (MessageStatus.ToPrint or MessageStatus.Printed), "This message is not waiting to be printed.");
        BatchId = batchId;
        Become(MessageStatus.Printed, now);
    }

    private void Become(MessageStatus status, DateTime now)
    {
        Status = status;
        ChangedAt = now;
    }
}

/// <summary>Where a message is. Words for people stand with the pages.</summary>
public enum MessageStatus
{
    /// <summary>Waits until the person, or staff, release it.</summary>
    Unconfirmed,
    Queued,
    Mailing,
    Sent,
    Bounced,

    /// <summary>The person finishes this one: a web form or an own mail.</summary>
    WithPerson,
    Finished,
    ToPrint,
    Printed,

    /// <summary>Handed over on paper.</summary>
    Delivered,
    Stopped,

    /// <summary>Written to the mail folder, because no mail server is set.</summary>
    Kept,
}
