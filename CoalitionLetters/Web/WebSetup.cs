using System.Globalization;
using System.Text;
using CoalitionLetters.Coalitions;
using CoalitionLetters.Web.Errors;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CoalitionLetters.Web;

/// <summary>What every page needs: addresses, keys, headers, errors, the accent's stylesheet, the health answer.</summary>
public static class WebSetup
{
    public static void AddWeb(this WebApplicationBuilder builder)
    {
        KnownSettings.Check(builder.Configuration, builder.Environment.ContentRootPath);
        var site = SiteSettings.From(builder.Configuration);
        builder.Services.AddSingleton(site);
        builder.Services.AddSingleton<Links>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(Console.Out);
        builder.Services.AddScoped<Scoped>();
        var limits = RateLimits.From(builder.Configuration);
        builder.Services.AddSingleton(limits);
        builder.Services.AddRateLimiter(limits.AddTo);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(server => builder.Configuration.GetSection("Kestrel:Limits").Bind(server.Limits));
        if (!builder.Environment.IsDevelopment())
        {
            // An app that was built and not published would look at each file anew and send it unshrunk, for whoever edits it just then.
            builder.Configuration.AddInMemoryCollection([new("ReloadStaticAssetsAtRuntime", "false")]);
        }

        builder.Logging.KeepQuietAtStart();
        if (!NamesAnAddress(builder.Configuration))
        {
            builder.WebHost.UseUrls(SiteSettings.DefaultAddress);
        }

        builder.Services.AddDataProtection().SetApplicationName("CoalitionLetters");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>, SharedKeys>();
        // A letter's whole body may travel from the editor in one message.
        builder.Services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.MaximumReceiveMessageSize = 2 * 1024 * 1024);
        builder.Services.AddScoped<CircuitConnection>();
        builder.Services.AddScoped<CircuitHandler>(services => services.GetRequiredService<CircuitConnection>());
        builder.Services.AddAntiforgery(options => options.Cookie.Name = "form");
        builder.Services.AddHealthChecks().AddCheck<StoreAnswers>("store");
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var proxy in site.Proxies)
            {
                options.KnownIPNetworks.Add(proxy);
            }
        });
    }

    public static void UseWeb(this WebApplication app)
    {
        if (app.Services.GetRequiredService<SiteSettings>().Proxies.Count > 0)
        {
            app.UseForwardedHeaders();
        }

        app.UseSecurityHeaders();
        app.UseErrorAnswers();
        app.UsePlainInput();
    }

    public static void MapWeb(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapGet(Links.AccentCss, Accent).AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    /// <summary>The one colour a coalition sets, and what becomes of it where a browser cannot derive it.</summary>
    private static IResult Accent(CurrentCoalition coalition, HttpContext context)
    {
        var accent = Coalitions.Accent.From(coalition.Value.Accent) ?? Coalitions.Accent.From(Coalitions.Accent.Default)!;
        var css = string.Create(CultureInfo.InvariantCulture, $$"""
            :root { --accent: {{accent.Given}}; }
            @supports not (color: oklch(from red l c h)) { @media not (prefers-color-scheme: dark) { :root { --accent-ink: {{accent.Ink}}; --accent-wash: {{accent.Wash}}; } } }
            """);

        // Asked for at each page, answered with 304: a new colour is seen at once.
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(Encoding.UTF8.GetBytes(css), "text/css; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{accent.Given.TrimStart('#')}\""));
    }

    private static bool NamesAnAddress(ConfigurationManager configuration) =>
        new[] { "urls", "http_ports", "https_ports" }.Any(key => !string.IsNullOrEmpty(configuration[key])) || configuration.GetSection("Kestrel:Endpoints").Exists();
}
