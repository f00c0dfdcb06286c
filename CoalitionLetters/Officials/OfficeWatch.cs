using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Officials;

/// <summary>Who in an office is told what becomes of its signature, beside the mailbox whose link did it: whoever holds one link must not be able to give it away, or take it back, unseen.</summary>
public static class OfficeWatch
{
    /// <summary>The seat's contact, whoever prepared the signature, and those who looked after it before; nobody on a letter whose signatories are no officials.</summary>
    /// <param name="told">Who gets a mail of their own about it.</param>
    public static async Task<IReadOnlyList<string>> OthersInOfficeAsync(this CoalitionDb db, Signature signature, Letter letter, IEnumerable<string?> told, CancellationToken cancel)
    {
        if (letter.Content.Signatories != SignatoryKind.Officials)
        {
            return [];
        }

        var seat = await db.Seats.AsNoTracking().FirstOrDefaultAsync(s => s.SignatureId == signature.Id, cancel);

        // A signature knows only who looks after it now. Earlier ones got a mail when they handed it over; its words are forgotten after a while, and the rest of it later.
        // Those of the office who were only told have no name on theirs: who is to be told now stands at the seat, and may have been put right since.
        var subject = HandedOverMail.SubjectFor(signature, letter);
        var before = await db.Outbox.Where(mail => mail.LetterId == letter.Id && mail.Kind == HandedOverMail.KindName && mail.ToName != null && (mail.Text == null ? mail.Subject == subject : mail.Text.Contains(signature.Reference)))
            .Select(mail => mail.ToAddress).ToListAsync(cancel);
        return [.. before.Append(seat?.Details.InvitedAddress).Append(seat?.PreparedBy).OfType<string>().DistinctBy(MailAddresses.KeyOf).ExceptBy(told.OfType<string>().Select(MailAddresses.KeyOf), MailAddresses.KeyOf)];
    }
}
