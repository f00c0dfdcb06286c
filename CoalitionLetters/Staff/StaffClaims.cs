using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CoalitionLetters.Staff;

/// <summary>What a session knows of its member: id, the name that history records, the role, and the stamp that ends it.</summary>
internal sealed class StaffClaims(UserManager<StaffMember> members, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<StaffMember>(members, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffMember user)
    {
        var claims = await base.GenerateClaimsAsync(user);
        if (claims.FindFirst(claims.NameClaimType) is { } userName)
        {
            claims.RemoveClaim(userName);
        }

        claims.AddClaim(new Claim(claims.NameClaimType, user.Name));
        claims.AddClaim(new Claim(claims.RoleClaimType, user.Role.ToString()));
        return claims;
    }
}
