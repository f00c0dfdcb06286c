using System.Globalization;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CoalitionLetters.Staff;

/// <summary>Identity's accounts, which record what signing in itself changes about one: that it rests after wrong tries, and that a recovery code is used up. A code from an app works once.</summary>
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
    /// <summary>The name under which an account keeps the codes of the last minutes.</summary>
    public const string UsedCodes = "UsedCodes";
    private const string Ours = "CoalitionLetters";

    // An app's code is taken two steps of thirty seconds before and after its own.
    private static readonly TimeSpan CodesLast = TimeSpan.FromMinutes(3);

    /// <summary>A code that somebody has seen being typed opens nothing any more.</summary>
    public override Task<bool> VerifyTwoFactorTokenAsync(StaffMember user, string tokenProvider, string token) => db.InTransactionAsync(async () =>
        await base.VerifyTwoFactorTokenAsync(user, tokenProvider, token) && (tokenProvider != Options.Tokens.AuthenticatorTokenProvider || await UseUpAsync(user, token)));

    private async Task<bool> UseUpAsync(StaffMember user, string code)
    {
        // Of two that send the same code at once, the second waits here and finds it used.
        await db.Users.Where(member => member.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(member => member.LockoutEnabled, member => member.LockoutEnabled));
        var kept = await db.UserTokens.FirstOrDefaultAsync(one => one.UserId == user.Id && one.LoginProvider == Ours && one.Name == UsedCodes);
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var used = (kept?.Value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(one => long.Parse(one.Split(':')[1], CultureInfo.InvariantCulture) > now - CodesLast.TotalSeconds).ToList();
        if (used.Exists(one => one.Split(':')[0] == code))
        {
            return false;
        }

        if (kept is null)
        {
            db.UserTokens.Add(kept = new() { UserId = user.Id, LoginProvider = Ours, Name = UsedCodes });
        }

        kept.Value = string.Join(' ', used.Append(string.Create(CultureInfo.InvariantCulture, $"{code}:{now}")));
        return true;
    }

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
        var redeemed = await base.RedeemTwoFactorRecoveryCodeAsync(user, AsPrinted(code));
        if (redeemed.Succeeded)
        {
            db.Record(Actor.Of(user), clock.UtcNow, "used up a recovery code to sign in", Subject.Of<StaffMember>(user.Id), new { RecoveryCodes = before }, new { RecoveryCodes = before - 1 });
        }

        return redeemed;
    });

    /// <summary>A recovery code as it was shown, however it was typed from paper: "k7f2d x9b3q" is K7F2D-X9B3Q.</summary>
    private static string AsPrinted(string typed)
    {
        var code = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return code.Length % 2 == 0 ? $"{code[..(code.Length / 2)]}-{code[(code.Length / 2)..]}" : code;
    }
}
