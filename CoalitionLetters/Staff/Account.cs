using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Mail;
using CoalitionLetters.Staff.Mails;
using Microsoft.AspNetCore.Identity;

namespace CoalitionLetters.Staff;

/// <summary>
/// What members do to their own accounts. Each change is recorded, told to the member by mail when it is about getting in, and
/// keeps the session it was made in while all others end.
/// </summary>
public sealed class Account(CoalitionDb db, Outbox outbox, TimeProvider clock, UserManager<StaffMember> members, SignInManager<StaffMember> sessions)
{
    private const int RecoveryCodes = 10;

    public Task RenameAsync(StaffMember member, string name) => ChangeAsync(member, null, "changed the account's name", async () =>
    {
        member.Name = name.Trim();
        (await members.UpdateAsync(member)).OrRefuse();
    }, before: new { member.Name }, after: () => new { member.Name });

    public Task ChangePasswordAsync(StaffMember member, string present, string next) => ChangeAsync(member, "Your password was changed.", "changed the password", async () =>
        (await members.ChangePasswordAsync(member, present, next)).OrRefuse());

    /// <summary>Makes the secret that an authenticator app shares, for <see cref="TurnOnCodesAsync"/> to confirm.</summary>
    public async Task<string> SecretAsync(StaffMember member)
    {
        if (await members.GetAuthenticatorKeyAsync(member) is { } there)
        {
            return there;
        }

        await ChangeAsync(member, null, "began to set up codes from an app", async () => (await members.ResetAuthenticatorKeyAsync(member)).OrRefuse());
        return (await members.GetAuthenticatorKeyAsync(member))!;
    }

    /// <summary>Asks for a code at each sign-in from now on. Returns recovery codes, to be shown once.</summary>
    public async Task<IReadOnlyList<string>> TurnOnCodesAsync(StaffMember member, string code)
    {
        var isRight = await members.VerifyTwoFactorTokenAsync(member, members.Options.Tokens.AuthenticatorTokenProvider, code.Replace(" ", "", StringComparison.Ordinal));
        RuleBrokenException.ThrowIf(!isRight, "This code is not right. Wait for the next one in your app, and look whether your device's clock is right.");

        IReadOnlyList<string> codes = [];
        await ChangeAsync(member, "From now on a code from your app is asked for when you sign in.", "turned on codes from an app", async () =>
        {
            (await members.SetTwoFactorEnabledAsync(member, true)).OrRefuse();
            codes = [.. await members.GenerateNewTwoFactorRecoveryCodesAsync(member, RecoveryCodes) ?? []];
        });
        return codes;
    }

    public Task TurnOffCodesAsync(StaffMember member) => ChangeAsync(member, "Codes from an app are no longer asked for when you sign in.", "turned off codes from an app", async () =>
    {
        (await members.SetTwoFactorEnabledAsync(member, false)).OrRefuse();
        (await members.ResetAuthenticatorKeyAsync(member)).OrRefuse();
    });

    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(StaffMember member)
    {
        IReadOnlyList<string> codes = [];
        await ChangeAsync(member, "New recovery codes were made; the old ones work no more.", "made new recovery codes", async () =>
            codes = [.. await members.GenerateNewTwoFactorRecoveryCodesAsync(member, RecoveryCodes) ?? []]);
        return codes;
    }

    public async Task AddPasskeyAsync(StaffMember member, string? credential, string name)
    {
        var made = await PasskeyAnswers.ReadNewAsync(sessions, credential);
        RuleBrokenException.ThrowIf(made is null, "Your browser made no passkey that can be used here. Try again.");

        made.Name = name;
        await ChangeAsync(member, "A passkey was added to your account.", $"added the passkey “{name}”", async () =>
            (await members.AddOrUpdatePasskeyAsync(member, made)).OrRefuse());
    }

    public Task RemovePasskeyAsync(StaffMember member, byte[] id, string name) => ChangeAsync(member, "A passkey was removed from your account.", $"removed the passkey “{name}”", async () =>
        (await members.RemovePasskeyAsync(member, id)).OrRefuse());

    public Task EndOtherSessionsAsync(StaffMember member) => ChangeAsync(member, null, "ended all other sessions", () => Task.CompletedTask);

    private async Task ChangeAsync(StaffMember member, string? told, string what, Func<Task> change, object? before = null, Func<object>? after = null)
    {
        await db.InTransactionAsync(async () =>
        {
            await change();
            (await members.UpdateSecurityStampAsync(member)).OrRefuse();
            db.Record(Actor.Of(member), clock.UtcNow, what, Subject.Of<StaffMember>(member.Id), before, after?.Invoke());
            if (told is not null)
            {
                outbox.Add(new AccountChangedMail(member.Name, member.Email!, told));
            }
        });
        await sessions.RefreshSignInAsync(member);
    }
}
