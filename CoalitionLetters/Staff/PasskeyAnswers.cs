using System.Security.Claims;
using System.Text.Json;
using CoalitionLetters.Web;
using Microsoft.AspNetCore.Identity;

namespace CoalitionLetters.Staff;

/// <summary>What the browser asks for before it makes or uses a passkey, and how the answer is read.</summary>
internal static class PasskeyAnswers
{
    public static void Map(WebApplication app)
    {
        app.MapPost(Links.PasskeyRequest, async (SignInManager<StaffMember> sessions) =>
                Results.Content(await sessions.MakePasskeyRequestOptionsAsync(null), "application/json"))
            .AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);

        app.MapPost(Links.PasskeyCreation, async (SignInManager<StaffMember> sessions, UserManager<StaffMember> members, ClaimsPrincipal user) =>
                await members.GetUserAsync(user) is { } member
                    ? Results.Content(await sessions.MakePasskeyCreationOptionsAsync(new() { Id = member.Id.ToString(), Name = member.Email!, DisplayName = member.Name }), "application/json")
                    : Results.Unauthorized())
            .RequireAuthorization(Policies.ViewDesk);
    }

    /// <summary>Signs in with what the browser made of the options.</summary>
    public static async Task<SignInResult> SignInAsync(SignInManager<StaffMember> sessions, string? credential)
    {
        if (string.IsNullOrWhiteSpace(credential))
        {
            return SignInResult.Failed;
        }

        try
        {
            return await sessions.PasskeySignInAsync(credential);
        }
        catch (Exception fault) when (IsBadInput(fault))
        {
            return SignInResult.Failed;
        }
    }

    /// <summary>The passkey that the browser made, or null when what came is none.</summary>
    public static async Task<UserPasskeyInfo?> ReadNewAsync(SignInManager<StaffMember> sessions, string? credential)
    {
        if (string.IsNullOrWhiteSpace(credential))
        {
            return null;
        }

        try
        {
            return await sessions.PerformPasskeyAttestationAsync(credential) is { Succeeded: true } made ? made.Passkey : null;
        }
        catch (Exception fault) when (IsBadInput(fault))
        {
            return null;
        }
    }

    /// <summary>Whatever a browser sends, it is no fault of the server.</summary>
    private static bool IsBadInput(Exception fault) => fault is InvalidOperationException or PasskeyException or JsonException;
}
