using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Staff;

/// <summary>Gives a member another role; the member's open sessions end.</summary>
public sealed class ChangeRole(CoalitionDb db, TimeProvider clock, UserManager<StaffMember> members)
{
    public Task RunAsync(Actor who, Guid id, StaffRole role, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.ManageStaff);
        var member = await db.LockedMemberAsync(id, cancel);
        if (member.Role == role)
        {
            return;
        }

        await db.RefuseWithoutOwnerAsync(member, role, cancel);
        db.Record(who, clock.UtcNow, $"made {member.Name} {StaffRoles.WithArticle(role)}", Subject.Of<StaffMember>(id), new { member.Role }, new { Role = role });
        member.Role = role;
        (await members.UpdateSecurityStampAsync(member)).OrRefuse();
    }, cancel);
}

/// <summary>Removes an account: the sessions end, the history keeps the name.</summary>
public sealed class RemoveStaff(CoalitionDb db, TimeProvider clock, UserManager<StaffMember> members)
{
    public Task RunAsync(Actor who, Guid id, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.ManageStaff);
        var member = await db.LockedMemberAsync(id, cancel);
        await db.RefuseWithoutOwnerAsync(member, null, cancel);
        db.Record(who, clock.UtcNow, $"removed {member.Name} from the staff", Subject.Of<StaffMember>(id), before: new { member.Name, member.Email, member.Role });
        (await members.DeleteAsync(member)).OrRefuse();
    }, cancel);
}

internal static class OwnersAreNeeded
{
    extension(CoalitionDb db)
    {
        /// <summary>The member, while nobody else changes the staff: two owners who remove each other at once would leave none.</summary>
        public async Task<StaffMember> LockedMemberAsync(Guid id, CancellationToken cancel)
        {
            await db.Coalition.ExecuteUpdateAsync(set => set.SetProperty(c => c.Name, c => c.Name), cancel);
            var member = await db.Staff.FirstOrDefaultAsync(m => m.Id == id, cancel);
            RuleBrokenException.ThrowIf(member is null, "This account has been removed already.");
            return member;
        }

        public async Task RefuseWithoutOwnerAsync(StaffMember member, StaffRole? becomes, CancellationToken cancel)
        {
            if (member.Role == StaffRole.Owner && becomes != StaffRole.Owner)
            {
                var others = await db.Staff.AnyAsync(m => m.Role == StaffRole.Owner && m.Id != member.Id, cancel);
                RuleBrokenException.ThrowIf(!others, $"{member.Name} is the only owner. Make somebody else an owner first.");
            }
        }
    }
}
