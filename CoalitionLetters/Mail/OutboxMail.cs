using CoalitionLetters.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Mail;

public enum MailStatus
{
    /// <summary>To be sent, now or at <see cref="OutboxMail.NextTryAt"/>.</summary>
    Waiting,

    /// <summary>A mail server has accepted it. Whether it arrived we cannot see.</summary>
    Sent,

    /// <summary>Written to the mail folder, because no mail server is set.</summary>
    Kept,

    /// <summary>Given up: refused for good, or tried for days.</summary>
    Failed,

    /// <summary>Not sent, because nobody needed it any more.</summary>
    Dropped,

    /// <summary>Accepted by a mail server, which sent it back later.</summary>
    Returned,
}

/// <summary>A mail to be sent, saved with the change that causes it, so that neither exists without the other.</summary>
public sealed class OutboxMail
{
    public const int AddressMaxLength = 254;
    public const int NameMaxLength = 160;
    public const int SubjectMaxLength = 240;
    public const int ReasonMaxLength = 500;

    /// <summary>Tried for about two days, then given up.</summary>
    public static readonly IReadOnlyList<TimeSpan> Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    private OutboxMail() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string Kind { get; private set; } = "";
    public string ToAddress { get; private set; } = "";
    public string? ToName { get; private set; }
    public string? ReplyTo { get; private set; }
    public string? FromName { get; private set; }
    public string Subject { get; private set; } = "";

    /// <summary>Null once it has been delivered for a while: it may hold secret links.</summary>
    public string? Text { get; private set; }

    /// <inheritdoc cref="Text"/>
    public string? Html { get; private set; }

    public Guid? LetterId { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime? UsefulUntil { get; private set; }

    public MailStatus Status { get; private set; }
    public int Attempts { get; private set; }
    public DateTime NextTryAt { get; private set; }
    public DateTime? SentAt { get; private set; }
    public string? Reason { get; private set; }

    /// <summary>Until when one node has it in hand; after that another may take it.</summary>
    public DateTime? LeasedUntil { get; private set; }

    public bool CanBeTriedAgain => Text is not null && (Status is MailStatus.Failed or MailStatus.Returned or MailStatus.Kept || (Status == MailStatus.Waiting && Attempts > 0));

    internal static OutboxMail Of(IMail mail, string text, string html, DateTime now) => new()
    {
        Kind = mail.Kind,
        ToAddress = OneLine(mail.ToAddress, AddressMaxLength),
        ToName = mail.ToName is null ? null : OneLine(mail.ToName, NameMaxLength),
        ReplyTo = mail.ReplyTo is null ? null : OneLine(mail.ReplyTo, AddressMaxLength),
        FromName = mail.FromName is null ? null : OneLine(mail.FromName, NameMaxLength),
        Subject = OneLine(mail.Subject, SubjectMaxLength),
        Text = text,
        Html = html,
        LetterId = mail.LetterId,
        CreatedAt = now,
        NextTryAt = now,
        UsefulUntil = mail.UsefulUntil,
    };

    public void SentNow(DateTime now, MailStatus how = MailStatus.Sent)
    {
        Status = how;
        SentAt = now;
        Attempts++;
        Reason = null;
        LeasedUntil = null;
    }

    public void RefusedForNow(string reason, DateTime now)
    {
        Attempts++;
        Reason = OneLine(reason, ReasonMaxLength);
        LeasedUntil = null;
        if (Attempts > Pauses.Count)
        {
            Status = MailStatus.Failed;
            return;
        }

        NextTryAt = now + Pauses[Attempts - 1];
    }

    public void RefusedForGood(string reason)
    {
        Status = MailStatus.Failed;
        Attempts++;
        Reason = OneLine(reason, ReasonMaxLength);
        LeasedUntil = null;
    }

    /// <summary>A mail that the server had accepted was sent back. One that waits again is not touched: a later attempt may pass.</summary>
    public void CameBack(string reason)
    {
        if (Status is MailStatus.Sent or MailStatus.Kept)
        {
            Status = MailStatus.Returned;
            Reason = OneLine(reason, ReasonMaxLength);
        }
    }

    public void Drop(string reason)
    {
        Status = MailStatus.Dropped;
        Reason = OneLine(reason, ReasonMaxLength);
        LeasedUntil = null;
        ForgetBody();
    }

    public void TryAgain(DateTime now)
    {
        RuleBrokenException.ThrowIf(!CanBeTriedAgain, "This mail cannot be sent again. Ask the person to request a new one.");

        Status = MailStatus.Waiting;
        Attempts = 0;
        NextTryAt = now;
    }

    public void ForgetBody() => Text = Html = null;

    /// <summary>No line break or other control character gets into a header.</summary>
    private static string OneLine(string text, int most)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();
        return line.Length <= most ? line : string.Concat(line.AsSpan(0, most - 1), "…");
    }
}

internal sealed class OutboxData : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> mail)
    {
        mail.ToTable("Outbox");
        mail.Property(m => m.Id).ValueGeneratedNever();
        mail.Property(m => m.Kind).HasMaxLength(60);
        mail.Property(m => m.ToAddress).HasMaxLength(OutboxMail.AddressMaxLength);
        mail.Property(m => m.ToName).HasMaxLength(OutboxMail.NameMaxLength);
        mail.Property(m => m.ReplyTo).HasMaxLength(OutboxMail.AddressMaxLength);
        mail.Property(m => m.FromName).HasMaxLength(OutboxMail.NameMaxLength);
        mail.Property(m => m.Subject).HasMaxLength(OutboxMail.SubjectMaxLength);
        mail.Property(m => m.Reason).HasMaxLength(OutboxMail.ReasonMaxLength);
        mail.HasIndex(m => new { m.Status, m.NextTryAt });

        // The desk counts each status and shows its newest.
        mail.HasIndex(m => new { m.Status, m.Id });
        mail.HasIndex(m => m.CreatedAt);
        mail.HasIndex(m => m.LetterId);

        // Who is forgotten is looked for here.
        mail.HasIndex(m => m.ToAddress);
    }
}

public static class OutboxQueries
{
    extension(CoalitionDb db)
    {
        public DbSet<OutboxMail> Outbox => db.Set<OutboxMail>();
    }

    extension(IQueryable<OutboxMail> mails)
    {
        public IQueryable<OutboxMail> DueAt(DateTime now) =>
            mails.Where(m => m.Status == MailStatus.Waiting && m.NextTryAt <= now && (m.LeasedUntil == null || m.LeasedUntil <= now));
    }
}
