using CoalitionLetters.Data;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.Json;

namespace CoalitionLetters.Web;

/// <summary>
/// Refuses what nothing would read, and what the server would refuse later with a stack trace: stray words on the command line, unknown names at the top of a
/// file or of the command line, addresses that cannot be listened at, unknown levels of logging. Names in the environment are not judged; most of them belong to others.
/// </summary>
public static class KnownSettings
{
    private static readonly string[] Ours = ["Urls", "Site", "Database", "Mail", "Pdf", "Limits", "Live", "Jobs", "Logging", "Kestrel"];

    /// <summary>What the host itself reads, and what tools that start it pass on.</summary>
    private static readonly string[] Hosts =
    [
        "http_ports", "https_ports", "environment", "applicationName", "contentRoot", "webroot", "hostingStartupAssemblies", "hostingStartupExcludeAssemblies", "preventHostingStartup",
        "detailedErrors", "captureStartupErrors", "shutdownTimeoutSeconds", "suppressStatusMessages", "preferHostingUrls", "startupAssembly", "staticWebAssets",
    ];

    /// <param name="args">What follows a command: settings alone, as <c>--Name=value</c>, <c>--Name value</c> or <c>Name=value</c>.</param>
    public static void CheckWords(IReadOnlyList<string> args)
    {
        for (var at = 0; at < args.Count; at++)
        {
            if (args[at].Contains('='))
            {
                continue;
            }

            if (!args[at].StartsWith("--", StringComparison.Ordinal) && !args[at].StartsWith('/'))
            {
                throw new SettingException($"\"{args[at]}\" is neither a command nor a setting. Commands come first, like demo; settings are written like --Mail:Host=mail.example.");
            }

            if (++at == args.Count)
            {
                throw new SettingException($"{args[^1]} has no value. Settings are written like --Mail:Host=mail.example.");
            }
        }
    }

    public static void Check(ConfigurationManager configuration)
    {
        CheckNames(configuration);
        CheckAddresses(configuration);
        CheckLevels(configuration.GetSection("Logging"));
    }

    private static void CheckNames(IConfigurationRoot configuration)
    {
        foreach (var provider in configuration.Providers.Where(provider => provider is JsonConfigurationProvider or CommandLineConfigurationProvider))
        {
            var unknown = provider.GetChildKeys([], null).FirstOrDefault(name => !Ours.Concat(Hosts).Contains(name, StringComparer.OrdinalIgnoreCase));
            if (unknown is not null)
            {
                var place = provider is JsonConfigurationProvider { Source.Path: { } file } ? file : "the command line";
                throw new SettingException($"{unknown}, on {place}, is not a setting. There are {string.Join(", ", Ours)}.");
            }
        }
    }

    private static void CheckAddresses(IConfiguration configuration)
    {
        foreach (var address in configuration["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        {
            CheckAddress("Urls", address);
        }

        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            CheckAddress($"{endpoint.Path}:Url", endpoint["Url"] ?? "");
        }
    }

    private static void CheckAddress(string name, string address)
    {
        try
        {
            // A wrong port is taken for a part of the name.
            if (BindingAddress.Parse(address) is { Scheme: "http" or "https", Port: >= 0 and <= 65535 } parsed && (parsed.Host.StartsWith('[') || !parsed.Host.Contains(':')))
            {
                return;
            }
        }
        catch (FormatException)
        {
            // Told below, in our words.
        }

        throw new SettingException($"{name} is \"{address}\". Set it to an address like {SiteSettings.DefaultAddress}.");
    }

    private static void CheckLevels(IConfigurationSection logging)
    {
        var levels = logging.GetChildren().Select(provider => provider.GetSection("LogLevel")).Prepend(logging.GetSection("LogLevel")).SelectMany(section => section.GetChildren());
        foreach (var level in levels)
        {
            if (!string.IsNullOrEmpty(level.Value) && !Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out _))
            {
                throw new SettingException($"{level.Path} is \"{level.Value}\". Set it to {string.Join(", ", Enum.GetNames<LogLevel>()[..^1])} or None.");
            }
        }
    }
}
