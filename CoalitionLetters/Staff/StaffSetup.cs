using CoalitionLetters.Data;
using CoalitionLetters.Mail;
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
                options.User.AllowedUserNameCharacters = "";
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.Tokens.AuthenticatorIssuer = "CoalitionLetters";
            })
            .AddEntityFrameworkStores<CoalitionDb>()
            .AddUserManager<StaffMembers>()
            .AddClaimsPrincipalFactory<StaffClaims>()
            .AddErrorDescriber<PlainErrors>()
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
            options.Events.OnRedirectToLogin = LostSession.AnswerAsync;
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        }));
        builder.Services.AddAuthorization(Policies.AddTo);
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddScoped<AuthenticationStateProvider, CircuitSession>();
        builder.Services.AddScoped<ActingStaff>();
        builder.Services.AddOptions<IdentityPasskeyOptions>().Configure<SiteSettings>((options, site) =>
        {
            options.UserVerificationRequirement = "required";
            options.ServerDomain = site.Address?.Host;
        });
        builder.Services.AddScoped<SetUpCoalition>();
        builder.Services.AddScoped<InviteStaff>();
        builder.Services.AddScoped<TakeBackInvitation>();
        builder.Services.AddScoped<AcceptInvitation>();
        builder.Services.AddScoped<RequestNewPassword>();
        builder.Services.AddScoped<SetNewPassword>();
        builder.Services.AddScoped<ChangeRole>();
        builder.Services.AddScoped<RemoveStaff>();
        builder.Services.AddScoped<Account>();
    }

    public static void MapStaff(this WebApplication app) => PasskeyAnswers.Map(app);

    /// <summary>Once the app listens, prints its address, where mails go without a mail server and, as long as nobody has set it up, the setup link.</summary>
    public static void SayWhereToLook(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var links = app.Services.GetRequiredService<Links>();
        var screen = app.Services.GetRequiredService<TextWriter>();
        using var db = app.Services.GetRequiredService<Db>().Open();
        screen.WriteLine($"CoalitionLetters listens at {links.Root}");
        if (app.Services.GetRequiredService<MailSettings>() is { IsSending: false } mail)
        {
            screen.WriteLine($"No mail is sent, because Mail:Host is not set. Mails are kept in {mail.Folder}");
        }

        if (!db.Staff.Any())
        {
            var key = db.NewSetupKeyAsync(app.Services.GetRequiredService<TimeProvider>().UtcNow).GetAwaiter().GetResult();
            screen.WriteLine($"Set up your coalition at {links.Absolute(Links.SetupWith(key.Text))}");
        }
    });
}
