using CoalitionLetters.Mail;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Mail;

/// <summary>The app as a process that is killed in the middle of sending.</summary>
[Trait("Needs", "Database")]
public sealed class CrashTests : IAsyncLifetime
{
    private const int Mails = 12;

    private readonly MailServer server = MailServer.Start();
    private TestApp store = null!;
    private Dictionary<string, string?> database = [];

    public async ValueTask InitializeAsync()
    {
        database = await TestStore.FreshAsync();
        store = await TestApp.StartAsync(settings: [.. database.Select(setting => (setting.Key, setting.Value))]);
        await store.PutAsync([.. Enumerable.Range(1, Mails).Select(n => new PlainMail($"sam{n}@river.example"))]);
        await store.ReadAsync(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(mail => mail.NextTryAt, DateTime.UtcNow.AddHours(-1))));
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_crash_after_the_server_took_a_mail_over_and_before_that_was_noted_sends_one_mail_twice_and_loses_none()
    {
        await using var first = StartApp();
        server.ToMessage = _ =>
        {
            if (server.Accepted.Count == 5)
            {
                first.Kill();
            }

            return "250 OK";
        };
        await first.EndsAsync();
        var taken = server.Accepted.Count;
        server.ToMessage = _ => "250 OK";

        await store.FreeClaimsAsync();
        await using var second = StartApp();
        await Eventually.HoldsAsync(async () => await store.ReadAsync(db => db.Outbox.AllAsync(mail => mail.Status == MailStatus.Sent)), TimeSpan.FromSeconds(90));

        Assert.Equal(6, taken);
        Assert.Equal(Mails, server.Accepted.Select(MailServer.MessageIdOf).Distinct().Count());
        Assert.Equal(Mails + 1, server.Accepted.Count);
    }

    [Fact]
    public async Task A_crash_before_the_server_took_a_mail_over_sends_each_once()
    {
        // Over one connection, since beside it another mail might just have been taken over.
        await using var first = StartApp("--Mail:Connections=1");
        server.ToRecipient = _ =>
        {
            if (server.Accepted.Count == 5)
            {
                first.Kill();
                first.EndsAsync().Wait(TimeSpan.FromSeconds(10));
            }

            return "250 OK";
        };
        await first.EndsAsync();
        server.ToRecipient = _ => "250 OK";

        await store.FreeClaimsAsync();
        await using var second = StartApp();
        await Eventually.HoldsAsync(async () => await store.ReadAsync(db => db.Outbox.AllAsync(mail => mail.Status == MailStatus.Sent)), TimeSpan.FromSeconds(90));

        Assert.Equal(Mails, server.Accepted.Select(MailServer.MessageIdOf).Distinct().Count());
        Assert.Equal(Mails, server.Accepted.Count);
    }

    [Fact]
    public async Task Over_starttls_the_app_logs_in_and_trusts_only_a_certificate_that_it_should()
    {
        await using var secure = MailServer.StartWithTls(out var trustFile);
        string[] settings = [.. Settings(secure.Port).Where(setting => !setting.StartsWith("--Mail:Security", StringComparison.Ordinal)), "--Mail:User=letters", "--Mail:Password=a mail password"];

        await using (var distrusting = AppProcess.Start(settings))
        {
            await Eventually.HoldsAsync(async () => await store.ReadAsync(db => db.Outbox.AnyAsync(mail => mail.Attempts == 1)), TimeSpan.FromSeconds(90));
        }

        Assert.Empty(secure.Accepted);
        Assert.Empty(secure.Logins);

        await store.ReadAsync(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(mail => mail.NextTryAt, DateTime.UtcNow.AddHours(-1))));
        await using var trusting = AppProcess.Start(settings, ("SSL_CERT_FILE", trustFile));
        await Eventually.HoldsAsync(() => secure.Accepted.Count == Mails, TimeSpan.FromSeconds(90));

        Assert.True(secure.CameOverTls);
        Assert.Contains("letters:a mail password", secure.Logins);
    }

    private AppProcess StartApp(params string[] more) => AppProcess.Start([.. Settings(server.Port), .. more]);

    private IEnumerable<string> Settings(int port) =>
    [
        .. database.Select(setting => $"--{setting.Key}={setting.Value}"), "--Urls=http://127.0.0.1:0",
        "--Mail:Host=localhost", $"--Mail:Port={port}", "--Mail:Security=none", "--Mail:From=letters@unity.example",
    ];
}
