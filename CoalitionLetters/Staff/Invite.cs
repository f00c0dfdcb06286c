using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Mail;
using CoalitionLetters.Staff.Mails;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Staff;

/// <summary>Invites a person to the staff; an earlier open invitation to the same address is taken back.</summary>
public sealed class InviteStaff(CoalitionDb db, Outbox outbox, TimeProvider clock, UserManager<StaffMember> members)
{
    /// <returns>The invitation's id.</returns>
    public async Task<Guid> RunAsync(Actor who, string email, string name, StaffRole role, CancellationToken cancel = default)
    {
        who.Needs(Policies.ManageStaff);
        var now = clock.UtcNow;
        RuleBrokenException.ThrowIf(await members.FindByEmailAsync(email) is not null, $"{email} belongs to the staff already.");

        var open = await db.StaffInvitations.Where(i => i.AcceptedAt == null && i.TakenBackAt == null).ToListAsync(cancel);
        foreach (var earlier in open.Where(i => string.Equals(i.Email, email, StringComparison.OrdinalIgnoreCase)))
        {
            earlier.TakeBack(now);
        }

        var key = MailKey.New();
        var invitation = StaffInvitation.To(email, name, role, key, now);
        db.Add(invitation);
        outbox.Add(new InvitationMail(invitation, key, who.Name));
        db.Record(who, now, $"invited {name} ({email}) as {StaffRoles.WithArticle(role)}", Subject.Of<StaffInvitation>(invitation.Id));
        await db.SaveChangesAsync(cancel);
        return invitation.Id;
    }
}

/// <summary>Takes an open invitation back: its link works no more.</summary>
public sealed class TakeBackInvitation(CoalitionDb db, TimeProvider clock)
{
    public async Task RunAsync(Actor who, Guid id, CancellationToken cancel = default)
    {
        who.Needs(Policies.ManageStaff);
        if (await db.StaffInvitations.FirstOrDefaultAsync(i => i.Id == id, cancel) is not { } invitation)
        {
            return;
        }

        invitation.TakeBack(clock.UtcNow);
        db.Record(who, clock.UtcNow, $"took back the invitation of {invitation.Name}", Subject.Of<StaffInvitation>(id));
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>Makes the invited person a member of staff, with a password of their own.</summary>
public sealed class AcceptInvitation(CoalitionDb db, TimeProvider clock, UserManager<StaffMember> members)
{
    public Task RunAsync(string key, string name, string password, CancellationToken cancel = default)
    {
        return db.InTransactionAsync(async () =>
        {
            var now = clock.UtcNow;
            var invitation = await db.StaffInvitations.WithKeyAsync(key, cancel);
            RuleBrokenException.ThrowIf(invitation is null, "This invitation does not exist. Open the link in the mail once more, or ask for a new invitation.");

            var member = StaffMember.Of(invitation.Email, name, invitation.Role, now);
            invitation.Accept(now);
            db.Record(Actor.Of(member), now, $"joined the staff as {StaffRoles.WithArticle(member.Role)}", Subject.Of<StaffMember>(member.Id), after: new { member.Name, member.Email, member.Role });
            (await members.CreateAsync(member, password)).OrRefuse();
        }, cancel);
    }
}
