using CoalitionLetters.Data;
using CoalitionLetters.History;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CoalitionLetters.Staff;

/// <summary>Identity's accounts, which record what signing in itself changes about one: that it rests after wrong tries, and that a recovery code is used up.</summary>
internal sealed class StaffMembers(
    CoalitionDb db,
    TimeProvider clock,
    IUserStore<StaffMember> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<StaffMember> passwords,
    IEnumerable<IUserValidator<StaffMember>> rules,
    IEnumerable<IPasswordValidator<StaffMember>> passwordRules,
    ILookupNormalizer normalizer,
    IdentityErrorDescriber words,
    IServiceProvider services,
    ILogger<StaffMembers> log) : UserManager<StaffMember>(store, options, passwords, rules, passwordRules, normalizer, words, services, log)
{
    public override Task<IdentityResult> AccessFailedAsync(StaffMember user) => db.InTransactionAsync(async () =>
    {
        var before = user.LockoutEnd;
        var counted = await base.AccessFailedAsync(user);
        if (counted.Succeeded && user.LockoutEnd != before)
        {
            var tries = $"{Options.Lockout.MaxFailedAccessAttempts} wrong passwords or codes";
            db.Record(Actor.Stranger, clock.UtcNow, $"gave {tries}, so that the account rests for {Options.Lockout.DefaultLockoutTimeSpan.TotalMinutes:0} minutes", Subject.Of<StaffMember>(user.Id), new { RestsUntil = before }, new { RestsUntil = user.LockoutEnd });
        }

        return counted;
    });

    public override Task<IdentityResult> RedeemTwoFactorRecoveryCodeAsync(StaffMember user, string code) => db.InTransactionAsync(async () =>
    {
        var before = await CountRecoveryCodesAsync(user);
        var redeemed = await base.RedeemTwoFactorRecoveryCodeAsync(user, code);
        if (redeemed.Succeeded)
        {
            db.Record(Actor.Of(user), clock.UtcNow, "used up a recovery code to sign in", Subject.Of<StaffMember>(user.Id), new { RecoveryCodes = before }, new { RecoveryCodes = before - 1 });
        }

        return redeemed;
    });
}
