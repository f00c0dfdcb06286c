using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.Jobs;
using CoalitionLetters.Staff;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CoalitionLetters.Tests.Support;

/// <summary>
/// The whole app over a fresh store. As a class fixture it is shared by the tests of a class; <see cref="StartAsync"/> makes one
/// for a single test. The clock stands still and no job runs by itself: move the one, run the other.
/// </summary>
public sealed class TestApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Password = "a long enough password";

    private readonly Dictionary<string, string?> settings = new() { ["Jobs:Run"] = "false", ["Limits:SignInsPerMinute"] = "100000" };
    private bool listens;
    private IInterceptor? watch;

    public FakeClock Clock { get; } = new();

    public TestMailbox Mailbox => new(this);

    /// <summary>What it was started with, for a second node or a child process over the same store.</summary>
    public IReadOnlyDictionary<string, string?> Settings => settings;

    /// <summary>Where it listens, when it was started with <c>listens: true</c>.</summary>
    public Uri Address => new UriBuilder(ClientOptions.BaseAddress) { Host = "localhost" }.Uri;

    /// <param name="isSetUp">Whether there is a coalition already ("Coalition for Family Unity", New York time).</param>
    /// <param name="listens">Whether it listens at a real port, for a real browser.</param>
    /// <param name="watch">Sees what the app does with its store.</param>
    public static async Task<TestApp> StartAsync(bool isSetUp = true, bool listens = false, IInterceptor? watch = null, params (string Key, string? Value)[] settings)
    {
        var app = new TestApp { listens = listens, watch = watch };
        foreach (var (key, value) in settings)
        {
            app.settings[key] = value;
        }

        await app.BeginAsync(isSetUp);
        return app;
    }

    public ValueTask InitializeAsync() => new(BeginAsync(isSetUp: true));

    /// <summary>A visitor with cookies of its own, who follows redirects.</summary>
    public Browser Browser() => new(CreateClient());

    /// <summary>A visitor signed in as a member of staff with this role; the member is made when there is none.</summary>
    public async Task<Browser> SignedInAsync(StaffRole role)
    {
        var member = await AMemberAsync(role);
        var browser = await Browser().VisitAsync("/staff/sign-in");
        await browser.SubmitAsync(("Form.Email", member.Email!), ("Form.Password", Password));
        return browser.Path.StartsWith("/staff/sign-in", StringComparison.Ordinal)
            ? throw new InvalidOperationException($"Not signed in: {browser.Text}")
            : browser;
    }

    /// <summary>The same without following redirects, or somebody who is not signed in at all.</summary>
    public async Task<HttpClient> ClientAsync(StaffRole? role)
    {
        var client = listens
            ? new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address }
            : CreateClient(new() { AllowAutoRedirect = false, BaseAddress = ClientOptions.BaseAddress });
        if (role is { } one)
        {
            var member = await AMemberAsync(one);
            var browser = await new Browser(client).VisitAsync("/staff/sign-in");
            await browser.SubmitAsync(("Form.Email", member.Email!), ("Form.Password", Password));
        }

        return client;
    }

    /// <summary>A member of staff with this role, whose password is <see cref="Password"/>.</summary>
    public async Task<StaffMember> AMemberAsync(StaffRole role, string? email = null)
    {
        email ??= $"{role}@unity.example".ToLowerInvariant();
        await using var scope = Services.CreateAsyncScope();
        var members = scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>();
        if (await members.FindByEmailAsync(email) is { } there)
        {
            return there;
        }

        var member = new StaffMember { UserName = email, Email = email, EmailConfirmed = true, Name = $"{role} Example", Role = role, CreatedAt = Clock.Now };
        var made = await members.CreateAsync(member, Password);
        return made.Succeeded ? member : throw new InvalidOperationException(made.ToString());
    }

    /// <summary>Saves what a test begins with.</summary>
    public async Task SaveAsync(params object[] entities)
    {
        await using var db = OpenDb();
        db.AddRange(entities);
        await db.SaveChangesAsync();
    }

    public async Task<T> ReadAsync<T>(Func<CoalitionDb, Task<T>> query)
    {
        await using var db = OpenDb();
        return await query(db);
    }

    public CoalitionDb OpenDb() => Services.GetRequiredService<Db>().Open();

    /// <summary>Runs a story or a job in a scope of its own.</summary>
    public async Task RunAsync<TStory>(Func<TStory, Task> work) where TStory : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await work(ActivatorUtilities.GetServiceOrCreateInstance<TStory>(scope.ServiceProvider));
    }

    /// <summary>Runs a job once, as the schedule would.</summary>
    public async Task RunJobAsync<TJob>() where TJob : class, IJob
    {
        await using var scope = Services.CreateAsyncScope();
        await ActivatorUtilities.GetServiceOrCreateInstance<TJob>(scope.ServiceProvider).RunAsync(TestContext.Current.CancellationToken);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.UseEnvironment("Production");
        builder.ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Critical)
            .AddFilter("Microsoft.AspNetCore.Components.Server.Circuits", LogLevel.Error).AddProvider(new CircuitFaults()));
        builder.ConfigureTestServices(services =>
        {
            // A guess at a password is made costly by many rounds; nobody guesses here.
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)).Replace(ServiceDescriptor.Singleton(TextWriter.Null));
            if (watch is not null)
            {
                services.AddSingleton(watch);
            }
        });
    }

    private async Task BeginAsync(bool isSetUp)
    {
        foreach (var (key, value) in await TestStore.FreshAsync())
        {
            settings.TryAdd(key, value);
        }

        settings.TryAdd("Mail:Folder", Path.Combine(TestStore.Folder, Guid.NewGuid().ToString("N")));
        if (listens)
        {
            UseKestrel(0);
        }

        StartServer();
        if (isSetUp)
        {
            await SaveAsync(Coalition.Found("Coalition for Family Unity", "America/New_York", Clock.Now));
        }
    }
}
