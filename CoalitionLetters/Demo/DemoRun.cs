using CoalitionLetters.Supporters;
using CoalitionLetters.Web;
using Microsoft.Data.Sqlite;

namespace CoalitionLetters.Demo;

/// <summary>
/// <c>demo</c>: the same app on a throw-away store made from the samples, in a folder of its own that is deleted when the app ends.
/// Mails are kept in that folder; nothing leaves the machine.
/// </summary>
public sealed class DemoRun : IDisposable
{
    public const string Name = "demo";
    public const string Email = "dana@familyunity.example";
    public const string Password = "families together";

    private readonly string folder = Directory.CreateTempSubdirectory("coalition-letters-demo-").FullName;

    private DemoRun(string[] args) => Args = args;

    /// <summary>What else was typed: settings, as for the app itself.</summary>
    public string[] Args { get; }

    /// <summary>None unless the first word asks for it.</summary>
    public static DemoRun? From(string[] args) => args is [Name, .. var rest] ? new DemoRun(rest) : null;

    /// <summary>No setting can lead the demo to a real store, a real mail server or a folder of real mail.</summary>
    public void Configure(WebApplicationBuilder builder)
    {
        var own = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, _) in new[] { "Database", "Mail" }.SelectMany(section => builder.Configuration.GetSection(section).AsEnumerable()))
        {
            own[key] = null;
        }

        own["Database:Provider"] = "sqlite";
        own["Database:File"] = Path.Combine(folder, "letters.db");
        own["Mail:Folder"] = Path.Combine(folder, "mail");
        builder.Configuration.AddInMemoryCollection(own);
    }

    /// <summary>Before the app listens: the coalition and its owner, so that no setup is offered.</summary>
    public async Task BeginAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<DemoCoalition>(scope.ServiceProvider).MakeAsync();
    }

    /// <summary>When its address is known, which stands in mails and on the final letter: the letters.</summary>
    public async Task FillAsync(WebApplication app)
    {
        foreach (var make in new Func<DemoLetters, Task>[] { letters => letters.PublishedAsync(), letters => letters.OpenAsync(), letters => letters.DraftAsync() })
        {
            await using var scope = app.Services.CreateAsyncScope();
            await make(ActivatorUtilities.CreateInstance<DemoLetters>(scope.ServiceProvider));
        }

        await using var officials = app.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<DemoOfficials>(officials.ServiceProvider).PublishedAsync();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await ActivatorUtilities.CreateInstance<DemoAction>(scope.ServiceProvider).MakeAsync();
        }

        Tell(app.Services.GetRequiredService<Links>());
    }

    private void Tell(Links links) => Console.WriteLine($"""

        This is a demo; all of it is gone when you stop it with Ctrl+C.
          The published letter    {links.Absolute(Links.Letter(DemoLetters.Published))}
          A letter of officials   {links.Absolute(Links.Letter(DemoOfficials.Slug))}
          A letter to sign        {links.Absolute(Links.Sign(DemoLetters.Open))}
          Write as a supporter    {links.Absolute(SupporterLinks.Action(DemoAction.Slug))}
          The staff's desk        {links.Absolute(Links.Desk)}
            e-mail                {Email}
            password              {Password}
          Mails are kept in       {Path.Combine(folder, "mail")}

        """);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // Somebody has a file of it open; the system's own cleaning takes it.
        }
    }
}
