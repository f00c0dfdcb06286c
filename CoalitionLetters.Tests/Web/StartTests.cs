using System.Net;
using System.Net.Sockets;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Web;

/// <summary>The app as a process: what it prints, and with which sentence it refuses to start.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("--Mail:Hst=mail.example", "Mail:Hst is not a setting.")]
    [InlineData("--Mail:Folder=/proc/mail", "Mail:Folder is \"/proc/mail\", which cannot be written.")]
    [InlineData("--Database:File=/proc/letters.db", "The database file /proc/letters.db cannot be opened for writing")]
    [InlineData("--Urls=http://localhost:http", "Urls is \"http://localhost:http\".")]
    [InlineData("--Urls=http://localhost:99999", "Urls is \"http://localhost:99999\".")]
    [InlineData("--Urls=https://127.0.0.1:0", "An address to listen at begins with https, and there is no certificate.")]
    [InlineData("--Kestrel:Endpoints:A:Url=junk", "Kestrel:Endpoints:A:Url is \"junk\".")]
    [InlineData("--Logging:LogLevel:Default=Loud", "Logging:LogLevel:Default is \"Loud\". Set it to Trace, Debug, Information, Warning, Error, Critical or None.")]
    [InlineData("--Logging:LogLevel=Loud", "Logging:LogLevel is \"Loud\", and belongs to nothing. Name what it is for, as in Logging:LogLevel:Default=Warning.")]
    [InlineData("--Urls=http://nosuchhost.invalid:5999", "Urls is \"http://nosuchhost.invalid:5999\", and nosuchhost.invalid is no address of this machine.")]
    [InlineData("--http_ports=abc", "http_ports is \"abc\". Set it to a port like 5080")]
    [InlineData("--Kestrel:Foo=bar", "Kestrel:Foo is not a setting. In Kestrel there are Certificates, EndpointDefaults, Endpoints, Limits.")]
    [InlineData("--Kestrel:Limits:MaxConcurrentConnections=junk", "Kestrel:Limits cannot be taken: ")]
    [InlineData("--Kestrel:Limits:MaxConnections=5", "Kestrel:Limits cannot be taken: ")]
    [InlineData("--Kestrel:Limits:MaxConcurrentConnections=-5", "Kestrel:Limits cannot be taken: ")]
    [InlineData("--Kestrel:Certificates:Default:Path=/nope.pfx", "Kestrel:Certificates:Default:Path is \"/nope.pfx\", and there is no such file.")]
    [InlineData("--Mial:Host=mail.example", "Mial, on the command line, is not a setting.")]
    [InlineData("--Foo=1", "Foo, on the command line, is not a setting.")]
    [InlineData("dmeo", "\"dmeo\" is neither a command nor a setting.")]
    [InlineData("--Mail:Host", "--Mail:Host has no value.")]
    public async Task A_wrong_setting_stops_the_start_with_one_sentence(string setting, string sentence)
    {
        await using var app = await AppProcess.Start([$"--Database:File={TestStore.Folder}/start.db", $"--Mail:Folder={TestStore.Folder}/start-mail", "--Urls=http://127.0.0.1:0", setting], ("HOME", NobodysHome)).EndsAsync();

        Assert.Equal(1, app.ExitCode);
        Assert.StartsWith(sentence, Assert.Single(app.Complained), StringComparison.Ordinal);
        Assert.Empty(app.Said);
    }

    [Fact]
    public async Task A_certificate_that_is_none_stops_the_start_with_one_sentence()
    {
        var file = Path.Combine(TestStore.Folder, "none.pfx");
        await File.WriteAllTextAsync(file, "no certificate", TestContext.Current.CancellationToken);

        await using var app = await AppProcess.Start([$"--Database:File={TestStore.Folder}/start.db", $"--Mail:Folder={TestStore.Folder}/start-mail", "--Urls=https://127.0.0.1:0", $"--Kestrel:Certificates:Default:Path={file}"]).EndsAsync();

        Assert.Equal(1, app.ExitCode);
        Assert.StartsWith("A certificate that Kestrel names cannot be read (", Assert.Single(app.Complained), StringComparison.Ordinal);
        Assert.Empty(app.Said);
    }

    [Fact]
    public async Task Whoever_asks_for_help_gets_it_and_nothing_starts()
    {
        await using var app = await AppProcess.Start(["--help"]).EndsAsync();

        Assert.Equal(0, app.ExitCode);
        Assert.Contains(app.Said, line => line.StartsWith("Without a command the app starts, by default at http://localhost:5080.", StringComparison.Ordinal));
        Assert.Contains(app.Said, line => line.Trim().StartsWith("names sort FILE", StringComparison.Ordinal));
        Assert.Empty(app.Complained);
    }

    /// <summary>Without the certificate that a developer's machine may have.</summary>
    private static string NobodysHome => Directory.CreateDirectory(Path.Combine(TestStore.Folder, "nobodys-home")).FullName;

    [Fact]
    public async Task Names_of_others_in_the_environment_do_not_stop_the_start()
    {
        await using var app = await AppProcess.Start([$"--Database:File={TestStore.Folder}/others.db", $"--Mail:Folder={TestStore.Folder}/others-mail", "--Urls", "http://127.0.0.1:0"], ("Mial__Host", "mail.example")).SaysHowToSetUpAsync();

        Assert.Empty(app.Complained);
    }

    [Fact]
    public async Task A_database_server_that_is_away_stops_the_start_with_one_sentence()
    {
        await using var app = await AppProcess.Start(["--Database:Provider=postgres", "--Database:ConnectionString=Host=127.0.0.1;Port=1;Username=letters;Password=secret-word", $"--Mail:Folder={TestStore.Folder}/start-mail"]).EndsAsync();

        Assert.Equal(1, app.ExitCode);
        var sentence = Assert.Single(app.Complained);
        Assert.StartsWith("The PostgreSQL server of Database:ConnectionString does not let us in:", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hst=localhost;Password=secret-word")]
    [InlineData("Host=localhost;Port=many;Password=secret-word")]
    public async Task A_connection_string_that_cannot_be_read_stops_the_start_and_is_not_printed(string text)
    {
        await using var app = await AppProcess.Start(["--Database:Provider=postgres", $"--Mail:Folder={TestStore.Folder}/start-mail"], ("Database__ConnectionString", text)).EndsAsync();

        Assert.Equal(1, app.ExitCode);
        var sentence = Assert.Single(app.Complained);
        Assert.StartsWith("Database:ConnectionString", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", sentence, StringComparison.Ordinal);
        Assert.Empty(app.Said);
    }

    [Fact]
    public async Task A_port_that_is_taken_stops_the_start_with_one_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        await using var app = await AppProcess.Start([$"--Database:File={TestStore.Folder}/taken.db", $"--Mail:Folder={TestStore.Folder}/start-mail", $"--Urls=http://{other.LocalEndpoint}"]).EndsAsync();

        Assert.Equal(1, app.ExitCode);
        Assert.Contains("address already in use", Assert.Single(app.Complained), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Needs", "Database")]
    public async Task A_first_start_prints_no_fault_on_either_engine()
    {
        var store = await TestStore.NoneYetAsync();

        await using var app = await AppProcess.Start([.. store.Select(setting => $"--{setting.Key}={setting.Value}"), $"--Mail:Folder={TestStore.Folder}/first-mail", "--Urls=http://127.0.0.1:0"]).SaysHowToSetUpAsync();

        Assert.DoesNotContain(app.Said, line => line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("warn:", StringComparison.Ordinal));
        Assert.Empty(app.Complained);
    }

    [Fact]
    public async Task A_start_prints_where_to_look_and_a_setup_link_that_works()
    {
        await using var app = await AppProcess.Start([$"--Database:File={TestStore.Folder}/fresh.db", $"--Mail:Folder={TestStore.Folder}/fresh-mail", "--Urls=http://127.0.0.1:0"]).SaysHowToSetUpAsync();
        using var http = new HttpClient { BaseAddress = app.Address };

        var browser = await new Browser(http).VisitAsync(app.SetupLink);

        Assert.Contains($"No mail is sent, because Mail:Host is not set. Mails are kept in {TestStore.Folder}/fresh-mail", app.Said);
        Assert.Equal("Set up your coalition", browser.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Healthy", await http.GetStringAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Empty(app.Complained);
    }
}
