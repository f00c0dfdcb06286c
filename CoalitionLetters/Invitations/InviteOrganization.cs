using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Web.Forms;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Invitations;

/// <summary>Puts an organization on a letter's list of those to ask, and corrects who is asked. No mail goes out by this, unless a sent invitation gets another address.</summary>
public sealed class InviteOrganization(CoalitionDb db, TimeProvider clock)
{
    public Task<Guid> RunAsync(string slug, Guid organizationId, string? contactName, string? email, string? message, Actor who, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.EditLetters);
        var now = clock.UtcNow;
        var letter = await db.Letters.SingleAsync(l => l.Slug == slug, cancel);
        var organization = await db.Organizations.Standing().SingleOrDefaultAsync(o => o.Id == organizationId, cancel) ?? throw new RuleBrokenException("There is no such record, or it was joined to another.");
        RuleBrokenException.ThrowIf(await db.Invitations.AnyAsync(i => i.LetterId == letter.Id && i.OrganizationId == organizationId && i.WithdrawnAt == null, cancel), $"{organization.Name} is invited already.");
        RuleBrokenException.ThrowIf(await db.Signatures.On(letter).Alive().AnyAsync(s => s.OrganizationId == organizationId && s.ConfirmedAt != null, cancel), $"{organization.Name} has signed already.");

        var invitation = Invitation.To(organization.Id, letter, contactName, email, now);
        invitation.Say(message);
        db.Add(invitation);
        db.Record(who, now, $"put {organization.Name} on the list of those to invite", Subject.Of<Invitation>(invitation.Id, letter.Id));
        return invitation.Id;
    }, cancel);

    /// <summary>A record for an organization that the directory does not know.</summary>
    public Task<Guid> MakeRecordAsync(string name, Actor who, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.EditLetters);
        var now = clock.UtcNow;
        if (await db.Organizations.IdOfAsync(name, cancel) is { } known)
        {
            return known;
        }

        var made = Organization.Named(PlainLine.Of(name), OrganizationKind.Unstated, Scope.National, null, null, null, now);
        db.Add(made);
        db.Record(who, now, "made the record, to invite the organization", Subject.Of<Organization>(made.Id), after: new { made.Name });
        return made.Id;
    }, cancel);

    /// <param name="seen">The revision that stood on the screen.</param>
    public Task CorrectAsync(Guid invitationId, int seen, string? contactName, string? email, string? message, Actor who, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.EditLetters);
        var now = clock.UtcNow;
        var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.Id == invitationId, cancel) ?? throw new RuleBrokenException("There is no such invitation.");
        RuleBrokenException.ThrowIf(invitation.Revision != seen, "Somebody else has changed this invitation meanwhile. Look at it as it stands now, and enter your change again.");
        var formerMail = invitation.Email;
        invitation.Address(contactName, email);
        invitation.Say(message);
        if (!string.Equals(formerMail, invitation.Email, StringComparison.OrdinalIgnoreCase))
        {
            foreach (var key in await db.InvitationKeys.Where(k => k.InvitationId == invitationId).ToListAsync(cancel))
            {
                key.End(now);
            }
        }

        // Names and addresses of persons are not kept in the history, which outlives their data.
        db.Record(who, now, "corrected who is invited", Subject.Of<Invitation>(invitationId, invitation.LetterId));
    }, cancel);
}
