using System.Globalization;
using CoalitionLetters.Data;

namespace CoalitionLetters.Web;

/// <summary>
/// Reads one section of the settings strictly: a value that does not fit, or a name that nothing reads, stops the start with a
/// sentence. Ask for every name once, then call <see cref="Done"/>.
/// </summary>
public sealed class SettingsSection(IConfiguration configuration, string name)
{
    private readonly IConfigurationSection section = configuration.GetSection(name);
    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);

    public string? Text(string key)
    {
        known.Add(key);
        return section[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
    }

    public int Number(string key, int otherwise, int least, int most)
    {
        if (Text(key) is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Wrong(key, text, $"Set it to a whole number from {least} to {most}.");
    }

    public bool Switch(string key, bool otherwise)
    {
        if (Text(key) is not { } text)
        {
            return otherwise;
        }

        return bool.TryParse(text, out var value) ? value : throw Wrong(key, text, "Set it to true or false.");
    }

    public Uri? Address(string key, string example)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address is { Query: "", Fragment: "", UserInfo: "", AbsolutePath: "/" }
            ? address
            : throw Wrong(key, text, $"Set it to an address without a path, like {example}.");
    }

    public SettingException Wrong(string key, string? value, string remedy) => new($"{name}:{key} is \"{value}\". {remedy}");

    /// <summary>Refuses names that nothing has asked for; most are typing errors.</summary>
    public void Done()
    {
        var unknown = section.GetChildren().FirstOrDefault(child => !known.Contains(child.Key));
        if (unknown is not null)
        {
            throw new SettingException($"{name}:{unknown.Key} is not a setting. In {name} there are {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        }
    }
}
