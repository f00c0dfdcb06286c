using System.Security.Claims;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CoalitionLetters.Staff;

/// <summary>A session holds as long as the member's security stamp: it ends at the next request after the account was removed or its role or password changed.</summary>
internal static class StaffSession
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (context.Principal is null || !await HoldsAsync(services.GetRequiredService<Db>(), context.Principal, services.GetRequiredService<IOptions<IdentityOptions>>().Value))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    public static async Task<bool> HoldsAsync(Db stores, ClaimsPrincipal user, IdentityOptions options, CancellationToken cancel = default)
    {
        var stamp = user.FindFirstValue(options.ClaimsIdentity.SecurityStampClaimType);
        await using var db = stores.Open();
        return Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            && await db.Users.AnyAsync(member => member.Id == id && member.SecurityStamp == stamp, cancel);
    }
}

/// <summary>The same for an open circuit, which makes no requests: it is asked every few seconds.</summary>
internal sealed class CircuitSession(ILoggerFactory logs, Db stores, IOptions<IdentityOptions> options) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(10);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        StaffSession.HoldsAsync(stores, authenticationState.User, options.Value, cancellationToken);
}

/// <summary>Who takes a step in an open circuit, asked of the store at each step: a member who was removed or changed since the page was opened takes none.</summary>
public sealed class ActingStaff(Db stores, IOptions<IdentityOptions> options)
{
    /// <exception cref="RuleBrokenException">The account is gone, or its role or password has changed.</exception>
    public async Task<Actor> AsActorAsync(ClaimsPrincipal user, CancellationToken cancel = default)
    {
        RuleBrokenException.ThrowIf(!await StaffSession.HoldsAsync(stores, user, options.Value, cancel),
            "Your session has ended, because your account was removed or its role or password has changed. Sign in again.");
        return Actor.From(user);
    }
}
