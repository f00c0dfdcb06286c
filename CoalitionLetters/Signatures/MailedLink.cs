using CoalitionLetters.Mail;

namespace CoalitionLetters.Signatures;

/// <summary>What a key opens. The key of a receipt is made by the form and not mailed.</summary>
public enum MailKeyPurpose { Confirm, Manage, Receipt }

/// <summary>A mailed link as the database knows it.</summary>
public sealed class MailedLink
{
    private MailedLink() { }

    public string Hash { get; private set; } = "";
    public MailKeyPurpose Purpose { get; private set; }
    public Guid SignatureId { get; private set; }
    public DateTime MadeAt { get; private set; }
    public DateTime? ExpiresAt { get; private set; }
    public DateTime? UsedAt { get; private set; }

    public static MailedLink For(MailKey key, MailKeyPurpose purpose, Signature signature, DateTime? expiresAt, DateTime now) => new()
    {
        Hash = key.Hash,
        Purpose = purpose,
        SignatureId = signature.Id,
        MadeAt = now,
        ExpiresAt = expiresAt,
    };

    public bool IsGoodAt(DateTime now) => ExpiresAt is null || now < ExpiresAt;

    public void Use(DateTime now) => UsedAt ??= now;

    /// <summary>Another link has taken its place.</summary>
    public void End(DateTime now) => ExpiresAt = now;
}
