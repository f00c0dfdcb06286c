using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Public;
using CoalitionLetters.Mail;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures.Public;

/// <summary>A mailed link that was opened, with the signature and the letter behind it.</summary>
public sealed record OpenedLink(MailedLink Link, Signature Signature, TextVersion Text, PublicLetter Letter)
{
    public SignWords Words => new(Letter.Content.Language);
}

/// <summary>Finds what a mailed link leads to.</summary>
public sealed class OpenedLinks(CoalitionDb db, PublicLetters letters)
{
    private const int MostLetters = 64;

    /// <summary>Null for a key that was never given out for this purpose.</summary>
    public async Task<OpenedLink?> FindAsync(string key, MailKeyPurpose purpose, CancellationToken cancel = default)
    {
        if (key.Length > MostLetters)
        {
            return null;
        }

        var hash = new MailKey(key).Hash;
        var link = await db.MailedLinks.AsNoTracking().FirstOrDefaultAsync(l => l.Hash == hash && l.Purpose == purpose, cancel);
        if (link is null)
        {
            return null;
        }

        var signature = await db.Signatures.AsNoTracking().SingleAsync(s => s.Id == link.SignatureId, cancel);
        var text = await db.TextVersions.AsNoTracking().SingleAsync(v => v.Id == signature.TextVersionId, cancel);
        var slug = await db.Letters.Where(l => l.Id == signature.LetterId).Select(l => l.Slug).SingleAsync(cancel);
        return await letters.FindAsync(slug) is { Letter: var letter } ? new OpenedLink(link, signature, text, letter) : null;
    }
}
