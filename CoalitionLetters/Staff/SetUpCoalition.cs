using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Staff;

/// <summary>Founds the coalition and its first owner. The printed key works once.</summary>
public sealed class SetUpCoalition(CoalitionDb db, TimeProvider clock, UserManager<StaffMember> members, CurrentCoalition current)
{
    public async Task RunAsync(string? key, SetupForm form, CancellationToken cancel = default)
    {
        await db.InTransactionAsync(async () =>
        {
            var now = clock.UtcNow;
            var opens = await db.OpensSetupAsync(key, now, cancel);

            // Of two people who set up at once, the second waits here for the first, and then sees what the first has done.
            await db.Set<SetupKey>().ExecuteDeleteAsync(cancel);
            RuleBrokenException.ThrowIf(!opens || await db.IsSetUpAsync(cancel), "This setup link is not good, or the coalition has been set up already.");

            var owner = StaffMember.Of(form.Email!, form.Name!, StaffRole.Owner, now);
            var coalition = Coalition.Found(form.Coalition!, form.TimeZone!, now);
            coalition.Describe(form.Coalition!, form.TimeZone!, form.Accent ?? Accent.Default, owner.Email!);
            coalition.HeadLettersWith(string.IsNullOrWhiteSpace(form.LetterheadName) ? form.Coalition! : form.LetterheadName, form.LetterheadAddress ?? "");
            db.Add(coalition);
            db.Record(Actor.Of(owner), now, $"set up {coalition.Name}", Subject.Of<Coalition>(coalition.Id), after: new { coalition.Name, coalition.TimeZoneId, coalition.Accent, coalition.LetterheadName, coalition.LetterheadAddress });
            db.Record(Actor.Of(owner), now, $"joined the staff as {StaffRoles.WithArticle(owner.Role)}", Subject.Of<StaffMember>(owner.Id), after: new { owner.Name, owner.Email, owner.Role });
            (await members.CreateAsync(owner, form.Password!)).OrRefuse();
        }, cancel);
        current.Forget();
    }
}
