using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Public;
using CoalitionLetters.Mail;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Invitations.Public;

/// <summary>An invitation's link that was opened, with what it leads to.</summary>
/// <param name="Signature">The one that was given behind this invitation's link.</param>
public sealed record OpenedInvitation(InvitationKey Key, Invitation Invitation, Organization Organization, Signature? Signature, PublicLetter Letter)
{
    public InvitationWords Words => new(Letter.Content.Language);
}

/// <summary>Finds what an invitation's link leads to.</summary>
public sealed class OpenedInvitations(CoalitionDb db, PublicLetters letters)
{
    private const int MostLetters = 64;

    /// <summary>Null for a key that was never given out.</summary>
    public async Task<OpenedInvitation?> FindAsync(string key, CancellationToken cancel = default)
    {
        if (key.Length > MostLetters)
        {
            return null;
        }

        var hash = new MailKey(key).Hash;
        if (await db.InvitationKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Hash == hash, cancel) is not { } given)
        {
            return null;
        }

        var invitation = await db.Invitations.AsNoTracking().SingleAsync(i => i.Id == given.InvitationId, cancel);
        var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == invitation.OrganizationId, cancel);
        var signature = invitation.SignatureId is { } id ? await db.Signatures.AsNoTracking().SingleAsync(s => s.Id == id, cancel) : null;
        var slug = await db.Letters.Where(l => l.Id == invitation.LetterId).Select(l => l.Slug).SingleAsync(cancel);
        return await letters.FindAsync(slug) is { Letter: var letter } ? new OpenedInvitation(given, invitation, organization, signature, letter) : null;
    }
}
