using System.Globalization;
using System.Net;
using System.Reflection;
using CoalitionLetters.Data;
using Microsoft.AspNetCore.Server.Kestrel.Core;
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

    private static readonly string[] Servers = ["Certificates", "EndpointDefaults", "Endpoints", "Limits"];

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

    public static void Check(ConfigurationManager configuration, string contentRoot)
    {
        CheckNames(configuration);
        CheckAddresses(configuration);
        CheckLevels(configuration.GetSection("Logging"));
        CheckServer(configuration.GetSection("Kestrel"), contentRoot);
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

        foreach (var ports in new[] { "http_ports", "https_ports" })
        {
            var wrong = configuration[ports]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(port => !ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _));
            if (wrong is not null)
            {
                throw new SettingException($"{ports} is \"{configuration[ports]}\". Set it to a port like 5080, or to several with ; between them.");
            }
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
                // For any other name the server would listen at every address of the machine.
                if (IsOfThisMachine(parsed.Host))
                {
                    return;
                }

                throw new SettingException($"{name} is \"{address}\", and {parsed.Host} is no address of this machine. Set it to localhost, an IP address, or * for all of them, like http://*:5080. What the world calls the site stands in Site:Address.");
            }
        }
        catch (FormatException)
        {
            // Told below, in our words.
        }

        throw new SettingException($"{name} is \"{address}\". Set it to an address like {SiteSettings.DefaultAddress}.");
    }

    private static bool IsOfThisMachine(string host) =>
        host is "*" or "+" || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host, out _);

    private static void CheckLevels(IConfigurationSection logging)
    {
        var alone = logging.GetChildren().Select(provider => provider.GetSection("LogLevel")).Prepend(logging.GetSection("LogLevel")).FirstOrDefault(section => !string.IsNullOrEmpty(section.Value));
        if (alone is not null)
        {
            throw new SettingException($"{alone.Path} is \"{alone.Value}\", and belongs to nothing. Name what it is for, as in {alone.Path}:Default=Warning.");
        }

        var levels = logging.GetChildren().Select(provider => provider.GetSection("LogLevel")).Prepend(logging.GetSection("LogLevel")).SelectMany(section => section.GetChildren());
        foreach (var level in levels)
        {
            if (!string.IsNullOrEmpty(level.Value) && !Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out _))
            {
                throw new SettingException($"{level.Path} is \"{level.Value}\". Set it to {string.Join(", ", Enum.GetNames<LogLevel>()[..^1])} or None.");
            }
        }
    }

    /// <summary>The server's own section: it reads names that it knows, and finds a certificate when it begins to listen.</summary>
    private static void CheckServer(IConfigurationSection kestrel, string contentRoot)
    {
        if (kestrel.GetChildren().FirstOrDefault(child => !Servers.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new SettingException($"{unknown.Path} is not a setting. In Kestrel there are {string.Join(", ", Servers)}.");
        }

        try
        {
            kestrel.GetSection("Limits").Bind(new KestrelServerLimits(), options => options.ErrorOnUnknownConfiguration = true);
        }
        catch (Exception fault) when (fault is InvalidOperationException or TargetInvocationException)
        {
            throw new SettingException($"Kestrel:Limits cannot be taken: {(fault as TargetInvocationException)?.InnerException?.Message ?? fault.Message}");
        }

        foreach (var path in kestrel.GetSection("Certificates").GetChildren().Concat(kestrel.GetSection("Endpoints").GetChildren().Select(endpoint => endpoint.GetSection("Certificate"))).SelectMany(one => new[] { one.GetSection("Path"), one.GetSection("KeyPath") }))
        {
            if (!string.IsNullOrEmpty(path.Value) && !File.Exists(Path.GetFullPath(path.Value, contentRoot)))
            {
                throw new SettingException($"{path.Path} is \"{path.Value}\", and there is no such file.");
            }
        }
    }
}
