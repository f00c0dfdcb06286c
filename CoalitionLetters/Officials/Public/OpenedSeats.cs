using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Public;
using CoalitionLetters.Mail;
using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Officials.Public;

/// <summary>An office's link that was opened, with what it leads to.</summary>
/// <param name="Signature">The one the link approves, or the office's newest.</param>
/// <param name="Text">The words to which that signature is bound.</param>
public sealed record OpenedSeat(SeatLink Link, Seat Seat, Signature? Signature, TextVersion? Text, PublicLetter Letter)
{
    public OfficeWords Words => new(Letter.Content.Language);
    public SeatAnswer Answer => Seat.Answer(Signature?.Status);

    /// <summary>What is so of the signature that the office has given.</summary>
    public string Standing => new StandingWords(Letter.Content.Language).Stands(Letter.Letter, Seat, Signature!, Letter.Edition);
}

/// <summary>Finds what an office's link leads to.</summary>
public sealed class OpenedSeats(CoalitionDb db, PublicLetters letters)
{
    private const int MostLetters = 64;

    /// <summary>Null for a key that was never given out for this purpose.</summary>
    public async Task<OpenedSeat?> FindAsync(string key, SeatLinkPurpose purpose, CancellationToken cancel = default)
    {
        if (key.Length > MostLetters)
        {
            return null;
        }

        var hash = new MailKey(key).Hash;
        if (await db.SeatLinks.AsNoTracking().FirstOrDefaultAsync(l => l.Hash == hash && l.Purpose == purpose, cancel) is not { } link)
        {
            return null;
        }

        var seat = await db.Seats.AsNoTracking().SingleAsync(s => s.Id == link.SeatId, cancel);
        var id = link.SignatureId ?? seat.SignatureId;
        var signature = id is null ? null : await db.Signatures.AsNoTracking().SingleAsync(s => s.Id == id, cancel);
        var text = signature is null ? null : await db.TextVersions.AsNoTracking().SingleAsync(v => v.Id == signature.TextVersionId, cancel);
        var slug = await db.Letters.Where(l => l.Id == seat.LetterId).Select(l => l.Slug).SingleAsync(cancel);
        return await letters.FindAsync(slug) is { Letter: var letter } ? new OpenedSeat(link, seat, signature, text, letter) : null;
    }
}
