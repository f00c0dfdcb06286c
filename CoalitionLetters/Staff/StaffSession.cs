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

/// <summary>A session holds as long as the member's security stamp: it ends at the next request after the account was removed, or its role or a way to sign in to it has changed.</summary>
internal static class StaffSession
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (context.Principal is not { Identity: ClaimsIdentity claims } user || await NameAsync(services.GetRequiredService<Db>(), user, services.GetRequiredService<IOptions<IdentityOptions>>().Value) is not { } name)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
        else if (claims.Name != name)
        {
            // The member has taken another name elsewhere, which ends no session: this one goes on under it.
            claims.TryRemoveClaim(claims.FindFirst(claims.NameClaimType));
            claims.AddClaim(new Claim(claims.NameClaimType, name));
            context.ShouldRenew = true;
        }
    }

    /// <summary>What the member of a session that holds is called now; none where it has ended.</summary>
    public static async Task<string?> NameAsync(Db stores, ClaimsPrincipal user, IdentityOptions options, CancellationToken cancel = default)
    {
        var stamp = user.FindFirstValue(options.ClaimsIdentity.SecurityStampClaimType);
        await using var db = stores.Open();
        return Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await db.Users.Where(member => member.Id == id && member.SecurityStamp == stamp).Select(member => member.Name).SingleOrDefaultAsync(cancel)
            : null;
    }

    /// <summary>Whether the session of an open page goes on. While the store does not answer it does: nobody is signed out for that, and each step is asked about by itself (<see cref="ActingStaff"/>).</summary>
    public static async Task<bool> GoesOnAsync(Db stores, ClaimsPrincipal user, IdentityOptions options, CancellationToken cancel = default)
    {
        try
        {
            return await NameAsync(stores, user, options, cancel) is not null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return true;
        }
    }
}

/// <summary>The same for an open circuit, which makes no requests: it is asked every few seconds.</summary>
internal sealed class CircuitSession(ILoggerFactory logs, Db stores, IOptions<IdentityOptions> options) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(10);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        StaffSession.GoesOnAsync(stores, authenticationState.User, options.Value, cancellationToken);
}

/// <summary>Who takes a step in an open circuit, asked of the store at each step: a member who was removed or changed since the page was opened takes none.</summary>
public sealed class ActingStaff(Db stores, IOptions<IdentityOptions> options)
{
    /// <exception cref="RuleBrokenException">The account is gone, or its role or a way to sign in to it has changed.</exception>
    public async Task<Actor> AsActorAsync(ClaimsPrincipal user, CancellationToken cancel = default)
    {
        var name = await StaffSession.NameAsync(stores, user, options.Value, cancel);
        RuleBrokenException.ThrowIf(name is null, "Your session has ended: your account was removed, its role or a way to sign in to it was changed, or you signed out everywhere else. Sign in again.");
        return Actor.From(user) with { Name = name };
    }
}
