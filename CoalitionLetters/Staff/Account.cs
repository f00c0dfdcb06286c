using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Mail;
using CoalitionLetters.Staff.Mails;
using Microsoft.AspNetCore.Identity;

namespace CoalitionLetters.Staff;

/// <summary>
/// What members do to their own accounts. Each change is recorded. One about getting in is told to the member by mail, and keeps the
/// session it was made in while all others end.
/// </summary>
public sealed class Account(CoalitionDb db, Outbox outbox, TimeProvider clock, UserManager<StaffMember> members, IUserStore<StaffMember> store, SignInManager<StaffMember> sessions)
{
    private const int RecoveryCodes = 10;
    private const int SecretLength = 32;

    public async Task RenameAsync(StaffMember member, string name)
    {
        var before = new { member.Name };
        await db.InTransactionAsync(async () =>
        {
            member.Name = name.Trim();
            (await members.UpdateAsync(member)).OrRefuse();
            db.Record(Actor.Of(member), clock.UtcNow, "changed the account's name", Subject.Of<StaffMember>(member.Id), before, new { member.Name });
        });
        await sessions.RefreshSignInAsync(member);
    }

    public Task ChangePasswordAsync(StaffMember member, string present, string next) => ChangeAsync(member, "Your password was changed.", "changed the password", async () =>
    {
        (await members.ChangePasswordAsync(member, present, next)).OrRefuse();
        await db.EndPasswordRequestsAsync(member, clock.UtcNow);
    });

    /// <summary>A secret for an authenticator app to share. Nothing is kept before <see cref="TurnOnCodesAsync"/> has seen a code made with it.</summary>
    public string NewSecret() => members.GenerateNewAuthenticatorKey();

    /// <summary>Asks for a code at each sign-in from now on. Returns recovery codes, to be shown once.</summary>
    public async Task<IReadOnlyList<string>> TurnOnCodesAsync(StaffMember member, string? secret, string code)
    {
        RuleBrokenException.ThrowIf(secret is not { Length: SecretLength } || !secret.All(char.IsAsciiLetterOrDigit), "The key was not sent as it was shown. Load the page again, and scan the new one.");
        IReadOnlyList<string> codes = [];
        await ChangeAsync(member, "From now on a code from your app is asked for when you sign in.", "turned on codes from an app", async () =>
        {
            await ((IUserAuthenticatorKeyStore<StaffMember>)store).SetAuthenticatorKeyAsync(member, secret, CancellationToken.None);
            var isRight = await members.VerifyTwoFactorTokenAsync(member, members.Options.Tokens.AuthenticatorTokenProvider, code.Replace(" ", "", StringComparison.Ordinal));
            RuleBrokenException.ThrowIf(!isRight, "This code is not right, or it was used already. Wait for the next one in your app, and look whether your device's clock is right.");
            (await members.SetTwoFactorEnabledAsync(member, true)).OrRefuse();
            codes = [.. await members.GenerateNewTwoFactorRecoveryCodesAsync(member, RecoveryCodes) ?? []];
        });
        return codes;
    }

    /// <param name="member">Whose account it is.</param>
    /// <param name="password">The present one: a desk that was left open must not be enough.</param>
    public async Task TurnOffCodesAsync(StaffMember member, string? password)
    {
        await ProveAsync(member, password);
        await ChangeAsync(member, "Codes from an app are no longer asked for when you sign in.", "turned off codes from an app", async () =>
        {
            (await members.SetTwoFactorEnabledAsync(member, false)).OrRefuse();
            (await members.ResetAuthenticatorKeyAsync(member)).OrRefuse();
        });
    }

    /// <inheritdoc cref="TurnOffCodesAsync"/>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(StaffMember member, string? password)
    {
        await ProveAsync(member, password);
        IReadOnlyList<string> codes = [];
        await ChangeAsync(member, "New recovery codes were made; the old ones work no more.", "made new recovery codes", async () =>
            codes = [.. await members.GenerateNewTwoFactorRecoveryCodesAsync(member, RecoveryCodes) ?? []]);
        return codes;
    }

    /// <inheritdoc cref="TurnOffCodesAsync"/>
    public async Task AddPasskeyAsync(StaffMember member, string? password, string? credential, string name)
    {
        await ProveAsync(member, password);
        var made = await PasskeyAnswers.ReadNewAsync(sessions, credential);
        RuleBrokenException.ThrowIf(made is null, "Your browser made no passkey that can be used here. Try again.");

        made.Name = name;
        await ChangeAsync(member, "A passkey was added to your account.", $"added the passkey “{name}”", async () =>
            (await members.AddOrUpdatePasskeyAsync(member, made)).OrRefuse());
    }

    public Task RemovePasskeyAsync(StaffMember member, byte[] id, string name) => ChangeAsync(member, "A passkey was removed from your account.", $"removed the passkey “{name}”", async () =>
        (await members.RemovePasskeyAsync(member, id)).OrRefuse());

    public Task EndOtherSessionsAsync(StaffMember member) => ChangeAsync(member, null, "ended all other sessions", () => Task.CompletedTask);

    /// <summary>Wrong passwords count as they do at the door, so nobody can try many here.</summary>
    private async Task ProveAsync(StaffMember member, string? password)
    {
        RuleBrokenException.ThrowIf(string.IsNullOrEmpty(password), "Enter your password.");
        var proof = await sessions.CheckPasswordSignInAsync(member, password, lockoutOnFailure: true);
        RuleBrokenException.ThrowIf(proof.IsLockedOut, "Too many wrong passwords. Your account rests for 15 minutes; then try again.");
        RuleBrokenException.ThrowIf(!proof.Succeeded, "The password is not right.");
    }

    private async Task ChangeAsync(StaffMember member, string? told, string what, Func<Task> change)
    {
        await db.InTransactionAsync(async () =>
        {
            await change();
            (await members.UpdateSecurityStampAsync(member)).OrRefuse();
            db.Record(Actor.Of(member), clock.UtcNow, what, Subject.Of<StaffMember>(member.Id));
            if (told is not null)
            {
                outbox.Add(new AccountChangedMail(member.Name, member.Email!, told));
            }
        });
        await sessions.RefreshSignInAsync(member);
    }
}
