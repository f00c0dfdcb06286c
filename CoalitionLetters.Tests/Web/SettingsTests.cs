using System.Text.RegularExpressions;
using CoalitionLetters.Data;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.Mail;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Web;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CoalitionLetters.Tests.Web;

public sealed partial class SettingsTests
{
    [Theory]
    [InlineData("Mail:Hst", "mail.example", "Mail:Hst is not a setting. In Mail there are BouncesFolder, ClaimSeconds, Connections, Folder, From, Host, Password, Port, Security, User.")]
    [InlineData("Mail:Port", "99999", "Mail:Port is \"99999\". Set it to a whole number from 1 to 65535.")]
    [InlineData("Mail:Port", "-1", "Mail:Port is \"-1\". Set it to a whole number from 1 to 65535.")]
    [InlineData("Mail:Connections", "0", "Mail:Connections is \"0\". Set it to a whole number from 1 to 20.")]
    [InlineData("Mail:Security", "ssl", "Mail:Security is \"ssl\". Set it to starttls or none.")]
    [InlineData("Mail:Host", "mail.example", "Mail:From is missing. With Mail:Host, set it to the address that mails come from, like \"letters@coalition.example\".")]
    [InlineData("Mail:Host", "mail example", "Mail:Host is \"mail example\". Set it to the name or the address of a mail server, like mail.example.")]
    [InlineData("Mail:From", "nobody", "Mail:From is \"nobody\". Set it to an address like \"letters@coalition.example\" or \"Our Coalition <letters@coalition.example>\".")]
    [InlineData("Mail:User", "letters", "Mail:Password is missing. It belongs to Mail:User.")]
    [InlineData("Site:Address", "letters.example", "Site:Address is \"letters.example\". Set it to an address without a path, like https://letters.example.")]
    [InlineData("Site:Address", "ftp://letters.example", "Site:Address is \"ftp://letters.example\". Set it to an address without a path, like https://letters.example.")]
    [InlineData("Site:Address", "https://letters.example/app", "Site:Address is \"https://letters.example/app\". Set it to an address without a path, like https://letters.example.")]
    [InlineData("Site:Proxies", "somewhere", "Site:Proxies is \"somewhere\". Set it to addresses or networks like 127.0.0.1, 10.0.0.0/8.")]
    [InlineData("Database:Provider", "oracle", "Database:Provider is \"oracle\". Set it to sqlite or postgres.")]
    [InlineData("Database:Provider", "postgres", "Database:ConnectionString is missing. With Database:Provider=postgres, set it to something like \"Host=localhost;Database=letters;Username=letters\".")]
    [InlineData("Database:ConnectionString", "Host=localhost", "Database:ConnectionString is for PostgreSQL. Set Database:Provider to postgres too, or remove it.")]
    [InlineData("Pdf:Key", "key.p12", "Pdf:Key is not a setting. In Pdf there are Font, Fonts, SigningKey, SigningPassword.")]
    [InlineData("Pdf:SigningPassword", "secret-word", "Pdf:SigningKey is missing. Pdf:SigningPassword belongs to it.")]
    [InlineData("Pdf:SigningKey", "/srv-gone/key.p12", "Pdf:SigningKey is \"/srv-gone/key.p12\". Could not find a part of the path '/srv-gone/key.p12'.")]
    [InlineData("Limits:SignInsPerMinute", "many", "Limits:SignInsPerMinute is \"many\". Set it to a whole number from 1 to 100000.")]
    public void A_wrong_setting_is_told_in_one_sentence(string key, string value, string sentence)
    {
        var refused = Assert.Throws<SettingException>(() => ReadAll((key, value)));

        Assert.Equal(sentence, refused.Message);
    }

    [Fact]
    public void A_password_does_not_travel_in_the_clear()
    {
        var refused = Assert.Throws<SettingException>(() => ReadAll(
            ("Mail:Host", "mail.example"), ("Mail:From", "letters@unity.example"), ("Mail:Security", "none"), ("Mail:User", "letters"), ("Mail:Password", "secret-word")));

        Assert.StartsWith("Mail:Security is \"none\", so Mail:Password would travel in the clear.", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hst=localhost;Password=secret-word")]
    [InlineData("Host=localhost;Port=many;Password=secret-word")]
    [InlineData("Password=secret-word")]
    public void A_connection_string_that_cannot_be_read_is_not_printed(string text)
    {
        var refused = Assert.Throws<SettingException>(() => ReadAll(("Database:Provider", "postgres"), ("Database:ConnectionString", text)));

        Assert.StartsWith("Database:ConnectionString", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_settings_names_each_that_the_code_reads_and_no_other()
    {
        var read = Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "CoalitionLetters"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .SelectMany(code => Section().Match(code) is { Success: true } section
                ? Key().Matches(code).Select(key => $"{section.Groups[1].Value}:{key.Groups[1].Value}")
                : [])
            .Append("Urls");

        var told = Row().Matches(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "assets", "settings.md"))).Select(row => row.Groups[1].Value);

        Assert.Equal(read.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    private static void ReadAll(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))).Build();
        DatabaseSettings.From(configuration, "/srv");
        SiteSettings.From(configuration);
        RateLimits.From(configuration);
        MailSettings.Read(configuration, "/srv");
        PdfSettings.Read(configuration, "/srv");
    }

    [GeneratedRegex(@"new SettingsSection\([^,]+, ""(\w+)""\)")]
    private static partial Regex Section();

    [GeneratedRegex(@"section\.(?:Text|Number|Switch|Address)\(""(\w+)""")]
    private static partial Regex Key();

    [GeneratedRegex(@"^\| `([\w:]+)`", RegexOptions.Multiline)]
    private static partial Regex Row();
}
