using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CoalitionLetters.Supporters.Public;

/// <summary>Carries a receipt in the address of its page, sealed: the page shows only what this app has said, and nothing is stored for it.</summary>
public sealed class ReceiptSeal(IDataProtectionProvider protection)
{
    private const char Between = '\n';

    private readonly IDataProtector protector = protection.CreateProtector("supporters' receipts");

    public string Seal(MessageReceipt receipt) => protector.Protect($"{receipt.Reference}{Between}{receipt.Email}");

    /// <summary>Null for anything that was not sealed here.</summary>
    public MessageReceipt? Open(string? text)
    {
        try
        {
            return text is { Length: > 0 and < 2000 } && protector.Unprotect(text).Split(Between) is [var reference, var email] ? new MessageReceipt(reference, email) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
