using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;

namespace CoalitionLetters.Signatures;

/// <summary>The two secrets of a mail to a signer: one confirms, the other opens the page where the signature is managed.</summary>
/// <param name="Confirm">None when there is nothing to confirm any more.</param>
public sealed record SignatureKeys(MailKey? Confirm, MailKey Manage)
{
    public static SignatureKeys For(CoalitionDb db, Signature signature, Letter letter, DateTime now)
    {
        var keys = new SignatureKeys(signature.AwaitsConfirmation ? MailKey.New() : null, MailKey.New());
        if (keys.Confirm is not null)
        {
            db.Add(MailedLink.For(keys.Confirm, MailKeyPurpose.Confirm, signature, letter.GraceEndsAt, now));
        }

        db.Add(MailedLink.For(keys.Manage, MailKeyPurpose.Manage, signature, null, now));
        return keys;
    }
}
