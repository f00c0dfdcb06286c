using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Mail;
using CoalitionLetters.Staff.Mails;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Staff;

/// <summary>Mails a link for a new password, if there is such a member. To the person at the screen both look the same.</summary>
public sealed class RequestNewPassword(CoalitionDb db, Outbox outbox, TimeProvider clock, UserManager<StaffMember> members)
{
    public async Task RunAsync(string email, CancellationToken cancel = default)
    {
        if (await members.FindByEmailAsync(email) is not { } member)
        {
            return;
        }

        var key = MailKey.New();
        var request = PasswordRequest.Of(member, key, clock.UtcNow);
        db.Add(request);
        outbox.Add(new NewPasswordMail(member.Name, member.Email!, key, request.ExpiresAt));
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>Sets the password of whoever holds the mailed key, and ends all sessions of the account.</summary>
public sealed class SetNewPassword(CoalitionDb db, Outbox outbox, TimeProvider clock, UserManager<StaffMember> members)
{
    public Task RunAsync(string key, string password, CancellationToken cancel = default)
    {
        return db.InTransactionAsync(async () =>
        {
            var now = clock.UtcNow;
            var request = await db.PasswordRequests.WithKeyAsync(key, cancel);
            RuleBrokenException.ThrowIf(request is null, "This link does not exist. Open the link in the mail once more, or ask for a new one.");
            request.Use(now);

            var member = await db.Staff.SingleAsync(m => m.Id == request.StaffId, cancel);
            await db.EndPasswordRequestsAsync(member, now, cancel);
            db.Record(Actor.Of(member), now, "chose a new password by mail", Subject.Of<StaffMember>(member.Id));
            outbox.Add(new AccountChangedMail(member.Name, member.Email!, "Your password was changed."));
            member.LockoutEnd = null;
            member.AccessFailedCount = 0;
            (await members.RemovePasswordAsync(member)).OrRefuse();
            (await members.AddPasswordAsync(member, password)).OrRefuse();
        }, cancel);
    }
}
