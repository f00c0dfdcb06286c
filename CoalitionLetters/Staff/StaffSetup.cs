using CoalitionLetters.Data;
using CoalitionLetters.Web;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace CoalitionLetters.Staff;

public static class StaffSetup
{
    public const int PasswordMinLength = 12;

    public static void AddStaff(this WebApplicationBuilder builder)
    {
        builder.Services.AddIdentityCore<StaffMember>(options =>
            {
                // Length is what makes a password hard to guess; rules about characters make it hard to remember.
                options.Password.RequiredLength = PasswordMinLength;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 10;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.User.RequireUniqueEmail = true;
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.Tokens.AuthenticatorIssuer = "CoalitionLetters";
            })
            .AddEntityFrameworkStores<CoalitionDb>()
            .AddClaimsPrincipalFactory<StaffClaims>()
            .AddSignInManager()
            .AddDefaultTokenProviders();

        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(options =>
        {
            options.Cookie.Name = "desk";
            options.LoginPath = Links.SignIn;
            options.LogoutPath = Links.SignOut;
            options.ReturnUrlParameter = "then";
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
            options.Events.OnValidatePrincipal = StaffSession.ValidateAsync;
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        }));
        builder.Services.AddAuthorization(Policies.AddTo);
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddScoped<AuthenticationStateProvider, CircuitSession>();
    }
}
