using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Organizations;
using CoalitionLetters.Organizations.Names;
using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Invitations;

/// <summary>What an organization answers behind its link: it signs, or says that it does not.</summary>
public sealed class AnswerInvitation(CoalitionDb db, SignLetter sign, TimeProvider clock)
{
    /// <summary>
    /// Takes the signature as the letter's own form does, to be confirmed by mail, because a forwarded link must not sign in somebody's name. It belongs to the invited
    /// organization when the name is that one's; a name that says otherwise finds its own record, and staff see that.
    /// </summary>
    public Task<SignOutcome> SignAsync(Guid invitationId, Submission submission, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        var letterId = await db.Invitations.Where(i => i.Id == invitationId).Select(i => i.LetterId).SingleAsync(cancel);
        await db.HoldListAsync(letterId, cancel);
        var invitation = await db.Invitations.SingleAsync(i => i.Id == invitationId, cancel);
        RuleBrokenException.ThrowIf(invitation.WithdrawnAt is not null, "This invitation is withdrawn.");

        var organization = await db.Organizations.AsNoTracking().Include(o => o.Aliases).SingleAsync(o => o.Id == invitation.OrganizationId, cancel);
        var names = organization.Aliases.Select(alias => alias.Name).Prepend(organization.Name);
        var isItsName = names.Any(name => NameMatching.Compare(name, submission.Listing.Name).Verdict == Verdict.Same);
        var outcome = await sign.RunAsync(letterId, submission with { InvitedOrganizationId = isItsName ? organization.Id : null }, cancel);
        if (outcome != SignOutcome.Received)
        {
            return outcome;
        }

        await db.SaveChangesAsync(cancel);
        var receipt = submission.Once.Hash;
        var signature = await db.MailedLinks.Where(l => l.Hash == receipt).Join(db.Signatures, l => l.SignatureId, s => s.Id, (_, s) => s).SingleAsync(cancel);
        if (invitation.SignatureId != signature.Id)
        {
            var now = clock.UtcNow;
            invitation.SignedBy(signature, now);
            db.Record(Actor.Signer, now, $"signed by its invitation, {signature.Reference}", Subject.Of<Invitation>(invitationId, letterId));
        }

        return outcome;
    }, cancel);

    public Task DeclineAsync(Guid invitationId, string? reason, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        var letterId = await db.Invitations.Where(i => i.Id == invitationId).Select(i => i.LetterId).SingleAsync(cancel);
        await db.HoldListAsync(letterId, cancel);
        var now = clock.UtcNow;
        var invitation = await db.Invitations.SingleAsync(i => i.Id == invitationId, cancel);
        RuleBrokenException.ThrowIf(invitation.WithdrawnAt is not null, "This invitation is withdrawn.");
        var signature = invitation.SignatureId is { } id ? await db.Signatures.SingleAsync(s => s.Id == id, cancel) : null;
        RuleBrokenException.ThrowIf(signature?.Status is SignatureStatus.Listed or SignatureStatus.Confirmed or SignatureStatus.Held, "Your organization has signed. The signature can be withdrawn with the link in our mail.");
        if (signature is { Status: SignatureStatus.Submitted })
        {
            signature.Withdraw(now);
        }

        invitation.Decline(reason, now);
        db.Record(Actor.Signer, now, "declined the invitation", Subject.Of<Invitation>(invitationId, letterId), after: invitation.DeclineReason is null ? null : new { Reason = invitation.DeclineReason });
    }, cancel);
}
