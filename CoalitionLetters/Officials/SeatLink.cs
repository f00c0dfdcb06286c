using CoalitionLetters.Mail;
using CoalitionLetters.Signatures;

namespace CoalitionLetters.Officials;

/// <summary>What an office's link opens: the form for its staff, or the page on which the principal signs.</summary>
public enum SeatLinkPurpose { Prepare, Approve }

/// <summary>A link mailed to an office, as the database knows it.</summary>
public sealed class SeatLink
{
    private SeatLink() { }

    public string Hash { get; private set; } = "";
    public SeatLinkPurpose Purpose { get; private set; }
    public Guid SeatId { get; private set; }

    /// <summary>What is approved; the office's form has none.</summary>
    public Guid? SignatureId { get; private set; }
    public DateTime MadeAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    public static SeatLink ToPrepare(MailKey key, Seat seat, DateTime now) =>
        new() { Hash = key.Hash, Purpose = SeatLinkPurpose.Prepare, SeatId = seat.Id, MadeAt = now };

    public static SeatLink ToApprove(MailKey key, Seat seat, Signature signature, DateTime now) =>
        new() { Hash = key.Hash, Purpose = SeatLinkPurpose.Approve, SeatId = seat.Id, SignatureId = signature.Id, MadeAt = now };

    /// <summary>Another link has taken its place.</summary>
    public void End(DateTime now) => EndedAt ??= now;
}
