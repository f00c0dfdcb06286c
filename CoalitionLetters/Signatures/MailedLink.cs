using CoalitionLetters.Mail;

namespace CoalitionLetters.Signatures;

public enum MailKeyPurpose { Confirm, Manage }

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
}
