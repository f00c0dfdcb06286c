using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CoalitionLetters.Mail;

/// <summary>The secret in a mailed link: 32 characters safe in an address. The receiver holds the text; the database holds only its hash.</summary>
public sealed record MailKey(string Text)
{
    public const int HashMaxLength = 64;

    public static MailKey New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24)));

    /// <summary>SHA-256 in hexadecimal; the text has 192 random bits, so a plain hash cannot be guessed back.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public override string ToString() => "(a secret key)";
}
