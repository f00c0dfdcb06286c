using System.Security.Cryptography;
using System.Text;

namespace CoalitionLetters.Signatures;

/// <summary>The secret in a mailed link. The signer holds the text; the database holds only its hash.</summary>
public sealed record MailKey(string Text)
{
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>26 characters, 130 random bits, safe in an address and in any mail program.</summary>
    public static MailKey New() => new(RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 26));
}

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
